/* SPDX-License-Identifier: MIT */
/* Comments, strings and here-documents of a language. */
#include "language/layer.h"

#include <ctype.h>
#include <string.h>

#define MARK_LIMIT 32

/* A key for each flag of enum lexis_place; `prefix` "close_" for those of a closing mark. */
#define PLACE(prefix, name, where, flag)                                                                               \
	{                                                                                                              \
		prefix name, schema_read_flag, where, flag, false                                                      \
	}
#define PLACES(where, prefix)                                                                                          \
	PLACE(prefix, "line_start", where, LEXIS_LINE_START), PLACE(prefix, "first", where, LEXIS_FIRST),              \
		PLACE(prefix, "word", where, LEXIS_WORD),                                                              \
		PLACE(prefix, "not_behind_word", where, LEXIS_NOT_BEHIND_WORD),                                        \
		PLACE(prefix, "operand", where, LEXIS_OPERAND),                                                        \
		PLACE(prefix, "behind_blank", where, LEXIS_BEHIND_BLANK), PLACE(prefix, "alone", where, LEXIS_ALONE),  \
		PLACE(prefix, "column_7", where, LEXIS_COLUMN_7),                                                      \
		PLACE(prefix, "behind_operand", where, LEXIS_BEHIND_OPERAND)

/* A mark: short, on one line. */
static int read_mark(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_read_text(reader, value, field, out) != 0)
		return -1;
	if (strlen(value->value) > MARK_LIMIT)
		return schema_refuse(reader, value, "at most 32 bytes", "mark %s", schema_describe(reader, value));
	for (const char *at = value->value; *at != '\0'; at++)
		if ((unsigned char)*at < ' ' || *at == 0x7F)
			return schema_refuse(reader, value, "no control characters", "mark %s",
					     schema_describe(reader, value));
	return 0;
}

static int read_mark_null(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (!node_is_null(value))
		return read_mark(reader, value, field, out);
	*(const char **)out = NULL;
	return 0;
}

/* A text without quotes or with nothing in them: an empty closing mark has a meaning. */
static int read_mark_empty(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (value->kind != NODE_SCALAR || value->plain || value->value[0] != '\0')
		return read_mark(reader, value, field, out);
	*(const char **)out = value->value;
	return 0;
}

static bool is_fence(const char *mark)
{
	return mark[0] == '{' && mark[1] != '\0' && mark[2] == '}' && mark[1] != '{' && mark[1] != '}' &&
	       (ispunct((unsigned char)mark[1]) != 0 && (unsigned char)mark[1] < 0x80);
}

/* The byte of a mark's fence: '#' in `r{#}"`; 0: it has none. */
static char fence_of(const char *mark, size_t *count)
{
	char found = '\0';
	*count = 0;
	for (; *mark != '\0'; mark++) {
		if (is_fence(mark)) {
			found = mark[1];
			(*count)++;
			mark += 2;
		}
	}
	return found;
}

/* A closing mark can only repeat the fence that the opening one has. */
static int check_fences(schema_reader *reader, const node *at, const char *open, const char *close)
{
	size_t opening, closing;
	char left = fence_of(open, &opening);
	char right = fence_of(close, &closing);
	if (opening > 1 || closing > 1)
		return schema_refuse(reader, at, "one fence in a mark", "two fences in '%s' or '%s'", open, close);
	if (closing == 1 && left != right)
		return schema_refuse(reader, at, "the fence of the opening mark", "fence {%c} in '%s'", right, close);
	if (opening == 1 && (left == '*' || left == '_') && is_fence(open))
		return schema_refuse(reader, at, "something before the fence", "mark '%s' begins with {%c}", open,
				     left);
	return 0;
}

