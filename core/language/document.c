/* SPDX-License-Identifier: MIT */
#include "language/document.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define SIZE_LIMIT ((size_t)4 * 1024 * 1024)
#define NODE_LIMIT ((size_t)400 * 1000)
#define DEPTH_LIMIT 12
#define SHORT_MAPPING 16

typedef struct builder {
	arena *arena;
	const char *name;
	error *error;
	yaml_parser_t parser;
	node *open[DEPTH_LIMIT];       /* the lists and mappings around the next node */
	const node *keys[DEPTH_LIMIT]; /* the key read last in each, whose value is to come */
	size_t depth, nodes;
	node *root;
	bool finished; /* the first document has ended */
} builder;

static mark mark_of(const builder *builder, const yaml_mark_t *at)
{
	return (mark){builder->name, at->line + 1, at->column + 1};
}

static int refuse(const builder *builder, mark where, const char *what)
{
	return error_set(builder->error, MARK_FORMAT ": %s", MARK_ARGUMENTS(where), what);
}

/* The place of the byte at `offset`. */
static mark mark_at(const char *name, text yaml, size_t offset)
{
	mark where = {name, 1, 1};
	for (size_t i = 0; i < offset && i < yaml.len; i++) {
		if (yaml.data[i] == '\n') {
			where.line++;
			where.column = 1;
		} else if (((unsigned char)yaml.data[i] & 0xC0) != 0x80) {
			where.column++;
		}
	}
	return where;
}

/* Sizes, NUL bytes and encoding, which libyaml would tell less well. */
static int check_bytes(const char *name, text yaml, error *error)
{
	if (yaml.len > SIZE_LIMIT)
		return error_set(error, "%s:1:1: %zu bytes are too many for a language map (at most %zu)", name,
				 yaml.len, SIZE_LIMIT);

	const char *nul = yaml.len > 0 ? memchr(yaml.data, '\0', yaml.len) : NULL;
	if (nul != NULL) {
		mark where = mark_at(name, yaml, (size_t)(nul - yaml.data));
		return error_set(error, MARK_FORMAT ": NUL byte (expected YAML in UTF-8)", MARK_ARGUMENTS(where));
	}
	if (yaml.len == 0 || text_is_utf8(yaml))
		return 0;

	/* The line that is at fault is found first, then the byte in it. */
	size_t start = 0;
	for (;;) {
		const char *newline = memchr(yaml.data + start, '\n', yaml.len - start);
		size_t len = newline != NULL ? (size_t)(newline - yaml.data) + 1 - start : yaml.len - start;
		if (!text_is_utf8((text){yaml.data + start, len}))
			break;
		start += len;
	}
	mark where = mark_at(name, yaml, start);
	return error_set(error, MARK_FORMAT ": line is not UTF-8 (expected YAML in UTF-8)", MARK_ARGUMENTS(where));
}

static int syntax_error(const builder *builder, text yaml)
{
	const yaml_parser_t *parser = &builder->parser;
	const char *problem = parser->problem != NULL ? parser->problem : "cannot be read";
	mark where = mark_of(builder, &parser->problem_mark);
	if (parser->error == YAML_MEMORY_ERROR)
		memory_exhausted();
	if (parser->error == YAML_READER_ERROR)
		where = mark_at(builder->name, yaml, parser->problem_offset);
	return error_set(builder->error, MARK_FORMAT ": %s%s%s (expected YAML)", MARK_ARGUMENTS(where),
			 parser->context != NULL ? parser->context : "", parser->context != NULL ? ", " : "", problem);
}

/* Puts `made` where it belongs: as a key, as a value of a key, as an item, or as the root. */
static int attach(builder *builder, node *made)
{
	if (builder->depth == 0) {
		builder->root = made;
		return 0;
	}
	node *parent = builder->open[builder->depth - 1];
	const node **key = &builder->keys[builder->depth - 1];
	if (parent->kind == NODE_MAPPING && *key == NULL) {
		if (made->kind != NODE_SCALAR)
			return refuse(builder, made->where, "list or mapping as a key (expected text)");
		*key = made;
		return 0;
	}
	made->key = *key;
	*key = NULL;
	if (parent->last != NULL)
		parent->last->next = made;
	else
		parent->first = made;
	parent->last = made;
	parent->count++;
	return 0;
}

static int add_node(builder *builder, enum node_kind kind, const yaml_event_t *event)
{
	mark where = mark_of(builder, &event->start_mark);
	if (++builder->nodes > NODE_LIMIT)
		return refuse(builder, where, "too many values for a language map");
	node *made = arena_zero(builder->arena, 1, sizeof(*made));
	made->kind = kind;
	made->where = where;
	if (kind == NODE_SCALAR) {
		const char *value = (const char *)event->data.scalar.value;
		size_t len = event->data.scalar.length;
		if (memchr(value, '\0', len) != NULL)
			return refuse(builder, where, "NUL character in a text (expected none)");
		made->value = arena_copy(builder->arena, value, len);
		made->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	}
	if (attach(builder, made) != 0)
		return -1;
	if (kind == NODE_SCALAR)
		return 0;
	if (builder->depth == DEPTH_LIMIT)
		return refuse(builder, where, "lists and mappings are nested too deeply");
	builder->keys[builder->depth] = NULL;
	builder->open[builder->depth++] = made;
	return 0;
}

