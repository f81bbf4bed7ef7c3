protocol P {
	func a(_ b: Int)
	init(c: Int)
	subscript(d: Int) -> Int { get }
	var e: Int { get set }
}
extension P { func f(_ g: Int...) { } }
