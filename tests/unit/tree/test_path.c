/* SPDX-License-Identifier: MIT */
/* Paths are ordered part by part, however they are written. */
#include "tree/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

static int compare_names(text a, text b)
{
	int order = memcmp(a.data, b.data, a.len < b.len ? a.len : b.len);
	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

/* The definition: the first part in which they differ decides; a path stands before what lies below it. */
static int compare_by_parts(const char *a, const char *b)
{
	for (;;) {
		text part_a, part_b;
		bool more_a = path_next_part(&a, &part_a), more_b = path_next_part(&b, &part_b);
		int order = more_a && more_b ? compare_names(part_a, part_b) : 0;
		if (!more_a || !more_b || order != 0)
			return order != 0 ? order : more_a - more_b;
	}
}

static int sign(int number)
{
	return (number > 0) - (number < 0);
}

static int compare(const char *a, const char *b)
{
	const source_list list = {.root_count = 1};
	const source_file left = {.shown = a}, right = {.shown = b};
	int order = sign(path_compare(&list, &left, &right));
	assert_int_equal(sign(path_compare(&list, &right, &left)), -order);
	return order;
}

static void test_known(void **state)
{
	(void)state;
	assert_int_equal(compare("a/z", "a-b/c"), -1);
	assert_int_equal(compare("a", "a/b"), -1);
	assert_int_equal(compare("a/b", "a/\xC3\xA9"), -1);
	assert_int_equal(compare("a//b", "a/b"), 0);
	assert_int_equal(compare("./a/./b/", "a/b"), 0);
	assert_int_equal(compare("a/.b", "a/./b"), -1);
	assert_int_equal(compare("../x", ".a"), -1);
	assert_int_equal(compare("", "."), 0);
}

static void test_any(void **state)
{
	(void)state;
	enum { ROUNDS = 200000 };
	static const char letters[] = "aab.-//";
	unsigned seed = 3;
	size_t equal = 0;
	for (int round = 0; round < ROUNDS; round++) {
		char paths[2][8] = {{0}};
		for (int i = 0; i < 2; i++) {
			size_t len = (size_t)rand_r(&seed) % sizeof(paths[i]);
			for (size_t at = 0; at < len; at++)
				paths[i][at] = letters[(size_t)rand_r(&seed) % (sizeof(letters) - 1)];
		}
		int wanted = sign(compare_by_parts(paths[0], paths[1]));
		if (compare(paths[0], paths[1]) != wanted)
			fail_msg("'%s' and '%s'", paths[0], paths[1]);
		equal += wanted == 0;
	}
	assert_in_range(equal, ROUNDS / 200, ROUNDS / 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_known),
		cmocka_unit_test(test_any),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
