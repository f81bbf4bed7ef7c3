a = <<EOT
# text

// text ${b} "
EOT
c = <<-EOT
  /* text
  %{ if x }
  # text
  %{ else }

  %{ endif }
  EOT
# comment
d = "a" # <<EOT
e = "%{ for x in y }${x}%{ endfor }"
