/* SPDX-License-Identifier: MIT */
#include "sandbox.h"

#include <fcntl.h>

/* The list of what a list file gives. */
static source_list *read_list(const char *content, size_t len, bool nul_separated, const source_options *options)
{
	FILE *file = fopen("../list", "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(content, 1, len, file), len);
	fclose(file);
	source_list *list = source_list_create();
	error error = {0};
	static const source_options plain = {0};
	if (source_add_list(list, "../list", nul_separated, options != NULL ? options : &plain, &error) < 0)
		fail_msg("%s", error.message);
	source_list_close(list);
	return list;
}

#define lines(content) read_list(content, sizeof(content) - 1, false, NULL)
#define nuls(content) read_list(content, sizeof(content) - 1, true, NULL)

static void lines_name_files(void **state)
{
	(void)state;
	sandbox_files("a b", "c\"d'", "e/f", " g", "h\xFF");
	source_list *list = lines("a b\n./e/f\n\n g\nc\"d'\nh\xFF");
	assert_int_equal(list->root_count, 1);
	assert_string_equal(list->roots[0], ".");
	sandbox_expect(list, " g", "a b", "c\"d'", "e/f", "h\xFF");
}

static void carriage_returns_belong_to_the_line_end(void **state)
{
	(void)state;
	sandbox_files("a", "b", "c\r");
	sandbox_expect(lines("a\r\nb\r\n\r\nc\r\n"), "a", "b", "c\r");
	sandbox_expect(lines("\xEF\xBB\xBF"
			     "a\r\nb\r"),
		       "a", "b");
}

static void nuls_separate_any_name(void **state)
{
	(void)state;
	sandbox_files("a\nb", "c\r", "d");
	sandbox_expect(nuls("a\nb\0\0c\r\0d"), "a\nb", "c\r", "d");
	sandbox_expect(nuls("d\0"), "d");
	sandbox_expect_none(nuls(""));
}

static void missing_files_are_failed_skips(void **state)
{
	(void)state;
	sandbox_files("a");
	source_list *list = lines("no/such\na\na/b\r\n");
	assert_int_equal(list->skip_count, 2);
	assert_true(sandbox_skip(list, "no/such")->failed);
	assert_string_equal(sandbox_skip(list, "no/such")->why, "no such file or folder");
	assert_true(sandbox_skip(list, "a/b")->failed);
	sandbox_expect(list, "a");
}

static void folders_are_walked_and_doubles_dropped(void **state)
{
	(void)state;
	sandbox_files("p/a", "p/q/b", "p/.hidden", "p/ignored");
	sandbox_file("p/.gitignore", "ignored\n");
	sandbox_expect(lines("p/q/b\n./p/\np/q\np/a\np/a\n"), "p/a", "p/q/b");
	/* Who lists a file wants it. */
	sandbox_expect(lines("p\np/.hidden\np/ignored\n"), "p/.hidden", "p/a", "p/ignored", "p/q/b");
	sandbox_expect(lines("."), "p/a", "p/q/b");
}

static void options_choose_among_listed_files(void **state)
{
	(void)state;
	sandbox_files("a.c", "b.h", "test/c.c", "x/test/d.c", "gen/e.c", "f.c");
	static const char content[] = "a.c\nb.h\ntest/c.c\n./x/test/d.c\ngen/e.c\nf.c\n";
	source_options options = {
		.include_exts = (const char *const[]){"c", NULL},
		.exclude_dirs = (const char *const[]){"test", NULL},
		.excludes = (const char *const[]){"/gen", "f.*", NULL},
	};
	sandbox_expect(read_list(content, sizeof(content) - 1, false, &options), "a.c");
	options = (source_options){.max_file_size = 1};
	source_list *list = read_list("a.c", 3, false, &options);
	assert_int_equal(list->skip_count, 1);
	sandbox_expect_none(list);
}

static void standard_input_is_a_list(void **state)
{
	(void)state;
	sandbox_files("a", "b");
	sandbox_file("../names", "b\na\n");
	int saved = dup(STDIN_FILENO), file = open("../names", O_RDONLY);
	assert_true(file >= 0);
	dup2(file, STDIN_FILENO);
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_list(list, "-", false, &options, &error), 0);
	source_list_close(list);
	if (saved >= 0)
		dup2(saved, STDIN_FILENO);
	close(saved);
	close(file);
	sandbox_expect(list, "a", "b");
}

static void unreadable_lists_are_errors(void **state)
{
	(void)state;
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_list(list, "no-list", false, &options, &error), -1);
	assert_non_null(strstr(error.message, "no-list: "));
	assert_non_null(strstr(error.message, "no such file"));
	assert_int_equal(source_add_list(list, ".", false, &options, &error), -1);
	FILE *file = fopen("nuls", "wb");
	assert_non_null(file);
	fwrite("a\0b\0", 1, 4, file);
	fclose(file);
	assert_int_equal(source_add_list(list, "nuls", false, &options, &error), -1);
	assert_non_null(strstr(error.message, "--null"));
	source_list_destroy(list);
}

static void lists_and_paths_go_together(void **state)
{
	(void)state;
	sandbox_files("p/a", "p/b", "c");
	sandbox_file("../names", "p/b\nc\n");
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	assert_int_equal(source_add_path(list, "p", &options, &error), 0);
	assert_int_equal(source_add_list(list, "../names", false, &options, &error), 0);
	assert_int_equal(source_add_path(list, "p/b", &options, &error), 0);
	source_list_close(list);
	assert_int_equal(list->root_count, 3);
	sandbox_expect(list, "a", "b", "c");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(lines_name_files),
		sandbox_test(carriage_returns_belong_to_the_line_end),
		sandbox_test(nuls_separate_any_name),
		sandbox_test(missing_files_are_failed_skips),
		sandbox_test(folders_are_walked_and_doubles_dropped),
		sandbox_test(options_choose_among_listed_files),
		sandbox_test(standard_input_is_a_list),
		sandbox_test(unreadable_lists_are_errors),
		sandbox_test(lists_and_paths_go_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