/* A list of two marks: the opening and the closing one. */
static int read_pair(schema_reader *reader, const node *value, const schema_field *field, const char **open,
		     const char **close)
{
	if (value->kind != NODE_LIST || value->count != 2)
		return schema_refuse(reader, value, "[open, close]", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	if (read_mark(reader, value->first, field, open) != 0 || read_mark(reader, value->last, field, close) != 0)
		return -1;
	return 0;
}

/* The items of a list, each through `read` into an array of its own. */
static int read_list(schema_reader *reader, const node *value, const schema_field *field, size_t size,
		     schema_read_value *read, entry_list *out)
{
	if (value->kind != NODE_LIST)
		return schema_refuse(reader, value, "a list", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	char *items = arena_zero(reader->arena, value->count, size);
	size_t count = 0;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (read(reader, item, field, items + size * count++) != 0)
			return -1;
	*out = (entry_list){items, count};
	return 0;
}

static const schema_field mark_fields[] = {
	{"open", read_mark, offsetof(lexis_mark, open), 0, true},
	PLACES(offsetof(lexis_mark, place), ""),
};

static int read_marked(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	static const schema schema = {"mark", mark_fields, sizeof(mark_fields) / sizeof(mark_fields[0])};
	lexis_mark *mark = out;
	if (value->kind == NODE_SCALAR)
		return read_mark(reader, value, field, &mark->open);
	return schema_read(reader, value, &schema, mark, NULL);
}

int layer_read_marks(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	return read_list(reader, value, field, sizeof(lexis_mark), read_marked, out);
}

static const schema_field block_comment_fields[] = {
	{"open", read_mark, offsetof(entry_block, comment.open), 0, true},
	{"close", read_mark_null, offsetof(entry_block, comment.close), 0, false},
	{"nested", schema_read_choice, offsetof(entry_block, nested), 0, false},
	{"strings", schema_read_bool, offsetof(entry_block, comment.strings), 0, false},
	PLACES(offsetof(entry_block, comment.place), ""),
	PLACES(offsetof(entry_block, comment.close_place), "close_"),
};

static int read_block_comment(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	static const schema schema = {"block comment", block_comment_fields,
				      sizeof(block_comment_fields) / sizeof(block_comment_fields[0])};
	entry_block *block = out;
	block->nested = -1;
	if (value->kind == NODE_LIST) {
		if (read_pair(reader, value, field, &block->comment.open, &block->comment.close) != 0)
			return -1;
	} else if (schema_read(reader, value, &schema, block, NULL) != 0) {
		return -1;
	}
	if (block->comment.close == NULL)
		return 0;
	return check_fences(reader, value, block->comment.open, block->comment.close);
}

int layer_read_block_comments(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	entry_list list = {NULL, 0};
	if (read_list(reader, value, field, sizeof(entry_block), read_block_comment, &list) != 0)
		return -1;
	*(entry_blocks *)out = (entry_blocks){list.items, list.count};
	return 0;
}

int layer_read_pair(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	layer_pair *pair = out;
	return read_pair(reader, value, field, &pair->open, &pair->close);
}

static int read_escape(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (schema_check_text(reader, value, field->name) != 0)
		return -1;
	if (strlen(value->value) != 1 || value->value[0] <= ' ' || value->value[0] == 0x7F)
		return schema_refuse(reader, value, "one visible ASCII character", "escape %s",
				     schema_describe(reader, value));
	*(char *)out = value->value[0];
	return 0;
}

static int read_interpolation(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	lexis_string *string = out;
	return read_pair(reader, value, field, &string->interpolation_open, &string->interpolation_close);
}

/* A string as the map gives it. */
typedef struct string_model {
	lexis_string string;
	const char *const *opens; /* NULL: string.open */
} string_model;

static int read_opens(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	string_model *model = out;
	if (value->kind != NODE_LIST)
		return read_mark(reader, value, field, &model->string.open);
	const char **opens = arena_zero(reader->arena, value->count + 1, sizeof(const char *));
	size_t count = 0;
	for (const node *item = value->first; item != NULL; item = item->next)
		if (read_mark(reader, item, field, &opens[count++]) != 0)
			return -1;
	model->opens = opens;
	return count > 0 ? 0 : schema_refuse(reader, value, "a mark", "empty list for 'open'");
}

static const schema_field string_fields[] = {
	{"open", read_opens, 0, 0, true},
	{"close", read_mark_empty, offsetof(lexis_string, close), 0, false},
	{"escape", read_escape, offsetof(lexis_string, escape), 0, false},
	{"doubled", schema_read_bool, offsetof(lexis_string, doubled), 0, false},
	{"multiline", schema_read_bool, offsetof(lexis_string, multiline), 0, false},
	{"character", schema_read_bool, offsetof(lexis_string, character), 0, false},
	{"docstring", schema_read_bool, offsetof(lexis_string, docstring), 0, false},
	{"nested", schema_read_bool, offsetof(lexis_string, nested), 0, false},
	{"twice", schema_read_bool, offsetof(lexis_string, twice), 0, false},
	{"interpolation", read_interpolation, 0, 0, false},
	PLACES(offsetof(lexis_string, place), ""),
	PLACES(offsetof(lexis_string, close_place), "close_"),
};

/* How many strings an item stands for: `open` may be a list, of strings that are alike but for it. */
static size_t string_count(const node *item)
{
	const node *open = item->kind == NODE_MAPPING ? item->first : NULL;
	while (open != NULL && strcmp(open->key->value, "open") != 0)
		open = open->next;
	return open != NULL && open->kind == NODE_LIST ? open->count : 1;
}

static int read_string(schema_reader *reader, const node *value, const schema_field *field, string_model *model)
{
	static const schema schema = {"string", string_fields, sizeof(string_fields) / sizeof(string_fields[0])};
	if (value->kind == NODE_SCALAR)
		return read_mark(reader, value, field, &model->string.open);
	return schema_read(reader, value, &schema, model, NULL);
}

/* Reads one item into the strings at `out`, one for each opening mark. */
static int read_string_item(schema_reader *reader, const node *item, const schema_field *field, lexis_string *out)
{
	size_t count = string_count(item);
	string_model model = {.opens = NULL};
	if (read_string(reader, item, field, &model) != 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		out[i] = model.string;
		if (model.opens != NULL)
			out[i].open = model.opens[i];
		if (out[i].close == NULL)
			out[i].close = out[i].open;
		if (check_fences(reader, item, out[i].open, out[i].close) != 0)
			return -1;
	}
	return 0;
}

int layer_read_strings(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	if (value->kind != NODE_LIST)
		return schema_refuse(reader, value, "a list", "%s for '%s'", schema_describe(reader, value),
				     field->name);
	size_t count = 0;
	for (const node *item = value->first; item != NULL; item = item->next)
		count += string_count(item);
	lexis_string *strings = arena_zero(reader->arena, count, sizeof(*strings));
	*(entry_list *)out = (entry_list){strings, count};
	for (const node *item = value->first; item != NULL; item = item->next) {
		if (read_string_item(reader, item, field, strings) != 0)
			return -1;
		strings += string_count(item);
	}
	return 0;
}

static const schema_field heredoc_fields[] = {
	{"open", read_mark, offsetof(lexis_heredoc, open), 0, true},
	{"signs", read_mark_null, offsetof(lexis_heredoc, signs), 0, false},
	{"quotes", read_mark_null, offsetof(lexis_heredoc, quotes), 0, false},
	{"indented", schema_read_bool, offsetof(lexis_heredoc, indented), 0, false},
	{"alone", schema_read_bool, offsetof(lexis_heredoc, alone), 0, false},
	{"data", schema_read_bool, offsetof(lexis_heredoc, data), 0, false},
	{"upper", schema_read_bool, offsetof(lexis_heredoc, upper), 0, false},
	{"spaced", schema_read_bool, offsetof(lexis_heredoc, spaced), 0, false},
};

static int read_heredoc(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	static const schema schema = {"here-document", heredoc_fields,
				      sizeof(heredoc_fields) / sizeof(heredoc_fields[0])};
	lexis_heredoc *heredoc = out;
	if (value->kind == NODE_SCALAR)
		return read_mark(reader, value, field, &heredoc->open);
	return schema_read(reader, value, &schema, heredoc, NULL);
}

int layer_read_heredocs(schema_reader *reader, const node *value, const schema_field *field, void *out)
{
	return read_list(reader, value, field, sizeof(lexis_heredoc), read_heredoc, out);
}
