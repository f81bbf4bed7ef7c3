/* SPDX-License-Identifier: MIT */
/* Several walkers find what one finds. */
#include "sandbox.h"

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>

enum { FOLDERS = 40, FILES = 100 };

static const source_options one = {.walkers = 1}, many = {.walkers = 4};

/* Folders with some below; each third is the top of a repository, each fifth has rules of its own. */
static void make_wide(void)
{
	char path[64];
	sandbox_file(".gitignore", "build/\n*.o\n");
	sandbox_file(".gitattributes", "*.h linguist-generated\n*.t linguist-language=Perl\n");
	for (int i = 0; i < FOLDERS; i++) {
		for (int j = 0; j < FILES; j++) {
			static const char *const names[] = {"a/b/%d.c", "a/%d.h", "%d.o", "build/%d.c", "%d.t"};
			int len = snprintf(path, sizeof(path), "f%d/", i);
			(void)snprintf(path + len, sizeof(path) - (size_t)len, names[j % 5], j); /* NOLINT */
			sandbox_file(path, "x\n");
		}
		(void)snprintf(path, sizeof(path), "f%d/.git/", i);
		if (i % 3 == 0)
			sandbox_file(path, "");
		(void)snprintf(path, sizeof(path), "f%d/.gitignore", i);
		if (i % 5 == 0)
			sandbox_file(path, "*.t\n");
		(void)snprintf(path, sizeof(path), "f%d/a/.gitattributes", i);
		if (i % 5 == 1)
			sandbox_file(path, "*.h -linguist-generated linguist-vendored\n");
	}
}

static const char *repository_of(const source_list *list, const source_file *file)
{
	return file->repository > 0 ? list->repositories[file->repository - 1].folder : "";
}

static void expect_equal_files(const source_list *a, const source_list *b)
{
	assert_int_equal(a->file_count, b->file_count);
	for (size_t i = 0; i < a->file_count; i++) {
		const source_file *x = &a->files[i], *y = &b->files[i];
		assert_string_equal(x->path, y->path);
		assert_string_equal(x->shown, y->shown);
		assert_string_equal(x->place, y->place);
		assert_string_equal(repository_of(a, x), repository_of(b, y));
		assert_int_equal(x->root, y->root);
		assert_int_equal(x->folder, y->folder);
		assert_int_equal(x->size, y->size);
		assert_true(source_stamp_equals(&x->stamp, &y->stamp));
		assert_int_equal(x->attributes.generated, y->attributes.generated);
		assert_int_equal(x->attributes.vendored, y->attributes.vendored);
		const char *left = x->attributes.language, *right = y->attributes.language;
		assert_string_equal(left != NULL ? left : "", right != NULL ? right : "");
	}
}

static void expect_equal(const source_list *a, const source_list *b)
{
	expect_equal_files(a, b);
	assert_int_equal(a->repository_count, b->repository_count);
	assert_int_equal(a->ignored_count, b->ignored_count);
	assert_int_equal(a->hidden_count, b->hidden_count);
	assert_int_equal(a->skip_count, b->skip_count);
	for (size_t i = 0; i < a->skip_count; i++) {
		assert_string_equal(a->skips[i].path, b->skips[i].path);
		assert_string_equal(a->skips[i].why, b->skips[i].why);
	}
}

static void many_find_what_one_finds(void **state)
{
	(void)state;
	make_wide();
	source_list *alone = sandbox_list(".", &one);
	/* A repository within another does not obey its rules: there `build` and `.o` are found too. */
	size_t repositories = (FOLDERS + 2) / 3, ruled = FOLDERS / 5, part = FILES / 5;
	assert_int_equal(alone->file_count, FOLDERS * 3 * part + repositories * 2 * part - ruled * part);
	assert_int_equal(alone->repository_count, repositories);
	for (int i = 0; i < 10; i++) {
		source_list *together = sandbox_list(".", &many);
		expect_equal(alone, together);
		source_list_destroy(together);
	}
	source_list_destroy(alone);
}

static void skips_come_from_all(void **state)
{
	(void)state;
	make_wide();
	source_options options = {.walkers = 1, .max_file_size = 1};
	source_list *alone = sandbox_list(".", &options);
	options.walkers = 4;
	source_list *together = sandbox_list(".", &options);
	assert_int_equal(alone->file_count, 0);
	assert_true(alone->skip_count > FOLDERS);
	expect_equal(alone, together);
	source_list_destroy(alone);
	source_list_destroy(together);
}

/* What an earlier PATH found is found no second time, and stays where it is when a later one is walked. */
static void overlapping_paths_count_once(void **state)
{
	(void)state;
	make_wide();
	error error;
	source_list *alone = source_list_create(), *together = source_list_create();
	static const char *const paths[] = {"f1", ".", "f3"};
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		assert_int_equal(source_add_path(alone, paths[i], &one, &error), 0);
		assert_int_equal(source_add_path(together, paths[i], &many, &error), 0);
	}
	source_list_close(alone);
	source_list_close(together);
	expect_equal(alone, together);
	source_list_destroy(alone);
	source_list_destroy(together);
}

/* With too few descriptors for several at a time one walks alone. */
static void few_descriptors_are_for_one(void **state)
{
	(void)state;
	make_wide();
	struct rlimit saved, low;
	source_list *alone = sandbox_list(".", &one);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &saved), 0);
	low = saved;
	low.rlim_cur = 20;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
	source_list *together = sandbox_list(".", &many);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &saved), 0);
	expect_equal(alone, together);
	source_list_destroy(alone);
	source_list_destroy(together);
}

/* 77: folders cannot be mounted here. */
static int walk_mounted(void)
{
	if (unshare(CLONE_NEWNS) != 0 && unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0)
		return 77;
	if (mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
	    mount("f1", "twice", NULL, MS_BIND, NULL) != 0 || mount("f2", "f4/a/again", NULL, MS_BIND, NULL) != 0)
		return 77;
	source_list *alone = sandbox_list(".", &one);
	for (int i = 0; i < 10; i++) {
		source_list *together = sandbox_list(".", &many);
		expect_equal(alone, together);
		source_list_destroy(together);
	}
	source_list_destroy(alone);
	return 0;
}

/* Which of two ways to a folder counts does not depend on which of the walkers is faster. */
static void two_ways_to_a_folder_are_told_apart(void **state)
{
	(void)state;
	make_wide();
	sandbox_folders("twice/x");
	sandbox_folders("f4/a/again/x");
	fflush(NULL);
	pid_t child = fork();
	if (child == 0)
		_exit(walk_mounted());
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	if (WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(WEXITSTATUS(status), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(many_find_what_one_finds),
		sandbox_test(skips_come_from_all),
		sandbox_test(overlapping_paths_count_once),
		sandbox_test(few_descriptors_are_for_one),
		sandbox_test(two_ways_to_a_folder_are_told_apart),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
