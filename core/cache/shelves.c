/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "cache/key.h"
#include "cache/state.h"

#include <stdlib.h>

/* On a shelf, of files that are gone or that other runs ask for: so many more than there are now. */
enum { OTHERS_MAX = 64 };

bool cache_is_trusted(cache *cache, uint32_t file)
{
	uint64_t file_system;
	return trust_file(&cache->trust, &cache->list->files[file], &file_system);
}

hash128 cache_shelf_key(cache *cache, uint32_t file)
{
	uint64_t file_system = 0;
	const source_file *source = &cache->list->files[file];
	(void)trust_file(&cache->trust, source, &file_system);
	return key_of_folder(cache->setting, source, file_system, &cache->scratch);
}

/* Files of one folder that follow each other in the list. */
typedef struct run {
	uint64_t number;
	size_t start, count;
} run;

static int compare_runs(const void *left, const void *right)
{
	const run *a = left, *b = right;
	int order = cache_compare_numbers(a->number, b->number);
	return order != 0 ? order : (a->start > b->start) - (a->start < b->start);
}

/* The files that are trusted, as the list has them, and the runs that they make. */
static run *find_runs(cache *cache, uint32_t *files, size_t *run_count)
{
	const source_list *list = cache->list;
	const source_file *last = NULL;
	run *runs = NULL;
	size_t count = 0, capacity = 0;
	*run_count = 0;
	for (size_t i = 0; i < list->file_count; i++) {
		const source_file *file = &list->files[i];
		if (!cache_is_trusted(cache, (uint32_t)i))
			continue;
		if (last == NULL || file->folder != last->folder || file->stamp.device != last->stamp.device) {
			memory_reserve(&runs, &capacity, *run_count + 1, sizeof(*runs));
			runs[(*run_count)++] = (run){cache_shelf_key(cache, (uint32_t)i).high, count, 0};
		}
		last = file;
		runs[*run_count - 1].count++;
		files[count++] = (uint32_t)i;
	}
	return runs;
}

/* The list has most files of a folder in a row: those rows are ordered, not each file. */
shelf_place *cache_shelf_places(cache *cache, size_t *count)
{
	size_t run_count;
	uint32_t *files = memory_alloc(cache->list->file_count * sizeof(*files));
	run *runs = find_runs(cache, files, &run_count);
	if (run_count > 1)
		qsort(runs, run_count, sizeof(*runs), compare_runs);
	shelf_place *made = memory_alloc(cache->list->file_count * sizeof(*made));
	*count = 0;
	for (size_t i = 0; i < run_count; i++) {
		for (size_t j = 0; j < runs[i].count; j++)
			made[(*count)++] = (shelf_place){runs[i].number, files[runs[i].start + j]};
	}
	free(files);
	free(runs);
	return made;
}

void cache_shelve(cache *cache, uint32_t file, hash128 row, text encoded)
{
	bool elsewhere = row.high != 0 || row.low != 0;
	text value = elsewhere ? (text){(const char *)&row, sizeof(row)} : encoded;
	memory_reserve(&cache->shelved, &cache->shelved_capacity, cache->shelved_count + 1, sizeof(*cache->shelved));
	cache->shelved[cache->shelved_count++] = (shelved){file, elsewhere, cache->shelved_values.len, value.len};
	buffer_add(&cache->shelved_values, value.data, value.len);
}

/* What was found out of the files of one shelf, and their names. */
typedef struct group {
	shelf found;
	uint64_t *names; /* of all files that are there now, in order */
	size_t name_count, name_capacity;
	shelf old;
	buffer old_value, value, sealed;
} group;

static void finish_group(group *group)
{
	shelf_finish(&group->found);
	shelf_finish(&group->old);
	free(group->names);
	buffer_finish(&group->old_value);
	buffer_finish(&group->value);
	buffer_finish(&group->sealed);
}

static int compare_names(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
	return (a > b) - (a < b);
}

