# it's "one
a='# no' # "
b="it's # no"
# `two
c=${a#b} # '
d=$((2#10)) # "
# end
