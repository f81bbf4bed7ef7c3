class Broken {
    func ok(a: Int) -> Int {
        return a
    }

    func bad(a: Int) {
        let = = 3
        /* still /* a

           nested */ comment */
    }

    func after(b: Int) -> Int {
        return b > 0 ? 1 : 2
    }
}
