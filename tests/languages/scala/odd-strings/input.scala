val a = """// no \""" // "
val b = s"${ f("}") } //" // '
val c = '"'; val d = 'sym // "
val e = """

/* "" """ /* /* " */

*/
