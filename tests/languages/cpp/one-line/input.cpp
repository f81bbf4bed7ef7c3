struct A { void f() { } void g() { if (a) { } } }; struct B { int b; }; void h() { }
namespace n { namespace m { void k() {
	l(); } } } int o() { // o
	return [] { return [] { return 1; }; }()(); }
