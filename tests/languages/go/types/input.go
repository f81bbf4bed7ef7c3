package types

type Point struct {
	X, Y int // both

	Name string
}

type (
	// Shape is in a group.
	Shape interface {
		Area() float64
		interface{ Named() }
	}
	Number interface{ ~int | ~float64 }
	Alias  = struct{ a int }
	ID     int
)

type Pair[K comparable, V any] struct {
	key   K
	value V
}

type Handler func(int) error
type A struct{}; type B struct{ f func() }

type ( C struct{}; D struct{} )

func local() {
	type T struct {
		x int
	}
	v := struct{ y int }{1}
	_ = v
}