static int compare_items(const void *a, const void *b)
{
	const node *left = *(const node *const *)a;
	const node *right = *(const node *const *)b;
	int order = strcmp(left->key->value, right->key->value);
	if (order != 0)
		return order;
	if (left->key->where.line != right->key->where.line)
		return left->key->where.line < right->key->where.line ? -1 : 1;
	return left->key->where.column < right->key->where.column ? -1 : 1;
}

static int refuse_twin(const builder *builder, const node *first, const node *second)
{
	return error_set(builder->error, MARK_FORMAT ": '%.64s' is given twice (first in line %zu; expected once)",
			 MARK_ARGUMENTS(second->where), second->value, first->where.line);
}

/* Pair by pair: nearly all mappings are short. */
static int check_short(const builder *builder, const node *mapping)
{
	for (const node *item = mapping->first; item != NULL; item = item->next)
		for (const node *other = mapping->first; other != item; other = other->next)
			if (other->key->value[0] == item->key->value[0] &&
			    strcmp(other->key->value, item->key->value) == 0)
				return refuse_twin(builder, other->key, item->key);
	return 0;
}

static int check_duplicates(const builder *builder, const node *mapping)
{
	if (mapping->count <= SHORT_MAPPING)
		return check_short(builder, mapping);
	const node **items = memory_alloc(mapping->count * sizeof(const node *));
	size_t count = 0;
	for (const node *item = mapping->first; item != NULL; item = item->next)
		items[count++] = item;
	qsort(items, count, sizeof(const node *), compare_items);

	int status = 0;
	for (size_t i = 1; i < count && status == 0; i++)
		if (strcmp(items[i - 1]->key->value, items[i]->key->value) == 0)
			status = refuse_twin(builder, items[i - 1]->key, items[i]->key);
	free(items);
	return status;
}

/* The anchor of an event, if it may have one. */
static bool has_anchor(const yaml_event_t *event)
{
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		return event->data.scalar.anchor != NULL || event->data.scalar.tag != NULL;
	case YAML_SEQUENCE_START_EVENT:
		return event->data.sequence_start.anchor != NULL || event->data.sequence_start.tag != NULL;
	case YAML_MAPPING_START_EVENT:
		return event->data.mapping_start.anchor != NULL || event->data.mapping_start.tag != NULL;
	default:
		return event->type == YAML_ALIAS_EVENT;
	}
}

static int take_event(builder *builder, const yaml_event_t *event)
{
	if (has_anchor(event))
		return refuse(builder, mark_of(builder, &event->start_mark),
			      "anchors, aliases and tags are not read here (expected plain values)");
	switch (event->type) {
	case YAML_DOCUMENT_START_EVENT:
		if (builder->finished)
			return refuse(builder, mark_of(builder, &event->start_mark),
				      "second document (expected one in a file)");
		return 0;
	case YAML_DOCUMENT_END_EVENT:
		builder->finished = true;
		return 0;
	case YAML_SCALAR_EVENT:
		return add_node(builder, NODE_SCALAR, event);
	case YAML_SEQUENCE_START_EVENT:
		return add_node(builder, NODE_LIST, event);
	case YAML_MAPPING_START_EVENT:
		return add_node(builder, NODE_MAPPING, event);
	case YAML_SEQUENCE_END_EVENT:
		builder->depth--;
		return 0;
	case YAML_MAPPING_END_EVENT:
		return check_duplicates(builder, builder->open[--builder->depth]);
	default:
		return 0;
	}
}

static int build(builder *builder, text yaml)
{
	for (;;) {
		yaml_event_t event;
		if (!yaml_parser_parse(&builder->parser, &event))
			return syntax_error(builder, yaml);
		bool end = event.type == YAML_STREAM_END_EVENT;
		int status = take_event(builder, &event);
		yaml_event_delete(&event);
		if (status != 0 || end)
			return status;
	}
}

int document_parse(arena *arena, const char *name, text yaml, const node **root, error *error)
{
	*root = NULL;
	if (check_bytes(name, yaml, error) != 0)
		return -1;

	builder builder = {.arena = arena, .name = name, .error = error};
	if (!yaml_parser_initialize(&builder.parser))
		memory_exhausted();
	yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&builder.parser, (const unsigned char *)yaml.data, yaml.len);
	int status = build(&builder, yaml);
	yaml_parser_delete(&builder.parser);
	if (status == 0)
		*root = builder.root;
	return status;
}

bool node_is_null(const node *node)
{
	if (node->kind != NODE_SCALAR || !node->plain)
		return false;
	const char *value = node->value;
	return value[0] == '\0' || strcmp(value, "~") == 0 || strcmp(value, "null") == 0 ||
	       strcmp(value, "Null") == 0 || strcmp(value, "NULL") == 0;
}
