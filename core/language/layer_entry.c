/* SPDX-License-Identifier: MIT */
/* One language of the map: the table of its keys. */
#include "language/layer.h"

#include <string.h>

#define NAME_LIMIT 100
#define CLAIM_LIMIT 200
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_-"

static const char *const type_names[] = {"programming", "markup", "data", "prose"};

const char *language_type_name(enum language_type type)
{
	return type_names[type];
}

static int read_type(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	const char *name = NULL;
	if (schema_read_text(reader, value, field, &name) != 0)
		return -1;
	for (size_t i = 0; i < sizeof(type_names) / sizeof(type_names[0]); i++) {
		if (strcmp(type_names[i], name) == 0) {
			*(enum language_type *)out = (enum language_type)i;
			return 0;
		}
	}
	return schema_refuse(reader, value, "programming, markup, data or prose", "unknown type %s",
			     schema_describe(reader, value));
}

static int read_engine(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	const char *name = NULL;
	if (schema_read_text(reader, value, field, &name) != 0)
		return -1;
	*(bool *)out = strcmp(name, "lexical") == 0;
	if (!*(bool *)out && strcmp(name, "syntax") != 0)
		return schema_refuse(reader, value, "syntax or lexical", "unknown engine %s",
				     schema_describe(reader, value));
	return 0;
}

static int read_color(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	/* "#" unquoted begins a comment in YAML, so the value is nothing: worth a message of its own. */
	if (value->kind == NODE_SCALAR && value->plain && value->value[0] == '\0')
		return schema_refuse(reader, value, "null or \"#RRGGBB\" in quotes", "no value for '%s'", field->name);
	if (schema_read_text_null(reader, value, field, out) != 0)
		return -1;
	const char *color = *(const char **)out;
	if (color == NULL)
		return 0;
	if (strlen(color) != 7 || color[0] != '#' || strspn(color + 1, "0123456789abcdefABCDEF") != 6)
		return schema_refuse(reader, value, "\"#RRGGBB\", six hexadecimal digits", "bad colour %s",
				     schema_describe(reader, value));
	return 0;
}

static int read_plugin(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (!reader->trusted)
		return schema_refuse(reader, value->key, "only in a map of your own, not in one of the counted tree",
				     "'%s' names a plugin", field->name);
	if (schema_read_text_null(reader, value, field, out) != 0)
		return -1;
	const char *plugin = *(const char **)out;
	if (plugin != NULL && strspn(plugin, NAME_LETTERS) != strlen(plugin))
		return schema_refuse(reader, value, "small letters, digits, '_' and '-'", "bad plugin name %s",
				     schema_describe(reader, value));
	return 0;
}

static bool has_upper(const char *value)
{
	for (; *value != '\0'; value++)
		if (*value >= 'A' && *value <= 'Z')
			return true;
	return false;
}

static int read_aliases(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_texts(reader, value, field, out) != 0)
		return -1;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (has_upper(item->value))
			return schema_refuse(reader, item, "lower case", "alias %s", schema_describe(reader, item));
	return 0;
}

int layer_check_claim(schema_reader *reader, const node *at, enum claim_kind kind)
{
	static const char *const what[] = {"extension", "file name", "interpreter"};
	const char *value = at->value;
	if (strlen(value) > CLAIM_LIMIT)
		return schema_refuse(reader, at, "at most 200 bytes", "%s %s", what[kind], schema_describe(reader, at));
	if (strchr(value, '/') != NULL)
		return schema_refuse(reader, at, "no '/'", "%s %s", what[kind], schema_describe(reader, at));
	if (kind == CLAIM_EXTENSION && (value[0] != '.' || value[1] == '\0' || strchr(value, '*') != NULL))
		return schema_refuse(reader, at, "a dot and what follows it, as in \".go\"", "extension %s",
				     schema_describe(reader, at));
	return 0;
}

static int read_claims(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_texts(reader, value, field, out) != 0)
		return -1;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (layer_check_claim(reader, item, (enum claim_kind)field->flag) != 0)
			return -1;
	return 0;
}

