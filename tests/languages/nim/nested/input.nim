# one "
#[ two #[ three ]#

it's ]#
let a = "\"#" # it's
##[ doc
]##
let b = """# text

"quoted" """
# '
let c = '"' # comment
let d = r"c:\" # comment
let e = 5'u8 + 1 #[ f ]#
## doc "
let f = "#["
# ]#
