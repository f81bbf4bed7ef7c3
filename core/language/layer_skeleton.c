/* SPDX-License-Identifier: MIT */
/* What the frames of a language are told by. */
#include "language/layer.h"

#include <string.h>

#define WORD_LIMIT 32
#define WORDS_LIMIT 200

int layer_read_words(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_texts(reader, value, field, out) != 0)
		return -1;
	if (value->count > WORDS_LIMIT)
		return schema_refuse(reader, value, "at most 200 words", "list for '%s'", field->name);
	for (const node *item = value->first; item != NULL; item = item->next)
		if (strlen(item->value) > WORD_LIMIT || item->value[0] == ' ')
			return schema_refuse(reader, item, "1 to 32 bytes that do not begin with a blank", "word %s",
					     schema_describe(reader, item));
	return 0;
}

static const schema_field fields[] = {
	{"words", layer_read_words, offsetof(lexis_skeleton, words), 0, true},
	{"branches", layer_read_words, offsetof(lexis_skeleton, branches), 0, false},
	{"bodies", layer_read_words, offsetof(lexis_skeleton, bodies), 0, false},
	{"types", layer_read_words, offsetof(lexis_skeleton, types), 0, false},
	{"keeps", layer_read_words, offsetof(lexis_skeleton, keeps), 0, false},
	{"labels", layer_read_words, offsetof(lexis_skeleton, labels), 0, false},
	{"reserved", layer_read_words, offsetof(lexis_skeleton, reserved), 0, false},
	{"lines", schema_read_bool, offsetof(lexis_skeleton, lines), 0, false},
	{"directives", layer_read_words, offsetof(lexis_skeleton, directives), 0, false},
	{"semicolons", schema_read_bool, offsetof(lexis_skeleton, semicolons), 0, false},
	{"macros", schema_read_bool, offsetof(lexis_skeleton, macros), 0, false},
	{"functions", schema_read_bool, offsetof(lexis_skeleton, functions), 0, false},
	{"parameters", schema_read_bool, offsetof(lexis_skeleton, parameters), 0, false},
	{"heads", schema_read_bool, offsetof(lexis_skeleton, heads), 0, false},
	{"blocks", schema_read_bool, offsetof(lexis_skeleton, blocks), 0, false},
	{"layout", schema_read_bool, offsetof(lexis_skeleton, layout), 0, false},
	{"commands", schema_read_bool, offsetof(lexis_skeleton, commands), 0, false},
	{"members", schema_read_bool, offsetof(lexis_skeleton, members), 0, false},
	{"nested", schema_read_bool, offsetof(lexis_skeleton, nested), 0, false},
	{"calls", schema_read_bool, offsetof(lexis_skeleton, calls), 0, false},
};

static const schema_field preprocessor_fields[] = {
	{"opens", layer_read_words, offsetof(lexis_preprocessor, opens), 0, true},
	{"turns", layer_read_words, offsetof(lexis_preprocessor, turns), 0, true},
	{"closes", layer_read_words, offsetof(lexis_preprocessor, closes), 0, true},
	{"types", layer_read_words, offsetof(lexis_preprocessor, types), 0, false},
	{"qualifiers", layer_read_words, offsetof(lexis_preprocessor, qualifiers), 0, false},
};

int layer_read_preprocessor(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	static const schema schema = {"preprocessor", preprocessor_fields,
				      sizeof(preprocessor_fields) / sizeof(preprocessor_fields[0])};
	(void)field;
	return schema_read(reader, value, &schema, out, NULL);
}

int layer_read_skeleton(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	static const schema schema = {"skeleton", fields, sizeof(fields) / sizeof(fields[0])};
	(void)field;
	return schema_read(reader, value, &schema, out, NULL);
}
