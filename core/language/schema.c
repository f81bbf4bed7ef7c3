/* SPDX-License-Identifier: MIT */
#include "language/schema.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define SHOWN_LENGTH 48
#define HINT_LENGTH 40

int schema_refuse(const schema_reader *reader, const node *at, const char *expected, const char *format, ...)
{
	char what[ERROR_SIZE];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(what, sizeof(what), format, arguments);
	va_end(arguments);
	return error_set(reader->error, MARK_FORMAT ": %s (expected %s)", MARK_ARGUMENTS(at->where), what, expected);
}

const char *schema_describe(const schema_reader *reader, const node *node)
{
	if (node->kind == NODE_LIST)
		return "a list";
	if (node->kind == NODE_MAPPING)
		return "a mapping";
	if (node_is_null(node))
		return "nothing";
	return arena_printf(reader->arena, "'%.*s%s'", SHOWN_LENGTH, node->value,
			    strlen(node->value) > SHOWN_LENGTH ? "..." : "");
}

/* How many letters must be changed, added or left out to make one word the other (Levenshtein). */
static size_t distance(const char *a, const char *b)
{
	size_t row[HINT_LENGTH + 1];
	size_t width = strlen(b);
	if (strlen(a) > HINT_LENGTH || width > HINT_LENGTH)
		return HINT_LENGTH;
	for (size_t i = 0; i <= width; i++)
		row[i] = i;
	for (size_t line = 1; a[line - 1] != '\0'; line++) {
		size_t corner = row[0];
		row[0] = line;
		for (size_t i = 1; i <= width; i++) {
			size_t changed = corner + (a[line - 1] != b[i - 1]);
			size_t other = (row[i] < row[i - 1] ? row[i] : row[i - 1]) + 1;
			corner = row[i];
			row[i] = changed < other ? changed : other;
		}
	}
	return row[width];
}

static int refuse_unknown(const schema_reader *reader, const node *key, const schema *schema)
{
	const char *nearest = NULL;
	size_t least = strlen(key->value) / 2 < 4 ? strlen(key->value) / 2 + 1 : 4;
	for (size_t i = 0; i < schema->count; i++) {
		const char *name = schema->fields[i].name;
		bool begins = strlen(key->value) >= 2 && strncmp(name, key->value, strlen(key->value)) == 0;
		size_t far = begins ? 1 : distance(key->value, name);
		if (far < least) {
			least = far;
			nearest = name;
		}
	}
	if (nearest != NULL)
		return error_set(reader->error, MARK_FORMAT ": unknown key %s of a %s (did you mean '%s'?)",
				 MARK_ARGUMENTS(key->where), schema_describe(reader, key), schema->what, nearest);

	const char *all = "";
	for (size_t i = 0; i < schema->count; i++)
		all = arena_printf(reader->arena, "%s%s%s", all, i > 0 ? ", " : "", schema->fields[i].name);
	return error_set(reader->error, MARK_FORMAT ": unknown key %s of a %s (expected one of %s)",
			 MARK_ARGUMENTS(key->where), schema_describe(reader, key), schema->what, all);
}

static size_t find_field(const schema *schema, const char *name)
{
	for (size_t i = 0; i < schema->count; i++)
		if (schema->fields[i].name[0] == name[0] && strcmp(schema->fields[i].name, name) == 0)
			return i;
	return schema->count;
}

int schema_read(schema_reader *reader, const node *mapping, const schema *schema, void *out, mark *given)
{
	uint64_t seen = 0;
	if (mapping->kind != NODE_MAPPING)
		return schema_refuse(reader, mapping, "a mapping", "%s as a %s", schema_describe(reader, mapping),
				     schema->what);
	for (const node *item = mapping->first; item != NULL; item = item->next) {
		size_t i = find_field(schema, item->key->value);
		if (i == schema->count)
			return refuse_unknown(reader, item->key, schema);
		const schema_field *field = &schema->fields[i];
		if (field->read(reader, item, field, (char *)out + field->offset) != 0)
			return -1;
		seen |= (uint64_t)1 << i;
		if (given != NULL)
			given[i] = item->where;
	}
	for (size_t i = 0; i < schema->count; i++)
		if (schema->fields[i].required && (seen >> i & 1) == 0)
			return schema_refuse(reader, mapping, schema->fields[i].name, "%s without '%s'", schema->what,
					     schema->fields[i].name);
	return 0;
}

/* What YAML's core schema takes for a number: editors that check by the JSON Schema would refuse it as a text. */
static bool looks_like_number(const char *value)
{
	size_t i = value[0] == '-' || value[0] == '+';
	bool digit = false;
	if (value[i] == '0' && (value[i + 1] == 'x' || value[i + 1] == 'o'))
		return value[i + 2] != '\0' && strspn(value + i + 2, "0123456789abcdefABCDEF") == strlen(value + i + 2);
	for (; value[i] != '\0' && strchr("0123456789.eE+-", value[i]) != NULL; i++) {
		if ((value[i] == 'e' || value[i] == 'E' || value[i] == '+' || value[i] == '-') && !digit)
			return false;
		digit = digit || (value[i] >= '0' && value[i] <= '9');
	}
	return digit && value[i] == '\0';
}

static int bool_of(const node *value)
{
	static const char *const words[2][3] = {{"false", "False", "FALSE"}, {"true", "True", "TRUE"}};
	if (value->kind != NODE_SCALAR || !value->plain)
		return -1;
	for (int truth = 0; truth < 2; truth++)
		for (int i = 0; i < 3; i++)
			if (strcmp(value->value, words[truth][i]) == 0)
				return truth;
	return -1;
}

int schema_check_text(const schema_reader *reader, const node *value, const char *what)
{
	const char *expected = NULL;
	if (value->kind != NODE_SCALAR || node_is_null(value))
		expected = "a text";
	else if (value->plain && (bool_of(value) >= 0 || looks_like_number(value->value)))
		expected = "a text; one like this in quotes";
	if (expected != NULL)
		return schema_refuse(reader, value, expected, "%s for '%s'", schema_describe(reader, value), what);
	if (value->value[0] == '\0')
		return schema_refuse(reader, value, "a text that is not empty", "empty text for '%s'", what);
	return 0;
}

int schema_read_text(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_check_text(reader, value, field->name) != 0)
		return -1;
	*(const char **)out = value->value;
	return 0;
}

int schema_read_text_null(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (!node_is_null(value))
		return schema_read_text(reader, value, field, out);
	*(const char **)out = NULL;
	return 0;
}

static int read_bool(schema_reader *reader, const node *value, const schema_field *field, bool *out)
{
	int truth = bool_of(value);
	if (truth < 0)
		return schema_refuse(reader, value, "true or false", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	*out = truth == 1;
	return 0;
}

int schema_read_bool(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	return read_bool(reader, value, field, out);
}

int schema_read_flag(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	bool set = false;
	if (read_bool(reader, value, field, &set) != 0)
		return -1;
	if (set)
		*(unsigned *)out |= field->flag;
	return 0;
}

int schema_read_choice(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	bool set = false;
	if (read_bool(reader, value, field, &set) != 0)
		return -1;
	*(signed char *)out = set;
	return 0;
}

int schema_read_texts(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (value->kind != NODE_LIST)
		return schema_refuse(reader, value, "a list of texts", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	const char **texts = arena_alloc(reader->arena, (value->count + 1) * sizeof(const char *));
	size_t count = 0;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (schema_read_text(reader, item, field, &texts[count++]) != 0)
			return -1;
	texts[count] = NULL;
	*(const char *const **)out = texts;
	return 0;
}
