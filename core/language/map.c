/* SPDX-License-Identifier: MIT */
#include "language/image.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More than any map may have, so that reading an endless file ends. */
#define READ_LIMIT ((size_t)8 * 1024 * 1024)

language_map *language_map_create(void)
{
	return memory_zero(1, sizeof(language_map));
}

void language_map_destroy(language_map *map)
{
	if (map == NULL)
		return;
	map_unseal(map);
	for (size_t i = 0; i < map->layer_count; i++)
		layer_destroy(map->layers[i]);
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		if (map->rules[kind].capacity > 0)
			free(map->rules[kind].items);
	free(map->layers);
	if (map->capacity > 0)
		free(map->entries);
	image_close(map->image);
	free(map);
}

static bool changes_proof(const entry *above)
{
	for (int key = ENTRY_LINE_COMMENTS; key <= ENTRY_DOUBTS; key++)
		if (above->given[key].name != NULL)
			return true;
	return above->given[ENTRY_TYPE].name != NULL || above->given[ENTRY_PLUGIN].name != NULL;
}

/* A key that was given replaces what was there; each member of an entry belongs to one key. */
static void lay_entry(entry *below, const entry *above)
{
#define LAY(key, member)                                                                                               \
	if (above->given[key].name != NULL)                                                                            \
	below->member = above->member
	LAY(ENTRY_TYPE, type);
	LAY(ENTRY_ALIASES, aliases);
	LAY(ENTRY_EXTENSIONS, extensions);
	LAY(ENTRY_FILENAMES, filenames);
	LAY(ENTRY_INTERPRETERS, interpreters);
	LAY(ENTRY_PLUGIN, plugin);
	LAY(ENTRY_DEFAULT_ENGINE, lexical_first);
	LAY(ENTRY_COLOR, color);
	LAY(ENTRY_LINE_COMMENTS, line_comments);
	LAY(ENTRY_BLOCK_COMMENTS, block_comments);
	LAY(ENTRY_NESTED_COMMENTS, nested_comments);
	LAY(ENTRY_STRINGS, strings);
	LAY(ENTRY_HEREDOCS, heredocs);
	LAY(ENTRY_IGNORE_CASE, ignore_case);
	LAY(ENTRY_BACKSLASH, backslash);
	LAY(ENTRY_LINE_ENDS, line_ends);
	LAY(ENTRY_OPERAND_WORDS, operand_words);
	LAY(ENTRY_STATEMENT_HEADS, statement_heads);
	LAY(ENTRY_DOCSTRING_HEADS, docstring_heads);
	LAY(ENTRY_CODE_WITHIN, code_within);
	LAY(ENTRY_DOUBTS, doubts);
	LAY(ENTRY_CERTIFIED, certified);
	LAY(ENTRY_MARKS_WHERE_BROKEN, marks_where_broken);
	LAY(ENTRY_PREPROCESSOR, preprocessor);
	LAY(ENTRY_SKELETON, skeleton);
#undef LAY
	/* What was proven was proven of other marks or of another grammar. */
	if (above->given[ENTRY_CERTIFIED].name == NULL && changes_proof(above))
		below->certified = false;
	if (above->given[ENTRY_MARKS_WHERE_BROKEN].name == NULL && changes_proof(above))
		below->marks_where_broken = false;
	for (int key = 0; key < ENTRY_KEY_COUNT; key++)
		if (above->given[key].name != NULL)
			below->given[key] = above->given[key];
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		if (above->claimed_by[kind] != 0)
			below->claimed_by[kind] = above->claimed_by[kind];
}

/* Remembers which layer says what, for claims that older rules do not know of. */
static void number_layer(layer *layer, size_t number)
{
	for (size_t i = 0; i < layer->count; i++)
		for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
			if (layer->entries[i].given[entry_claims(kind)].name != NULL)
				layer->entries[i].claimed_by[kind] = number;
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		for (size_t i = 0; i < layer->rules[kind].count; i++) {
			layer->rules[kind].items[i].layer = number;
			layer->rules[kind].items[i].proven = layer->proven;
		}
}

static int compare_entries(const void *a, const void *b)
{
	return strcmp(((const entry *)a)->name, ((const entry *)b)->name);
}

