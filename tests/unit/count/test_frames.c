/* SPDX-License-Identifier: MIT */
/* Frames alone, in what is left of a text: of files that the grammar does not understand, too. */
#include "counter_check.h"

static void check_detail(void **state, enum count_detail detail, const char *path, const char *source,
			 const char *expected)
{
	count_options options = default_options();
	options.detail = detail;
	record record;
	buffer list = BUFFER_INIT;
	count(*state, &options, path, text_of(source), &record);
	assert_string_equal(list_frames(&record, &list), expected);
	buffer_finish(&list);
}

static void check(void **state, const char *path, const char *source, const char *expected)
{
	check_detail(state, COUNT_FRAMES, path, source, expected);
}

/* The same frames where complexity is asked for, which the whole text is needed for. */
static void check_both(void **state, const char *source, const char *expected)
{
	check(state, "a.c", source, expected);
	check_detail(state, COUNT_ALL, "a.c", source, expected);
}

/* Macros of C stand where its grammar expects nothing: all braces match, and so all functions are found. */
static void believes_what_macros_do_not_hide(void **state)
{
	check(state, "a.c", "static int __init a(void)\n{\n\treturn 0;\n}\n\nint b(void)\n{\n}\n", "a:1-4:0 b:6-8:0");
	check(state, "a.c",
	      "static int __init a(void)\n{\n\tint i;\n\n\tfor_each_cpu(i)\n\t\tj += per_cpu(k, i).l;\n\tm(j);\n}\n\n"
	      "static int __init b(void)\n{\n\tint c = 1;\n\treturn c;\n}\n",
	      "a:1-8:0 b:10-14:0");
	check(state, "a.c", "static noinline int a(int b,\n\tint c)\n{\n}\n", "a:1-4:0");
}

/* Shapes that are met again, with heads that the grammar knows, and does not know. */
static void tells_shapes_that_macros_are_in(void **state)
{
#define BODY "\n{\n\treturn 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 + 10 + 11 + 12 + 13 + 14 + 15;\n}\n"
	check(state, "a.c",
	      "static int __init a(void)" BODY "static int __init b(int c)" BODY "static int __exit d(void)" BODY,
	      "a:1-4:0 b:5-8:0 d:9-12:0");
	check(state, "a.c", "int a(b, c)" BODY "int d(e, f)" BODY "int g(int, h)" BODY, "a:1-4:0 d:5-8:0 g:9-12:0");
	check(state, "a.c", "A(b)" BODY "C(d)" BODY "E(f)" BODY, "A(b):1-4:0 C(d):5-8:0 E(f):9-12:0");
	check(state, "a.c", "#ifdef A\nB(c, int d)" BODY "#endif /* A */\n#ifdef E\nF(g, int h)" BODY "#endif // E\n",
	      "B(c):2-5:0 F(g):8-11:0");
#undef BODY
}

/* An error that goes on over statements that were left out: they are put to the grammar again, with it. The line that it
 * ends on is taken for part of what is behind it. */
static void keeps_known_statements_out_of_errors(void **state)
{
	check(state, "a.c",
	      "int a(void)\n{\treturn 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8;\n}\nint b(void)\n{\treturn 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8;\n}\n"
	      "static struct {\n\tint c;\n} d __attribute((common));\n\nint e(void)\n{\treturn 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8;\n}\n"
	      "static void\nf\xC3\xBC(void)\n{\treturn 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8;\n}\n",
	      "a:1-3:0 b:4-6:0 (anonymous):7-9:0 e:9-13:0 f\xC3\xBC:14-17:0");
}

static void finds_nothing_in_conditions_alone(void **state)
{
	check(state, "a.h", "#ifndef A\n#define A(b) { b }\nint c(void);\n# if D\n#else // e\n#endif\n#endif\n", "");
}

/* A brace too few, and nothing is believed: the whole text tells as much as it can. */
static void does_not_believe_where_braces_are_lost(void **state)
{
	check(state, "a.c", "int a(void)\n{\n\tif (b) {\n}\n", "a:1-4:0");
}

/* A macro that stands for a function of its own hides none behind it, nor is it of that. */
static void finds_functions_behind_macros(void **state)
{
	check_both(state, "SLOT1(a, b, PyObject *)\n\nstatic int\nc(PyObject *d)\n{\n\treturn 1;\n}\n", "c:3-7:0");
	check_both(state, "A(b)\nC(\"d\", e *)\n#ifdef F\nG(h)\n#endif\n\nint i(void)\n{\n}\n", "i:7-9:0");
	check_both(state, "void __init __weak a(void) { }\n", "a:1-1:0");
}

