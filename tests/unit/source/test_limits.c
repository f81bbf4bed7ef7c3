/* SPDX-License-Identifier: MIT */
/* Trees that are deep, locked or larger than the process may open. */
#include "sandbox.h"

#include <fcntl.h>
#include <limits.h>
#include <sys/resource.h>

/* Makes `depth` folders within each other; every so many have a file `f` and a folder `e` that holds `g`. */
static void make_deep(size_t depth, size_t every)
{
	int start = open(".", O_RDONLY | O_DIRECTORY);
	assert_true(start >= 0);
	for (size_t i = 0; i < depth; i++) {
		if (i % every == 0)
			sandbox_files("f", "e/g");
		assert_int_equal(mkdir("d", 0777), 0);
		assert_int_equal(chdir("d"), 0);
	}
	assert_int_equal(fchdir(start), 0);
	close(start);
}

static void deep_trees_are_walked(void **state)
{
	(void)state;
	const size_t depth = 5000, every = 8;
	make_deep(depth, every);
	sandbox_file(".gitignore", "nothing\n/d/d/d/d/d/d/d/d/f\n");
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(list->skip_count, 0);
	assert_int_equal(list->file_count, 2 * (depth / every) - 1);
	size_t longest = 0;
	for (size_t i = 0; i < list->file_count; i++)
		longest = strlen(list->files[i].path) > strlen(list->files[longest].path) ? i : longest;
	const char *path = list->files[longest].path;
	assert_int_equal(strlen(path), 2 * (depth - every) + strlen("e/g"));
	assert_true(strlen(path) > PATH_MAX);
	int file = source_file_open(path, &(struct stat){0});
	assert_true(file >= 0);
	close(file);

	/* Its own path is a PATH too, and may be listed. */
	source_list *single = sandbox_list(path, NULL);
	assert_int_equal(single->file_count, 1);
	source_list_destroy(single);
	char *folder = strdup(path);
	*strrchr(folder, '/') = '\0';
	sandbox_expect(sandbox_list(folder, NULL), "g");
	free(folder);
	source_list_destroy(list);
}

/* Paths around the longest one that the system takes at once. */
static void paths_of_every_length_are_opened(void **state)
{
	(void)state;
	char name[201];
	memset(name, 'n', 200);
	name[200] = '\0';
	int start = open(".", O_RDONLY | O_DIRECTORY);
	for (unsigned i = 0; i < 20; i++) {
		assert_int_equal(mkdir(name, 0777), 0);
		assert_int_equal(chdir(name), 0);
	}
	/* 20 * 201 = 4020 bytes lie in front of the names here. */
	for (size_t len = 60; len <= 90; len++) {
		name[len] = '\0';
		sandbox_files(name);
		name[len] = 'n';
	}
	assert_int_equal(fchdir(start), 0);
	close(start);
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(list->file_count, 31);
	for (size_t i = 0; i < list->file_count; i++) {
		assert_int_equal(strlen(list->files[i].path), 4080 + i);
		int file = source_file_open(list->files[i].path, &(struct stat){0});
		assert_true(file >= 0);
		close(file);
	}
	source_list_destroy(list);
	char long_name[PATH_MAX + 10];
	memset(long_name, 'x', sizeof(long_name) - 1);
	long_name[sizeof(long_name) - 1] = '\0';
	assert_int_equal(source_file_open(long_name, &(struct stat){0}), -1);
	assert_int_equal(errno, ENAMETOOLONG);
}

/* The number of descriptors in use. */
static unsigned count_open(void)
{
	unsigned count = 0;
	for (int i = 0; i < 256; i++)
		count += fcntl(i, F_GETFD) >= 0;
	return count;
}

/* Walks with room for `spare` descriptors. */
static source_list *list_with_descriptors(unsigned spare)
{
	struct rlimit saved, low;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &saved), 0);
	int next = dup(0);
	assert_true(next >= 0);
	close(next);
	low = saved;
	low.rlim_cur = (rlim_t)next + spare;
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
	source_list *list = sandbox_list(".", NULL);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &saved), 0);
	return list;
}

