/* SPDX-License-Identifier: MIT */
/* Private to the module: the cache in a run. */
#ifndef ONFLAME_CACHE_STATE_H
#define ONFLAME_CACHE_STATE_H

#include "base/buffer.h"
#include "cache/cache.h"
#include "cache/shelf.h"
#include "cache/store.h"
#include "cache/trust.h"

typedef struct file_state {
	hash128 key; /* by git's blob */
	bool vouched, exact, recalled;
} file_state;

/* A record that waits to be written: `len` bytes of `values` from `at`. 0 bytes: it is there, and was used. */
typedef struct pending {
	uint64_t number;
	size_t at, len;
} pending;

/* What is to go on the shelf of a file's folder: `len` bytes of `shelved_values` from `at`. */
typedef struct shelved {
	uint32_t file;
	bool elsewhere;
	size_t at, len;
} shelved;

/* A file whose status may be believed, and the number of its folder's shelf. */
typedef struct shelf_place {
	uint64_t number;
	uint32_t file;
} shelf_place;

struct cache {
	char *path;
	int lock;
	uint64_t limit, seed, today;
	bool fresh;  /* nothing was in it: nothing is looked for */
	bool broken; /* the database is damaged, or cannot be written: nothing more is done with it */
	bool damaged;
	bool attached; /* in a worker that has tried to open it */
	hash128 setting;
	const source_list *list;
	file_state *files;
	store *store; /* NULL: not open; the program must not have it open while it forks */
	trust trust;
	buffer scratch, values, shelved_values;
	pending *pending;
	size_t pending_count, pending_capacity;
	shelved *shelved;
	size_t shelved_count, shelved_capacity;
};

/* The order that SQLite has numbers in, which have a sign there: each page is then read once. */
int cache_compare_numbers(uint64_t left, uint64_t right);

/* value.c: a value is the hash of what follows, and of the whole key, before the rest. */
void cache_seal(const cache *cache, hash128 key, text rest, buffer *out);

/* The rest of the value, valid until the store is asked again. False: it is not there, or not whole. */
bool cache_find(cache *cache, store *store, hash128 key, text *rest, uint64_t *day);

/* The same for a record; out->file stays as it is. `encoded` may be NULL. */
bool cache_find_record(cache *cache, store *store, hash128 key, arena *arena, record *out, uint64_t *day,
		       text *encoded);
bool cache_decode(text encoded, arena *arena, record *out);

/* Notes what is to be written at the next flush; no bytes: that it was used. */
void cache_add_pending(cache *cache, uint64_t number, size_t at, size_t len);

/*
 * shelves.c: files by their folders. `row`: where the record is kept, for content and git's blob to find it too; none: it goes on the
 * shelf itself. Only of files that are trusted.
 */
bool cache_is_trusted(cache *cache, uint32_t file);
void cache_shelve(cache *cache, uint32_t file, hash128 row, text encoded);

/* Files that may be on shelves, those of one shelf in a row; the caller frees it. */
shelf_place *cache_shelf_places(cache *cache, size_t *count);
hash128 cache_shelf_key(cache *cache, uint32_t file);

/* Between store_begin() and store_commit(): what was shelved, and what is left of what was there. */
enum store_status cache_write_shelves(cache *cache, store *store);

#endif
