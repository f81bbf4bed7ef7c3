int before(int a)
{
	return a; /* fine */
}

int broken(int a)
{
	if (a ==) {
		return a +;
	}
	char *s = "unclosed;
	return 0;
}

/* whole again */
int after(void)
{
	return 1 && 2;
}
