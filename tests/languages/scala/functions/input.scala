package shop

/** A cart. */
@deprecated("old", "2")
class Cart(val items: List[Int], name: String) extends Base {
  def this() = this(Nil, "")

  def total(factor: Int = 1)(implicit tax: Tax): Int = {
    def add(a: Int, b: Int) = a + b // inner
    items.foldLeft(0)((a, b) => add(a, b))
  }

  def +(other: Cart): Cart = other
  def size: Int
  private val twice = (x: Int) => {
    x * 2
  }
  val name: PartialFunction[Int, String] = {
    case 1 => "one"
  }
}

object Cart extends App {
  items.map { x =>
    x + 1
  }
  val c = new Runnable {
    def run(): Unit = ()
  }
}

trait Priced { def price: Int = 1 }
case class Item(price: Int)
package inner {
  object O
}
