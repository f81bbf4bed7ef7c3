/* SPDX-License-Identifier: MIT */
/* Languages by name and alias. */
#include "language/map.h"

#include <stdlib.h>
#include <string.h>

#define NAME_LIMIT 256

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static const char *lower_copy(arena *arena, const char *name, bool dashes)
{
	char *copy = arena_copy_string(arena, name);
	for (char *at = copy; *at != '\0'; at++)
		*at = dashes && *at == ' ' ? '-' : lower(*at);
	return copy;
}

static int compare_names(const void *a, const void *b)
{
	const name_key *left = a;
	const name_key *right = b;
	int order = strcmp(left->key, right->key);
	if (order != 0)
		return order;
	if (left->rank != right->rank)
		return left->rank - right->rank;
	return strcmp(left->language->name, right->language->name);
}

static void add_name(language_map *map, const entry *entry, const char *key, int rank)
{
	mark where = rank == 1 ? entry->given[ENTRY_ALIASES] : entry->where;
	map->names[map->name_count++] = (name_key){key, &map->languages[entry - map->entries], rank, where};
}

static int refuse_twin(const name_key *a, const name_key *b, error *error)
{
	return error_set(error,
			 MARK_FORMAT ": %s '%s' of %s is that of %s (" MARK_FORMAT ") as well (expected one owner)",
			 MARK_ARGUMENTS(b->where), b->rank == 0 ? "name" : "alias", b->key, b->language->name,
			 a->language->name, MARK_ARGUMENTS(a->where));
}

int map_index_names(language_map *map, error *error)
{
	size_t room = 0;
	for (size_t i = 0; i < map->count; i++) {
		room += 2;
		for (const char *const *alias = map->languages[i].aliases; *alias != NULL; alias++)
			room++;
	}
	map->names = arena_zero(map->arena, room, sizeof(*map->names));
	for (size_t i = 0; i < map->count; i++) {
		const entry *entry = &map->entries[i];
		add_name(map, entry, lower_copy(map->arena, entry->name, false), 0);
		for (const char *const *alias = map->languages[i].aliases; *alias != NULL; alias++)
			add_name(map, entry, *alias, 1);
		add_name(map, entry, lower_copy(map->arena, entry->name, true), 2);
	}
	if (map->name_count == 0)
		return 0;
	qsort(map->names, map->name_count, sizeof(*map->names), compare_names);

	size_t kept = 1;
	for (size_t i = 1; i < map->name_count; i++) {
		const name_key *first = &map->names[kept - 1];
		const name_key *next = &map->names[i];
		if (strcmp(first->key, next->key) != 0)
			map->names[kept++] = *next;
		else if (first->language != next->language && first->rank == next->rank && next->rank < 2)
			return refuse_twin(first, next, error);
	}
	map->name_count = kept;
	return 0;
}

static int compare_key(const void *key, const void *item)
{
	return strcmp(key, ((const name_key *)item)->key);
}

const language *language_map_find(const language_map *map, text name)
{
	char key[NAME_LIMIT];
	if (name.len == 0 || name.len >= sizeof(key) || memchr(name.data, '\0', name.len) != NULL)
		return NULL;
	if (!map->sealed || map->name_count == 0)
		return NULL;
	for (size_t i = 0; i < name.len; i++)
		key[i] = lower(name.data[i]);
	key[name.len] = '\0';
	const name_key *found = bsearch(key, map->names, map->name_count, sizeof(*map->names), compare_key);
	return found != NULL ? found->language : NULL;
}