static void few_descriptors_are_enough(void **state)
{
	(void)state;
	make_deep(300, 1);
	sandbox_file("d/d/.gitignore", "nothing\n");
	unsigned before = count_open();
	source_list *list = list_with_descriptors(4);
	assert_int_equal(list->skip_count, 0);
	assert_int_equal(list->file_count, 600);
	source_list_destroy(list);

	/* With too few it is said what is left out. */
	list = list_with_descriptors(1);
	assert_true(list->file_count >= 1 && list->file_count < 600);
	assert_true(sandbox_skip(list, "d")->failed);
	assert_string_equal(sandbox_skip(list, "d")->why, "too many open files");
	source_list_destroy(list);
	list = list_with_descriptors(0);
	assert_int_equal(list->file_count, 0);
	assert_true(sandbox_skip(list, ".")->failed);
	source_list_destroy(list);
	assert_int_equal(count_open(), before);
}

/* Root may read everything, so what is locked is looked at by somebody else. */
static int as_nobody(void (*body)(void))
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && setresuid(65534, 65534, 65534) < 0)
			_exit(77);
		body();
		_exit(0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

#define demand(condition)                                                                                              \
	do {                                                                                                           \
		if (!(condition)) {                                                                                    \
			fprintf(stderr, "line %d: %s\n", __LINE__, #condition);                                        \
			_exit(1);                                                                                      \
		}                                                                                                      \
	} while (0)

static const source_skip *find_skip(const source_list *list, const char *path)
{
	for (size_t i = 0; i < list->skip_count; i++) {
		if (strcmp(list->skips[i].path, path) == 0)
			return &list->skips[i];
	}
	return NULL;
}

static void look_at_locked_tree(void)
{
	source_list *list = source_list_create();
	source_options options = {0};
	error error;
	demand(source_add_path(list, ".", &options, &error) == 0);
	source_list_close(list);
	demand(list->file_count == 3);
	demand(strcmp(list->files[0].shown, "a") == 0);
	demand(strcmp(list->files[1].shown, "rules/x") == 0);
	demand(strcmp(list->files[2].shown, "unreadable") == 0);
	demand(source_file_open("unreadable", &(struct stat){0}) == -1 && errno == EACCES);

	const source_skip *locked = find_skip(list, "locked"), *dark = find_skip(list, "dark/c");
	const source_skip *rules = find_skip(list, "rules/.gitignore");
	demand(locked != NULL && locked->failed && strcmp(locked->why, "permission denied") == 0);
	demand(dark != NULL && dark->failed && strcmp(dark->why, "permission denied") == 0);
	demand(rules != NULL && !rules->failed);
	demand(list->skip_count == 3);
	source_list_destroy(list);

	list = source_list_create();
	demand(source_add_path(list, "locked", &options, &error) == 0);
	demand(list->skip_count == 1 && list->skips[0].failed);
	demand(source_add_path(list, "dark/c", &options, &error) == -1);
	demand(strcmp(error.message, "dark/c: permission denied") == 0);
	source_list_destroy(list);
}

static void what_is_locked_is_told_and_the_walk_goes_on(void **state)
{
	sandbox_files("a", "locked/b", "dark/c", "unreadable", "rules/x");
	sandbox_file("rules/.gitignore", "x\n");
	assert_int_equal(chmod(*state, 0755), 0);
	assert_int_equal(chmod("rules/.gitignore", 0), 0);
	assert_int_equal(chmod("unreadable", 0), 0);
	assert_int_equal(chmod("locked", 0), 0);
	assert_int_equal(chmod("dark", 0444), 0);
	int status = as_nobody(look_at_locked_tree);
	chmod("locked", 0755);
	chmod("dark", 0755);
	if (status == 77)
		skip();
	assert_int_equal(status, 0);
}

static void skips_are_sorted_once_each(void **state)
{
	(void)state;
	source_list *list = source_list_create();
	char path[] = "b", why[] = "because";
	source_list_skip(list, path, why, false);
	path[0] = 'a';
	source_list_skip(list, path, why, false);
	source_list_skip(list, "b", "because", true);
	memset(why, 'x', sizeof(why) - 1);
	source_list_close(list);
	assert_int_equal(list->skip_count, 2);
	assert_string_equal(list->skips[0].path, "a");
	assert_string_equal(list->skips[1].path, "b");
	assert_string_equal(list->skips[1].why, "because");
	assert_true(list->skips[1].failed);
	source_list_destroy(list);
	source_list_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		sandbox_test(deep_trees_are_walked),      sandbox_test(paths_of_every_length_are_opened),
		sandbox_test(few_descriptors_are_enough), sandbox_test(what_is_locked_is_told_and_the_walk_goes_on),
		sandbox_test(skips_are_sorted_once_each),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
