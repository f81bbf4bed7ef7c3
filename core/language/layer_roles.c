/* SPDX-License-Identifier: MIT */
/* The section of roles: which files are vendored, generated, tests ... */
#include "language/layer.h"

#include <stdlib.h>
#include <string.h>

#define PATH_LIMIT 300
#define MEAN_LIMIT 100000

const char layer_role_section[] = "roles";

static int read_paths(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_texts(reader, value, field, out) != 0)
		return -1;
	for (const node *item = value->first; item != NULL; item = item->next) {
		const char *path = item->value + (item->value[0] == '!');
		if (path[0] == '\0' || strcmp(path, "/") == 0 || strlen(path) > PATH_LIMIT)
			return schema_refuse(reader, item, "a pattern as in .gitignore, of at most 300 bytes",
					     "path %s", schema_describe(reader, item));
	}
	return 0;
}

static int read_extensions(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_texts(reader, value, field, out) != 0)
		return -1;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (layer_check_claim(reader, item, CLAIM_EXTENSION) != 0)
			return -1;
	return 0;
}

static int read_mean(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	char *end = NULL;
	unsigned long number = 0;
	if (value->kind == NODE_SCALAR && value->plain && value->value[0] >= '0' && value->value[0] <= '9')
		number = strtoul(value->value, &end, 10);
	if (end == NULL || *end != '\0' || number == 0 || number > MEAN_LIMIT)
		return schema_refuse(reader, value, "a number of characters", "%s for '%s'",
				     schema_describe(reader, value), field->name);
	*(unsigned *)out = (unsigned)number;
	return 0;
}

static const schema_field rule_fields[] = {
	{"extensions", read_extensions, offsetof(role_rule, extensions), 0, false},
	{"words", layer_read_patterns, offsetof(role_rule, words), 0, false},
	{"comment", layer_read_patterns, offsetof(role_rule, comment), 0, false},
	{"head", layer_read_patterns, offsetof(role_rule, head), 0, false},
	{"tail", layer_read_patterns, offsetof(role_rule, tail), 0, false},
	{"mean_line", read_mean, offsetof(role_rule, mean_line), 0, false},
};

static int read_rule(schema_reader *reader, const node *item, role_rule *rule)
{
	static const schema schema = {"rule", rule_fields, sizeof(rule_fields) / sizeof(rule_fields[0])};
	rule->where = item->where;
	if (schema_read(reader, item, &schema, rule, NULL) != 0)
		return -1;
	if (rule->words == NULL && rule->comment == NULL && rule->head == NULL && rule->tail == NULL &&
	    rule->mean_line == 0)
		return schema_refuse(reader, item, "words, comment, head, tail or mean_line", "a rule without a test");
	return 0;
}

static int read_content(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	role_rules *roles = out;
	if (value->kind != NODE_LIST)
		return schema_refuse(reader, value, "a list of rules", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	role_rule *rules = arena_zero(reader->arena, value->count, sizeof(*rules));
	roles->rules = rules;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (read_rule(reader, item, &rules[roles->count++]) != 0)
			return -1;
	return 0;
}

static const schema_field role_fields[] = {
	{"paths", read_paths, offsetof(role_rules, paths), 0, false},
	{"content", read_content, 0, 0, false},
};

static enum role find_role(const char *name)
{
	int role = 0;
	while (role < ROLE_DUPLICATE && strcmp(role_name((enum role)role), name) != 0)
		role++;
	return (enum role)role;
}

int layer_read_roles(schema_reader *reader, const node *section, role_rules roles[ROLE_COUNT])
{
	static const schema schema = {"role", role_fields, sizeof(role_fields) / sizeof(role_fields[0])};
	if (section->kind != NODE_MAPPING)
		return schema_refuse(reader, section, "a mapping of roles", "%s for '%s'",
				     schema_describe(reader, section), layer_role_section);
	for (const node *item = section->first; item != NULL; item = item->next) {
		enum role role = find_role(item->key->value);
		if (role == ROLE_DUPLICATE)
			return schema_refuse(reader, item->key, "vendored, minified, generated, test or documentation",
					     "unknown role %s", schema_describe(reader, item->key));
		if (schema_read(reader, item, &schema, &roles[role], NULL) != 0)
			return -1;
	}
	return 0;
}
