let add = { (a: Int, b: Int) -> Int in a + b }
let shared: Main = {
    return Main()
}()
func run(xs: [Int]) {
    xs.map { $0 + 1 }
        .filter { x in
            if x > 1 { return true } else { return false }
        }
    view.animate(withDuration: 1, animations: {
        go()
    }) { done in
        stop()
    }
}
