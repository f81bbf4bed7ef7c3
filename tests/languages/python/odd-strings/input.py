a = rb"\" # no" # "
b = f"{x!r:>{w}} # no {d['k']}" # '
c = '''"""

# no\'''
''' # """
d = ("# no"

     "#") # comment
# end
