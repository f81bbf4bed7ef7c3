val add = { a: Int, b: Int -> a + b }
private val multi: (Int) -> Int = { x ->
    x
}
val anon = fun(x: Int): Int { return x }
val later by lazy { 3 }
fun f(xs: List<Int>) {
    xs.map { it + 1 }
        .filter { x ->
            if (x > 1) true else false
        }
    xs.forEach { (k, v) -> go() }
    call(1) {
        stop()
    }
    val inner =
        { go() }
}
