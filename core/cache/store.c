/* SPDX-License-Identifier: MIT */
#include "cache/store.h"

#include "base/memory.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_MILLISECONDS 1000 /* others hold the database for some hundredths of a second */
#define VALUE_MAX (1 << 26)

/* Exactly this is what a sound database holds. */
static const char *const tables[] = {
	"CREATE TABLE record(number INTEGER PRIMARY KEY,day INTEGER NOT NULL,files INTEGER NOT NULL,value BLOB NOT NULL)",
	"CREATE TABLE seed(value INTEGER NOT NULL)",
};

enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

enum statement { FIND, PUT, TOUCH, STATEMENTS };

static const char *const statement_texts[STATEMENTS] = {
	[FIND] = "SELECT value,day FROM record WHERE number=?1",
	[PUT] = "INSERT OR REPLACE INTO record(number,day,files,value)VALUES(?1,?2,?3,?4)",
	[TOUCH] = "UPDATE record SET day=?2 WHERE number=?1",
};

struct store {
	sqlite3 *database;
	sqlite3_stmt *statements[STATEMENTS]; /* each made when it is first used */
	uint64_t seed;
};

/* The same bits: SQLite's numbers have a sign. */
static sqlite3_int64 as_signed(uint64_t number)
{
	sqlite3_int64 same;
	memcpy(&same, &number, sizeof(same));
	return same;
}

static enum store_status status_of(int code)
{
	switch (code & 0xFF) {
	case SQLITE_OK:
	case SQLITE_DONE:
	case SQLITE_ROW:
		return STORE_DONE;
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_FORMAT:
	case SQLITE_SCHEMA:
	case SQLITE_ERROR:
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
		return STORE_BROKEN;
	default:
		return STORE_FAILED;
	}
}

static enum store_status run(store *store, const char *text)
{
	sqlite3_reset(store->statements[FIND]); /* the value that was found is no longer held */
	return status_of(sqlite3_exec(store->database, text, NULL, NULL, NULL));
}

/* The first column of the first row as a number. */
static enum store_status ask(store *store, const char *text, uint64_t *out)
{
	sqlite3_stmt *statement = NULL;
	*out = 0;
	int code = sqlite3_prepare_v2(store->database, text, -1, &statement, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_step(statement);
	if (code == SQLITE_ROW)
		*out = (uint64_t)sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return code == SQLITE_DONE ? STORE_NONE : status_of(code);
}

static sqlite3_stmt *prepare(store *store, enum statement which, enum store_status *status)
{
	sqlite3_stmt **statement = &store->statements[which];
	if (*statement == NULL)
		*status = status_of(sqlite3_prepare_v3(store->database, statement_texts[which], -1,
						       SQLITE_PREPARE_PERSISTENT, statement, NULL));
	return *statement;
}

/* A database may bring tables, views and triggers of its own making: it is taken only as it was made here. */
static enum store_status check_tables(store *store, bool *made)
{
	sqlite3_stmt *statement = NULL;
	size_t count = 0;
	int code = sqlite3_prepare_v2(store->database, "SELECT sql FROM sqlite_schema ORDER BY name", -1, &statement,
				      NULL);
	while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(statement, 0);
		bool right = count < TABLES && text != NULL && strcmp(text, tables[count]) == 0;
		code = right                                              ? SQLITE_OK
		       : sqlite3_errcode(store->database) == SQLITE_NOMEM ? SQLITE_NOMEM
									  : SQLITE_CORRUPT;
		count++;
	}
	sqlite3_finalize(statement);
	*made = count > 0;
	if (code == SQLITE_DONE && count != 0 && count != TABLES)
		return STORE_BROKEN;
	return status_of(code);
}

static enum store_status make_tables(store *store)
{
	uint64_t seed;
	bool made = false;
	if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != (ssize_t)sizeof(seed))
		return STORE_FAILED;
	enum store_status status = run(store, "BEGIN IMMEDIATE");
	if (status == STORE_DONE)
		status = check_tables(store, &made); /* another process may have been faster */
	for (size_t i = 0; i < TABLES && status == STORE_DONE && !made; i++)
		status = run(store, tables[i]);
	sqlite3_stmt *statement = NULL;
	if (status == STORE_DONE && !made)
		status = status_of(
			sqlite3_prepare_v2(store->database, "INSERT INTO seed(value)VALUES(?1)", -1, &statement, NULL));
	if (statement != NULL) {
		sqlite3_bind_int64(statement, 1, as_signed(seed));
		status = status_of(sqlite3_step(statement));
		sqlite3_finalize(statement);
	}
	if (status == STORE_DONE)
		return run(store, "COMMIT");
	(void)run(store, "ROLLBACK");
	return status;
}

