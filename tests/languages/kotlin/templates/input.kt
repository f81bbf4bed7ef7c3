/* a /* b */ */
val a = "${b("}") /* c */ } // no" // yes
val d = """\""" + """ // no
  ${e.map { "\"//" }} """" // yes
val f = '"'; val g = '\''; val h = '$' // '
val i = "$j // no\\" /* k
*/
fun `a // b`(x: Int = 1, vararg y: String) = run outer@{ return@outer 1 }
inline fun <reified T> T.ext(noinline z: () -> Unit) where T : Any { }
val T.p: Int get() = 1
data class D(val q: Int) { companion object { const val R = "/*" } }
sealed interface S { object A : S; fun t() { } }
//
/**/
