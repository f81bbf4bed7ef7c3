@file:JvmName("Forms")

package a.b

@Anno("x")
@Other
// between
open class Main<T>(val a: Int, b: String = "x") : Base(a), Runnable {
    val p: Int
        get() = a
    var q: Int = 1
        get() { return field }
        @Anno set(value) {
            field = value
        }
    var r = 2
        private set
    init {
        println(a)
    }
    constructor(a: Int) : this(a, "b") {
        go()
    }
    constructor() : this(1)
    @JvmStatic
    fun f(a: Int, vararg b: String): Int {
        fun local(c: Int) = c
        return local(a)
    }
    abstract fun none(x: Int)
    override fun run() = Unit
    val one = 1; fun same() { }
    operator fun plus(o: Main<T>): Main<T> { return this }
    fun `back ticked`() { }
    companion object {
        fun create() = 1
    }
    object Single {
        fun x() { }
    }
    val o = object : Runnable {
        override fun run() { }
    }
    inner class In
}

interface I {
    fun m()
    fun d() { }
}

enum class E(val x: Int) {
    A(1) {
        override fun f() = 1
    },
    B(2);

    abstract fun f(): Int
}

data class D(val x: Int)
object O
fun String.ext(): Int = length
fun <T> List<T>.second(): T {
    return this[1]
}
val String.last: Int get() = 1
typealias TA = (Int) -> Unit
fun interface Fi {
    fun call()
}
