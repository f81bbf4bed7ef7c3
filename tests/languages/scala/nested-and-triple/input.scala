/* a /* b */

c */
object A {
  val s = """// text

  "quoted" \"""
  // comment
  val c = '"' // comment
  val d = '\'' /* a comment */
  /** doc " */
  val e = s"${if (c == '}') "}" else "//"}"
  val q = "/*"
  // */
}
