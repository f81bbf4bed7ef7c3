function classify(n, list)
    if n < 0 || isempty(list)
        return "negative"
    elseif n == 0
        return "zero"
    else
        for i in 1:n, j in 1:n
            while i > 1 && j > 2
                i -= 1
            end
        end
    end
    try
        run(n)
    catch e
        n = 1
    finally
        n = 2
    end
    x = [i for i in list if i > 1]
    n > 5 ? "many" : "some"
end
