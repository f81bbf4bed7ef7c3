/* SPDX-License-Identifier: MIT */
#include "scaffold/tags.h"

#include "scaffold/tags_path.h"
#include "scaffold/words.h"

#include <string.h>

enum { ALTERNATIVES_MAX = 12, STEPS_MAX = 8, HEAD_SIZE_MAX = 4096 };

typedef struct finder {
	const node_types *types;
	uint32_t role;
	rule_list *out;
	const query_pattern *pattern; /* the one at the top */
} finder;

/* What lies within one definition. */
typedef struct definition {
	const finder *finder;
	const char *names; /* paths to the name, joined by '|' */
	size_t name_count;
	text wanted;       /* a capture looked for ... */
	const char *found; /* ... and the paths to it */
	size_t found_count;
	onflame_rule row;
} definition;

static const struct {
	const char *tag;
	uint32_t role;
	const char *label;
} tags[] = {
	{"function", ONFLAME_FUNCTION, "function"},
	{"method", ONFLAME_FUNCTION, "method"},
	{"constructor", ONFLAME_FUNCTION, "constructor"},
	{"macro", ONFLAME_FUNCTION, "macro"},
	{"lambda", ONFLAME_FUNCTION, "lambda"},
	{"class", ONFLAME_CONTAINER, "class"},
	{"struct", ONFLAME_CONTAINER, "struct"},
	{"interface", ONFLAME_CONTAINER, "interface"},
	{"module", ONFLAME_CONTAINER, "module"},
	{"namespace", ONFLAME_CONTAINER, "namespace"},
	{"enum", ONFLAME_CONTAINER, "enum"},
	{"union", ONFLAME_CONTAINER, "union"},
	{"trait", ONFLAME_CONTAINER, "trait"},
	{"object", ONFLAME_CONTAINER, "object"},
	{"impl", ONFLAME_CONTAINER, "impl"},
	{"implementation", ONFLAME_CONTAINER, "impl"},
	{"protocol", ONFLAME_CONTAINER, "protocol"},
	{"package", ONFLAME_CONTAINER, "package"},
	{"type", ONFLAME_CONTAINER, NULL}, /* where the kind's name says what it is */
};

const char *tags_body_test(const node_types *types, const node_type *type)
{
	const node_field *body = node_type_field(type, "body");
	if (body == NULL || body->required || node_types_find(types, "end", false) != NULL)
		return NULL;
	return "body";
}

static bool is_no_body(void *payload, const node_type *type)
{
	bool *found = payload;
	words words;
	words_split(type->name, &words);
	*found = words_end(&words, "body block members contents section suite") || words_have(&words, "compound");
	return !*found;
}

bool tags_has_body(const node_types *types, const node_type *type)
{
	static const char fields[] =
		"body members member block fields contents declarations definitions declaration definition "
		"variants methods items";
	bool found = false;
	for (size_t i = 0; i < type->field_count; i++) {
		if (words_list_has(fields, type->fields[i].name))
			return true;
	}
	node_refs_each(types, &type->children, is_no_body, &found);
	return found;
}

static const char *join(arena *arena, const char *before, const char *path, size_t *count)
{
	if (before == NULL) {
		*count = 1;
		return path;
	}
	if (*count >= ALTERNATIVES_MAX || strcmp(before, path) == 0 || strlen(before) > HEAD_SIZE_MAX)
		return before;
	++*count;
	return arena_printf(arena, "%s|%s", before, path);
}

/* A name of many parts is said in full: what stands in the field, not the last word of it. */
static const char *whole_name(const char *path)
{
	if (path[0] == '\0')
		return ".";
	return strncmp(path, "name/", 5) == 0 ? "name" : path;
}

static void see_names(void *payload, const tags_place *place)
{
	definition *definition = payload;
	const query_pattern *node = place->node;
	arena *arena = definition->finder->out->arena;
	if (place->path == NULL || place->steps > STEPS_MAX)
		return;
	bool is_name = false;
	for (size_t i = 0; i < node->capture_count; i++)
		is_name = is_name || text_equals_string(node->captures[i], "name") ||
			  text_starts_with(node->captures[i], text_of("name.definition."));
	if (is_name)
		definition->names = join(arena, definition->names, whole_name(place->path), &definition->name_count);
	if (definition->wanted.len > 0 && tags_captured(node, definition->wanted))
		definition->found = join(arena, definition->found, place->path[0] != '\0' ? place->path : ".",
					 &definition->found_count);
}

