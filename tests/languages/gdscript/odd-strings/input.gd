var a = """
# no '

""" # "
var b = r"\" # '
var c = 'it\'s # no' # "
var d = $"A/#B" # '
# end "
