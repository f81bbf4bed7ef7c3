/* SPDX-License-Identifier: MIT */
/* Functions and containers, by the names of kinds and fields. */
#include "scaffold/propose.h"
#include "scaffold/tags.h"
#include "scaffold/words.h"

#include <string.h>

static const char *const name_fields[] = {"name",       "identifier",  "id",        "function_name",
					  "class_name", "method_name", "declarator"};

/* Kinds that hold nothing but a name. */
static bool is_name(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	return type->named && words_end(&words, "identifier name ident id symbol fqn") &&
	       !words_have(&words, "type module package namespace path label operator field property");
}

typedef struct search {
	const node_types *types;
	const node_type *found;
	bool (*fits)(const node_type *type);
} search;

static bool see_child(void *payload, const node_type *type)
{
	search *search = payload;
	if (!search->fits(type))
		return true;
	search->found = type;
	return false;
}

static const node_type *find_child(const node_types *types, const node_type *type, bool (*fits)(const node_type *type))
{
	search search = {types, NULL, fits};
	node_refs_each(types, &type->children, see_child, &search);
	return search.found;
}

/* A part that holds the name and what else leads the body. */
static bool is_head(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	return words_end(&words, "header head heading signature prototype declarator");
}

static const char *direct_name(const node_types *types, const node_type *type, arena *arena)
{
	for (size_t i = 0; i < sizeof(name_fields) / sizeof(name_fields[0]); i++) {
		if (node_type_field(type, name_fields[i]) == NULL)
			continue;
		/* Declarators hold each other, the name innermost. */
		return strcmp(name_fields[i], "declarator") == 0 ? "declarator*" : name_fields[i];
	}
	const node_type *child = find_child(types, type, is_name);
	return child != NULL ? arena_printf(arena, ":%s", child->name) : NULL;
}

/* The field that the part stands in which holds the name. */
static const node_field *head_field(const node_type *type)
{
	static const char fields[] = "header head heading signature prototype";
	for (size_t i = 0; i < type->field_count; i++) {
		if (words_list_has(fields, type->fields[i].name) && type->fields[i].types.count > 0)
			return &type->fields[i];
	}
	return NULL;
}

static bool see_any(const node_type *type)
{
	return type->named;
}

/* A part of the kind that holds the name, and the step to it. */
static const node_type *find_head(const node_types *types, const node_type *type, const char **step, arena *arena)
{
	const node_field *field = head_field(type);
	search search = {types, NULL, see_any};
	if (field != NULL) {
		node_refs_each(types, &field->types, see_child, &search);
		*step = field->name;
		return search.found;
	}
	const node_type *head = find_child(types, type, is_head);
	*step = head != NULL ? arena_printf(arena, ":%s", head->name) : NULL;
	return head;
}

/* A path to the name; NULL: none was found. */
static const char *find_name(const node_types *types, const node_type *type, arena *arena)
{
	const char *step;
	const char *name = direct_name(types, type, arena);
	if (name != NULL)
		return name;
	const node_type *head = find_head(types, type, &step, arena);
	name = head != NULL ? direct_name(types, head, arena) : NULL;
	return name != NULL ? arena_printf(arena, "%s/%s", step, name) : NULL;
}

/* Whether the kind is the head of another frame: the frame is the whole. */
static bool is_part(const node_types *types, const node_type *type, arena *arena)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *other = &types->items[i];
		const char *step;
		if (!other->named || other->supertype || other == type || words_function_label(other->name) == NULL)
			continue;
		if (find_head(types, other, &step, arena) == type)
			return true;
	}
	return false;
}

static bool has_body(const node_types *types, const node_type *type)
{
	words words;
	words_split(type->name, &words);
	if (tags_has_body(types, type))
		return true;
	/* What is defined with much in it may hold its members directly. */
	return type->children.count > 3 && words_end(&words, "definition declaration def decl defn item");
}

/* A language's own kind of container, as `model_declaration`: it is called what it says. */
static const char *own_label(const node_types *types, const node_type *type, arena *arena)
{
	static const char never[] =
		"variable var let const constant field import use using export type alias property preproc ambient "
		"global local function func method operator parameter argument label value assignment "
		"attribute annotation forward extern external macro top level statement rule option";
	words words;
	words_split(type->name, &words);
	if (words.count != 2 || !words_end(&words, "definition declaration def decl defn") ||
	    words_have(&words, never) || !tags_has_body(types, type))
		return NULL;
	return arena_copy_string(arena, words.items[0]);
}

static const char *find_label(const node_types *types, const node_type *type, uint32_t role, arena *arena)
{
	if (role == ONFLAME_FUNCTION)
		return words_function_label(type->name);
	const char *label = words_container_label(type->name);
	return label != NULL || words_function_label(type->name) != NULL ? label : own_label(types, type, arena);
}

/* A function's expression has a name at most in a field: what stands first in it is a parameter. */
static bool is_value(const node_type *type, const char *label)
{
	words words;
	words_split(type->name, &words);
	return words_end(&words, "expression expr literal lit value lambda closure") || strcmp(label, "lambda") == 0;
}

static void add_frame(const node_types *types, const node_type *type, uint32_t role, rule_list *out)
{
	const char *label = find_label(types, type, role, out->arena);
	bool leaf = type->field_count == 0 && type->children.count == 0;
	if (label == NULL || leaf || type->root || rule_list_covers(out, type->name))
		return;
	const char *name = find_name(types, type, out->arena);
	if (role == ONFLAME_FUNCTION && is_value(type, label)) {
		name = node_type_field(type, "name") != NULL ? "name" : NULL;
		label = name != NULL ? label : "lambda";
	} else if (name == NULL || !has_body(types, type) || is_part(types, type, out->arena)) {
		return;
	}
	rule_list_add(out, &(onflame_rule){.role = role,
					   .kind = type->name,
					   .head = tags_body_test(types, type),
					   .name = name,
					   .label = label});
}

void propose_frames(const node_types *types, uint32_t role, rule_list *out)
{
	for (size_t i = 0; i < types->count; i++) {
		if (types->items[i].named && !types->items[i].supertype)
			add_frame(types, &types->items[i], role, out);
	}
}
