/* SPDX-License-Identifier: MIT */
#include "cache/cache.h"

#include "base/memory.h"
#include "cache/build_id.h"
#include "cache/database.h"
#include "cache/folder.h"
#include "cache/key.h"
#include "cache/store.h"
#include "work/codec.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define FLUSH_BYTES ((size_t)4 * 1024 * 1024) /* that wait to be written */
#define ARENA_KEEP ((size_t)1024 * 1024)

typedef struct file_state {
	hash128 key; /* by git's blob */
	bool vouched, exact, recalled;
} file_state;

/* A record that waits to be written: `len` bytes of `values` from `at`. 0 bytes: it is there, and was used. */
typedef struct pending {
	uint64_t number;
	size_t at, len;
} pending;

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
	buffer scratch, values;
	pending *pending;
	size_t pending_count, pending_capacity;
};

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
	free(cache->pending);
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

static void vouch(void *payload, uint32_t file, text blob, bool exact)
{
	cache *cache = payload;
	cache->files[file].key = key_of_blob(cache->setting, &cache->list->files[file], blob, &cache->scratch);
	cache->files[file].vouched = true;
	cache->files[file].exact = exact;
}

void cache_begin(cache *cache, const source_list *list, const cache_setting *setting)
{
	cache->setting = key_of_setting(setting, cache->seed);
	cache->list = list;
	cache->files = memory_zero(list->file_count, sizeof(*cache->files));
	source_list_vouch(list, vouch, cache);
}

bool cache_is_recalled(const cache *cache, uint32_t file)
{
	return cache->files[file].recalled;
}

/* A value is the hash of what follows, and of the whole key, before the record. */
static hash128 seal_of(const cache *cache, hash128 key, text encoded)
{
	return hash128_of(encoded.data, encoded.len, cache->seed ^ key.low);
}

static void add_pending(cache *cache, uint64_t number, size_t at, size_t len)
{
	memory_reserve(&cache->pending, &cache->pending_capacity, cache->pending_count + 1, sizeof(*cache->pending));
	cache->pending[cache->pending_count++] = (pending){number, at, len};
}

/* False: it is not there, or not whole. */
static bool find(cache *cache, store *store, hash128 key, arena *arena, record *out, uint64_t *day)
{
	text value;
	hash128 seal;
	error ignored;
	record found;
	enum store_status status = store_find(store, key.high, &value, day);
	if (status != STORE_DONE) {
		cache->damaged |= status == STORE_BROKEN;
		cache->broken |= status == STORE_BROKEN;
		return false;
	}
	if (value.len < sizeof(seal))
		return false;
	text encoded = {value.data + sizeof(seal), value.len - sizeof(seal)};
	memcpy(&seal, value.data, sizeof(seal));
	if (!hash128_equals(seal, seal_of(cache, key, encoded)) || record_decode(encoded, arena, &found, &ignored) != 0)
		return false;
	found.file = out->file;
	*out = found;
	return true;
}

/* Those to look for, in the order in which the database has them: each of its pages is then read once. */
typedef struct wanted {
	uint64_t number;
	uint32_t file;
} wanted;

static int compare_wanted(const void *left, const void *right)
{
	const wanted *a = left, *b = right;
	/* As numbers with a sign, as SQLite orders them. */
	uint64_t x = a->number ^ UINT64_C(1) << 63, y = b->number ^ UINT64_C(1) << 63;
	return (x > y) - (x < y);
}

static wanted *list_wanted(const cache *cache, size_t *count)
{
	wanted *made = memory_alloc(cache->list->file_count * sizeof(*made));
	*count = 0;
	for (size_t i = 0; i < cache->list->file_count; i++) {
		if (cache->files[i].vouched)
			made[(*count)++] = (wanted){cache->files[i].key.high, (uint32_t)i};
	}
	qsort(made, *count, sizeof(*made), compare_wanted);
	return made;
}

static void recall_from(cache *cache, store *store, cache_hit *tell, void *payload)
{
	arena *arena = arena_create();
	size_t count;
	wanted *wanted = list_wanted(cache, &count);
	for (size_t i = 0; i < count && !cache->broken; i++) {
		uint64_t day;
		record record = {.file = wanted[i].file};
		file_state *state = &cache->files[wanted[i].file];
		if (!find(cache, store, state->key, arena, &record, &day))
			continue;
		state->recalled = true;
		if (day != cache->today)
			add_pending(cache, state->key.high, 0, 0);
		tell(payload, &record);
		if (arena_used(arena) > ARENA_KEEP) {
			arena_destroy(arena);
			arena = arena_create();
		}
		arena_reset(arena);
	}
	free(wanted);
	arena_destroy(arena);
}

static void let_go(cache *cache)
{
	store_close(cache->store);
	cache->store = NULL;
}