#define FIELD(key, read, member)                                                                                       \
	{                                                                                                              \
		key, read, offsetof(entry, member), 0, false                                                           \
	}
#define CLAIMS(key, kind, member)                                                                                      \
	{                                                                                                              \
		key, read_claims, offsetof(entry, member), kind, false                                                 \
	}

static const schema_field entry_fields[ENTRY_KEY_COUNT] = {
	[ENTRY_TYPE] = FIELD("type", read_type, type),
	[ENTRY_ALIASES] = FIELD("aliases", read_aliases, aliases),
	[ENTRY_EXTENSIONS] = CLAIMS("extensions", CLAIM_EXTENSION, extensions),
	[ENTRY_FILENAMES] = CLAIMS("filenames", CLAIM_FILENAME, filenames),
	[ENTRY_INTERPRETERS] = CLAIMS("interpreters", CLAIM_INTERPRETER, interpreters),
	[ENTRY_PLUGIN] = FIELD("plugin", read_plugin, plugin),
	[ENTRY_DEFAULT_ENGINE] = FIELD("default_engine", read_engine, lexical_first),
	[ENTRY_COLOR] = FIELD("color", read_color, color),
	[ENTRY_LINE_COMMENTS] = FIELD("line_comments", layer_read_marks, line_comments),
	[ENTRY_BLOCK_COMMENTS] = FIELD("block_comments", layer_read_block_comments, block_comments),
	[ENTRY_NESTED_COMMENTS] = FIELD("nested_comments", schema_read_bool, nested_comments),
	[ENTRY_STRINGS] = FIELD("strings", layer_read_strings, strings),
	[ENTRY_HEREDOCS] = FIELD("heredocs", layer_read_heredocs, heredocs),
	[ENTRY_IGNORE_CASE] = FIELD("ignore_case", schema_read_bool, ignore_case),
	[ENTRY_BACKSLASH] = FIELD("backslash_continues_line_comment", schema_read_bool, backslash),
	[ENTRY_LINE_ENDS] = FIELD("line_ends_statement", schema_read_bool, line_ends),
	[ENTRY_OPERAND_WORDS] = FIELD("operand_words", layer_read_words, operand_words),
	[ENTRY_STATEMENT_HEADS] = FIELD("statement_heads", layer_read_words, statement_heads),
	[ENTRY_DOCSTRING_HEADS] = FIELD("docstring_heads", layer_read_words, docstring_heads),
	[ENTRY_CODE_WITHIN] = FIELD("code_within", layer_read_pair, code_within),
	[ENTRY_DOUBTS] = FIELD("doubts", layer_read_marks, doubts),
	[ENTRY_PREPROCESSOR] = FIELD("preprocessor", layer_read_preprocessor, preprocessor),
	[ENTRY_SKELETON] = FIELD("skeleton", layer_read_skeleton, skeleton),
	[ENTRY_CERTIFIED] = FIELD("certified", schema_read_bool, certified),
	[ENTRY_MARKS_WHERE_BROKEN] = FIELD("marks_where_broken", schema_read_bool, marks_where_broken),
};

static const schema entry_schema = {"language", entry_fields, ENTRY_KEY_COUNT};

static int check_name(schema_reader *reader, const node *key)
{
	if (key->value[0] == '\0' || strlen(key->value) > NAME_LIMIT)
		return schema_refuse(reader, key, "1 to 100 bytes", "name of a language %s",
				     schema_describe(reader, key));
	for (const char *at = key->value; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7F)
			return schema_refuse(reader, key, "no control characters", "name of a language %s",
					     schema_describe(reader, key));
	return 0;
}

int layer_read_entry(schema_reader *reader, const node *item, entry *entry)
{
	if (check_name(reader, item->key) != 0)
		return -1;
	entry->name = item->key->value;
	entry->where = item->key->where;
	if (item->kind != NODE_MAPPING)
		return schema_refuse(reader, item, "a mapping of its keys, such as type and extensions",
				     "%s for the language '%s'", schema_describe(reader, item), entry->name);
	return schema_read(reader, item, &entry_schema, entry, entry->given);
}
