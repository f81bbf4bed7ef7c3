/* SPDX-License-Identifier: MIT */
#include "language/map.h"

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
		free(map->rules[kind].items);
	free(map->layers);
	free(map->entries);
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
	LAY(ENTRY_COLOR, color);
	LAY(ENTRY_LINE_COMMENTS, line_comments);
	LAY(ENTRY_BLOCK_COMMENTS, block_comments);
	LAY(ENTRY_NESTED_COMMENTS, nested_comments);
	LAY(ENTRY_STRINGS, strings);
	LAY(ENTRY_HEREDOCS, heredocs);
	LAY(ENTRY_IGNORE_CASE, ignore_case);
	LAY(ENTRY_BACKSLASH, backslash);
	LAY(ENTRY_DOUBTS, doubts);
	LAY(ENTRY_CERTIFIED, certified);
#undef LAY
	/* What was proven was proven of other marks or of another grammar. */
	if (above->given[ENTRY_CERTIFIED].name == NULL && changes_proof(above))
		below->certified = false;
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

static void lay_entries(language_map *map, const layer *layer)
{
	size_t old = map->count;
	memory_reserve(&map->entries, &map->capacity, old + layer->count, sizeof(*map->entries));
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
	memory_reserve(&map->rules[kind].items, &map->rules[kind].capacity, old + above->count, sizeof(rule_set));
	rule_set *items = map->rules[kind].items;
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

static void add_to_hash(language_map *map, text yaml, bool trusted)
{
	const hash128 parts[] = {map->hash, hash128_of(yaml.data, yaml.len, trusted)};
	map->hash = hash128_of(parts, sizeof(parts), 0);
}

hash128 language_map_hash(const language_map *map)
{
	return map->hash;
}

/* Takes the layer over; NULL: it could not be read. */
static int lay(language_map *map, layer *layer)
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
	int status = lay(map, layer_read(name, yaml, trusted, error));
	if (status == 0)
		add_to_hash(map, yaml, trusted);
	return status;
}

static int read_all(FILE *file, const char *path, buffer *content, error *error)
{
	char piece[16384];
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

static int read_file(const char *path, buffer *content, error *error)
{
	FILE *file = fopen(path, "rbe");
	if (file == NULL)
		return error_set_errno(error, "%s: language map cannot be opened", path);
	int status = read_all(file, path, content, error);
	fclose(file);
	return status;
}

static text text_in(const buffer *content)
{
	return (text){buffer_string(content), content->len};
}

int language_map_load(language_map *map, const char *path, bool trusted, error *error)
{
	buffer content = BUFFER_INIT;
	int status = read_file(path, &content, error);
	if (status == 0)
		status = language_map_parse(map, path, text_in(&content), trusted, error);
	buffer_finish(&content);
	return status;
}

int language_map_load_own(language_map *map, const char *path, const char *compiled, error *error)
{
	buffer content = BUFFER_INIT, written = BUFFER_INIT;
	struct error ignored;
	int status = read_file(path, &content, error);
	if (status == 0 && compiled != NULL && read_file(compiled, &written, &ignored) != 0)
		buffer_clear(&written);
	if (status == 0)
		status = lay(map, layer_read_own(path, text_in(&content), text_in(&written), error));
	if (status == 0)
		add_to_hash(map, text_in(&content), true);
	buffer_finish(&content);
	buffer_finish(&written);
	return status;
}

static int write_file(const char *path, const buffer *content, error *error)
{
	FILE *file = fopen(path, "wbe");
	if (file == NULL)
		return error_set_errno(error, "%s: cannot be written", path);
	bool whole = fwrite(content->data, 1, content->len, file) == content->len;
	whole = fclose(file) == 0 && whole;
	return whole ? 0 : error_set_errno(error, "%s: not all could be written", path);
}

int language_map_compile(const char *path, const char *compiled, error *error)
{
	buffer content = BUFFER_INIT, written = BUFFER_INIT;
	arena *arena = arena_create();
	const node *root = NULL;
	int status = read_file(path, &content, error);
	if (status == 0)
		status = document_parse(arena, path, text_in(&content), &root, error);
	if (status == 0 && root == NULL)
		status = error_set(error, "%s:1:1: nothing in it (expected a mapping of languages)", path);
	if (status == 0) {
		document_write(root, text_in(&content), &written);
		status = write_file(compiled, &written, error);
	}
	buffer_finish(&content);
	buffer_finish(&written);
	arena_destroy(arena);
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
