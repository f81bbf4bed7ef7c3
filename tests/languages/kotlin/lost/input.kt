class Lost {
    fun first() {
        val f = call(fun(x) = x > 1)
        // a comment

        go("a")
    }

    /* another */
    fun second(): Int {
        return if (a) 1 else 2
    }
}
