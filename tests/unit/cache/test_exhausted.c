/* SPDX-License-Identifier: MIT */
/* Where SQLite gets no memory a value is not found or not kept: none is lost or wrong, and none is taken for damage. */
#include "cache/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGE = 20000 }; /* more than a page of the database */

/* SQLite's own way to ask for memory, and how often it may still do; sqlite3_config() takes no payload. */
static sqlite3_mem_methods usual;
static long left;      /* below 0: for ever */
static bool stays_out; /* once memory is short it stays so */

static bool is_short(void)
{
	if (left < 0)
		return false;
	if (left > 0) {
		left--;
		return false;
	}
	if (!stays_out)
		left = -1;
	return true;
}

static void *ask(int size)
{
	return is_short() ? NULL : usual.xMalloc(size);
}

static void *ask_again(void *old, int size)
{
	return is_short() ? NULL : usual.xRealloc(old, size);
}

static int prepare(void **state)
{
	if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual) != SQLITE_OK)
		return -1;
	sqlite3_mem_methods counting = usual;
	counting.xMalloc = ask;
	counting.xRealloc = ask_again;
	char *folder = strdup("/tmp/onflame-store-XXXXXX");
	*state = folder;
	left = -1;
	if (sqlite3_config(SQLITE_CONFIG_MALLOC, &counting) != SQLITE_OK || mkdtemp(folder) == NULL)
		return -1;
	return chdir(folder);
}

static int clean_up(void **state)
{
	static const char *const files[] = {"db", "db-wal", "db-shm"};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		(void)unlink(files[i]);
	int status = chdir("/") == 0 ? rmdir(*state) : -1;
	free(*state);
	return status;
}

static store *open_store(void)
{
	error error = {""};
	enum store_status status;
	store *opened = store_open("db", &status, &error);
	assert_true(opened != NULL || (status == STORE_FAILED && error.message[0] != '\0'));
	return opened;
}

static void assert_value(store *store, uint64_t number, const char *wanted, bool must)
{
	text value;
	uint64_t day;
	enum store_status status = store_find(store, number, &value, &day);
	assert_int_not_equal(status, STORE_BROKEN);
	if (must)
		assert_int_equal(status, STORE_DONE);
	if (status == STORE_DONE) {
		assert_int_equal(value.len, strlen(wanted));
		assert_memory_equal(value.data, wanted, value.len);
	}
}

/* All that a run does. Returns whether what it wrote was taken. */
static bool use(store *store, const char *one)
{
	assert_value(store, 1, one, false);
	bool taken = store_begin(store) == STORE_DONE;
	taken = taken && store_put(store, 2, text_of("two"), 5, 1) == STORE_DONE;
	taken = taken && store_touch(store, 1, 6) == STORE_DONE;
	taken = store_commit(store) == STORE_DONE && taken;
	assert_int_not_equal(store_shrink(store, UINT64_MAX, UINT64_MAX), STORE_BROKEN);
	store_facts facts;
	assert_int_not_equal(store_tell(store, &facts), STORE_BROKEN);
	return taken;
}

static void put(uint64_t number, const char *value)
{
	store *store = open_store();
	assert_non_null(store);
	assert_int_equal(store_clear(store), STORE_DONE);
	assert_int_equal(store_begin(store), STORE_DONE);
	assert_int_equal(store_put(store, number, text_of(value), 1, 1), STORE_DONE);
	assert_int_equal(store_commit(store), STORE_DONE);
	store_close(store);
}

/* The first so many requests for memory are granted. Returns whether that was enough. */
static bool run_short(long granted)
{
	char one[LARGE + 1];
	memset(one, 'x', LARGE);
	one[LARGE] = '\0';
	put(1, one);
	left = granted;
	store *store = open_store();
	bool taken = store != NULL && use(store, one);
	store_close(store);
	bool enough = left > 0;
	left = -1;
	store = open_store();
	assert_non_null(store);
	assert_value(store, 1, one, true);
	assert_value(store, 2, "two", taken);
	store_close(store);
	return enough;
}

static void test_one_request_fails(void **state)
{
	(void)state;
	stays_out = false;
	long granted = 0;
	while (!run_short(granted))
		granted += 1 + granted / 64;
	assert_in_range(granted, 20, 100000);
}

static void test_all_requests_fail(void **state)
{
	(void)state;
	stays_out = true;
	long granted = 0;
	while (!run_short(granted))
		granted += 1 + granted / 64;
	assert_in_range(granted, 20, 100000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_one_request_fails),
		cmocka_unit_test(test_all_requests_fail),
	};
	return cmocka_run_group_tests(tests, prepare, clean_up);
}
