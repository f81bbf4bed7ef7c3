/* SPDX-License-Identifier: MIT */
#include "count/walk.h"

#include "base/memory.h"
#include "count/walk_state.h"

#include <stdlib.h>
#include <string.h>

#define ERROR_SYMBOL ((TSSymbol)-1)

enum { COMMENT_GAP_MAX = 16 };

static bool apply(walk *walk, const rule *rule, const rule_site *site);

static const rule *first_holding(const rule *rule, const rule_site *site)
{
	while (rule != NULL && !rule_holds(rule, site))
		rule = rule->next;
	return rule;
}

/* What the node is to those who do not count the text in it. */
static bool apply_next(walk *walk, const rule *rule, const rule_site *site)
{
	do
		rule = first_holding(rule->next, site);
	while (rule != NULL && rule->source->role == ONFLAME_INJECTION);
	return rule == NULL || apply(walk, rule, site);
}

/* Does what the row says. Returns whether the walk goes down into the node. */
static bool apply(walk *walk, const rule *rule, const rule_site *site)
{
	switch ((enum onflame_role)rule->source->role) {
	case ONFLAME_COMMENT:
		walk_add_span(walk, rule, site->node, SPAN_COMMENT);
		walk->comment = true;
		walk->last_comment = site->node;
		if (walk->tail == NO_TAIL)
			walk->tail = ts_node_start_byte(site->node);
		return false;
	case ONFLAME_DOCSTRING:
		walk_add_span(walk, rule, site->node, SPAN_DOCSTRING);
		return false;
	case ONFLAME_STRING:
		walk_add_span(walk, rule, site->node, SPAN_STRING);
		if ((rule->source->flags & ONFLAME_ENTER) == 0)
			return false;
		walk_add_mark(walk, MARK_STRING, walk->depth);
		walk->strings++;
		return true;
	case ONFLAME_FUNCTION:
	case ONFLAME_CONTAINER:
		walk_open_frame(walk, rule, site);
		return true;
	case ONFLAME_BRANCH:
		walk_add_branch(walk, rule);
		return true;
	case ONFLAME_INJECTION:
		walk_add_injection(walk, rule, site);
		return rule->hole_count > 0 && apply_next(walk, rule, site);
	case ONFLAME_ANNOTATION:
		walk_skip_annotation(walk, site->node);
		return true;
	case ONFLAME_PARAMETER:
		if ((rule->source->flags & ONFLAME_AHEAD) != 0)
			walk->ahead[walk->ahead_count++ % AHEAD_MAX] = ts_node_start_byte(site->node);
		else
			walk_add_parameter(walk);
		return true;
	case ONFLAME_IGNORE:
	case ONFLAME_END:
		break;
	}
	return true;
}

static const rule *find_rule(const walk *walk, const rule_site *site)
{
	TSSymbol symbol = ts_node_symbol(site->node);
	const rule *rule = symbol < walk->table->symbol_count ? walk->table->by_symbol[symbol] : NULL;
	return first_holding(rule, site);
}

/* The comment that ends on the line where the node begins, with nothing between them. */
static TSNode comment_before(const walk *walk, TSNode node)
{
	static const TSNode none = {.id = NULL};
	if (ts_node_is_null(walk->last_comment))
		return none;
	uint32_t at = ts_node_end_byte(walk->last_comment);
	uint32_t start = ts_node_start_byte(node);
	if (start < at || start - at > COMMENT_GAP_MAX)
		return none;
	while (at < start && (walk->text[at] == ' ' || walk->text[at] == '\t'))
		at++;
	return at == start ? walk->last_comment : none;
}

static bool holds_brace(const char *text, uint32_t start, uint32_t end)
{
	return memchr(text + start, '{', end - start) != NULL || memchr(text + start, '}', end - start) != NULL;
}

static void meet_error(walk *walk, TSNode node)
{
	uint32_t start = ts_node_start_byte(node), end = ts_node_end_byte(node);
	if (walk->errors == 0) {
		walk->out->error_bytes += end - start;
		walk->out->torn = walk->out->torn || holds_brace(walk->text, start, end);
	}
	walk_add_mark(walk, MARK_ERROR, walk->depth);
	walk->errors++;
}

