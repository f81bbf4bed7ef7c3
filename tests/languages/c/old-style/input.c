int add(a, b)
	int a;
	char *b; /* two parameters */
{
	return a;
}

static char *
copy(s)
	register char *s;
{
	return s;
}

int main(argc, argv)
int argc;
char **argv;
{
	return add(1, "");
}
