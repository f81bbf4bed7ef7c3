#' Adds
#' @export
add <- function(x, y = 1, ...) {
  x + y # sum
}

twice = \(x) x * 2
shared <<- function() NULL
"%+%" <- function(a, b) paste0(a, b)
`my fun` <- function() 1
obj$method <- function(self) {
  inner <- function() 1
  inner()
}

Person <- R6Class("Person",
  public = list(
    name = NULL,
    initialize = function(name) {
      self$name <- name
    }
  )
)

setMethod("show", "Person", function(object) {
  cat(object@name)
})

sapply(1:3, function(i) {
  i
})
(function() 1)()