/* "^", "^/^" ... before each of the paths. */
static const char *from_below(arena *arena, const char *paths, size_t steps)
{
	const char *up = "^";
	for (size_t i = 1; i < steps; i++)
		up = arena_printf(arena, "%s/^", up);
	if (paths == NULL)
		return up;
	const char *out = NULL;
	for (const char *at = paths; *at != '\0'; at += *at == '|') {
		size_t len = strcspn(at, "|");
		out = arena_printf(arena, "%s%s%s/%.*s", out != NULL ? out : "", out != NULL ? "|" : "", up, (int)len,
				   at);
		at += len;
	}
	return out;
}

/* `x = function() ...`: the function is the frame, and its name stands above it. */
static void see_functions(void *payload, const tags_place *place)
{
	definition *definition = payload;
	const finder *finder = definition->finder;
	arena *arena = finder->out->arena;
	if (place->steps == 0 || place->steps > STEPS_MAX || place->node->form != QUERY_NODE || place->parent == NULL ||
	    place->node->capture_count > 0)
		return;
	const char *kind = arena_copy(arena, place->node->text.data, place->node->text.len);
	if (words_function_label(kind) == NULL || node_types_regular(finder->types, kind) == NULL ||
	    node_types_regular(finder->types, place->parent) == NULL)
		return;
	const char *name = from_below(arena, definition->names, place->steps);
	onflame_rule row = {
		.role = ONFLAME_FUNCTION,
		.kind = kind,
		.parent = place->parent,
		.head = name,
		.name = name,
		.label = definition->row.label,
		.start = from_below(arena, NULL, place->steps),
	};
	rule_list_add(finder->out, &row);
	definition->found_count++;
}

/* "^(a|b)$" is the words a and b; anything richer is none. */
static const char *words_of_pattern(text pattern, arena *arena)
{
	if (pattern.len < 3 || pattern.data[0] != '^' || pattern.data[pattern.len - 1] != '$')
		return NULL;
	pattern = (text){pattern.data + 1, pattern.len - 2};
	if (pattern.data[0] == '(' && pattern.data[pattern.len - 1] == ')')
		pattern = (text){pattern.data + 1, pattern.len - 2};
	char *words = arena_copy(arena, pattern.data, pattern.len);
	for (char *at = words; *at != '\0'; at++) {
		if (strchr(" .*+?()[]{}\\^$", *at) != NULL)
			return NULL;
		if (*at == '|')
			*at = ' ';
	}
	return words;
}

static const char *words_of(const query_pattern *predicate, arena *arena)
{
	const query_pattern *argument = predicate->first->next;
	if (argument == NULL)
		return NULL;
	if (text_equals_string(predicate->text, "match?"))
		return words_of_pattern(argument->text, arena);
	const char *words = NULL;
	for (; argument != NULL; argument = argument->next) {
		if (argument->text.len == 0 || memchr(argument->text.data, ' ', argument->text.len) != NULL ||
		    argument->text.data[0] == '@')
			return NULL;
		words = arena_printf(arena, "%s%s%.*s", words != NULL ? words : "", words != NULL ? " " : "",
				     (int)argument->text.len, argument->text.data);
	}
	return words;
}

/* Whether the predicate can be told by the row, or need not be. */
static bool take_predicate(definition *definition, const query_pattern *node, const query_pattern *predicate)
{
	static const char tests[] = "eq? any-of? match?";
	arena *arena = definition->finder->out->arena;
	const char *name = arena_copy(arena, predicate->text.data, predicate->text.len);
	const query_pattern *capture = predicate->first;
	if (!words_list_has(tests, name) || capture == NULL || capture->text.len < 2 || capture->text.data[0] != '@')
		return true;
	definition->wanted = (text){capture->text.data + 1, capture->text.len - 1};
	definition->found = NULL;
	tags_each(node, definition->finder->types, arena, see_names, definition);
	if (definition->found == NULL)
		return true;
	const char *words = words_of(predicate, arena);
	bool of_name = text_equals_string(definition->wanted, "name");
	if (words == NULL)
		return of_name;
	if (definition->row.words != NULL && !of_name)
		return false;
	if (definition->row.words == NULL) {
		definition->row.head = definition->found;
		definition->row.words = words;
	}
	return true;
}

