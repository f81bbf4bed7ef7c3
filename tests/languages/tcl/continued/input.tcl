# one \
puts "no command

puts a ;# two \
  three

# four \ 
puts b \
  c
