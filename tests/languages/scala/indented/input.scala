enum Color(val rgb: Int):
  case Red extends Color(1)
  case Green extends Color(2)

  def hex: String =
    // to hex
    rgb.toString

given intOrder: Order[Int] with
  def compare(x: Int, y: Int): Int =
    if x < y then -1
    else 1

extension (s: String)
  def twice: String = s + s

def top(x: Int) =
  val y = x

  y match
    case 1 => 2
    case _ => 3
