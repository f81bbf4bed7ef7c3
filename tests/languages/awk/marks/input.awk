{ a = "# no \" # no" } # yes
/[/#"]/ { b = 4 / 2 } # "
$0 ~ /\/#/ { print } # x
{ c = "one \
# two" }

# "
{ d = a / b; e = c / d } # /
