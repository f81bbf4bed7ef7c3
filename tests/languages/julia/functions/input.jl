module Shop

"""
    total(x)

Adds.
"""
function total(x::Int, y = 1; k = 2, rest...)::Int where {T}
    # one
    x + y
end

twice(x) = 2x
half(x::T) where {T} = x / 2
Base.show(io::IO, c) = print(io, c)
a ⊕ b = a + b
limit = total(1)
f(1).x = 3

macro m(ex)
    ex
end

struct Cart{T} <: Base
    items::Vector{T}
    Cart(x) = new(x)
    function Cart()
        new([])
    end
end

h = x -> x + 1
map(xs) do x, y
    x
end
filter((a, b) -> a, xs)
z = function (a)
    a
end
@inline function k(::typeof(sum), x)
    x
end

end
