/* SPDX-License-Identifier: MIT */
#include "sandbox.h"

#include <sys/socket.h>
#include <sys/un.h>

static void lists_files_in_order(void **state)
{
	(void)state;
	sandbox_files("b", "a/z", "a-b", "a.c", "a/b/c", "B", "\xFF", "\xC3\xA9");
	sandbox_expect(sandbox_list(".", NULL), "B", "a-b", "a.c", "a/b/c", "a/z", "b", "\xC3\xA9", "\xFF");
}

static void keeps_every_byte_of_a_name(void **state)
{
	(void)state;
	sandbox_files(" ", "a\nb", "a\"b'c", "a\\b", "-", "--help", "*", "x\xFFy/\x01", "tab\t");
	sandbox_expect(sandbox_list(".", NULL), " ", "*", "-", "--help", "a\nb", "a\"b'c", "a\\b", "tab\t",
		       "x\xFFy/\x01");
}

static void knows_size_path_and_root(void **state)
{
	(void)state;
	sandbox_file("p/q/a.c", "12345");
	sandbox_file("r.c", "");
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_path(list, "p/", &options, &error), 0);
	assert_int_equal(source_add_path(list, "./r.c", &options, &error), 0);
	source_list_close(list);
	assert_int_equal(list->root_count, 2);
	assert_string_equal(list->roots[0], "p/");
	assert_string_equal(list->roots[1], "./r.c");
	assert_int_equal(list->file_count, 2);
	assert_string_equal(list->files[0].path, "p/q/a.c");
	assert_string_equal(list->files[0].shown, "q/a.c");
	assert_int_equal(list->files[0].size, 5);
	assert_int_equal(list->files[0].root, 0);
	assert_string_equal(list->files[1].shown, "r.c");
	assert_int_equal(list->files[1].size, 0);
	assert_int_equal(list->files[1].root, 1);
	source_list_destroy(list);
}

static void spellings_of_a_folder_are_alike(void **state)
{
	(void)state;
	sandbox_files("p/a", "p/q/b");
	static const char *const spellings[] = {"p", "p/", "./p", "p//", "p/q/..", "p/."};
	for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++)
		sandbox_expect(sandbox_list(spellings[i], NULL), "a", "q/b");
	char *full = realpath("p", NULL);
	sandbox_expect(sandbox_list(full, NULL), "a", "q/b");
	free(full);
	sandbox_expect(sandbox_list("./", NULL), "p/a", "p/q/b");
}

static void missing_path_is_an_error(void **state)
{
	(void)state;
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_path(list, "no/such", &options, &error), -1);
	assert_string_equal(error.message, "no/such: no such file or folder");
	assert_int_equal(source_add_path(list, "", &options, &error), -1);
	sandbox_file("file", "");
	assert_int_equal(source_add_path(list, "file/", &options, &error), -1);
	assert_int_equal(source_add_path(list, "file/x", &options, &error), -1);
	source_list_close(list);
	sandbox_expect_none(list);
}

static void hidden_names_are_left_out_unless_wanted(void **state)
{
	(void)state;
	sandbox_files("a", ".b", ".c/d", "e/.f");
	sandbox_expect(sandbox_list(".", NULL), "a");
	source_options options = {.hidden = true};
	sandbox_expect(sandbox_list(".", &options), ".b", ".c/d", "a", "e/.f");
	/* A PATH is not judged. */
	sandbox_expect(sandbox_list(".c", NULL), "d");
	sandbox_expect(sandbox_list(".b", NULL), ".b");
}

static void version_control_is_never_entered(void **state)
{
	(void)state;
	sandbox_files("a", ".git/config", "s/.hg/x", ".svn/x", ".bzr/x", "_darcs/x", "CVS/x", "t/CVS", "u/_darcs");
	sandbox_file("sub/.git", "gitdir: ../elsewhere\n");
	sandbox_files("sub/b", "_darcs2/c");
	source_options options = {.hidden = true, .no_ignore = true};
	sandbox_expect(sandbox_list(".", &options), "_darcs2/c", "a", "sub/b", "t/CVS", "u/_darcs");
}

