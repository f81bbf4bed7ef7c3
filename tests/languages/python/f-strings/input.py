a = f"{x!r:>{width}} # no {'#'}"  # yes
b = f"{d["key"]} # {f"{1}"}"  # 3.12
c = rb'\' # no' + Rb"#"
d = f'''{
    x  # within
}

# no
'''
e = u"a\
# still"
f = ("one"  # first
     # between
     "two")
# last \
g = 1