static bool take_predicates(definition *definition, const query_pattern *node, const query_pattern *in)
{
	for (const query_pattern *child = in->first; child != NULL; child = child->next) {
		if (child->form == QUERY_PREDICATE && !take_predicate(definition, node, child))
			return false;
		if (child->form != QUERY_PREDICATE && !take_predicates(definition, node, child))
			return false;
	}
	return true;
}

static void define(const finder *finder, const query_pattern *node, const char *parent, const char *label)
{
	arena *arena = finder->out->arena;
	definition definition = {.finder = finder};
	const char *kind = arena_copy(arena, node->text.data, node->text.len);
	const node_type *type = node_types_regular(finder->types, kind);
	if (type == NULL || type->root)
		return;
	/* The kind's own name is the closer one: a tag has no word for a struct or a destructor. */
	const char *own = finder->role == ONFLAME_CONTAINER ? words_container_label(kind) : words_function_label(kind);
	if (label == NULL || (own != NULL && (finder->role == ONFLAME_CONTAINER || strcmp(own, "constructor") == 0)))
		label = own;
	if (label == NULL)
		return;
	definition.row = (onflame_rule){.role = finder->role, .kind = kind, .label = label};
	tags_each(node, finder->types, arena, see_names, &definition);
	if (definition.names == NULL)
		return;
	definition.row.name = definition.names;
	if (!take_predicates(&definition, node, finder->pattern))
		return;
	definition.found_count = 0;
	if (finder->role == ONFLAME_FUNCTION && words_function_label(kind) == NULL)
		tags_each(node, finder->types, arena, see_functions, &definition);
	if (definition.found_count > 0)
		return;
	if (parent != NULL && node_types_regular(finder->types, parent) != NULL)
		definition.row.parent = parent;
	/* An alias or a forward declaration is none. */
	if (own == NULL && definition.row.words == NULL && !tags_has_body(finder->types, type))
		return;
	if (definition.row.head == NULL)
		definition.row.head = tags_body_test(finder->types, type);
	rule_list_add(finder->out, &definition.row);
}

/* The definition that a pattern is captured as; its alternatives, if it is a choice. */
static void see_capture(const finder *finder, const query_pattern *pattern, const char *parent, const char *label)
{
	if (pattern->form == QUERY_NODE)
		define(finder, pattern, parent, label);
	for (const query_pattern *child = pattern->first; child != NULL && pattern->form != QUERY_NODE;
	     child = child->next)
		see_capture(finder, child, parent, label);
}

static void search(const finder *finder, const query_pattern *pattern, const char *parent)
{
	for (size_t i = 0; i < pattern->capture_count; i++) {
		text capture = pattern->captures[i];
		text prefix = text_of("definition.");
		if (!text_starts_with(capture, prefix))
			continue;
		text tag = {capture.data + prefix.len, capture.len - prefix.len};
		for (size_t t = 0; t < sizeof(tags) / sizeof(tags[0]); t++) {
			if (tags[t].role == finder->role && text_equals_string(tag, tags[t].tag))
				see_capture(finder, pattern, parent, tags[t].label);
		}
	}
	if (pattern->form == QUERY_NODE && pattern->text.len > 0)
		parent = arena_copy(finder->out->arena, pattern->text.data, pattern->text.len);
	for (const query_pattern *child = pattern->first; child != NULL; child = child->next)
		search(finder, child, parent);
}

void tags_propose(const query_pattern *query, const node_types *types, uint32_t role, rule_list *out)
{
	finder finder = {types, role, out, NULL};
	for (const query_pattern *pattern = query->first; pattern != NULL; pattern = pattern->next) {
		finder.pattern = pattern;
		search(&finder, pattern, NULL);
	}
}
