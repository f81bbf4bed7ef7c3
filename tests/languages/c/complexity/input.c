int ifs(int a, int b)
{
	if (a && b || a)
		return 1;
	else if (b)
		return 2;
	else
		return a ? b : 3;
}

void loops(void)
{
	for (int i = 0; i < 3; i++)
		while (i)
			do
				break;
			while (1);
}

int choose(int x)
{
	switch (x) {
	case 1:
	case 2:
		if (x)
			return 1;
	default:
		goto out;
	}
out:
	return 0;
}

void conditions(int a)
{
#if defined(A) && defined(B) || (C && D)
	if (a) { }
#elif E || F
	if (!a) { }
#endif
}

int operators(int a, int b, int c)
{
	return a && b && c || (a || b) && !(a && c);
}
