/* SPDX-License-Identifier: MIT */
#include "scaffold/node_types.h"

#include "base/memory.h"
#include "scaffold/file.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* Letters, digits and '_' alone: stands in a table, a path and a list of words as it is. */
static bool is_word(const char *name)
{
	return name[0] != '\0' &&
	       strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_") == strlen(name);
}

static void read_refs(const json_t *array, arena *arena, node_refs *out)
{
	size_t max = json_array_size(array);
	out->names = arena_zero(arena, max + 1, sizeof(*out->names));
	out->named = arena_zero(arena, max + 1, sizeof(*out->named));
	for (size_t i = 0; i < max; i++) {
		const json_t *item = json_array_get(array, i);
		const char *name = json_string_value(json_object_get(item, "type"));
		bool named = json_is_true(json_object_get(item, "named"));
		if (name == NULL || (named && !is_word(name)))
			continue;
		out->names[out->count] = arena_copy_string(arena, name);
		out->named[out->count++] = named;
	}
}

static void read_fields(json_t *object, arena *arena, node_type *out)
{
	node_field *fields = arena_zero(arena, json_object_size(object) + 1, sizeof(*fields));
	const char *name;
	json_t *value;
	json_object_foreach(object, name, value)
	{
		if (!is_word(name))
			continue;
		node_field *field = &fields[out->field_count++];
		field->name = arena_copy_string(arena, name);
		field->required = json_is_true(json_object_get(value, "required"));
		read_refs(json_object_get(value, "types"), arena, &field->types);
	}
	out->fields = fields;
}

static void read_type(const json_t *item, arena *arena, node_types *out)
{
	const char *name = json_string_value(json_object_get(item, "type"));
	bool named = json_is_true(json_object_get(item, "named"));
	if (name == NULL || (named && !is_word(name)))
		return;
	node_type *type = &out->items[out->count++];
	const json_t *subtypes = json_object_get(item, "subtypes");
	type->name = arena_copy_string(arena, name);
	type->named = named;
	type->supertype = subtypes != NULL;
	type->root = json_is_true(json_object_get(item, "root"));
	read_fields(json_object_get(item, "fields"), arena, type);
	if (subtypes == NULL)
		subtypes = json_object_get(json_object_get(item, "children"), "types");
	read_refs(subtypes, arena, &type->children);
}

static int compare_types(const void *a, const void *b)
{
	const node_type *left = a;
	const node_type *right = b;
	if (left->named != right->named)
		return left->named ? -1 : 1;
	return strcmp(left->name, right->name);
}

int node_types_read(const char *path, arena *arena, node_types *out, error *error)
{
	buffer content = BUFFER_INIT;
	json_error_t why;
	*out = (node_types){0};
	if (file_read(path, FILE_SIZE_MAX, &content, error) != 0)
		return -1;
	/* Go's has a token that is a NUL. */
	json_t *root = json_loadb(buffer_string(&content), content.len, JSON_ALLOW_NUL, &why);
	buffer_finish(&content);
	if (root == NULL)
		return error_set(error, "%s:%d:%d: %s", path, why.line, why.column, why.text);
	size_t count = json_array_size(root);
	out->items = arena_zero(arena, count + 1, sizeof(*out->items));
	for (size_t i = 0; i < count; i++)
		read_type(json_array_get(root, i), arena, out);
	json_decref(root);
	if (out->count == 0)
		return error_set(error, "%s: no list of node types; generate the grammar anew", path);
	qsort(out->items, out->count, sizeof(*out->items), compare_types);
	return 0;
}

const node_type *node_types_find(const node_types *types, const char *name, bool named)
{
	node_type key = {.name = name, .named = named};
	return bsearch(&key, types->items, types->count, sizeof(key), compare_types);
}

const node_type *node_types_regular(const node_types *types, const char *name)
{
	const node_type *type = node_types_find(types, name, true);
	return type != NULL && !type->supertype ? type : NULL;
}

const node_field *node_type_field(const node_type *type, const char *name)
{
	for (size_t i = 0; i < type->field_count; i++) {
		if (strcmp(type->fields[i].name, name) == 0)
			return &type->fields[i];
	}
	return NULL;
}

/* Each supertype is opened once, however they hold each other. */
void node_refs_each(const node_types *types, const node_refs *refs, node_refs_see *see, void *payload)
{
	bool *seen = memory_zero(types->count, sizeof(*seen));
	const node_refs **open = memory_zero(types->count + 1, sizeof(*open));
	size_t depth = 0;
	bool going = true;
	open[depth++] = refs;
	while (depth > 0 && going) {
		const node_refs *at = open[--depth];
		for (size_t i = 0; i < at->count && going; i++) {
			const node_type *type = at->named[i] ? node_types_find(types, at->names[i], true) : NULL;
			if (type == NULL || seen[type - types->items])
				continue;
			seen[type - types->items] = true;
			if (type->supertype)
				open[depth++] = &type->children;
			else
				going = see(payload, type);
		}
	}
	free(open);
	free(seen);
}

static bool is_not(void *payload, const node_type *type)
{
	const char **wanted = payload;
	if (*wanted == NULL || strcmp(*wanted, type->name) != 0)
		return true;
	*wanted = NULL;
	return false;
}

bool node_refs_allow(const node_types *types, const node_refs *refs, const char *name)
{
	const char *wanted = name;
	node_refs_each(types, refs, is_not, &wanted);
	return wanted == NULL;
}
