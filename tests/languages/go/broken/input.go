package broken

func before(a int) int {
	return a // fine
}

func broken(a int {
	if a == {
		return "unclosed
	}
}

// after is whole again
func after() bool {
	return a && b
}

type T struct {
	a int
}
