/* SPDX-License-Identifier: MIT */
/* Real files to test with: a folder of its own, which is the current one while a test runs, and an empty home. */
#ifndef ONFLAME_TEST_SOURCE_SANDBOX_H
#define ONFLAME_TEST_SOURCE_SANDBOX_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/source.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs a program to its end; its exit status, or -1. Standard output goes to `output` (NULL: nowhere). */
static inline int sandbox_run(char *const arguments[], const char *output)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		if (freopen(output != NULL ? output : "/dev/null", "w", stdout) == NULL)
			_exit(127);
		execvp(arguments[0], arguments);
		_exit(127);
	}
	int status;
	if (child < 0 || waitpid(child, &status, 0) < 0 || !WIFEXITED(status))
		return -1;
	return WEXITSTATUS(status);
}

/* Makes the folders that lead to `path`. */
static inline void sandbox_folders(const char *path)
{
	char *copy = strdup(path);
	assert_non_null(copy);
	for (char *slash = strchr(copy + 1, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(copy, 0777) < 0)
			assert_int_equal(errno, EEXIST);
		*slash = '/';
	}
	free(copy);
}

/* Makes a file with the folders it lies in; a path that ends with '/' makes the folders alone. */
static inline void sandbox_file(const char *path, const char *content)
{
	sandbox_folders(path);
	if (path[strlen(path) - 1] == '/')
		return;
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(content, 1, strlen(content), file), strlen(content));
	assert_int_equal(fclose(file), 0);
}

#define sandbox_files(...) sandbox_files_of((const char *const[]){__VA_ARGS__, NULL})
static inline void sandbox_files_of(const char *const *paths)
{
	for (; *paths != NULL; paths++)
		sandbox_file(*paths, "x\n");
}

static inline void sandbox_link(const char *target, const char *path)
{
	sandbox_folders(path);
	assert_int_equal(symlink(target, path), 0);
}

static inline int sandbox_setup(void **state)
{
	const char *temporary = getenv("TMPDIR");
	char *folder = NULL;
	if (asprintf(&folder, "%s/onflame-source-XXXXXX", temporary != NULL ? temporary : "/tmp") < 0)
		return -1;
	if (mkdtemp(folder) == NULL || chdir(folder) < 0)
		return -1;
	char *real = realpath(folder, NULL);
	free(folder);
	if (real == NULL || mkdir("home", 0777) < 0 || mkdir("work", 0777) < 0 || chdir("home") < 0)
		return -1;
	char *home = realpath(".", NULL);
	setenv("HOME", home, 1);
	free(home);
	static const char *const unset[] = {"XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM",
					    "GIT_DIR",         "GIT_WORK_TREE",     "GIT_INDEX_FILE"};
	for (size_t i = 0; i < sizeof(unset) / sizeof(unset[0]); i++)
		unsetenv(unset[i]);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	*state = real;
	return chdir("../work");
}

static inline int sandbox_teardown(void **state)
{
	char *folder = *state;
	if (chdir("/") < 0)
		return -1;
	int status = sandbox_run((char *[]){"rm", "-rf", "--", folder, NULL}, NULL);
	free(folder);
	return status;
}

/* A list of what one PATH gives; to be destroyed. */
static inline source_list *sandbox_list(const char *path, const source_options *options)
{
	static const source_options plain = {0};
	source_list *list = source_list_create();
	error error = {0};
	if (source_add_path(list, path, options != NULL ? options : &plain, &error) < 0)
		fail_msg("%s", error.message);
	source_list_close(list);
	return list;
}

#define sandbox_expect(list, ...) sandbox_expect_of(list, (const char *const[]){__VA_ARGS__, NULL})
#define sandbox_expect_none(list) sandbox_expect_of(list, (const char *const[]){NULL})
/* The files as they are shown, in this order, and each can be opened. Destroys the list. */
static inline void sandbox_expect_of(source_list *list, const char *const *shown)
{
	size_t i = 0;
	for (; shown[i] != NULL && i < list->file_count; i++) {
		assert_string_equal(list->files[i].shown, shown[i]);
		int file = source_file_open(list->files[i].path, &(struct stat){0});
		assert_true(file >= 0);
		close(file);
	}
	if (i < list->file_count)
		fail_msg("not expected: %s", list->files[i].shown);
	if (shown[i] != NULL)
		fail_msg("missing: %s", shown[i]);
	source_list_destroy(list);
}

/* The skip of that path; fails if there is none. */
static inline const source_skip *sandbox_skip(const source_list *list, const char *path)
{
	for (size_t i = 0; i < list->skip_count; i++) {
		if (strcmp(list->skips[i].path, path) == 0)
			return &list->skips[i];
	}
	fail_msg("no skip of %s", path);
	return NULL;
}

#define sandbox_test(function) cmocka_unit_test_setup_teardown(function, sandbox_setup, sandbox_teardown)

#endif
