/* SPDX-License-Identifier: MIT */
/* What a preprocessor makes of a text, and the skeleton leaves out: macros on lines of their own, alternatives of conditions. */
#include "skeleton_check.h"

static const char *const none[] = {NULL};
static const char *const bodies[] = {"struct", NULL};
static const char *const types[] = {"extern", NULL};
static const char *const keeps[] = {"__attribute__", "if", "else", NULL};
static const char *const labels[] = {"#", NULL};
static const char *const directives[] = {"#define", "#include", NULL};
static const char *const opens[] = {"#if", "#ifdef", NULL};
static const char *const turns[] = {"#else", "#elif", NULL};
static const char *const closes[] = {"#endif", NULL};
static const lexis c = {.preprocessor = {opens, turns, closes},
			.skeleton = {.words = none,
				     .bodies = bodies,
				     .types = types,
				     .keeps = keeps,
				     .labels = labels,
				     .directives = directives,
				     .semicolons = true,
				     .macros = true,
				     .heads = true}};

static void leaves_out_directives_with_blanks(void **state)
{
	(void)state;
	check(&c, false, "#\tdefine a b\n#\t include <c>\nint d() {}\n", "\n\nint d() {}\n");
	check(&c, false, "#\tdefined\nint d() {}\n", "#\tdefined\nint d() {}\n");
	check(&c, false, "#\ndefine a\nint d() {}\n", "#\ndefine a\nint d() {}\n");
}

static void leaves_out_macros_on_their_lines(void **state)
{
	(void)state;
	check(&c, false, "A(b, c *)\n\nint d() {}\n", "\n\nint d() {}\n");
	check(&c, false, "A(b)\nC(\"d\")\n\nE *f() {}\n", "\n\nE *f() {}\n");
	check(&c, false, "A(b)\n// c\nD f() {}\n", "\n\nD f() {}\n");
	check(&c, false, "AB\n\nCD(e) {}\nAB\nint f() {}\n", "\n\nCD(e) {}\nAB\nint f() {}\n");
	check(&c, false, "A(b)\n\nstruct { c; };\n", "\n\nstruct {};\n");
	check(&c, false, "A(b)\n#if c\nint d() {}\n#endif\n", "\n#if c\nint d() {}\n#endif\n");
	check(&c, false, "int a() {}\nB(a)\nCC\n#if d\nE(f)\n#endif\nint g() {}\n",
	      "int a() {}\n\n\n#if d\n\n#endif\nint g() {}\n");
}

/* A function's head may look like a macro, and a macro may belong to what is behind it. */
static void keeps_macros_that_are_of_more(void **state)
{
	(void)state;
	check(&c, false, "TEST(a)\n{}\n", "TEST(a)\n{}\n");
	check(&c, false, "A(b) int c() {}\n", "A(b) int c() {}\n");
	check(&c, false, "A(b)\nB(c)\n{}\n", "A(b)\nB(c)\n{}\n");
	check(&c, false, "__attribute__((a))\nint b() {}\n", "__attribute__((a))\nint b() {}\n");
	check(&c, false, "A[1] B(c)\nint d() {}\n", "A[1] B(c)\nint d() {}\n");
	check(&c, false, "main(a)\nint a;\n{}\n", NULL);
	check(&c, false, "main()\n/* a */\n{}\n", NULL);
}

/* Not so the loop of a macro, nor what words that are no types stand before. */
static void keeps_functions_in_functions(void **state)
{
	(void)state;
	check(&c, false, "int a() { b(); int c(int d) { e(f); } }\n", "int a() { b(); int c(int d) {} }\n");
	check(&c, false, "int a() { b *c() { d; } e; }\n", "int a() { b *c() {} e; }\n");
	check(&c, false, "int a() { each(b) { c; } }\n", "int a() {}\n");
	check(&c, false, "int a() {\n#if b\n#endif\neach(b) { c; } }\n", "int a() {\n}\n");
	check(&c, false, "int a() { if (b) c(); else each(b) { c; } }\n", "int a() {}\n");
}

static void takes_the_first_of_heads(void **state)
{
	(void)state;
	check(&c, false, "int\n#if a\nb()\n#else\nc()\n#endif\n{ d; }\n", "int\n\nb()\n\n{}\n");
	check(&c, false, "int\n#if a // b\nA\n#endif\nc() {}\n", "int\n\nA\n\nc() {}\n");
	check(&c, false, "#if defined(a)\nint b(c)\n#else // d\nint b(e)\n#endif\n{}\n", "\nint b(c)\n\n{}\n");
	check(&c, false, "#ifdef a\nint b(int c) {\n#elif d\nint e(int c) {\n#else /* f */\nint e() {\n#endif\nc; }\n",
	      "\nint b() {\n}\n");
}

static void takes_the_first_of_alternatives_that_leave_brackets_open(void **state)
{
	(void)state;
	check(&c, false, "int a() {\n#if b\nif (c) {\n#else\nif (d) {\n#\tif e\n}\n#\t endif\n#endif // f\n} }\n",
	      "int a() {\n}\n");
	check(&c, false, "int a() { if (b) {\n#if c\n} else {\n#else\n} else if (d) {\n#endif\n} }\nint e() {}\n",
	      "int a() {\n}\nint e() {}\n");
	check(&c, false, "int a() {\n#if b\n{\n#else\n}}} \"\n#if\" /* #if\n#endif */\n#endif\n} }\n",
	      "int a() {\n}\n");
}

/* As where they stand between statements, or behind more than a head. */
static void keeps_all_alternatives_that_are_whole(void **state)
{
	(void)state;
	static const char bodies_by_macros[] = "#if a\nint b() C\nint d() C\n#else\nint b() {}\n#endif\n";
	check(&c, false, bodies_by_macros, bodies_by_macros);
	static const char whole[] = "#if a\nint b() {}\n#else\nint c() {}\n#endif\n";
	check(&c, false, whole, whole);
	check(&c, false, "AA\n#if a\nint b() {}\n#else\nint c() {}\n#endif\n",
	      "\n#if a\nint b() {}\n#else\nint c() {}\n#endif\n");
	check(&c, false, "#if a\nextern \"C\" {\n#endif\nint b() {}\n#if a\n}\n#endif\n",
	      "#if a\nextern \"C\" {\n#endif\nint b() {}\n#if a\n}\n#endif\n");
}

static void refuses_alternatives_that_do_not_end(void **state)
{
	(void)state;
	check(&c, false, "#if a\nint b() {\n#else\n}\n", NULL);
	check(&c, false, "int b() {\n#if a\n{\n#else\n}}\n#endif\n", NULL);
	check(&c, false, "#else\n#endif\n#endif\nint a() {}\n", "#else\n#endif\n#endif\nint a() {}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(leaves_out_directives_with_blanks),
		cmocka_unit_test(leaves_out_macros_on_their_lines),
		cmocka_unit_test(keeps_macros_that_are_of_more),
		cmocka_unit_test(keeps_functions_in_functions),
		cmocka_unit_test(takes_the_first_of_heads),
		cmocka_unit_test(takes_the_first_of_alternatives_that_leave_brackets_open),
		cmocka_unit_test(keeps_all_alternatives_that_are_whole),
		cmocka_unit_test(refuses_alternatives_that_do_not_end),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
