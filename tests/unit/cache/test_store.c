/* SPDX-License-Identifier: MIT */
#include "cache/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static int enter_folder(void **state)
{
	char *folder = strdup("/tmp/onflame-store-XXXXXX");
	*state = folder;
	return mkdtemp(folder) == NULL ? -1 : chdir(folder);
}

static int leave_folder(void **state)
{
	static const char *const files[] = {"db", "db-wal", "db-shm", "other"};
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
	if (opened == NULL)
		fail_msg("%s", error.message);
	return opened;
}

static void put(store *store, uint64_t number, const char *value, size_t len, uint64_t day)
{
	assert_int_equal(store_begin(store), STORE_DONE);
	assert_int_equal(store_put(store, number, (text){value, len}, day, 1), STORE_DONE);
	assert_int_equal(store_commit(store), STORE_DONE);
}

static void test_keeps_values(void **state)
{
	(void)state;
	text value;
	uint64_t day;
	store *store = open_store();
	uint64_t seed = store_seed(store);
	assert_true(store_is_empty(store));
	put(store, 7, "seven", 5, 100);
	put(store, UINT64_MAX, "last", 4, 101);
	store_close(store);

	store = open_store();
	assert_true(seed == store_seed(store));
	assert_false(store_is_empty(store));
	assert_int_equal(store_find(store, 7, &value, &day), STORE_DONE);
	assert_int_equal(value.len, 5);
	assert_memory_equal(value.data, "seven", 5);
	assert_int_equal(day, 100);
	assert_int_equal(store_find(store, UINT64_MAX, &value, &day), STORE_DONE);
	assert_int_equal(store_find(store, 8, &value, &day), STORE_NONE);

	put(store, 7, "new", 3, 102);
	assert_int_equal(store_find(store, 7, &value, &day), STORE_DONE);
	assert_int_equal(value.len, 3);
	assert_int_equal(store_clear(store), STORE_DONE);
	assert_true(store_is_empty(store));
	store_close(store);
}

/* What is not committed is not there, as after a kill. */
static void test_forgets_what_is_not_committed(void **state)
{
	(void)state;
	text value;
	uint64_t day;
	store *store = open_store();
	put(store, 1, "one", 3, 1);
	assert_int_equal(store_begin(store), STORE_DONE);
	assert_int_equal(store_put(store, 2, (text){"two", 3}, 1, 1), STORE_DONE);
	store_close(store);
	store = open_store();
	assert_int_equal(store_find(store, 1, &value, &day), STORE_DONE);
	assert_int_equal(store_find(store, 2, &value, &day), STORE_NONE);
	store_close(store);
}

enum { VALUES = 100, VALUE_SIZE = 20000 };

/* Numbers as hashes are: spread over their whole range. */
static uint64_t number_of(uint64_t i)
{
	return i * UINT64_C(0x9E3779B97F4A7C15);
}

static size_t count_of_day(store *store, uint64_t wanted)
{
	size_t count = 0;
	for (uint64_t i = 0; i < VALUES; i++) {
		text value;
		uint64_t day;
		if (store_find(store, number_of(i), &value, &day) == STORE_DONE && day == wanted)
			count++;
	}
	return count;
}

static void test_drops_what_was_not_used_for_longest(void **state)
{
	(void)state;
	char *bytes = calloc(1, VALUE_SIZE);
	store_facts facts;
	store *store = open_store();
	for (uint64_t i = 0; i < VALUES; i++)
		put(store, number_of(i), bytes, VALUE_SIZE, i < VALUES / 2 ? 10 : 20);
	/* One of the old ones is used again. */
	assert_int_equal(store_begin(store), STORE_DONE);
	assert_int_equal(store_touch(store, number_of(0), 20), STORE_DONE);
	assert_int_equal(store_commit(store), STORE_DONE);
	assert_int_equal(store_tell(store, &facts), STORE_DONE);
	assert_int_equal(facts.files, VALUES);
	assert_true(facts.bytes >= (uint64_t)VALUES * VALUE_SIZE);
	assert_int_equal(facts.oldest, 10);
	assert_int_equal(facts.last, 20);

	/* There is room. */
	assert_int_equal(store_shrink(store, facts.bytes, 0), STORE_DONE);
	assert_int_equal(count_of_day(store, 10), VALUES / 2 - 1);

	/* A quarter goes: of the old ones alone. */
	assert_int_equal(store_shrink(store, facts.bytes - 1, facts.bytes / 4 * 3), STORE_DONE);
	assert_in_range(count_of_day(store, 10), 15, 35);
	assert_int_equal(count_of_day(store, 20), VALUES / 2 + 1);

	/* Only a quarter of all is left: no old one, and some of the last day. */
	assert_int_equal(store_shrink(store, facts.bytes / 4, facts.bytes / 4), STORE_DONE);
	assert_int_equal(count_of_day(store, 10), 0);
	assert_in_range(count_of_day(store, 20), 10, 40);
	uint64_t before = facts.file_bytes;
	assert_int_equal(store_tell(store, &facts), STORE_DONE);
	assert_true(facts.file_bytes < before / 2);
	store_close(store);
	free(bytes);
}

