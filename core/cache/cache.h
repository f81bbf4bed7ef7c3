/* SPDX-License-Identifier: MIT */
/*
 * Records of former runs, so that a file that is as it was is not counted again. A record is found by all that shapes it: what is in
 * the file, its name and place, the program, the plugins, the map, the policy and the options. It never changes a count: a record
 * is used where it is exactly what counting would give, and where anything stands in the way of the cache the run goes on without.
 *
 * In one run: cache_open, cache_begin with the list of files, cache_recall_vouched for those that need not be read; then the workers
 * are started, which call cache_recall and cache_judge for each file that they read; the program hands what they send to
 * cache_keep, and ends with cache_close.
 */
#ifndef ONFLAME_CACHE_CACHE_H
#define ONFLAME_CACHE_CACHE_H

#include "base/arena.h"
#include "base/error.h"
#include "base/hash.h"
#include "count/count.h"
#include "count/record.h"
#include "source/source.h"

#include <stdbool.h>
#include <stdint.h>

typedef struct cache cache;

/* All that shapes records beside the files. */
typedef struct cache_setting {
	hash128 program; /* cache_program() */
	hash128 map;     /* language_map_hash() */
	hash128 plugins; /* plugin_set_stamp() */
	const count_options *count;
	uint64_t memory; /* bytes that a worker may take */
	int detail;      /* how much of a file records hold */
} cache_setting;

/* Of this very build of the program and its libraries. Before any plugin is loaded. */
hash128 cache_program(void);

/*
 * Opens the cache in that folder (absolute; made if it is missing), which is to take no more than about `limit` bytes. NULL: it cannot be
 * used, as the message says; `unsafe` (may be NULL): because others could write there, which its owner should know.
 */
cache *cache_open(const char *folder, uint64_t limit, bool *unsafe, error *error);

/* Writes down what is left to write, and frees all; the list is still there. Accepts NULL. All workers are gone. */
void cache_close(cache *cache);

/* The list outlives the cache's use. */
void cache_begin(cache *cache, const source_list *list, const cache_setting *setting);

/*
 * Tells of each file whose record is there and whose status says that it is what it was: its own status of when it was read last, as far as
 * the file system can be trusted, or the one that git's index has of it. None of them needs to be read.
 */
typedef void cache_hit(void *payload, const record *record);
void cache_recall_vouched(cache *cache, cache_hit *tell, void *payload);
bool cache_is_recalled(const cache *cache, uint32_t file);

/*
 * In a worker: the record of a file that was read from `fd`, of which `raw` is all or the beginning. False: there is none, and
 * out->keep says how far one that is made of it may be kept.
 */
bool cache_recall(cache *cache, uint32_t file, int fd, text raw, arena *arena, record *out);

/* In a worker: takes back out->keep where the record says nothing that would hold another time. `again`: of a second try. */
void cache_judge(record *out, bool again);

/* Keeps the record, `encoded`, as record->keep says. */
void cache_keep(cache *cache, const record *record, text encoded);

typedef struct cache_facts {
	uint64_t records, bytes;       /* bytes: of the files in the folder */
	uint64_t oldest_day, last_day; /* since 1970, on which a record was used last; 0: there is none */
} cache_facts;

int cache_tell(const char *folder, cache_facts *facts, error *error);
int cache_clear(const char *folder, error *error);

#endif
