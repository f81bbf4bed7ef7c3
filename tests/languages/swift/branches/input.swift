func ifs(a: Int, b: Bool) -> Int {
    if a > 0 && b || c {
        return 1
    } else if a == 0 {
        return 2
    } else {
        return 3
    }
}
func loops(xs: [Int]) {
    outer: for x in xs where x > 1 {
        while x > 0 {
            if b { continue outer }
            break
        }
        repeat { go() } while x > 3
        break outer
    }
}
func choice(a: Int) -> Int {
    guard let z = y, z > 1 else { return 0 }
    switch a {
    case 1, 2:
        go()
    case let x where x > 3:
        fallthrough
    default:
        break
    }
    let e = z ?? a
    return a > 1 ? 2 : 3
}
func tries() {
    do {
        try go()
    } catch E.one {
        stop()
    } catch {
        if x { end() }
    }
}