static void expect_status(enum store_status wanted)
{
	error error = {""};
	enum store_status status;
	store *opened = store_open("db", &status, &error);
	assert_null(opened);
	assert_int_equal(status, wanted);
	assert_true(error.message[0] != '\0');
}

static void write_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
	assert_int_equal(chmod(path, 0600), 0);
}

static void test_tells_damage(void **state)
{
	(void)state;
	char page[8192];
	memset(page, 'x', sizeof(page));
	write_file("db", page, sizeof(page));
	expect_status(STORE_BROKEN);
	memcpy(page, "SQLite format 3", 16);
	write_file("db", page, sizeof(page));
	expect_status(STORE_BROKEN);
}

/* A database that is sound, but brings something of its own. */
static void test_refuses_other_tables(void **state)
{
	(void)state;
	static const char *const made[] = {
		"CREATE TABLE other(x)",
		"CREATE TRIGGER t AFTER INSERT ON record BEGIN DELETE FROM record; END",
		"DROP TABLE seed",
		"DROP TABLE record;CREATE VIEW record AS SELECT 1 AS number,1 AS day,x'00' AS value",
	};
	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++) {
		store_close(open_store());
		sqlite3 *database = NULL;
		assert_int_equal(sqlite3_open("db", &database), SQLITE_OK);
		assert_int_equal(sqlite3_exec(database, made[i], NULL, NULL, NULL), SQLITE_OK);
		assert_int_equal(sqlite3_close(database), SQLITE_OK);
		expect_status(STORE_BROKEN);
		assert_int_equal(unlink("db"), 0);
	}
}

static void test_refuses_files_of_others(void **state)
{
	(void)state;
	store_close(open_store());
	assert_int_equal(chmod("db", 0622), 0);
	expect_status(STORE_FAILED);
	assert_int_equal(chmod("db", 0600), 0);
	assert_int_equal(rename("db", "other"), 0);
	assert_int_equal(symlink("other", "db"), 0);
	expect_status(STORE_FAILED);
	assert_int_equal(unlink("db"), 0);
	assert_int_equal(link("other", "db"), 0);
	expect_status(STORE_FAILED);
}

enum { KILLS = 40, KILLED_VALUES = 12 };

static void fill(char value[VALUE_SIZE], uint64_t number)
{
	memset(value, 'a' + (int)number, VALUE_SIZE);
}

/* Writes and drops values until it is killed. */
static void write_for_ever(void)
{
	char value[VALUE_SIZE];
	enum store_status status;
	error error;
	store *store = store_open("db", &status, &error);
	for (uint64_t day = 1; store != NULL; day++) {
		(void)store_begin(store);
		for (uint64_t number = 0; number < KILLED_VALUES; number++) {
			fill(value, number);
			(void)store_put(store, number_of(number), (text){value, VALUE_SIZE}, day + number, 1);
		}
		(void)store_commit(store);
		(void)store_shrink(store, 5 * VALUE_SIZE, 3 * VALUE_SIZE);
	}
	_exit(1);
}

/* A process that is killed while it writes, commits, makes the log part of the database, or drops values leaves none that is wrong. */
static void test_killed_at_any_time(void **state)
{
	(void)state;
	size_t found = 0;
	for (unsigned round = 0; round < KILLS; round++) {
		pid_t pid = fork();
		assert_true(pid >= 0);
		if (pid == 0)
			write_for_ever();
		usleep(1000 + round * 700);
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, NULL, 0), pid);
		store *store = open_store();
		for (uint64_t number = 0; number < KILLED_VALUES; number++) {
			char wanted[VALUE_SIZE];
			text value;
			uint64_t day;
			enum store_status status = store_find(store, number_of(number), &value, &day);
			assert_true(status == STORE_NONE || status == STORE_DONE);
			if (status == STORE_NONE)
				continue;
			fill(wanted, number);
			assert_int_equal(value.len, VALUE_SIZE);
			assert_memory_equal(value.data, wanted, VALUE_SIZE);
			found++;
		}
		store_close(store);
	}
	assert_true(found > 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_keeps_values, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_forgets_what_is_not_committed, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_drops_what_was_not_used_for_longest, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_killed_at_any_time, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_tells_damage, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_refuses_other_tables, enter_folder, leave_folder),
		cmocka_unit_test_setup_teardown(test_refuses_files_of_others, enter_folder, leave_folder),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
