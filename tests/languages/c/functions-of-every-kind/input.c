int declared(int a);
int (*returns_pointer(int a))(int, char)
{
	return 0;
}
static inline __attribute__((always_inline)) int
attributed(void)
{
	return 1;
}
int old(a, b)
	int a;
	char *b;
{
	return a + *b;
}
[[nodiscard]] int standard(void) { return 1; }
_Noreturn void never(void)
{
	for (;;)
		;
}
unsigned long long *many_words(const char *restrict s, ...)
{
	return 0;
}
int (parenthesized)(void)
{
	return 0;
}
struct point { int x, y; } make(void)
{
	return (struct point){ .x = 1 };
}
