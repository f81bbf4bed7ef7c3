interface A {
	void a(int b, int c);
	default void d(int e) { }
}
abstract class F {
	abstract void g(int h);
	native int i(int j);
	void k(int l) {
		abstract class M { abstract void n(int o); }
	}
}
