# one "
a <- "text # no

# \" text" # it's
# it's
b <- r"(say "#" \)" # comment
# "
c <- r"---[ ]" # text
]---"
# comment
`d#e` <- 'it\'s #' # comment
#' @param doc
f <- 5 %in% 6 # "
# end
