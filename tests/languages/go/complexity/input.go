package complexity

func empty() {
}

func loops(all []int) {
	for {
	}
	for i := 0; i < 3; i++ {
	}
	for range all {
	}
}

func ifs(a, b, c bool) int {
	if a && b && c || a {
		return 1
	} else if b || c {
		return 2
	} else {
		if a {
			return 3
		}
	}
	return 4
}

func switches(x any) {
	switch x {
	case 1, 2:
	case 3:
		fallthrough
	default:
	}
	switch x.(type) {
	case int:
	}
	select {
	case <-c:
	case c <- 1:
	default:
	}
}

func jumps() {
outer:
	for {
		for {
			if true {
				continue outer
			}
			break
		}
		break outer
	}
	goto outer
}

func nested(a bool) {
	f := func() {
		if a {
		}
	}
	if !(a && !(a || a)) {
	}
}
