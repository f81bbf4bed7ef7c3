/* SPDX-License-Identifier: MIT */
#include "scaffold/propose.h"

#include "scaffold/tags.h"
#include "scaffold/words.h"

#include <string.h>

/* What stands before a frame and does not belong to it. "attribute" alone is an element's in markup. */
static const char annotations[] =
	"decorator decorators annotation annotations marker_annotation attribute_item attribute_list "
	"normal_annotation single_element_annotation";

void propose_annotations(const node_types *types, rule_list *out)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		if (type->named && !type->supertype && words_list_has(annotations, type->name))
			rule_list_add(out, &(onflame_rule){.role = ONFLAME_ANNOTATION, .kind = type->name});
	}
}

/* Lists of parameters hold them as their children. */
typedef struct parameters {
	const node_types *types;
	rule_list *out;
	const char *list; /* kind of the list at hand */
	bool strict;      /* only what is called a parameter or a name */
	size_t first;     /* of the rows */
} parameters;

/* One row a kind, however many lists hold it. */
static void add_parameter(parameters *parameters, const char *kind)
{
	rule_list *out = parameters->out;
	for (size_t i = parameters->first; i < out->count; i++) {
		onflame_rule *row = &out->items[i];
		if (strcmp(row->kind, kind) != 0)
			continue;
		if (!words_list_has(row->parent, parameters->list))
			row->parent = arena_printf(out->arena, "%s %s", row->parent, parameters->list);
		return;
	}
	rule_list_add(out, &(onflame_rule){.role = ONFLAME_PARAMETER, .kind = kind, .parent = parameters->list});
}

static bool see_parameter(void *payload, const node_type *type)
{
	parameters *parameters = payload;
	words words;
	words_split(type->name, &words);
	bool called = words_have(&words, "parameter param arg argument variadic vararg receiver self") ||
		      words_end(&words, "identifier ident");
	bool none =
		words_have(&words, "comment attribute annotation decorator modifier type list body block error comma "
				   "semicolon separator arguments parameters params args");
	if (!none && (called || !parameters->strict))
		add_parameter(parameters, type->name);
	return true;
}

static void see_list(parameters *parameters, const node_type *list)
{
	size_t before = parameters->out->count;
	parameters->list = list->name;
	for (int pass = 0; pass < 2 && parameters->out->count == before; pass++) {
		parameters->strict = pass == 0;
		node_refs_each(parameters->types, &list->children, see_parameter, parameters);
		for (size_t f = 0; f < list->field_count; f++) {
			const char *name = list->fields[f].name;
			if (strcmp(name, "name") == 0 || strstr(name, "param") != NULL)
				node_refs_each(parameters->types, &list->fields[f].types, see_parameter, parameters);
		}
	}
}

static const char not_parameters[] =
	"type types generic call template actual lifetime const constraint argument table tuple";

static bool is_list(const words *words)
{
	return words_end(words, "parameters params") ||
	       (words_end(words, "list") && words_have(words, "parameter param")) ||
	       (words_end(words, "args arguments") && words_have(words, "decl formal"));
}

void propose_parameters(const node_types *types, rule_list *out)
{
	parameters parameters = {.types = types, .out = out, .first = out->count};
	for (size_t i = 0; i < types->count; i++) {
		words words;
		words_split(types->items[i].name, &words);
		if (types->items[i].named && !types->items[i].supertype && is_list(&words) &&
		    !words_have(&words, not_parameters))
			see_list(&parameters, &types->items[i]);
	}
	bool lists = out->count > parameters.first;
	for (size_t i = 0; !lists && i < types->count; i++) {
		const node_type *type = &types->items[i];
		words words;
		words_split(type->name, &words);
		if (type->named && !type->supertype && words_end(&words, "parameter param") &&
		    !words_have(&words, not_parameters))
			rule_list_add(out, &(onflame_rule){.role = ONFLAME_PARAMETER, .kind = type->name});
	}
}

void propose_table(const node_types *types, const query_pattern *tags, const query_pattern *highlights, rule_list *out)
{
	static const uint32_t frames[] = {ONFLAME_FUNCTION, ONFLAME_CONTAINER};
	propose_texts(types, highlights, out);
	for (size_t i = 0; i < 2; i++) {
		if (tags != NULL)
			tags_propose(tags, types, frames[i], out);
		propose_frames(types, frames[i], out);
	}
	propose_branches(types, out);
	propose_parameters(types, out);
	propose_annotations(types, out);
}