/* A brace that the grammar made up has no bytes: it counts as one. */
static void meet_missing(walk *walk, TSNode node)
{
	const char *type = ts_node_type(node);
	walk->out->error_bytes++;
	walk->out->torn = walk->out->torn || holds_brace(type, 0, (uint32_t)strlen(type));
}

/* Returns whether to go down. */
static bool visit(walk *walk, TSNode node)
{
	TSSymbol symbol = ts_node_symbol(node);
	if (ts_node_start_byte(node) >= walk->cut || ts_node_start_byte(node) < walk->line_end)
		return false;
	if (symbol == ERROR_SYMBOL)
		meet_error(walk, node);
	else if (walk->broken && walk->errors == 0 && ts_node_is_missing(node))
		meet_missing(walk, node);
	bool maybe = symbol < walk->table->symbol_count && walk->table->by_symbol[symbol] != NULL;
	if (!maybe && !walk->seeking)
		return true;

	rule_site site = {.node = node, .ancestors = walk->ancestors, .depth = walk->depth, .text = walk->text};
	if (walk->table->wants_order)
		site.previous = walk->previous[walk->depth];
	if (walk->table->wants_comment)
		site.comment = comment_before(walk, node);
	const rule *rule = maybe ? find_rule(walk, &site) : NULL;
	if (walk->seeking)
		walk_settle_start(walk, rule, node);
	return rule == NULL || apply(walk, rule, &site);
}

static void descend(walk *walk, TSNode node)
{
	memory_reserve(&walk->ancestors, &walk->ancestor_capacity, walk->depth + 1, sizeof(*walk->ancestors));
	walk->ancestors[walk->depth++] = node;
	if (walk->table->wants_order) {
		memory_reserve(&walk->previous, &walk->previous_capacity, walk->depth + 1, sizeof(*walk->previous));
		walk->previous[walk->depth] = (TSNode){.id = NULL};
	}
}

/* What was not understood is an extra to the parser, but it stands there. */
static void note_sibling(walk *walk, TSNode node)
{
	if (walk->table->wants_order && ts_node_is_named(node) &&
	    (!ts_node_is_extra(node) || ts_node_symbol(node) == ERROR_SYMBOL))
		walk->previous[walk->depth] = node;
}

static void run(walk *walk, TSTreeCursor *cursor)
{
	for (;;) {
		TSNode node = ts_tree_cursor_current_node(cursor);
		walk->comment = false;
		if (visit(walk, node) && ts_tree_cursor_goto_first_child(cursor)) {
			descend(walk, node);
			continue;
		}
		bool comment = walk->comment;
		if (!comment)
			walk->tail = NO_TAIL;
		for (;;) {
			walk_leave(walk, node, walk->depth);
			if (!comment)
				note_sibling(walk, node);
			comment = false;
			if (ts_tree_cursor_goto_next_sibling(cursor))
				break;
			if (walk->depth == 0)
				return;
			ts_tree_cursor_goto_parent(cursor);
			node = walk->ancestors[--walk->depth];
		}
	}
}

void walk_tree(const TSTree *tree, const plugin_language *language, const char *text, findings *out)
{
	static const char parenthesized[] = "parenthesized_expression";
	walk walk = {.language = language, .table = language->rules, .text = text, .out = out};
	walk.end = ts_node_end_byte(ts_tree_root_node(tree));
	walk.cut = UINT32_MAX;
	walk.broken = ts_node_has_error(ts_tree_root_node(tree));
	walk.frame = NO_FRAME;
	walk.tail = NO_TAIL;
	walk.parenthesized =
		ts_language_symbol_for_name(language->grammar, parenthesized, sizeof(parenthesized) - 1, true);
	memory_reserve(&walk.previous, &walk.previous_capacity, 1, sizeof(*walk.previous));
	walk.previous[0] = (TSNode){.id = NULL};
	walk.last_comment = (TSNode){.id = NULL};
	TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
	struct walk *pointer = &walk;
	run(pointer, &cursor);
	out->broken = out->broken || walk.broken;
	ts_tree_cursor_delete(&cursor);
	free(walk.ancestors);
	free(walk.previous);
	free(walk.marks);
	buffer_finish(&walk.name);
}
