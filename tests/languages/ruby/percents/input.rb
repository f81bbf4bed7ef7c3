a = %q(one (two # no) three) # yes
b = %w[# a "b] + %i(c #d) # c
c = ?# ; d = ?"; e = "#{"#{1} # no"}" # yes
f = a / b / c # /
g = %r{/#[^}]+}x; h = /#{1}[#"]/ # "
=begin
 "text

=end not the rest
x =begin_
i(<<~A, <<-'B') # two
  # one #{a}

A
  # two
  B
j = :"a#b"; k = :'#'; l = %s(#) # s
m = `echo # no`
def x = "#"
def y=(v) = v
n = { "#": 1, 'a': ?', b: %(#) } # '
