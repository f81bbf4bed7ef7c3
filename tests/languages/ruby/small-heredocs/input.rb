a = <<-eoc + <<~text
  # of the first

  eoc
  # of the second
  text
# comment
b = [1] << c # comment
# comment
