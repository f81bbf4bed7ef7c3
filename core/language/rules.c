/* SPDX-License-Identifier: MIT */
/* Rules by content: compiled once, asked where several languages claim a key. */
#include "base/memory.h"
#include "language/map.h"

#include <stdlib.h>
#include <string.h>

int map_compile_patterns(language_map *map, const char *const *texts, mark where, bool proven, pattern *const **out,
			 error *error)
{
	*out = NULL;
	if (texts == NULL)
		return 0;
	size_t count = 0;
	while (texts[count] != NULL)
		count++;
	pattern **list = arena_zero(map->arena, count + 1, sizeof(*list));
	for (size_t i = 0; i < count; i++) {
		list[i] = proven ? pattern_create(texts[i]) : pattern_compile(texts[i], where, error);
		if (list[i] == NULL)
			return -1;
		memory_reserve(&map->patterns, &map->pattern_capacity, map->pattern_count + 1, sizeof(*map->patterns));
		map->patterns[map->pattern_count++] = list[i];
	}
	*out = list;
	return 0;
}

static int compare_name(const void *name, const void *item)
{
	return strcmp(name, ((const language *)item)->name);
}

static const language *find_exactly(const language_map *map, const char *name)
{
	if (map->count == 0)
		return NULL;
	return bsearch(name, map->languages, map->count, sizeof(*map->languages), compare_name);
}

int map_compile_rules(language_map *map, const rule_set *set, claim_group *group, error *error)
{
	compiled_rule *rules = arena_zero(map->arena, set->count, sizeof(*rules));
	for (size_t i = 0; i < set->count; i++) {
		const rule *rule = &set->rules[i];
		rules[i].source = rule;
		rules[i].language = find_exactly(map, rule->language);
		if (rules[i].language == NULL)
			return error_set(error,
					 MARK_FORMAT ": rule for '%s' names the unknown language '%.64s' "
						     "(expected the name of one in the map)",
					 MARK_ARGUMENTS(rule->where), set->key, rule->language);
		if (map_compile_patterns(map, rule->any, rule->where, set->proven, &rules[i].any, error) != 0 ||
		    map_compile_patterns(map, rule->all, rule->where, set->proven, &rules[i].all, error) != 0 ||
		    map_compile_patterns(map, rule->none, rule->where, set->proven, &rules[i].none, error) != 0)
			return -1;
	}
	group->rules = rules;
	group->rule_count = set->count;
	return 0;
}

static bool any_found(pattern *const *list, text content)
{
	for (; *list != NULL; list++)
		if (pattern_found(*list, content))
			return true;
	return false;
}

static bool all_found(pattern *const *list, text content)
{
	for (; *list != NULL; list++)
		if (!pattern_found(*list, content))
			return false;
	return true;
}

static bool rule_holds(const compiled_rule *rule, text content)
{
	return (rule->any == NULL || any_found(rule->any, content)) &&
	       (rule->all == NULL || all_found(rule->all, content)) &&
	       (rule->none == NULL || !any_found(rule->none, content));
}

const language *claim_decide(const claim_group *group, text content, bool *by_content, size_t *number)
{
	*number = 0;
	*by_content = false;
	if (group->rules == NULL)
		return group->count > 0 ? group->languages[0] : NULL;
	for (size_t i = 0; i < group->rule_count; i++) {
		const compiled_rule *rule = &group->rules[i];
		*by_content = *by_content || rule->any != NULL || rule->all != NULL || rule->none != NULL;
		if (rule_holds(rule, content)) {
			*number = i + 1;
			return rule->language;
		}
	}
	return NULL;
}

bool language_map_rule(const language_map *map, enum language_claim claim, const char *key, size_t number,
		       language_rule *out)
{
	const claim_index *index = &map->claims[claim];
	const claim_group *group = map->sealed ? claim_find(index, text_of(key)) : NULL;
	for (size_t i = 0; group == NULL && map->sealed && i < index->wildcard_count; i++)
		if (strcmp(index->wildcards[i].key, key) == 0)
			group = &index->wildcards[i];
	if (group == NULL || number >= group->rule_count)
		return false;
	const compiled_rule *rule = &group->rules[number];
	*out = (language_rule){rule->language, rule->source->any, rule->source->all, rule->source->none};
	return true;
}
