/* SPDX-License-Identifier: MIT */
/* Who claims which extension, file name and interpreter. */
#include "base/memory.h"
#include "language/map.h"

#include <stdlib.h>
#include <string.h>

typedef struct claim {
	const char *key;
	const language *language; /* NULL: a rule alone speaks of the key */
	mark where;
} claim;

static const char *const kind_names[] = {"extension", "file name", "interpreter"};
static const char *const section_names[] = {"extension_rules", "filename_rules", "interpreter_rules"};

static const char *const *claims_of(const language *language, int kind)
{
	if (kind == CLAIM_EXTENSION)
		return language->extensions;
	return kind == CLAIM_FILENAME ? language->filenames : language->interpreters;
}

static int compare_claims(const void *a, const void *b)
{
	const claim *left = a;
	const claim *right = b;
	int order = strcmp(left->key, right->key);
	if (order != 0)
		return order;
	size_t l = left->language != NULL ? left->language->index + 1 : 0;
	size_t r = right->language != NULL ? right->language->index + 1 : 0;
	return l < r ? -1 : l > r;
}

/* All claims of a kind, ordered by key, then language. The caller frees them. */
static claim *gather(const language_map *map, int kind, size_t *count)
{
	claim *claims = NULL;
	size_t capacity = 0;
	*count = 0;
	for (size_t i = 0; i < map->count; i++) {
		for (const char *const *key = claims_of(&map->languages[i], kind); *key != NULL; key++) {
			memory_reserve(&claims, &capacity, *count + 1, sizeof(*claims));
			claims[(*count)++] =
				(claim){*key, &map->languages[i], map->entries[i].given[entry_claims(kind)]};
		}
	}
	for (size_t i = 0; i < map->rules[kind].count; i++) {
		memory_reserve(&claims, &capacity, *count + 1, sizeof(*claims));
		const rule_set *set = &map->rules[kind].items[i];
		claims[(*count)++] = (claim){set->key, NULL, set->where};
	}
	if (*count > 0)
		qsort(claims, *count, sizeof(*claims), compare_claims);
	return claims;
}

static int compare_set(const void *key, const void *item)
{
	return strcmp(key, ((const rule_set *)item)->key);
}

static const rule_set *find_rules(const language_map *map, int kind, const char *key)
{
	if (map->rules[kind].count == 0)
		return NULL;
	return bsearch(key, map->rules[kind].items, map->rules[kind].count, sizeof(rule_set), compare_set);
}

static bool names_language(const rule_set *rules, const char *name)
{
	for (size_t i = 0; i < rules->count; i++)
		if (strcmp(rules->rules[i].language, name) == 0)
			return true;
	return false;
}

/* A language of a later layer that older rules cannot know of would never be found. */
static int check_named(const language_map *map, int kind, const rule_set *rules, const claim *claim, error *error)
{
	const entry *entry = &map->entries[claim->language->index];
	if (entry->claimed_by[kind] <= rules->layer || names_language(rules, claim->language->name))
		return 0;
	return error_set(error,
			 MARK_FORMAT ": %s '%s' of %s is decided by rules that do not name it (" MARK_FORMAT
				     ") (expected %s for it as well)",
			 MARK_ARGUMENTS(claim->where), kind_names[kind], claim->key, claim->language->name,
			 MARK_ARGUMENTS(rules->where), section_names[kind]);
}

/* One key with its claims, which lie in a row. */
static int make_group(language_map *map, int kind, const claim *claims, size_t count, claim_group *group, error *error)
{
	const language **languages = arena_zero(map->arena, count, sizeof(*languages));
	const claim *first = NULL;
	*group = (claim_group){.key = claims[0].key, .languages = languages};
	const rule_set *rules = find_rules(map, kind, group->key);
	for (size_t i = 0; i < count; i++) {
		const claim *claim = &claims[i];
		if (claim->language == NULL || (first != NULL && first->language == claim->language))
			continue;
		if (first != NULL && rules == NULL)
			return error_set(error,
					 MARK_FORMAT ": %s '%s' is claimed by both %s and %s (" MARK_FORMAT
						     ") (expected one language, or %s for it)",
					 MARK_ARGUMENTS(claim->where), kind_names[kind], group->key,
					 claim->language->name, first->language->name, MARK_ARGUMENTS(first->where),
					 section_names[kind]);
		if (rules != NULL && check_named(map, kind, rules, claim, error) != 0)
			return -1;
		first = claim;
		languages[group->count++] = claim->language;
	}
	return rules != NULL ? map_compile_rules(map, rules, group, error) : 0;
}

static int compare_wildcards(const void *a, const void *b)
{
	const char *left = ((const claim_group *)a)->key;
	const char *right = ((const claim_group *)b)->key;
	size_t l = strlen(left);
	size_t r = strlen(right);
	if (l != r)
		return l > r ? -1 : 1;
	return strcmp(left, right);
}

static int fill_index(language_map *map, int kind, const claim *claims, size_t count, error *error)
{
	claim_index *index = &map->claims[kind];
	index->groups = arena_zero(map->arena, count, sizeof(*index->groups));
	index->wildcards = arena_zero(map->arena, count, sizeof(*index->wildcards));
	for (size_t i = 0, end; i < count; i = end) {
		claim_group group;
		end = i + 1;
		while (end < count && strcmp(claims[i].key, claims[end].key) == 0)
			end++;
		if (make_group(map, kind, claims + i, end - i, &group, error) != 0)
			return -1;
		if (kind == CLAIM_FILENAME && strchr(group.key, '*') != NULL) {
			index->wildcards[index->wildcard_count++] = group;
			continue;
		}
		index->groups[index->count++] = group;
		if (strlen(group.key) > index->longest)
			index->longest = strlen(group.key);
	}
	qsort(index->wildcards, index->wildcard_count, sizeof(*index->wildcards), compare_wildcards);
	return 0;
}

int map_index_claims(language_map *map, error *error)
{
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++) {
		size_t count;
		claim *claims = gather(map, kind, &count);
		int status = fill_index(map, kind, claims, count, error);
		free(claims);
		if (status != 0)
			return -1;
	}
	return 0;
}

static int compare_group(const void *key, const void *item)
{
	const text *wanted = key;
	const char *have = ((const claim_group *)item)->key;
	int order = strncmp(wanted->data, have, wanted->len);
	if (order != 0)
		return order;
	return have[wanted->len] == '\0' ? 0 : -1;
}

const claim_group *claim_find(const claim_index *index, text key)
{
	if (key.len == 0 || key.len > index->longest || memchr(key.data, '\0', key.len) != NULL)
		return NULL;
	return bsearch(&key, index->groups, index->count, sizeof(*index->groups), compare_group);
}

/* Whether `name` is what `wildcard` says, with any run of bytes for each '*'. Goes back to the last '*' only. */
static bool wildcard_fits(const char *wildcard, text name)
{
	const char *star = NULL;
	size_t at = 0;
	size_t retry = 0;
	while (at < name.len) {
		if (*wildcard == '*') {
			star = wildcard++;
			retry = at;
		} else if (*wildcard == name.data[at]) {
			wildcard++;
			at++;
		} else if (star != NULL) {
			wildcard = star + 1;
			at = ++retry;
		} else {
			return false;
		}
	}
	while (*wildcard == '*')
		wildcard++;
	return *wildcard == '\0';
}

const claim_group *claim_match(const claim_index *index, text name)
{
	for (size_t i = 0; i < index->wildcard_count; i++)
		if (wildcard_fits(index->wildcards[i].key, name))
			return &index->wildcards[i];
	return NULL;
}
