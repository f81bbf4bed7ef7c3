/* SPDX-License-Identifier: MIT */
/* Rules for what several languages claim. */
#include "language/layer.h"

#include <stdlib.h>
#include <string.h>

static const char *const section_names[CLAIM_KIND_COUNT] = {"extension_rules", "filename_rules", "interpreter_rules"};

enum claim_kind layer_rule_section(const char *key)
{
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		if (strcmp(section_names[kind], key) == 0)
			return (enum claim_kind)kind;
	return CLAIM_KIND_COUNT;
}

/* One pattern or a list of them. */
int layer_read_patterns(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (value->kind == NODE_LIST) {
		if (value->count == 0)
			return schema_refuse(reader, value, "a pattern", "empty list for '%s'", field->name);
		return schema_read_texts(reader, value, field, out);
	}
	const char **patterns = arena_zero(reader->arena, 2, sizeof(const char *));
	if (schema_read_text(reader, value, field, &patterns[0]) != 0)
		return -1;
	*(const char *const **)out = patterns;
	return 0;
}

static const schema_field rule_fields[] = {
	{"language", schema_read_text, offsetof(rule, language), 0, true},
	{"pattern", layer_read_patterns, offsetof(rule, any), 0, false},
	{"all", layer_read_patterns, offsetof(rule, all), 0, false},
	{"not", layer_read_patterns, offsetof(rule, none), 0, false},
};

static int read_set(schema_reader *reader, const node *item, enum claim_kind kind, rule_set *set)
{
	static const schema schema = {"rule", rule_fields, sizeof(rule_fields) / sizeof(rule_fields[0])};
	if (schema_check_text(reader, item->key, section_names[kind]) != 0 ||
	    layer_check_claim(reader, item->key, kind) != 0)
		return -1;
	if (item->kind != NODE_LIST || item->count == 0)
		return schema_refuse(reader, item, "a list of rules, each with a language and a pattern", "%s for '%s'",
				     item->kind == NODE_LIST ? "an empty list" : schema_describe(reader, item),
				     item->key->value);
	rule *rules = arena_zero(reader->arena, item->count, sizeof(*rules));
	size_t count = 0;
	for (const node *at = item->first; at != NULL; at = at->next) {
		rules[count].where = at->where;
		if (schema_read(reader, at, &schema, &rules[count++], NULL) != 0)
			return -1;
	}
	*set = (rule_set){.key = item->key->value, .where = item->key->where, .rules = rules, .count = count};
	return 0;
}

static int compare_sets(const void *a, const void *b)
{
	return strcmp(((const rule_set *)a)->key, ((const rule_set *)b)->key);
}

int layer_read_rules(schema_reader *reader, const node *section, enum claim_kind kind, rule_sets *sets)
{
	if (section->kind != NODE_MAPPING)
		return schema_refuse(reader, section, "a mapping of lists of rules", "%s for '%s'",
				     schema_describe(reader, section), section_names[kind]);
	sets->items = arena_zero(reader->arena, section->count, sizeof(*sets->items));
	for (const node *item = section->first; item != NULL; item = item->next)
		if (read_set(reader, item, kind, &sets->items[sets->count++]) != 0)
			return -1;
	qsort(sets->items, sets->count, sizeof(*sets->items), compare_sets);
	return 0;
}
