object M {
  def before(a: Int) = {
    // one
    a
  }

  val x = = 3

  def after(a: Int) = {

    a // two
  }
}
