/* one /* two */ still
*/
let a = #"// "no" \(x) \#(y + "/*")"# // yes
let b = """
  // \(f("""
  inner /*
  """)) "quoted"

  """ // end
infix operator +++: AdditionPrecedence
struct S<T>: P where T: Q {
	static func +++ (l: S, r: S) -> S { l }
	subscript(i: Int) -> Int { get { i } set { } }
	var v: Int = 0 { willSet { } didSet { print("//") } }
	var c: Int { 1 }
	init?(_ a: Int...) async throws { nil }
	mutating func m<U>(_ u: inout U, default d: Int = 1) rethrows -> some P { guard let x = d else { return } }
}
let c = #/ab"//c/# // regex
actor A { deinit { } nonisolated func n() {} }
/// doc "
/** doc */
