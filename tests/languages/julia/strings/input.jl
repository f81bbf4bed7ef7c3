#= a #= b =#
still =#
a = b' * c.' + 'd' + '"' + '#' # yes
e = "x $(f("y # $(1)")) # no" # yes
g = """
# no "

""" # yes
h = raw"\" * r"#"i # "
i = `echo "#"` # yes
function j(k::Int, l...; m=1) where {T}
    k -> k + 1 #= n
    =#
end
o(p) = p' # '
