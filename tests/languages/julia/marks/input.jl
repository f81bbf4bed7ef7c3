a = "# no \" # \$ no" # yes
b = "x $(f("# no")) #=

" # =#
c = '"'; d = x' # "
#= one #= two =#

"still" =# e = raw"\\" # '
g = """ "#"
# text

"""
h = `# echo "` # cmd
i = r"#\""i
#=#=#
=#=# j = 1
