/* SPDX-License-Identifier: MIT */
/* Which files git vouches for, in repositories that git itself makes. */
#include "sandbox.h"

#include "base/buffer.h"

#include <fcntl.h>

/* What is said of the files of a list: a mark for each, '-' for nothing, '~' where ends of lines may differ, '=' for the blob itself. */
typedef struct told {
	const source_list *list;
	char marks[32];
	char ids[32][41];
} told;

static void take(void *payload, uint32_t file, text blob, bool exact)
{
	told *told = payload;
	assert_int_equal(blob.len, 20);
	assert_int_equal(told->marks[file], '-');
	told->marks[file] = exact ? '=' : '~';
	for (size_t i = 0; i < blob.len; i++)
		snprintf(told->ids[file] + 2 * i, 3, "%02x", (unsigned)(unsigned char)blob.data[i]);
}

static told tell(source_list *list)
{
	told told = {.list = list};
	assert_true(list->file_count < sizeof(told.marks));
	memset(told.marks, '-', list->file_count);
	source_list_vouch(list, take, &told);
	return told;
}

/* The files of a PATH and their marks, in order. */
static void expect(const char *path, const char *wanted)
{
	source_list *list = sandbox_list(path, NULL);
	told told = tell(list);
	buffer found = BUFFER_INIT;
	for (size_t i = 0; i < list->file_count; i++)
		buffer_printf(&found, "%s%s%c", i > 0 ? " " : "", list->files[i].shown, told.marks[i]);
	assert_string_equal(buffer_string(&found), wanted);
	buffer_finish(&found);
	source_list_destroy(list);
}

#define git(...) git_with((char *[]){"git", "-c", "user.name=x", "-c", "user.email=x@x", __VA_ARGS__, NULL})
static void git_with(char *const arguments[])
{
	assert_int_equal(sandbox_run(arguments, NULL), 0);
}

/* Long enough for the index to be written in another tick of the clock than the files. */
static void pause_for_clock(void)
{
	usleep(50000);
}

static void make_repository(void)
{
	if (sandbox_run((char *[]){"git", "--version", NULL}, NULL) != 0)
		skip();
	git("init", "-q", ".");
	sandbox_file("a.c", "int a;\n");
	sandbox_file("sub/b.c", "int b;\n");
	sandbox_file("sub/b/c.c", "int c;\n");
	sandbox_file("sub.c", "int d;\n");
	pause_for_clock();
	git("add", ".");
}

static void test_vouches(void **state)
{
	(void)state;
	make_repository();
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c=");
	sandbox_file("new.c", "int n;\n");
	expect(".", "a.c= new.c- sub.c= sub/b.c= sub/b/c.c=");
	/* From below the top, and by another name. */
	expect("sub", "b.c= b/c.c=");
	assert_int_equal(chdir("sub"), 0);
	expect(".", "b.c= b/c.c=");
	expect("..", "a.c= new.c- sub.c= sub/b.c= sub/b/c.c=");
	assert_int_equal(chdir("b"), 0);
	expect("../..", "a.c= new.c- sub.c= sub/b.c= sub/b/c.c=");
}

static void test_names_blobs(void **state)
{
	(void)state;
	make_repository();
	source_list *list = sandbox_list(".", NULL);
	told told = tell(list);
	/* What git hash-object says of "int a;\n". */
	assert_int_equal(sandbox_run((char *[]){"git", "hash-object", "a.c", NULL}, "../id"), 0);
	char id[41] = "";
	FILE *file = fopen("../id", "r");
	assert_non_null(file);
	assert_non_null(fgets(id, sizeof(id), file));
	fclose(file);
	assert_string_equal(told.ids[0], id);
	source_list_destroy(list);
}

/* Same size, and the time of modification set back: the time of change tells. */
static void test_sees_changes(void **state)
{
	(void)state;
	make_repository();
	struct stat status;
	assert_int_equal(stat("a.c", &status), 0);
	sandbox_file("a.c", "int z;\n");
	const struct timespec times[] = {status.st_atim, status.st_mtim};
	assert_int_equal(utimensat(AT_FDCWD, "a.c", times, 0), 0);
	assert_int_equal(rename("sub.c", "sub.old"), 0);
	sandbox_file("sub.c", "int d;\n");
	expect(".", "a.c- sub.c- sub.old- sub/b.c= sub/b/c.c=");
}

