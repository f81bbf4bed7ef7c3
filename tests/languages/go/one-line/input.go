package line

func a() {}; func b(x int) bool { return x > 0 && x < 9 }; var f = func() {}
var x = 1; func c() {
	y() }; func d() {
	z() // d
}; /* after */ func e() { if x { } else { } }
var g, h = func(a, b int) { h(func() {
	// in the inner one
}) }, 3
