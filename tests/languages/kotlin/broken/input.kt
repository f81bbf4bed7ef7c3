class Broken {
    fun ok(a: Int): Int {
        return a
    }

    fun bad(a: Int) {
        val = 3
        /* still /* a

           nested */ comment */
    }

    fun after(b: Int): Int {
        return if (b > 0) 1 else 2
    }
}
