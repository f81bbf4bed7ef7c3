/* SPDX-License-Identifier: MIT */
#include "cache/cache.h"

#include "base/memory.h"
#include "cache/build_id.h"
#include "cache/database.h"
#include "cache/folder.h"
#include "cache/key.h"
#include "cache/state.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FLUSH_BYTES ((size_t)4 * 1024 * 1024)    /* that wait to be written */
#define SHELVED_BYTES ((size_t)64 * 1024 * 1024) /* likewise, on shelves: each is written again as a whole */

/* Counting so many bytes costs no more than looking for what came of it, without a grammar and with one. */
enum { CHEAP_LEXICAL = 32768, CHEAP_SYNTAX = 512 };

hash128 cache_program(void)
{
	return build_id();
}

static void destroy(cache *cache)
{
	store_close(cache->store);
	if (cache->lock >= 0)
		close(cache->lock);
	buffer_finish(&cache->scratch);
	buffer_finish(&cache->values);
	buffer_finish(&cache->shelved_values);
	trust_finish(&cache->trust);
	free(cache->pending);
	free(cache->shelved);
	free(cache->files);
	free(cache->path);
	free(cache);
}

cache *cache_open(const char *folder, uint64_t limit, bool *unsafe, error *error)
{
	bool ignored;
	cache *made = memory_zero(1, sizeof(*made));
	made->path = database_path(folder);
	made->limit = limit;
	made->today = (uint64_t)time(NULL) / 86400;
	made->lock = folder_open(folder, unsafe != NULL ? unsafe : &ignored, error);
	store *opened = made->lock >= 0 ? database_open(made->lock, made->path, error) : NULL;
	if (opened == NULL) {
		destroy(made);
		return NULL;
	}
	made->store = opened;
	made->seed = store_seed(opened);
	made->fresh = store_is_empty(opened);
	return made;
}

void cache_begin(cache *cache, const source_list *list, const cache_setting *setting)
{
	cache->setting = key_of_setting(setting, cache->seed);
	cache->list = list;
	cache->files = memory_zero(list->file_count, sizeof(*cache->files));
	trust_init(&cache->trust);
}

bool cache_is_recalled(const cache *cache, uint32_t file)
{
	return cache->files[file].recalled;
}

/* Opens the database where a worker first looks into it: most often there is nothing left to look for. */
static bool is_attached(cache *cache)
{
	error ignored;
	enum store_status status;
	if (!cache->attached && !cache->fresh && !cache->broken)
		cache->store = store_open(cache->path, &status, &ignored);
	cache->attached = true;
	return cache->store != NULL && !cache->broken;
}

static bool is_binary(const record *record)
{
	return record->failure != NULL && strcmp(record->failure, count_binary) == 0;
}

bool cache_recall(cache *cache, uint32_t file, int fd, text raw, arena *arena, record *out)
{
	struct stat status;
	const source_file *source = &cache->list->files[file];
	out->keep = RECORD_KEEP_NOT;
	if (fstat(fd, &status) != 0)
		return false;
	/* Had it been written since it was listed, that would show now that it was read. */
	source_stamp stamp = source_stamp_of(&status);
	bool unchanged = (uint64_t)status.st_size == source->size && source_stamp_equals(&stamp, &source->stamp);
	bool vouched = unchanged && cache->files[file].vouched;
	bool has_returns =
		vouched && !cache->files[file].exact && raw.len > 0 && memchr(raw.data, '\r', raw.len) != NULL;
	bool whole = (uint64_t)status.st_size == raw.len && raw.len >= CHEAP_SYNTAX;
	hash128 key = whole ? key_of_content(cache->setting, source, raw, &cache->scratch) : (hash128){0, 0};
	uint64_t day = 0;
	bool hit = whole && is_attached(cache) && cache_find_record(cache, cache->store, key, arena, out, &day, NULL);
	out->key = key;
	out->keep = unchanged ? RECORD_KEEP_STAMP : RECORD_KEEP_NOT;
	if (vouched && !(has_returns && hit && !is_binary(out)))
		out->keep |= has_returns ? RECORD_KEEP_BLOB_OF_BINARY : RECORD_KEEP_BLOB;
	else if (whole && !(hit && day == cache->today))
		out->keep |= RECORD_KEEP_CONTENT;
	return hit;
}

/* Whether another run would say the same: not of what took too long, or was not even looked at. */
static bool is_lasting(const record *record)
{
	static const char trouble[] = "counted lexically: ", lasting[] = "counted lexically: more than ";
	if (record->failed)
		return false;
	if (record->engine == RECORD_UNCOUNTED)
		return record->failure != NULL && strcmp(record->failure, count_not_wanted) != 0;
	for (size_t i = 0; i < record->note_count; i++) {
		const char *note = record->notes[i];
		if (strncmp(note, trouble, sizeof(trouble) - 1) == 0 &&
		    strncmp(note, lasting, sizeof(lasting) - 1) != 0)
			return false;
	}
	return true;
}

