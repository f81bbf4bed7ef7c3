package parameters

func none() (a, b int) { return }
func one(_ struct{ x, y int }) {}
func two(a, b int) (c, d func(e int) (f int)) { return }
func three(int, string, ...bool) {}
func four(a func(x, y int) (z int), b ...string) func(q int) { return nil }
func (r, s T) broken() {}
func (T) method(a [N]int, b map[string]func(c int)) {}

func locals() {
	var f func(a, b int)
	f = func(c int, d interface{ M(e int) }) {}
	type I interface{ N(g, h int) }
}

func assembly(a, b int) (c int)
