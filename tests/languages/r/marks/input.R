a <- "# no \" # no" # yes
b <- '# it"s

# text'
# it's
c <- R"---[
# ]--" "

]---"
`# name` <- 1
d <- x %in% y # 50% done
# a % b
e <- r'{ # }' # x
