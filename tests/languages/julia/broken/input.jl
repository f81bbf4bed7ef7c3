function before(a)
    # one
    a
end

x = = 3 )

function after(a)

    a # two
end
