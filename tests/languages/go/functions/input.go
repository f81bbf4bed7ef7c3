package functions

// Outside is declared here and written in assembly.
func Outside(a int) int

func init() {}

// Do is a method of a pointer.
func (s *Server) Do(name string) error {
	return nil
}

func (s Server) Name() string { return s.name }

func (*Server) Unnamed() {}

func (s *Stack[T]) Push(v T) { s.all = append(s.all, v) }

func (l List[K, V]) Len() int {
	return len(l.all)
}

func Map[T any, U interface{ M() }](
	all []T,
	f func(T) U,
) []U {
	go func() {
		defer func() {
			recover()
		}()
	}()
	g := func(x int) int { return x }
	return nil
}

var handler = func() {
	g(func() {})
}
