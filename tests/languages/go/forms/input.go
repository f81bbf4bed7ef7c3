package a

//go:build linux
import "C"

func Map[T, U any](in []T, f func(T) U) (out []U) {
	for _, v := range in { out = append(out, f(v)) }
	return
}

func (*Set[T]) Add(v T) {}
func (_ Set[K, V]) Len() int { return 0 }

var table = map[string]func(int) error{
	"//": func(i int) error { return nil }, // "
	`/*

`: nil,
}

func loop(c, d chan rune) {
out:
	for {
		select {
		case r := <-c:
			if r == '"' || r == '\'' || r == '`' { break out } /* `
			*/
		case d <- '/':
			continue out
		}
	}
}
func external(x int) int