void cache_judge(record *out, bool again)
{
	static const hash128 none = {0, 0};
	if (again || !is_lasting(out)) {
		out->keep = RECORD_KEEP_NOT;
	} else if ((out->keep & RECORD_KEEP_BLOB_OF_BINARY) != 0) {
		/* Git takes lines that end with a carriage return for those that do not; of what is no text it leaves all as it is. */
		out->keep &= ~(unsigned)RECORD_KEEP_BLOB_OF_BINARY;
		if (is_binary(out))
			out->keep |= RECORD_KEEP_BLOB;
		else if (!hash128_equals(out->key, none))
			out->keep |= RECORD_KEEP_CONTENT;
	}
}

static int compare_pending(const void *left, const void *right)
{
	const pending *a = left, *b = right;
	return cache_compare_numbers(a->number, b->number);
}

static enum store_status write_pending(cache *cache, store *store, bool shelves)
{
	uint64_t more = cache->values.len + cache->shelved_values.len;
	uint64_t room = cache->limit > more ? cache->limit - more : 0;
	enum store_status status = store_shrink(store, room, room / 4 * 3);
	if (status == STORE_DONE)
		status = store_begin(store);
	for (size_t i = 0; i < cache->pending_count && status == STORE_DONE; i++) {
		const pending *at = &cache->pending[i];
		if (at->len == 0)
			status = store_touch(store, at->number, cache->today);
		else
			status = store_put(store, at->number, (text){cache->values.data + at->at, at->len},
					   cache->today, 1);
	}
	if (status == STORE_DONE && shelves)
		status = cache_write_shelves(cache, store);
	return status == STORE_DONE ? store_commit(store) : status;
}

/* Opens the database for as long as that takes: workers may be forked at any other time. */
static void flush(cache *cache, bool shelves)
{
	error ignored;
	enum store_status status = STORE_DONE;
	store *store = NULL;
	if ((cache->pending_count > 0 || (shelves && cache->shelved_count > 0)) && !cache->broken)
		store = store_open(cache->path, &status, &ignored);
	if (store != NULL) {
		if (cache->pending_count > 1)
			qsort(cache->pending, cache->pending_count, sizeof(*cache->pending), compare_pending);
		status = write_pending(cache, store, shelves);
		store_close(store);
		cache->fresh = false;
	}
	/* A full disk, or others that do not let go of it: they will not do so for what comes later either. */
	cache->broken |= status != STORE_DONE;
	cache->damaged |= status == STORE_BROKEN;
	cache->pending_count = 0;
	buffer_clear(&cache->values);
	if (shelves) {
		cache->shelved_count = 0;
		buffer_clear(&cache->shelved_values);
	}
}

static bool is_cheap(const record *record)
{
	return record->bytes < (record->engine == RECORD_SYNTAX ? CHEAP_SYNTAX : CHEAP_LEXICAL);
}

void cache_keep(cache *cache, const record *record, text encoded)
{
	bool row = (record->keep & (RECORD_KEEP_CONTENT | RECORD_KEEP_BLOB)) != 0;
	bool blob = (record->keep & RECORD_KEEP_BLOB) != 0;
	if (record->keep == RECORD_KEEP_NOT || cache->broken || encoded.len > cache->limit / 8)
		return;
	bool shelved = (record->keep & RECORD_KEEP_STAMP) != 0 && cache_is_trusted(cache, record->file);
	hash128 key = blob ? cache->files[record->file].key : record->key;
	/* What git vouches for need not even be read, if it is found. */
	if (row && (!is_cheap(record) || (blob && !shelved))) {
		size_t at = cache->values.len;
		cache_seal(cache, key, encoded, &cache->values);
		cache_add_pending(cache, key.high, at, cache->values.len - at);
	} else if (row) {
		key = (hash128){0, 0};
	}
	if (shelved)
		cache_shelve(cache, record->file, key, encoded);
	bool many = cache->shelved_values.len >= SHELVED_BYTES || cache->shelved_values.len >= cache->limit / 4;
	if (many || cache->values.len >= FLUSH_BYTES || cache->values.len >= cache->limit / 4)
		flush(cache, many);
}

void cache_close(cache *cache)
{
	if (cache == NULL)
		return;
	flush(cache, true);
	if (cache->damaged)
		(void)database_throw_away(cache->lock, cache->path);
	destroy(cache);
}
