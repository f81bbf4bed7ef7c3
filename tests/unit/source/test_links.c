/* SPDX-License-Identifier: MIT */
#include "sandbox.h"

static const source_options follow = {.follow_links = true};

static void links_are_not_followed_unasked(void **state)
{
	(void)state;
	sandbox_files("real/a", "b");
	sandbox_link("real", "dir");
	sandbox_link("b", "file");
	sandbox_link("nowhere", "broken");
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(list->skip_count, 0);
	sandbox_expect(list, "b", "real/a");
}

static void a_path_that_is_a_link_is_followed(void **state)
{
	(void)state;
	sandbox_files("real/a", "b");
	sandbox_link("real", "dir");
	sandbox_link("b", "file");
	sandbox_expect(sandbox_list("dir", NULL), "a");
	sandbox_expect(sandbox_list("file", NULL), "file");
}

static void followed_links_lead_to_what_is_elsewhere(void **state)
{
	(void)state;
	sandbox_files("out/a", "out/b/c", "out/d", "in/e");
	sandbox_link("../out/b", "in/x/../dir");
	sandbox_link("../out/d", "in/file");
	sandbox_expect(sandbox_list("in", &follow), "dir/c", "e", "file");
}

static void nothing_is_counted_twice_over_links(void **state)
{
	(void)state;
	sandbox_files("z/a", "z/sub/b", "out/c");
	sandbox_link("z", "a-link");
	sandbox_link("z/sub", "b-link");
	sandbox_link("z/a", "c-link");
	/* What is only reached over links is shown by the first of those that lead to its folder. */
	sandbox_link("../out", "z/y-link");
	sandbox_link("../out", "z/x-link");
	sandbox_link("../out/c", "z/w-link");
	sandbox_expect(sandbox_list("z", &follow), "a", "sub/b", "x-link/c");
	sandbox_expect(sandbox_list(".", &follow), "out/c", "z/a", "z/sub/b");
}

static void loops_end(void **state)
{
	(void)state;
	sandbox_files("p/q/a", "other/b");
	sandbox_link("..", "p/q/up");
	sandbox_link(".", "p/here");
	sandbox_link("self", "p/self");
	sandbox_link("../../other", "p/q/there");
	sandbox_link("../p", "other/back");
	source_list *list = sandbox_list("p", &follow);
	assert_false(sandbox_skip(list, "p/self")->failed);
	assert_int_equal(list->skip_count, 1);
	sandbox_expect(list, "q/a", "q/there/b");
}

static void broken_links_are_told_when_followed(void **state)
{
	(void)state;
	sandbox_files("a");
	sandbox_link("nowhere", "broken");
	source_list *list = sandbox_list(".", &follow);
	assert_string_equal(sandbox_skip(list, "broken")->why, "broken link");
	assert_false(sandbox_skip(list, "broken")->failed);
	sandbox_expect(list, "a");
}

static void rules_hold_for_links(void **state)
{
	(void)state;
	sandbox_files("../out/a", "../out/b.o", "../out/.git/x", "../out/.h");
	sandbox_file(".gitignore", "ignored/\n*.o\n");
	sandbox_link("../out", "ignored");
	sandbox_link("../out", ".hidden");
	sandbox_link("../out/.git", ".git");
	sandbox_link("/dev/null", "device.c");
	sandbox_link("../out/b.o", "c.o");
	source_list *list = sandbox_list(".", &follow);
	assert_int_equal(list->skip_count, 0);
	sandbox_expect_none(list);
	/* The link's own folder says what holds below; ../out is a repository, though. */
	sandbox_link("../out", "seen");
	sandbox_expect(sandbox_list(".", &follow), "seen/a", "seen/b.o");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(links_are_not_followed_unasked),
		sandbox_test(a_path_that_is_a_link_is_followed),
		sandbox_test(followed_links_lead_to_what_is_elsewhere),
		sandbox_test(nothing_is_counted_twice_over_links),
		sandbox_test(loops_end),
		sandbox_test(broken_links_are_told_when_followed),
		sandbox_test(rules_hold_for_links),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
