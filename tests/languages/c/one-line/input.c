int a(void) { return 1; } int b(int x) { return x ? 1 : 2; }
int v; int c(void) {
	return v; } int d(void) {
	return c(); // d
} /* e */ struct s { int m; }; int e(void) { return 0; }
enum { X, Y }; struct t { struct u { int z; } w; }; int last;
