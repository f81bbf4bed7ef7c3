/* SPDX-License-Identifier: MIT */
/* Frames alone, in what is left of a text: of files that the grammar does not understand, too. */
#include "counter_check.h"

static void check(void **state, const char *path, const char *source, const char *expected)
{
	count_options options = default_options();
	options.detail = COUNT_FRAMES;
	record record;
	buffer list = BUFFER_INIT;
	count(*state, &options, path, text_of(source), &record);
	assert_string_equal(list_frames(&record, &list), expected);
	buffer_finish(&list);
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

/* A brace too few, and nothing is believed: the whole text tells as much as it can. */
static void does_not_believe_where_braces_are_lost(void **state)
{
	check(state, "a.c", "int a(void)\n{\n\tif (b) {\n}\n", "a:1-4:0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(believes_what_macros_do_not_hide),
		cmocka_unit_test(does_not_believe_where_braces_are_lost),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