static int compare_sets(const void *a, const void *b)
{
	return strcmp(((const rule_set *)a)->key, ((const rule_set *)b)->key);
}

/* Room for more behind what is there. What lies in the image has no capacity and is copied. */
static void *make_room(void *items, size_t *capacity, size_t count, size_t more, size_t size)
{
	if (*capacity == 0 && count > 0) {
		void *copy = NULL;
		memory_reserve(&copy, capacity, count + more, size);
		return memcpy(copy, items, count * size);
	}
	memory_reserve(&items, capacity, count + more, size);
	return items;
}

static void lay_entries(language_map *map, const layer *layer)
{
	size_t old = map->count;
	map->entries = make_room(map->entries, &map->capacity, old, layer->count, sizeof(*map->entries));
	for (size_t i = 0; i < layer->count; i++) {
		entry *below = old == 0 ? NULL
					: bsearch(&layer->entries[i], map->entries, old, sizeof(*map->entries),
						  compare_entries);
		if (below != NULL)
			lay_entry(below, &layer->entries[i]);
		else
			map->entries[map->count++] = layer->entries[i];
	}
	if (map->count > 0)
		qsort(map->entries, map->count, sizeof(*map->entries), compare_entries);
}

static void lay_rules(language_map *map, const layer *layer, int kind)
{
	const rule_sets *above = &layer->rules[kind];
	size_t old = map->rules[kind].count;
	rule_set *items =
		make_room(map->rules[kind].items, &map->rules[kind].capacity, old, above->count, sizeof(rule_set));
	map->rules[kind].items = items;
	for (size_t i = 0; i < above->count; i++) {
		rule_set *below =
			old == 0 ? NULL : bsearch(&above->items[i], items, old, sizeof(rule_set), compare_sets);
		if (below != NULL)
			*below = above->items[i];
		else
			items[map->rules[kind].count++] = above->items[i];
	}
	if (map->rules[kind].count > 0)
		qsort(items, map->rules[kind].count, sizeof(rule_set), compare_sets);
}

void map_add_hash(language_map *map, hash128 hash)
{
	const hash128 parts[] = {map->hash, hash};
	map->hash = hash128_of(parts, sizeof(parts), 0);
}

hash128 language_map_hash(const language_map *map)
{
	return map->hash;
}

int map_lay(language_map *map, layer *layer)
{
	if (layer == NULL)
		return -1;
	map_unseal(map);
	memory_reserve(&map->layers, &map->layer_capacity, map->layer_count + 1, sizeof(*map->layers));
	map->layers[map->layer_count++] = layer;
	number_layer(layer, map->layer_count);
	lay_entries(map, layer);
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		lay_rules(map, layer, kind);
	return 0;
}

int language_map_parse(language_map *map, const char *name, text yaml, bool trusted, error *error)
{
	int status = map_lay(map, layer_read(name, yaml, trusted, error));
	if (status == 0)
		map_add_hash(map, hash128_of(yaml.data, yaml.len, trusted));
	return status;
}

static int read_all(FILE *file, const char *path, buffer *content, error *error)
{
	char piece[4096];
	size_t got;
	while ((got = fread(piece, 1, sizeof(piece), file)) > 0) {
		buffer_add(content, piece, got);
		if (content->len > READ_LIMIT)
			return error_set(error, "%s:1:1: too large for a language map", path);
	}
	if (ferror(file))
		return error_set_errno(error, "%s: language map cannot be read", path);
	return 0;
}

int map_read_file(const char *path, buffer *content, error *error)
{
	FILE *file = fopen(path, "rbe");
	if (file == NULL)
		return error_set_errno(error, "%s: language map cannot be opened", path);
	int status = read_all(file, path, content, error);
	fclose(file);
	return status;
}

int language_map_load(language_map *map, const char *path, bool trusted, error *error)
{
	buffer content = BUFFER_INIT;
	int status = map_read_file(path, &content, error);
	if (status == 0)
		status = language_map_parse(map, path, (text){buffer_string(&content), content.len}, trusted, error);
	buffer_finish(&content);
	return status;
}

size_t language_map_count(const language_map *map)
{
	return map->sealed ? map->count : 0;
}

const language *language_map_at(const language_map *map, size_t index)
{
	return &map->languages[index];
}
