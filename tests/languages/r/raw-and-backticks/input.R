a <- r"(no # " )" # yes
b <- R"--[ # ]" ]-]--" # yes
`c # d` <- function(x, ...) x %#% 1
e <- 'one
# no
' # yes
f <- \(y) y # yes
g = function(h = "#") {
  # only "
  if (h) '\'' else "\"" # yes
}
