a = """# no comment

"quoted" and \""" still inside
"""
b = r'\'  # the backslash does not end it'
c = rb"""\"""

"""
d = 'continued \
# not a comment \
'
e = f"{a!r:>{10}} {{# no}} {'}' + "#"}"  # comment
f = f"""
{a if a else '''

nested'''}

"""
g = ""  # empty
h = """""" + ''''''  # empty too
i = "'" '"' '\'' "\"" '''"''' """'"""  # one of each
j = F'{a:%Y-%m-%d}' if a else Rb""

k = ["""
""", '''

''']
m = f"""{
    a  # a comment, from Python 3.12

    # another
    + b
}

"""
