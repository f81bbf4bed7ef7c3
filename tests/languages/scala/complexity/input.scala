object M {
  def classify(n: Int, list: List[Int]): String = {
    if (n < 0 || list.isEmpty) "negative"
    else if (n == 0) "zero"
    else {
      for (i <- list if i > 1; j <- list) {
        while (i > j && j > 0) println(i)
      }
    }
    do { n } while (n > 1)
    n match {
      case 1 if list.isEmpty => "one"
      case 2 => "two"
      case _ => "more"
    }
    try { n.toString } catch {
      case e: RuntimeException => ""
      case _: Throwable => ""
    } finally { println() }
  }
}
