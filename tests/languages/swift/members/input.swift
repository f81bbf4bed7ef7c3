import Foundation

@objc
@available(iOS 13, *)
// between
public class Main<T>: Base, Other {
    let x = 1
    @Published private var plain = 1
    var short: Int { return x }
    var both: Int {
        get { return 1 }
        set(v) {
            x = v
        }
    }
    var watched: Int = 0 {
        willSet { foo() }
        didSet { bar() }
    }
    init(a: Int, _ b: String = "x") {
        self.a = a
    }
    convenience init?() { return nil }
    deinit { foo() }
    subscript(i: Int) -> Int {
        get { return i }
    }
    subscript(s: String) -> Int { 1 }
    @discardableResult
    func run<U>(a: Int, with b: String..., c: inout Int) throws -> Int where U: X {
        func local() -> Int { 1 }
        return local()
    }
    @objc func led() {
    }
    static func + (a: Main, b: Main) -> Main { return a }
    class func kind() { }; func same() { }
    struct Inner { var a: Int }
}

protocol P {
    func m(a: Int)
    var v: Int { get set }
    subscript(i: Int) -> Int { get set }
    init()
}

enum E: Int {
    case a = 1, b
    func e() { }
}

struct S { }
extension Main where T: X {
    func ext() { }
}
extension Array.Foo: P { }
actor A {
    func a() async { }
}
func top() -> Int { 1 }
var global: Int { 3 }