static enum store_status set_up(store *store)
{
	bool made = false;
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(store->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_limit(store->database, SQLITE_LIMIT_LENGTH, VALUE_MAX);
	sqlite3_busy_timeout(store->database, BUSY_MILLISECONDS);
	enum store_status status = run(store, "PRAGMA synchronous=OFF;PRAGMA auto_vacuum=INCREMENTAL;"
					      "PRAGMA cell_size_check=ON;PRAGMA journal_mode=WAL");
	if (status == STORE_DONE)
		status = check_tables(store, &made);
	if (status == STORE_DONE && !made)
		status = make_tables(store);
	if (status == STORE_DONE)
		status = ask(store, "SELECT value FROM seed", &store->seed);
	return status == STORE_NONE ? STORE_BROKEN : status;
}

/* Only a plain file of one's own, which one name leads to: another could be written by others, or lie where nothing is to be written. */
static enum store_status check_file(const char *path, error *error)
{
	struct stat file;
	int fd = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
	if (fd < 0) {
		error_set_errno(error, "%s", path);
		return STORE_FAILED;
	}
	bool sound = fstat(fd, &file) == 0 && S_ISREG(file.st_mode) && file.st_uid == geteuid() && file.st_nlink == 1 &&
		     (file.st_mode & (S_IWGRP | S_IWOTH)) == 0;
	close(fd);
	if (sound)
		return STORE_DONE;
	error_set(error, "%s: not a file that its owner alone can write", path);
	return STORE_FAILED;
}

store *store_open(const char *path, enum store_status *status, error *error)
{
	*status = check_file(path, error);
	if (*status != STORE_DONE)
		return NULL;
	store *made = memory_zero(1, sizeof(*made));
	*status = status_of(sqlite3_open_v2(
		path, &made->database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE, NULL));
	if (*status == STORE_DONE)
		*status = set_up(made);
	if (*status == STORE_DONE)
		return made;
	error_set(error, "%s: %s", path, made->database != NULL ? sqlite3_errmsg(made->database) : "cannot be opened");
	store_close(made);
	return NULL;
}

void store_close(store *store)
{
	if (store == NULL)
		return;
	for (size_t i = 0; i < STATEMENTS; i++)
		sqlite3_finalize(store->statements[i]);
	(void)sqlite3_close(store->database);
	free(store);
}

uint64_t store_seed(const store *store)
{
	return store->seed;
}

bool store_is_empty(store *store)
{
	uint64_t number;
	return ask(store, "SELECT number FROM record LIMIT 1", &number) != STORE_DONE;
}

enum store_status store_find(store *store, uint64_t number, text *value, uint64_t *day)
{
	enum store_status status = STORE_DONE;
	sqlite3_stmt *statement = prepare(store, FIND, &status);
	if (statement == NULL)
		return status;
	sqlite3_reset(statement);
	sqlite3_bind_int64(statement, 1, as_signed(number));
	int code = sqlite3_step(statement);
	if (code == SQLITE_ROW) {
		const void *bytes = sqlite3_column_blob(statement, 0);
		if (bytes == NULL && sqlite3_errcode(store->database) == SQLITE_NOMEM)
			return STORE_FAILED;
		*value = (text){bytes != NULL ? bytes : "", (size_t)sqlite3_column_bytes(statement, 0)};
		*day = (uint64_t)sqlite3_column_int64(statement, 1);
		return STORE_DONE;
	}
	sqlite3_reset(statement);
	return code == SQLITE_DONE ? STORE_NONE : status_of(code);
}

enum store_status store_hold(store *store)
{
	return run(store, "BEGIN");
}

void store_release(store *store)
{
	(void)run(store, "COMMIT");
}

enum store_status store_begin(store *store)
{
	return run(store, "BEGIN IMMEDIATE");
}

enum store_status store_commit(store *store)
{
	return run(store, "COMMIT");
}

/* One step of a change; where it fails, the change ends. */
static enum store_status change(store *store, sqlite3_stmt *statement)
{
	enum store_status status = status_of(sqlite3_step(statement));
	sqlite3_reset(statement);
	sqlite3_clear_bindings(statement);
	if (status != STORE_DONE && sqlite3_get_autocommit(store->database) == 0)
		(void)run(store, "ROLLBACK");
	return status;
}

enum store_status store_put(store *store, uint64_t number, text value, uint64_t day, uint64_t files)
{
	enum store_status status = STORE_DONE;
	sqlite3_stmt *statement = prepare(store, PUT, &status);
	if (statement == NULL || value.len > VALUE_MAX / 2)
		return status;
	sqlite3_bind_int64(statement, 1, as_signed(number));
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)day);
	sqlite3_bind_int64(statement, 3, (sqlite3_int64)files);
	sqlite3_bind_blob(statement, 4, value.data, (int)value.len, SQLITE_STATIC);
	return change(store, statement);
}

