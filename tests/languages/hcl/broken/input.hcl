block "a" {
  x = = 1
  # comment
}
b "c" {
  y = [1, 2
  // comment
}
# comment
d {
  z = 1
}
