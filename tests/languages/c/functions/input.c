#include <stdio.h>

int declared(int a);
extern void also_declared(void);

/* documented */
static inline int
plain(int a, char *b)
{
	return 0;
}

void nothing(void) { }

char **pointers(char **argv, int n, ...)
{
	return argv;
}

int (*returns_pointer(int a, int b))(int)
{
	return 0;
}

int (parenthesized)(int a) { return a; }

void callback(int (*f)(int, char), void (*g)(void))
{
	int (*local)(int x);
	int nested_declaration(int y);
}

static const struct pair *pair_of(const struct pair *p) { return p; }
__attribute__((noreturn)) void die(const char *why);
__attribute__((cold)) void cold(void) { }
static void __attribute__((unused)) unused(int a) { }
_Noreturn void leave(void) { for (;;) ; }
unsigned long long int many(void) { return 1; }
struct { int x; } anonymous_type(void);
int array_of(int a[static 10], int n) { return a[n]; }