static void special_files_are_never_opened(void **state)
{
	(void)state;
	sandbox_files("a");
	assert_int_equal(mkfifo("fifo.c", 0666), 0);
	assert_int_equal(mkfifo(".gitignore", 0666), 0);
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	strcpy(address.sun_path, "socket.c");
	int server = socket(AF_UNIX, SOCK_STREAM, 0);
	assert_int_equal(bind(server, (const struct sockaddr *)&address, sizeof(address)), 0);
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(list->skip_count, 0);
	sandbox_expect(list, "a");

	/* Asked for by name, it is said that nothing can be done with it. */
	list = sandbox_list("fifo.c", NULL);
	assert_true(sandbox_skip(list, "fifo.c")->failed);
	sandbox_expect_none(list);
	assert_int_equal(source_file_open("fifo.c", &(struct stat){0}), -1);
	close(server);
}

static void large_files_become_skips(void **state)
{
	(void)state;
	sandbox_file("big", "12345");
	sandbox_file("fits", "1234");
	source_options options = {.max_file_size = 4};
	source_list *list = sandbox_list(".", &options);
	const source_skip *skip = sandbox_skip(list, "big");
	assert_false(skip->failed);
	assert_string_equal(skip->why, "larger than 4 bytes");
	assert_int_equal(list->skip_count, 1);
	sandbox_expect(list, "fits");
}

static void extensions_choose(void **state)
{
	(void)state;
	sandbox_files("a.c", "b.H", "c.d.ts", "d.ts", "e", ".ts", "f.c/g.x", "h.cc");
	source_options options = {.hidden = true, .include_exts = (const char *const[]){"c", ".h", "d.ts", NULL}};
	sandbox_expect(sandbox_list(".", &options), "a.c", "b.H", "c.d.ts");
	options = (source_options){.hidden = true, .exclude_exts = (const char *const[]){"C", "ts", NULL}};
	sandbox_expect(sandbox_list(".", &options), ".ts", "b.H", "e", "f.c/g.x", "h.cc");
	options.include_exts = (const char *const[]){NULL};
	sandbox_expect(sandbox_list(".", &options), ".ts", "b.H", "e", "f.c/g.x", "h.cc");
	/* Whoever names a file wants it. */
	options.include_exts = (const char *const[]){"x", NULL};
	sandbox_expect(sandbox_list("a.c", &options), "a.c");
}

static void excludes_choose(void **state)
{
	(void)state;
	sandbox_files("a/test/x", "b/tests/x", "test", "c/d/x", "e/c/d/x", "f/y.min.js", "f/y.js", "#z");
	source_options options = {.exclude_dirs = (const char *const[]){"test*", "c/d/", NULL}};
	sandbox_expect(sandbox_list(".", &options), "#z", "e/c/d/x", "f/y.js", "f/y.min.js", "test");
	options = (source_options){.excludes = (const char *const[]){"*.min.js", "./e/**/x", "test", "#z", NULL}};
	sandbox_expect(sandbox_list(".", &options), "b/tests/x", "c/d/x", "f/y.js");
	options = (source_options){.excludes = (const char *const[]){"*", "!*/", "!y.js", NULL}, .no_ignore = true};
	sandbox_expect(sandbox_list(".", &options), "f/y.js");
	sandbox_expect(sandbox_list("f/y.min.js", &options), "f/y.min.js");
}

static void overlapping_paths_count_once(void **state)
{
	(void)state;
	sandbox_files("p/a", "p/q/b", "c");
	assert_int_equal(link("c", "hard"), 0);
	char *full = realpath("p/q", NULL);
	const char *const paths[] = {"p/q", "./p", "c", ".", full, "p/../c", "p/a"};
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++)
		assert_int_equal(source_add_path(list, paths[i], &options, &error), 0);
	source_list_close(list);
	assert_int_equal(list->root_count, 7);
	/* Once more, as for skips that came later: nothing else changes. */
	source_list_skip(list, "late", "why", false);
	source_list_close(list);
	assert_string_equal(list->files[0].path, "p/q/b");
	assert_int_equal(list->files[1].root, 1);
	assert_int_equal(list->files[2].root, 2);
	sandbox_expect(list, "b", "a", "c", "hard");
	free(full);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(lists_files_in_order),
		sandbox_test(keeps_every_byte_of_a_name),
		sandbox_test(knows_size_path_and_root),
		sandbox_test(spellings_of_a_folder_are_alike),
		sandbox_test(missing_path_is_an_error),
		sandbox_test(hidden_names_are_left_out_unless_wanted),
		sandbox_test(version_control_is_never_entered),
		sandbox_test(special_files_are_never_opened),
		sandbox_test(large_files_become_skips),
		sandbox_test(extensions_choose),
		sandbox_test(excludes_choose),
		sandbox_test(overlapping_paths_count_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