/* Which of them holds is not known; each of them is not understood by itself, the first of them and what is behind all is. */
static void takes_the_first_of_alternatives(void **state)
{
	check_both(state, "int\n#ifdef A\nb(void)\n#else\nc(void)\n#endif\n{\n}\nint d(void)\n{\n}\n",
		   "b:1-8:0 d:9-11:0");
	check_both(state, "#if A\nint b(int c) {\n#else\nint b() {\n#endif\n\treturn 1;\n}\nint d(void)\n{\n}\n",
		   "b:2-7:0 d:8-10:0");
	check_both(
		state,
		"int a(void)\n{\n#if B\n\tif (c) {\n#else\n\tif (d) {\n#endif\n\t\treturn 1;\n\t}\n}\nint e(void)\n{\n}\n",
		"a:1-10:0 e:11-13:0");
}

/* if, && and while of a, for and ? of b, which the grammar alone does not see; c is as it finds it. */
static void measures_what_the_grammar_did_not_find(void **state)
{
	static const char source[] =
		"int a(int d)\n{\n#if B\n\tif (c && d) {\n#else\n\tif (d) {\n#endif\n\t\twhile (d)\n\t\t\t;\n\t}\n}\n"
		"SLOT(a, b, c *)\nstatic int b(int e, int f)\n{\n\tfor (;;)\n\t\treturn e ? 1 : 2;\n}\n"
		"int c(void)\n{\n\treturn x || y;\n}\n";
	count_options options = default_options();
	record record;
	count(*state, &options, "a.c", text_of(source), &record);
	assert_int_equal(record.frame_count, 3);
	assert_int_equal(record.frames[1].counts.complexity, 3);
	assert_int_equal(record.frames[1].parameters, 2);
	assert_int_equal(record.frames[1].nesting, 2);
	assert_int_equal(record.frames[2].counts.complexity, 2);
}

/* Here-documents, quotes and patterns hold what would be functions or brackets elsewhere. */
static void finds_functions_of_a_shell(void **state)
{
	check(state, "a.sh",
	      "#!/bin/sh\na()\n{\n\tb \"}\" '}' \\}\n\tcase $c in\n\td) e ;;\n\tesac\n}\nf () (\n\tg\n)\n",
	      "a:2-8:0 f:9-11:0");
	check(state, "a.sh", "cat <<EOF\na() {\nEOF\nfunction b {\n\tcat <<-'EOF'\n\t}\n\t$(c() { d; })\n\tEOF\n}\n",
	      "b:4-9:0");
	check(state, "a.sh", "a() {\n\tb() { c; }\n\td=$(e \"$(f)\")\n} >/dev/null 2>&1\ng() { h; } | i\n",
	      "a:1-4:0 b:2-2:1 g:5-5:0");
	check(state, "a.sh", "echo a b c d e f g\nif b; then\n\tc\nfi\n", "");
}

/* What cannot be told without the grammar it is shown. */
static void shows_doubtful_shell_to_the_grammar(void **state)
{
	check(state, "a.sh", "a() if b; then\n\tc\nfi\nd() {\n\te\n}\n", "a:1-3:0 d:4-6:0");
	check(state, "a.sh", "a() {\n\tb\n} >\"c\nd\"\n", "a:1-4:0");
	check(state, "a.sh", "cat <<EOF\n$(a() { b; }; a)\nEOF\n", "a:2-2:0");
}

/* What words alone tell: what a property of PHP holds, and classes of R that are calls. */
static void finds_what_words_tell(void **state)
{
	check(state, "a.php",
	      "<?php\nnamespace A;\nclass B {\n\tpublic int $c { get { return d(1, 2, 3); } }\n\tfunction e(int $f = 1 + 2) {\n"
	      "\t\tif (g(4)) { h(5, 6); }\n\t\treturn new class($f) { var $i; };\n\t}\n}\n",
	      "A:2-9:0 B:3-9:1 $c:4-4:2 get:4-4:3 e:5-8:2 (anonymous):7-7:3");
	check(state, "a.php", "<?php\n$labels['a'] = 'b';\n$labels['c'] = d('e');\n", "");
	check(state, "a.r",
	      "f <- function(x, y = 1) {\n\tg(x, y, 2, 3)\n\tif (x) { h(4) }\n}\nA <- R6Class(\"A\", list(b = function() {\n\ti(5)\n}))\n"
	      "sapply(x, \\(y) j(y, 6))\nk(7, 8, 9)\n",
	      "f:1-4:0 A:5-7:0 b:5-7:1 (anonymous):8-8:0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(believes_what_macros_do_not_hide),
		cmocka_unit_test(tells_shapes_that_macros_are_in),
		cmocka_unit_test(keeps_known_statements_out_of_errors),
		cmocka_unit_test(finds_nothing_in_conditions_alone),
		cmocka_unit_test(finds_functions_behind_macros),
		cmocka_unit_test(takes_the_first_of_alternatives),
		cmocka_unit_test(measures_what_the_grammar_did_not_find),
		cmocka_unit_test(does_not_believe_where_braces_are_lost),
		cmocka_unit_test(finds_functions_of_a_shell),
		cmocka_unit_test(shows_doubtful_shell_to_the_grammar),
		cmocka_unit_test(finds_what_words_tell),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
