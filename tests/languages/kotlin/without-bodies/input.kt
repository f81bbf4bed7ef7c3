interface A {
	fun b(c: Int): Int
	fun d(e: Int) = e
}
abstract class F(val g: Int) {
	abstract fun h(i: Int, j: Int)
	external fun k(l: Int)
}
