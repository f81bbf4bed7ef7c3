/* SPDX-License-Identifier: MIT */
/* What is told without reading a file: by its status alone, then by what git says of it. */
#include "base/memory.h"
#include "cache/key.h"
#include "cache/state.h"

#include <stdlib.h>
#include <string.h>

#define ARENA_KEEP ((size_t)1024 * 1024)

/* A row to look for. */
typedef struct wanted {
	hash128 key;
	uint32_t file;
} wanted;

typedef struct recall {
	cache *cache;
	cache_hit *tell;
	void *payload;
	arena *arena;
	wanted *wanted;
	size_t wanted_count, wanted_capacity;
	size_t left; /* files that nothing is known of */
} recall;

static void want(recall *recall, uint32_t file, hash128 key)
{
	memory_reserve(&recall->wanted, &recall->wanted_capacity, recall->wanted_count + 1, sizeof(*recall->wanted));
	recall->wanted[recall->wanted_count++] = (wanted){key, file};
}

static void hit(recall *recall, const record *record)
{
	recall->cache->files[record->file].recalled = true;
	recall->left--;
	recall->tell(recall->payload, record);
	if (arena_used(recall->arena) > ARENA_KEEP) {
		arena_destroy(recall->arena);
		recall->arena = arena_create();
	}
	arena_reset(recall->arena);
}

static void vouch(void *payload, uint32_t file, text blob, bool exact)
{
	cache *cache = payload;
	file_state *state = &cache->files[file];
	if (state->recalled)
		return;
	state->key = key_of_blob(cache->setting, &cache->list->files[file], blob, &cache->scratch);
	state->vouched = true;
	state->exact = exact;
}

static void take_item(recall *recall, uint32_t file, const shelf *shelf)
{
	cache *cache = recall->cache;
	const source_file *source = &cache->list->files[file];
	hash128 name = key_of_name(cache->setting, source, &cache->scratch);
	const shelf_item *item = shelf_find(shelf, name.high);
	if (item == NULL || !hash128_equals(item->stamp, key_of_stamp(name, source)))
		return;
	hash128 key;
	record record = {.file = file};
	if (item->elsewhere && item->value.len == sizeof(key)) {
		memcpy(&key, item->value.data, sizeof(key));
		want(recall, file, key);
	} else if (!item->elsewhere && cache_decode(item->value, recall->arena, &record)) {
		hit(recall, &record);
	}
}

static void recall_shelves(recall *recall)
{
	cache *cache = recall->cache;
	size_t count;
	shelf shelf = {0};
	shelf_place *places = cache_shelf_places(cache, &count);
	for (size_t start = 0, end; start < count && !cache->broken; start = end) {
		uint64_t day;
		text value;
		for (end = start; end < count && places[end].number == places[start].number; end++)
			;
		hash128 key = cache_shelf_key(cache, places[start].file);
		if (!cache_find(cache, cache->store, key, &value, &day) || !shelf_read(&shelf, value))
			continue;
		for (size_t i = start; i < end; i++)
			take_item(recall, places[i].file, &shelf);
		if (day != cache->today)
			cache_add_pending(cache, key.high, 0, 0);
	}
	shelf_finish(&shelf);
	free(places);
}

static int compare_wanted(const void *left, const void *right)
{
	const wanted *a = left, *b = right;
	return cache_compare_numbers(a->key.high, b->key.high);
}

/* Looks for the rows. `shelve`: those found go on shelves too. */
static void recall_wanted(recall *recall, bool shelve)
{
	cache *cache = recall->cache;
	if (recall->wanted_count > 1)
		qsort(recall->wanted, recall->wanted_count, sizeof(*recall->wanted), compare_wanted);
	for (size_t i = 0; i < recall->wanted_count && !cache->broken; i++) {
		uint64_t day;
		text encoded;
		const wanted *wanted = &recall->wanted[i];
		record record = {.file = wanted->file};
		if (!cache_find_record(cache, cache->store, wanted->key, recall->arena, &record, &day, &encoded))
			continue;
		if (shelve && cache_is_trusted(cache, wanted->file))
			cache_shelve(cache, wanted->file, wanted->key, encoded);
		if (day != cache->today)
			cache_add_pending(cache, wanted->key.high, 0, 0);
		hit(recall, &record);
	}
	recall->wanted_count = 0;
}

static void recall_blobs(recall *recall)
{
	const cache *cache = recall->cache;
	for (size_t i = 0; i < cache->list->file_count; i++) {
		if (cache->files[i].vouched && !cache->files[i].recalled)
			want(recall, (uint32_t)i, cache->files[i].key);
	}
	recall_wanted(recall, true);
}

void cache_recall_vouched(cache *cache, cache_hit *tell, void *payload)
{
	recall recall = {
		.cache = cache,
		.tell = tell,
		.payload = payload,
		.arena = arena_create(),
		.left = cache->list->file_count,
	};
	bool held = !cache->fresh && store_hold(cache->store) == STORE_DONE;
	if (held) {
		recall_shelves(&recall);
		recall_wanted(&recall, false);
	}
	/* Git's index is not even read where nothing is left to ask it for. */
	if (recall.left > 0)
		source_list_vouch(cache->list, vouch, cache);
	if (held) {
		recall_blobs(&recall);
		store_release(cache->store);
	}
	store_close(cache->store);
	cache->store = NULL;
	free(recall.wanted);
	arena_destroy(recall.arena);
}
