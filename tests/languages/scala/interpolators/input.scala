/* a /* b */ still */
object `a // b` extends App {
  val s = s"x ${y + "/*"} // no" // yes
  val t = raw"""\ "$z" // no

  ${f("}")}""""" // yes
  val c = '"'; val d = '\''; val e = '/' // "
  def +++(o: Int): Int = o /* k
  */
  def curried(a: Int)(b: String*)(implicit c: C): Unit = {
    def inner[T <: A](x: => T) = x
    val g = (x: Int) => x
    x match { case 1 | 2 if y => "/*"; case _ => }
  }
  lazy val h: PartialFunction[Int, Int] = { case 1 => 2 }
  given Ordering[Int] with { def compare(a: Int, b: Int) = 0 }
  extension (i: Int) def twice = i * 2
}
/** doc " */
