/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/error.h"

#include <errno.h>
#include <string.h>

static void test_message(void **state)
{
	(void)state;
	error error;
	assert_int_equal(error_set(&error, "%s:%d: no such thing", "map.yaml", 12), -1);
	assert_string_equal(error.message, "map.yaml:12: no such thing");
}

static void test_errno(void **state)
{
	(void)state;
	error error;
	errno = ENOENT;
	assert_int_equal(error_set_errno(&error, "cannot open %s", "a.c"), -1);
	assert_string_equal(error.message, "cannot open a.c: No such file or directory");
}

static void test_empty_message(void **state)
{
	(void)state;
	error error;
	error_set(&error, "%s", "");
	assert_string_equal(error.message, "");
}

/* A name that would make a second line, or move the cursor. */
static void test_one_line(void **state)
{
	(void)state;
	error error;
	error_set(&error, "%s: bad", "a\nonflame: all is well\r\x1b[2J\x7f");
	assert_string_equal(error.message, "a\\nonflame: all is well\\r\\x1B[2J\\x7F: bad");
	errno = EACCES;
	error_set_errno(&error, "%s", "x\ty\xff");
	assert_string_equal(error.message, "x\\ty\\xFF: Permission denied");
}

static void test_long_messages(void **state)
{
	(void)state;
	error error;
	char name[3 * ERROR_SIZE];
	memset(name, 'n', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	assert_int_equal(error_set(&error, "%s", name), -1);
	assert_int_equal(strlen(error.message), ERROR_SIZE - 1);
	errno = ENOENT;
	assert_int_equal(error_set_errno(&error, "%s", name), -1);
	assert_int_equal(strlen(error.message), ERROR_SIZE - 1);
	/* each byte becomes four: longer only when it is made visible */
	memset(name, '\x01', ERROR_SIZE - 10);
	name[ERROR_SIZE - 10] = '\0';
	error_set(&error, "%s", name);
	assert_int_equal(strlen(error.message), ERROR_SIZE - 1);
}

/* What is said of the message itself: callers often wrap one in the next. */
static void test_wrapped(void **state)
{
	(void)state;
	error inner, outer;
	error_set(&inner, "line 3");
	error_set(&outer, "map: %s", inner.message);
	assert_string_equal(outer.message, "map: line 3");
	error_set(&inner, "again: %s", inner.message);
	assert_string_equal(inner.message, "again: line 3");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_message),       cmocka_unit_test(test_errno),
		cmocka_unit_test(test_empty_message), cmocka_unit_test(test_one_line),
		cmocka_unit_test(test_long_messages), cmocka_unit_test(test_wrapped),
	};
	return cmocka_run_group_tests_name("error", tests, NULL, NULL);
}