void cache_recall_vouched(cache *cache, cache_hit *tell, void *payload)
{
	if (!cache->fresh && store_hold(cache->store) == STORE_DONE) {
		recall_from(cache, cache->store, tell, payload);
		store_release(cache->store);
	}
	let_go(cache);
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

/* What may become of a record of what was read, where none is there already that was used today. */
static void set_keep(record *out, bool vouched, bool has_returns, bool whole, bool here, hash128 key)
{
	out->key = whole && !here ? key : (hash128){0, 0};
	if (vouched)
		out->keep = has_returns ? RECORD_KEEP_BLOB_OF_BINARY : RECORD_KEEP_BLOB;
	else
		out->keep = whole && !here ? RECORD_KEEP_CONTENT : RECORD_KEEP_NOT;
}

bool cache_recall(cache *cache, uint32_t file, int fd, text raw, arena *arena, record *out)
{
	struct stat status;
	const source_file *source = &cache->list->files[file];
	out->keep = RECORD_KEEP_NOT;
	if (fstat(fd, &status) != 0)
		return false;
	/* Had it been written since git looked at it, that would show now that it was read. */
	source_stamp stamp = source_stamp_of(&status);
	bool whole = (uint64_t)status.st_size == raw.len;
	bool vouched = cache->files[file].vouched && (uint64_t)status.st_size == source->size &&
		       source_stamp_equals(&stamp, &source->stamp);
	bool has_returns =
		vouched && !cache->files[file].exact && raw.len > 0 && memchr(raw.data, '\r', raw.len) != NULL;
	hash128 key = whole ? key_of_content(cache->setting, source, raw, &cache->scratch) : (hash128){0, 0};
	uint64_t day = 0;
	bool hit = whole && is_attached(cache) && find(cache, cache->store, key, arena, out, &day);
	set_keep(out, vouched, has_returns, whole, hit && day == cache->today, key);
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
	} else if (out->keep == RECORD_KEEP_BLOB_OF_BINARY) {
		/* Git takes lines that end with a carriage return for those that do not; of what is no text it leaves all as it is. */
		bool binary = out->failure != NULL && strcmp(out->failure, count_binary) == 0;
		out->keep = binary                           ? RECORD_KEEP_BLOB
			    : hash128_equals(out->key, none) ? RECORD_KEEP_NOT
							     : RECORD_KEEP_CONTENT;
	}
}

static int compare_pending(const void *left, const void *right)
{
	const pending *a = left, *b = right;
	uint64_t x = a->number ^ UINT64_C(1) << 63, y = b->number ^ UINT64_C(1) << 63;
	return (x > y) - (x < y);
}

static enum store_status write_pending(cache *cache, store *store)
{
	uint64_t room = cache->limit > cache->values.len ? cache->limit - cache->values.len : 0;
	enum store_status status = store_shrink(store, room, room / 4 * 3);
	if (status == STORE_DONE)
		status = store_begin(store);
	for (size_t i = 0; i < cache->pending_count && status == STORE_DONE; i++) {
		const pending *at = &cache->pending[i];
		if (at->len == 0)
			status = store_touch(store, at->number, cache->today);
		else
			status = store_put(store, at->number, (text){cache->values.data + at->at, at->len},
					   cache->today);
	}
	return status == STORE_DONE ? store_commit(store) : status;
}

/* Opens the database for as long as that takes: workers may be forked at any other time. */
static void flush(cache *cache)
{
	error ignored;
	enum store_status status = STORE_DONE;
	store *store = NULL;
	if (cache->pending_count > 0 && !cache->broken)
		store = store_open(cache->path, &status, &ignored);
	if (store != NULL) {
		qsort(cache->pending, cache->pending_count, sizeof(*cache->pending), compare_pending);
		status = write_pending(cache, store);
		store_close(store);
	}
	/* A full disk, or others that do not let go of it: they will not do so for what comes later either. */
	cache->broken |= status != STORE_DONE;
	cache->damaged |= status == STORE_BROKEN;
	cache->pending_count = 0;
	buffer_clear(&cache->values);
}

void cache_keep(cache *cache, const record *record, text encoded)
{
	if (record->keep != RECORD_KEEP_BLOB && record->keep != RECORD_KEEP_CONTENT)
		return;
	if (cache->broken || encoded.len > cache->limit / 8)
		return;
	hash128 key = record->keep == RECORD_KEEP_BLOB ? cache->files[record->file].key : record->key;
	hash128 seal = seal_of(cache, key, encoded);
	add_pending(cache, key.high, cache->values.len, sizeof(seal) + encoded.len);
	buffer_add(&cache->values, (const char *)&seal, sizeof(seal));
	buffer_add(&cache->values, encoded.data, encoded.len);
	if (cache->values.len >= FLUSH_BYTES || cache->values.len >= cache->limit / 4)
		flush(cache);
}

void cache_close(cache *cache)
{
	if (cache == NULL)
		return;
	flush(cache);
	if (cache->damaged)
		(void)database_throw_away(cache->lock, cache->path);
	destroy(cache);
}
