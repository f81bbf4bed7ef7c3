trait A {
  def b(c: Int): Int
  def d(e: Int) = e
}
