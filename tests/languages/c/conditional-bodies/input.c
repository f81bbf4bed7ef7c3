#if defined(A) /* one */
int head(int a)
#else // two
int head(int a, int b)
#endif
{
	return a;
}
#if 0
it's not looked at
/* yet comments are found */
#endif
int after(void)
{
#ifdef B
	if (1) {
#else
	if (2) {
#endif
		return 1;
	}
	return 0;
}
