/* SPDX-License-Identifier: MIT */
#include "language/layer.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static int compare_entries(const void *a, const void *b)
{
	return strcmp(((const entry *)a)->name, ((const entry *)b)->name);
}

static int read_top(layer *layer, schema_reader *reader, const node *root)
{
	if (root->kind != NODE_MAPPING)
		return schema_refuse(reader, root, "a mapping of languages", "%s as a language map",
				     schema_describe(reader, root));
	layer->entries = arena_zero(layer->arena, root->count, sizeof(*layer->entries));
	for (const node *item = root->first; item != NULL; item = item->next) {
		enum claim_kind kind = layer_rule_section(item->key->value);
		int status = 0;
		if (strcmp(item->key->value, layer_role_section) == 0)
			status = layer_read_roles(reader, item, layer->roles);
		else if (kind != CLAIM_KIND_COUNT)
			status = layer_read_rules(reader, item, kind, &layer->rules[kind]);
		else
			status = layer_read_entry(reader, item, &layer->entries[layer->count++]);
		if (status != 0)
			return -1;
	}
	qsort(layer->entries, layer->count, sizeof(*layer->entries), compare_entries);
	return 0;
}

layer *layer_read(const char *name, text yaml, bool trusted, error *error)
{
	layer *made = memory_zero(1, sizeof(*made));
	made->arena = arena_create();
	made->name = arena_copy_string(made->arena, name);
	schema_reader reader = {.arena = made->arena, .error = error, .trusted = trusted};
	const node *root = NULL;
	int status = document_parse(made->arena, made->name, yaml, &root, error);
	if (status == 0 && root != NULL && !node_is_null(root))
		status = read_top(made, &reader, root);
	if (status == 0)
		return made;
	layer_destroy(made);
	return NULL;
}

void layer_destroy(layer *layer)
{
	if (layer == NULL)
		return;
	arena_destroy(layer->arena);
	free(layer);
}
