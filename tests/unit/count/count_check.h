/* SPDX-License-Identifier: MIT */
/* For the tests of the counter: cmocka, and the folder that the build puts the plugins in. */
#ifndef ONFLAME_TESTS_COUNT_CHECK_H
#define ONFLAME_TESTS_COUNT_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include "base/text.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A literal that may hold NUL bytes. */
#define TEXT(literal)                                                                                                  \
	(text)                                                                                                         \
	{                                                                                                              \
		literal, sizeof(literal) - 1                                                                           \
	}

/* Tests lie in BUILD/tests, plugins in BUILD/lib/onflame/plugins. `path` has PATH_MAX bytes. */
static inline void find_plugins(char *path)
{
	ssize_t len = readlink("/proc/self/exe", path, PATH_MAX - 64);
	assert_in_range(len, 1, PATH_MAX - 64);
	path[len] = '\0';
	*strrchr(path, '/') = '\0';
	*strrchr(path, '/') = '\0';
	strcat(path, "/lib/onflame/plugins");
	if (access(path, F_OK) != 0)
		fail_msg("%s is not there: build the target 'plugins'", path);
}

#endif
