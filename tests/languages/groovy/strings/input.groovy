// one "
/* two

it's */
def a = "say ${b("}")} // \" text" // it's
// it's
def c = '''
// text "

'''
// comment
def d = """
/* ${ x }

"""
def e = b =~ /["']/ // comment
// "
def f = 6 / 3 // '/
/* end */
