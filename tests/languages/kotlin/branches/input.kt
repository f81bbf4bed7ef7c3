fun ifs(a: Int, b: Boolean): Int {
    if (a > 0 && b || a < -5) {
        return 1
    } else if (a == 0) {
        return 2
    } else {
        return 3
    }
}
fun loops(xs: List<Int>) {
    outer@ for (i in xs) {
        while (i > 0) {
            if (b) break@outer
            continue@outer
        }
        do {
            go()
        } while (i < 3)
    }
}
fun choice(a: Any?, c: Int): Int {
    when (a) {
        1, 2 -> go()
        is String -> stop()
        else -> end()
    }
    val e = a ?: c
    return when {
        c > 1 -> if (c > 2) 1 else 2
        else -> 3
    }
}
fun tries() {
    try {
        go()
    } catch (e: A) {
        stop()
    } finally {
        end()
    }
}
