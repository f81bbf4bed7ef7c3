/* SPDX-License-Identifier: MIT */
/* Comments and strings. */
#include "scaffold/propose.h"
#include "scaffold/words.h"

#include <string.h>

static bool is_comment(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	/* Parts of one lie within it. */
	if (words_have(&words, "commented uncomment content text marker start end"))
		return false;
	return words_have(&words, "comment comments shebang hashbang") ||
	       (words.count == 3 && strcmp(type->name, "hash_bang_line") == 0);
}

static bool is_string(const node_type *type)
{
	words words;
	words_split(type->name, &words);
	if (words_have(
		    &words,
		    "type interpolation escape keyword list array start end begin close open content contents fragment "
		    "operator expression call prefix suffix name value set range class property decl declaration k keyword"))
		return false;
	if (words_end(&words, "string strings str heredoc char character rune regex regexp sigil docstring"))
		return true;
	return words_end(&words, "literal body lit constant") &&
	       words_have(&words, "string str char character rune text heredoc template regex");
}

/* Whether code may stand within the string. */
static bool sees_code(void *payload, const node_type *type)
{
	bool *code = payload;
	words words;
	words_split(type->name, &words);
	*code = (type->children.count > 0 || type->field_count > 0) &&
		!words_have(&words, "escape string content fragment");
	return !*code;
}

static void add_string(const node_types *types, const node_type *type, rule_list *out)
{
	bool code = false;
	node_refs_each(types, &type->children, sees_code, &code);
	for (size_t i = 0; i < type->field_count && !code; i++)
		node_refs_each(types, &type->fields[i].types, sees_code, &code);
	rule_list_add(out,
		      &(onflame_rule){.role = ONFLAME_STRING, .kind = type->name, .flags = code ? ONFLAME_ENTER : 0u});
}

/* The role that a highlight gives; 0: none. Documentation strings and keys are strings too. */
static uint32_t role_of(const query_pattern *pattern)
{
	for (size_t i = 0; i < pattern->capture_count; i++) {
		text capture = pattern->captures[i];
		if (text_equals_string(capture, "comment") || text_starts_with(capture, text_of("comment.")))
			return ONFLAME_COMMENT;
		if (text_equals_string(capture, "string") || text_equals_string(capture, "string.documentation") ||
		    text_equals_string(capture, "character"))
			return ONFLAME_STRING;
	}
	return 0;
}

/* Patterns that speak of a kind wherever it stands: those at the top, and the choices of them. */
static void take_highlights(const node_types *types, const query_pattern *pattern, uint32_t role, uint32_t wanted,
			    rule_list *out)
{
	for (const query_pattern *at = pattern->first; at != NULL; at = at->next) {
		uint32_t own = at->capture_count > 0 ? role_of(at) : role;
		if (at->form == QUERY_CHOICE)
			take_highlights(types, at, own, wanted, out);
		if (at->form != QUERY_NODE || at->first != NULL || own != wanted)
			continue;
		const char *kind = arena_copy(out->arena, at->text.data, at->text.len);
		const node_type *type = node_types_regular(types, kind);
		words words;
		words_split(kind, &words);
		if (type == NULL || type->root || rule_list_covers(out, kind) ||
		    words_have(&words, "escape identifier"))
			continue;
		if (own == ONFLAME_COMMENT)
			rule_list_add(out, &(onflame_rule){.role = own, .kind = kind});
		else
			add_string(types, type, out);
	}
}

void propose_texts(const node_types *types, const query_pattern *highlights, rule_list *out)
{
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		if (type->named && !type->supertype && !type->root && is_comment(type))
			rule_list_add(out, &(onflame_rule){.role = ONFLAME_COMMENT, .kind = type->name});
	}
	if (highlights != NULL)
		take_highlights(types, highlights, 0, ONFLAME_COMMENT, out);
	for (size_t i = 0; i < types->count; i++) {
		const node_type *type = &types->items[i];
		if (type->named && !type->supertype && !type->root && is_string(type))
			add_string(types, type, out);
	}
	if (highlights != NULL)
		take_highlights(types, highlights, 0, ONFLAME_STRING, out);
}
