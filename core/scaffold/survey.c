/* SPDX-License-Identifier: MIT */
#include "scaffold/survey.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ERROR_SYMBOL ((TSSymbol)-1)

typedef struct walk {
	const rule_table *table;
	const char *text;
	survey *out;
	TSNode *ancestors, *previous; /* by depth */
	size_t depth, ancestor_capacity, previous_capacity;
	size_t error_depth; /* the outermost error around; SIZE_MAX: none */
	size_t shown;
	buffer name;
} walk;

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

typedef struct progress {
	double deadline;
} progress;

static bool is_late(TSParseState *state)
{
	const progress *progress = state->payload;
	return now() > progress->deadline;
}

typedef struct source {
	text text;
} source;

static const char *read_source(void *payload, uint32_t at, TSPoint position, uint32_t *len)
{
	const source *source = payload;
	(void)position;
	*len = at < source->text.len ? (uint32_t)source->text.len - at : 0;
	return *len > 0 ? source->text.data + at : "";
}

static TSTree *parse(const plugin_language *language, text text, double timeout)
{
	TSParser *parser = ts_parser_new();
	ts_parser_set_language(parser, language->grammar);
	source source = {text};
	progress progress = {now() + timeout};
	TSInput input = {.payload = &source, .read = read_source, .encoding = TSInputEncodingUTF8};
	TSParseOptions options = {.payload = &progress, .progress_callback = is_late};
	TSTree *tree = ts_parser_parse_with_options(parser, NULL, input, options);
	ts_parser_delete(parser);
	return tree;
}

static void meet_function(walk *walk, const rule *rule, const rule_site *site)
{
	survey *out = walk->out;
	out->functions++;
	buffer_clear(&walk->name);
	/* A row without a name says that there is none. */
	if (rule->name == NULL || (rule_name(rule, site, &walk->name) && walk->name.len > 0))
		return;
	out->unnamed++;
	if (walk->shown < SURVEY_SHOWN)
		out->unnamed_lines[walk->shown++] = ts_node_start_point(site->node).row + 1;
}

/* Whether the walk goes down. */
static bool meet(walk *walk, TSNode node)
{
	TSSymbol symbol = ts_node_symbol(node);
	bool missing = symbol != ERROR_SYMBOL && ts_node_is_missing(node);
	if ((symbol == ERROR_SYMBOL || missing) && walk->error_depth == SIZE_MAX) {
		if (!missing)
			walk->error_depth = walk->depth;
		/* What the grammar had to make up has no bytes: it counts as one. */
		walk->out->error_bytes += missing ? 1 : ts_node_end_byte(node) - ts_node_start_byte(node);
		if (walk->out->error_line == 0)
			walk->out->error_line = ts_node_start_point(node).row + 1;
	}
	const rule *rule = symbol < walk->table->symbol_count ? walk->table->by_symbol[symbol] : NULL;
	rule_site site = {.node = node,
			  .ancestors = walk->ancestors,
			  .depth = walk->depth,
			  .text = walk->text,
			  .previous = walk->previous[walk->depth]};
	while (rule != NULL && !rule_holds(rule, &site))
		rule = rule->next;
	if (rule == NULL)
		return true;
	walk->out->met[rule - walk->table->rules]++;
	switch (rule->source->role) {
	case ONFLAME_FUNCTION:
		meet_function(walk, rule, &site);
		return true;
	case ONFLAME_COMMENT:
	case ONFLAME_DOCSTRING:
	case ONFLAME_INJECTION:
		return false;
	case ONFLAME_STRING:
		return (rule->source->flags & ONFLAME_ENTER) != 0;
	default:
		return true;
	}
}

static void descend(walk *walk, TSNode node)
{
	memory_reserve(&walk->ancestors, &walk->ancestor_capacity, walk->depth + 1, sizeof(*walk->ancestors));
	walk->ancestors[walk->depth++] = node;
	memory_reserve(&walk->previous, &walk->previous_capacity, walk->depth + 1, sizeof(*walk->previous));
	walk->previous[walk->depth] = (TSNode){.id = NULL};
}

static void run(walk *walk, TSTreeCursor *cursor)
{
	for (;;) {
		TSNode node = ts_tree_cursor_current_node(cursor);
		if (meet(walk, node) && ts_tree_cursor_goto_first_child(cursor)) {
			descend(walk, node);
			continue;
		}
		for (;;) {
			if (walk->error_depth == walk->depth)
				walk->error_depth = SIZE_MAX;
			if (ts_node_is_named(node) && !ts_node_is_extra(node))
				walk->previous[walk->depth] = node;
			if (ts_tree_cursor_goto_next_sibling(cursor))
				break;
			if (walk->depth == 0)
				return;
			ts_tree_cursor_goto_parent(cursor);
			node = walk->ancestors[--walk->depth];
		}
	}
}

int survey_text(const plugin_language *language, text text, double timeout, survey *out, error *error)
{
	if (text.len > UINT32_MAX / 2)
		return error_set(error, "too large for a parser");
	TSTree *tree = parse(language, text, timeout);
	if (tree == NULL)
		return error_set(error, "the parser took over %.0f s", timeout);
	walk walk = {.table = language->rules, .text = text.data, .out = out, .error_depth = SIZE_MAX};
	memory_reserve(&walk.previous, &walk.previous_capacity, 1, sizeof(*walk.previous));
	walk.previous[0] = (TSNode){.id = NULL};
	out->bytes += text.len;
	out->error_line = 0;
	memset(out->unnamed_lines, 0, sizeof(out->unnamed_lines));
	TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
	struct walk *pointer = &walk;
	run(pointer, &cursor);
	ts_tree_cursor_delete(&cursor);
	ts_tree_delete(tree);
	free(walk.ancestors);
	free(walk.previous);
	buffer_finish(&walk.name);
	return 0;
}
