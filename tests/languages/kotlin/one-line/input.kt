interface Shape { fun area(): Double }
class Circle(val r: Double) : Shape { override fun area() = 3.14 * r * r }
class Holder { val x = 1 }
class Maker { companion object { fun of() = Maker() } }
enum class Op { ADD { override fun f() = 1 }; abstract fun f(): Int; fun g() { } }
fun outer() { class Local { fun q() { } }; fun inner() = 1 }
