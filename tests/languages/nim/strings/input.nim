let a = re"\" # yes "
let b = fmt"""# no \

""" # yes
let c = "\"# no" # yes
# yes "
