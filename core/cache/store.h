/* SPDX-License-Identifier: MIT */
/*
 * Values by number in a SQLite database, which several processes may use at once. Private to the module.
 *
 * SQLite keeps the database whole whenever a process is killed, and tells damage that it comes across; it need not be told of every
 * write that it must reach the disk at once, as what is lost is only counted again.
 */
#ifndef ONFLAME_CACHE_STORE_H
#define ONFLAME_CACHE_STORE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct store store;

enum store_status {
	STORE_DONE,
	STORE_NONE,   /* there is no such value */
	STORE_FAILED, /* it cannot be used now: locked, disk full, no rights, no memory */
	STORE_BROKEN  /* it is no such database, or a damaged one: to be thrown away */
};

typedef struct store_facts {
	uint64_t files;        /* as was said of the values */
	uint64_t bytes;        /* that are in use */
	uint64_t file_bytes;   /* of the database's file */
	uint64_t oldest, last; /* days since 1970 on which a value was used last; 0: there is none */
} store_facts;

/* Opens the database, making it if it is not there. NULL: `status` and the message say why. A process that is to fork closes it before. */
store *store_open(const char *path, enum store_status *status, error *error);
void store_close(store *store); /* accepts NULL */

/* A number that the database was given when it was made, and that others cannot guess. */
uint64_t store_seed(const store *store);

bool store_is_empty(store *store);

/* Between these two what others write is not seen, and looking is faster. */
enum store_status store_hold(store *store);
void store_release(store *store);

/* The value, valid until the next call, and the day on which it was used last. */
enum store_status store_find(store *store, uint64_t number, text *value, uint64_t *day);

/* Changes are made between these two, and all or none of them last. After a failure nothing between them does. */
enum store_status store_begin(store *store);
enum store_status store_commit(store *store);
enum store_status store_put(store *store, uint64_t number, text value, uint64_t day,
			    uint64_t files); /* it tells of so many files */
enum store_status store_touch(store *store, uint64_t number, uint64_t day);

/*
 * Where more than `limit` bytes are in use, drops values, those that were not used for longest first, until no more than about `goal`
 * are. Not between begin and commit.
 */
enum store_status store_shrink(store *store, uint64_t limit, uint64_t goal);

/* Drops all. */
enum store_status store_clear(store *store);

enum store_status store_tell(store *store, store_facts *facts);

#endif