enum store_status store_touch(store *store, uint64_t number, uint64_t day)
{
	enum store_status status = STORE_DONE;
	sqlite3_stmt *statement = prepare(store, TOUCH, &status);
	if (statement == NULL)
		return status;
	sqlite3_bind_int64(statement, 1, as_signed(number));
	sqlite3_bind_int64(statement, 2, (sqlite3_int64)day);
	return change(store, statement);
}

/* Bytes of the pages in use. */
static enum store_status measure(store *store, uint64_t *used, uint64_t *all)
{
	uint64_t pages, unused, size;
	enum store_status status = ask(store, "PRAGMA page_count", &pages);
	if (status == STORE_DONE)
		status = ask(store, "PRAGMA freelist_count", &unused);
	if (status == STORE_DONE)
		status = ask(store, "PRAGMA page_size", &size);
	if (status != STORE_DONE)
		return status;
	*used = (pages - unused) * size;
	*all = pages * size;
	return STORE_DONE;
}

/* Up to which day all goes, and which part of the day behind it, so that `share` of all that the values take goes. */
static enum store_status find_cut(store *store, double share, uint64_t *day, double *part)
{
	sqlite3_stmt *statement = NULL;
	double total = 0, gone = 0;
	*day = 0;
	*part = 0;
	int code = sqlite3_prepare_v2(
		store->database,
		"SELECT day,sum(length(value)+32),(SELECT sum(length(value)+32)FROM record)FROM record "
		"GROUP BY day ORDER BY day",
		-1, &statement, NULL);
	while (code == SQLITE_OK && (code = sqlite3_step(statement)) == SQLITE_ROW) {
		double bytes = sqlite3_column_double(statement, 1);
		total = sqlite3_column_double(statement, 2);
		*day = (uint64_t)sqlite3_column_int64(statement, 0);
		*part = bytes > 0 ? (share * total - gone) / bytes : 1;
		gone += bytes;
		code = gone >= share * total ? SQLITE_DONE : SQLITE_OK;
	}
	sqlite3_finalize(statement);
	return code == SQLITE_DONE ? STORE_DONE : status_of(code);
}

/* Numbers are hashes: those below a part of their range are that part of them. */
static enum store_status drop(store *store, uint64_t day, double part)
{
	sqlite3_stmt *statement = NULL;
	part = part < 0 ? 0 : part > 1 ? 1 : part;
	uint64_t above_least = part >= 1 ? UINT64_MAX : (uint64_t)(part * 0x1p64);
	sqlite3_int64 end = as_signed(above_least ^ UINT64_C(1) << 63);
	int code = sqlite3_prepare_v2(store->database, "DELETE FROM record WHERE day<?1 OR(day=?1 AND number<=?2)", -1,
				      &statement, NULL);
	if (code != SQLITE_OK)
		return status_of(code);
	sqlite3_bind_int64(statement, 1, (sqlite3_int64)day);
	sqlite3_bind_int64(statement, 2, end);
	code = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return status_of(code);
}

enum store_status store_shrink(store *store, uint64_t limit, uint64_t goal)
{
	uint64_t used, all, day;
	double part;
	enum store_status status = measure(store, &used, &all);
	if (status != STORE_DONE || used <= limit)
		return status;
	status = run(store, "BEGIN IMMEDIATE");
	if (status != STORE_DONE)
		return status;
	status = find_cut(store, 1 - (double)goal / (double)used, &day, &part);
	if (status == STORE_DONE)
		status = drop(store, day, part);
	if (status == STORE_DONE)
		status = run(store, "COMMIT");
	else
		(void)run(store, "ROLLBACK");
	/* Gives the pages back. */
	return status == STORE_DONE ? run(store, "PRAGMA incremental_vacuum") : status;
}

enum store_status store_clear(store *store)
{
	enum store_status status = run(store, "DELETE FROM record");
	if (status == STORE_DONE)
		status = run(store, "PRAGMA incremental_vacuum");
	/* The file shrinks now, or when others let go of it. */
	if (status == STORE_DONE)
		(void)run(store, "PRAGMA wal_checkpoint(TRUNCATE)");
	return status;
}

enum store_status store_tell(store *store, store_facts *facts)
{
	*facts = (store_facts){0};
	enum store_status status = measure(store, &facts->bytes, &facts->file_bytes);
	if (status == STORE_DONE)
		status = ask(store, "SELECT total(files)FROM record", &facts->files);
	if (status == STORE_DONE)
		status = ask(store, "SELECT min(day)FROM record", &facts->oldest);
	if (status == STORE_DONE)
		status = ask(store, "SELECT max(day)FROM record", &facts->last);
	return status;
}
