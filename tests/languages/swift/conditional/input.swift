#if os(iOS) && DEBUG
extension S {
    func ios() { }
}
#else
extension S {
    func mac() { }
}
#endif

let url = "http://x"; func tail() {
}
struct Page {
    @State private var count = 0
    var body: some View {
        Stack {
            if count > 0 { Text("a") } else { Text("b") }
        }
    }
    @available(*, deprecated)
    // why
    @objc func old() -> Int {
        #if os(iOS) && DEBUG
        return 1
        #else
        return 2
        #endif
    }
    func generic<T>(_ key: T) throws -> T where T: Hashable { fatalError() }
}
