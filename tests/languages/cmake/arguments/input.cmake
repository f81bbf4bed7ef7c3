#[[ one
# ]=]
]] # more
set(a "b # no
# no
" [=[
# no ]]

]=] # yes
  c\#d e\"f) # yes
#[==[ "]==]
message(STATUS g#h
)
