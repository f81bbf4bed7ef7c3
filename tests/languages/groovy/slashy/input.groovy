def a = /\/* no " / + 1 / 2 // yes
def b = $/ // no / $$ /$ /* yes
*/
def c = """x ${d("""y""")} // no""" // yes
def e = f / g /* h
*/ / i
def j = '''
// no

'''
