#!/usr/bin/env elixir
x = ~s(# no "comment") # yes
y = ~S"""
# text \#{no}

"""
z = ~w[# a
  b]
# it's "
q = ?# # a character
r = ?" # another
~r/#"/ # regular expression
t = "a #{"# inner"} # text

b" # comment
:"# atom" # comment
'# charlist
' # comment
'''
#

'''
# end
