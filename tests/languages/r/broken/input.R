before <- function() {
  # one
  1
}

x <- <- 3

after <- function() {

  2 # two
}