/* A file that was added as it was written: a change in the same tick of the clock would not show. */
static void test_waits_for_clock(void **state)
{
	(void)state;
	make_repository();
	struct stat status;
	assert_int_equal(stat("a.c", &status), 0);
	const struct timespec times[] = {status.st_mtim, status.st_mtim};
	assert_int_equal(utimensat(AT_FDCWD, ".git/index", times, 0), 0);
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
}

static void test_heeds_promises(void **state)
{
	(void)state;
	make_repository();
	git("update-index", "--assume-unchanged", "a.c");
	git("update-index", "--skip-worktree", "sub/b.c");
	sandbox_file("later.c", "int l;\n");
	git("add", "--intent-to-add", "later.c");
	expect(".", "a.c- later.c- sub.c= sub/b.c- sub/b/c.c=");
}

static void test_heeds_conversions(void **state)
{
	(void)state;
	make_repository();
	sandbox_file(".gitattributes", "a.c filter=x\nsub/b.c ident\nsub.c text\nsub/b/c.c -text\n");
	expect(".", "a.c- sub.c~ sub/b.c- sub/b/c.c=");
	sandbox_file(".gitattributes", "*.c working-tree-encoding=UTF-16\n");
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
	assert_int_equal(unlink(".gitattributes"), 0);
	git("config", "core.autocrlf", "input");
	expect(".", "a.c~ sub.c~ sub/b.c~ sub/b/c.c~");
	git("config", "core.attributesFile", "elsewhere");
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
}

static void test_heeds_the_users_conversions(void **state)
{
	(void)state;
	make_repository();
	sandbox_file("../home/.config/git/attributes", "*.c filter=x\n");
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
	sandbox_file("../home/.config/git/attributes", "*.c diff=c\n");
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c=");
	sandbox_file("../home/.gitconfig", "[core]\n\tautoCRLF = true\n");
	expect(".", "a.c~ sub.c~ sub/b.c~ sub/b/c.c~");
}

/* An index that others can write may say what it likes. */
static void test_trusts_own_index_only(void **state)
{
	(void)state;
	make_repository();
	assert_int_equal(chmod(".git/index", 0666), 0);
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
	assert_int_equal(chmod(".git/index", 0644), 0);
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c=");
	assert_int_equal(rename(".git/index", ".git/other"), 0);
	assert_int_equal(symlink("other", ".git/index"), 0);
	expect(".", "a.c- sub.c- sub/b.c- sub/b/c.c-");
}

static void test_versions_of_the_index(void **state)
{
	(void)state;
	make_repository();
	git("update-index", "--index-version", "4");
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c=");
	git("update-index", "--split-index");
	source_list *list = sandbox_list(".", NULL);
	(void)tell(list); /* whatever is said: nothing is broken */
	source_list_destroy(list);
}

static void test_repositories_within(void **state)
{
	(void)state;
	make_repository();
	assert_int_equal(chdir("sub"), 0);
	git("init", "-q", ".");
	pause_for_clock();
	git("add", "b.c");
	assert_int_equal(chdir(".."), 0);
	/* What lies in the inner one is its own affair. */
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c-");
}

static void test_worktree(void **state)
{
	(void)state;
	make_repository();
	git("commit", "-q", "-m", "x");
	git("worktree", "add", "-q", "../tree");
	assert_int_equal(chdir("../tree"), 0);
	pause_for_clock();
	git("update-index", "--force-write-index", "--refresh");
	expect(".", "a.c= sub.c= sub/b.c= sub/b/c.c=");
}

#define test(name) cmocka_unit_test_setup_teardown(name, sandbox_setup, sandbox_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(test_vouches),
		test(test_names_blobs),
		test(test_sees_changes),
		test(test_waits_for_clock),
		test(test_heeds_promises),
		test(test_heeds_conversions),
		test(test_heeds_the_users_conversions),
		test(test_trusts_own_index_only),
		test(test_versions_of_the_index),
		test(test_repositories_within),
		test(test_worktree),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