/* Fills the group with the files of a shelf. `which`: what was shelved of each file of the list, from 1; 0: nothing. */
static void gather(cache *cache, const shelf_place *places, size_t count, const uint32_t *which, group *group)
{
	group->found.count = group->name_count = 0;
	for (size_t i = 0; i < count; i++) {
		const source_file *file = &cache->list->files[places[i].file];
		hash128 name = key_of_name(cache->setting, file, &cache->scratch);
		memory_reserve(&group->names, &group->name_capacity, group->name_count + 1, sizeof(*group->names));
		group->names[group->name_count++] = name.high;
		if (which[places[i].file] == 0)
			continue;
		const shelved *shelved = &cache->shelved[which[places[i].file] - 1];
		const shelf_item item = {
			.name = name.high,
			.stamp = key_of_stamp(name, file),
			.elsewhere = shelved->elsewhere,
			.value = {cache->shelved_values.data + shelved->at, shelved->len},
		};
		shelf_add(&group->found, &item);
	}
	shelf_order(&group->found);
	qsort(group->names, group->name_count, sizeof(*group->names), compare_names);
}

/* Other runs may know of more files of the folder; so did this one's forerunners, of files that are gone. */
static void merge_old(group *group)
{
	size_t found = group->found.count, others = 0;
	for (int pass = 0; pass < 2; pass++) {
		bool with_others = others <= group->name_count + OTHERS_MAX;
		for (size_t i = 0; i < group->old.count; i++) {
			const shelf_item *item = &group->old.items[i];
			const shelf ordered = {.items = group->found.items, .count = found};
			bool known = bsearch(&item->name, group->names, group->name_count, sizeof(*group->names),
					     compare_names) != NULL;
			if (pass == 0)
				others += !known;
			else if (known ? shelf_find(&ordered, item->name) == NULL : with_others)
				shelf_add(&group->found, item);
		}
	}
	shelf_order(&group->found);
}

static uint64_t count_records(const shelf *shelf)
{
	uint64_t count = 0;
	for (size_t i = 0; i < shelf->count; i++)
		count += !shelf->items[i].elsewhere;
	return count;
}

static enum store_status write_group(cache *cache, store *store, hash128 key, group *group)
{
	text old;
	uint64_t day;
	buffer_clear(&group->old_value);
	group->old.count = 0;
	if (!cache->fresh && cache_find(cache, store, key, &old, &day)) {
		buffer_add(&group->old_value, old.data, old.len);
		if (shelf_read(&group->old, (text){group->old_value.data, group->old_value.len}))
			merge_old(group);
	}
	if (cache->broken)
		return STORE_BROKEN;
	buffer_clear(&group->value);
	buffer_clear(&group->sealed);
	shelf_write(&group->found, &group->value);
	if (group->value.len > cache->limit / 8)
		return STORE_DONE;
	cache_seal(cache, key, (text){buffer_string(&group->value), group->value.len}, &group->sealed);
	return store_put(store, key.high, (text){group->sealed.data, group->sealed.len}, cache->today,
			 count_records(&group->found));
}

enum store_status cache_write_shelves(cache *cache, store *store)
{
	if (cache->shelved_count == 0)
		return STORE_DONE;
	group group = {0};
	size_t count;
	enum store_status status = STORE_DONE;
	shelf_place *places = cache_shelf_places(cache, &count);
	uint32_t *which = memory_zero(cache->list->file_count, sizeof(*which));
	for (size_t i = 0; i < cache->shelved_count; i++)
		which[cache->shelved[i].file] = (uint32_t)i + 1;
	for (size_t start = 0, end; start < count && status == STORE_DONE; start = end) {
		bool any = false;
		for (end = start; end < count && places[end].number == places[start].number; end++)
			any |= which[places[end].file] != 0;
		if (!any)
			continue;
		gather(cache, places + start, end - start, which, &group);
		status = write_group(cache, store, cache_shelf_key(cache, places[start].file), &group);
	}
	finish_group(&group);
	free(places);
	free(which);
	return status;
}
