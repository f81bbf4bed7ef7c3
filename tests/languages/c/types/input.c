struct declared;
struct point {
	int x, y;

	/* inside */
};

typedef struct {
	int a;
} named_by_typedef;

typedef struct tag {
	int a;
} other_t, *pointer_t;

union both { int i; float f; } shared;

enum colour {
	RED, GREEN,
};

static const struct outer {
	struct { int x; } position;
	union inner { char c; } u;
	enum { ONE } number;
	struct point p;
} table[] = {
	{ { 1 }, { 2 }, ONE, { 3, 4 } },
};

typedef enum
{
	A
}
split;

struct point make(struct point p)
{
	struct local { int q; } l;
	return (struct point){ 1, 2 };
}
