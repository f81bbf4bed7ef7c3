#define MAX(a, b) \
	((a) > (b) \
	 ? (a) : (b))

#define for_each(p, list) \
	for (p = list; p; p = p->next)

/* A loop by a macro is no function of its own. */
int loop(struct node *list)
{
	struct node *p;
	for_each(p, list) {
		if (p)
			return 1;
	}
	for_each_safe (p) {
		if (p) return 2;
	}
	return 0;
}

TEST(names)
{
	check(1);
}

static PyObject *
py_function(PyObject *self, PyObject *args) { return NULL; }

struct PACKED packed {
	int a;
};

#ifdef __cplusplus
extern "C" {
#endif

EXPORT int exported(int a)
{
	return a;
}

#ifdef __cplusplus
}
#endif

#ifdef ONE
int either(int a)
#else
int either(long a)
#endif
{
	return 0;
}

int last(void) { return 0; }

SYSCALL_DEFINE2(close, unsigned int, fd, int, flags)
{
	return fd ? 0 : 1;
}

API number leading(int a) { return a; }
API int *leading_pointer(int a, int b) { return 0; }
int EXPORT between(void) { return 0; }
extern int EXPORT behind_extern(int a) { return 0; }
int following(int a) UNUSED { return 0; }
int following_call(int a) LOCKS(m) { return 0; }

int hidden_if(int a)
{
	if (a == 1)
		return 1;
#ifdef TWO
	else if (a == 2) {
		return 2;
	}
#endif
	dispatch (CODE(a)) {
		return 3;
	}
	return 0;
}

int around(int a)
{
	int gnu_nested(int b) { return b; }
	return gnu_nested(a);
}
