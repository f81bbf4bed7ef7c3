# one "
#[[ two

]]
set(a "text # no

# \" text") # comment
#[=[ ]] "
]=]
set(b [==[
# text

]]
]==])
set(c \#x \") # comment
# "
set(d [[a]] #[[b]] e)
