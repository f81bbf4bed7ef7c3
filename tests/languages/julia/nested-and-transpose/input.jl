# one
#= a #= b =#

c =#
"""
    f(x)

# text
"""
f(x) = x' * x'' # it's
c = '"'; d = '\'' # "
# "
s = "$(g("#")) # text"
t = "#="
# =#
u = `echo "#"`
# end
