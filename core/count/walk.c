/* SPDX-License-Identifier: MIT */
#include "count/walk.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define NO_FRAME SIZE_MAX
#define NO_TAIL UINT32_MAX
#define ERROR_SYMBOL ((TSSymbol)-1)

enum { CHAIN_MAX = 512 };

enum mark_kind { MARK_FRAME, MARK_NESTING, MARK_STRING, MARK_ERROR };

/* Something that lasts until the walk leaves the node at `depth`. */
typedef struct mark {
	enum mark_kind kind;
	size_t depth;
	size_t frame;        /* MARK_FRAME: index in the findings */
	size_t outer;        /* MARK_FRAME: the frame around it */
	uint32_t nesting;    /* MARK_FRAME: what to go back to */
	uint32_t base;       /* MARK_FRAME: nesting at the beginning of the function */
	uint32_t node_start; /* MARK_FRAME */
	TSSymbol symbol;     /* MARK_FRAME */
	bool to_sibling;     /* MARK_FRAME: lasts until a sibling of its kind */
	bool seeking;        /* MARK_FRAME: within an annotation of the frame around it */
	uint32_t seek_from;  /* MARK_FRAME */
} mark;

typedef struct walk {
	const plugin_language *language;
	const rule_table *table;
	const char *text;
	uint32_t end; /* of the text */
	findings *out;
	TSNode *ancestors; /* of the node at hand, from the root on */
	TSNode *previous;  /* by depth: the last named node met among the children there; null: none */
	size_t depth, ancestor_capacity, previous_capacity;
	mark *marks;
	size_t mark_count, mark_capacity;
	size_t frame;      /* innermost open one */
	size_t frame_mark; /* its mark */
	uint32_t nesting;
	size_t strings; /* marks of kind MARK_STRING */
	size_t errors;  /* marks of kind MARK_ERROR */
	bool seeking;   /* annotations lead the innermost frame: it begins at the next node */
	uint32_t seek_from;
	bool comment;    /* the node at hand is one */
	uint32_t tail;   /* where the comments begin that were met last; NO_TAIL: something else was */
	const void *run; /* the expression that the last logical operator stands in */
	TSSymbol run_operator;
	TSSymbol parenthesized; /* 0: the grammar has no such kind */
	buffer name;
} walk;

static mark *add_mark(walk *walk, enum mark_kind kind, size_t depth)
{
	memory_reserve(&walk->marks, &walk->mark_capacity, walk->mark_count + 1, sizeof(*walk->marks));
	mark *added = &walk->marks[walk->mark_count++];
	*added = (mark){.kind = kind, .depth = depth};
	return added;
}

static found_frame *frame_at(const walk *walk, size_t index)
{
	return &walk->out->frames[index];
}

/* A frame ends with its last token: where indentation closes blocks, some grammars take in the comments behind it. */
static void end_frame(const walk *walk, const mark *mark, TSNode node)
{
	found_frame *frame = frame_at(walk, mark->frame);
	if (mark->to_sibling)
		frame->end = ts_node_end_byte(node);
	else if (walk->tail > frame->start && walk->tail < frame->end)
		frame->end = walk->tail;
}

static void close_mark(walk *walk, TSNode node)
{
	const mark *closed = &walk->marks[--walk->mark_count];
	switch (closed->kind) {
	case MARK_NESTING:
		walk->nesting--;
		break;
	case MARK_STRING:
		walk->strings--;
		break;
	case MARK_ERROR:
		walk->errors--;
		break;
	case MARK_FRAME:
		end_frame(walk, closed, node);
		walk->nesting = closed->nesting;
		walk->frame = closed->outer;
		walk->frame_mark = 0;
		for (size_t i = walk->mark_count; i-- > 0 && walk->frame != NO_FRAME;) {
			if (walk->marks[i].kind == MARK_FRAME) {
				walk->frame_mark = i;
				break;
			}
		}
		walk->seeking = closed->seeking;
		walk->seek_from = closed->seek_from;
		break;
	}
}

/* The walk is done with the node at `depth`. */
static void leave(walk *walk, TSNode node, size_t depth)
{
	while (walk->mark_count > 0 && walk->marks[walk->mark_count - 1].depth == depth)
		close_mark(walk, node);
}

/* Where a frame begins: at a node before it on the same line, if no other frame lies between. */
static uint32_t start_of(const walk *walk, const rule *rule, const rule_site *site)
{
	uint32_t start = ts_node_start_byte(site->node);
	TSNode from = rule_start(rule, site);
	if (ts_node_is_null(from))
		return start;
	bool far = (rule->source->flags & ONFLAME_FAR_START) != 0;
	if (!far && ts_node_start_point(from).row != ts_node_start_point(site->node).row)
		return start;
	uint32_t wanted = ts_node_start_byte(from);
	const findings *out = walk->out;
	if (out->frame_count > 0) {
		const found_frame *last = &out->frames[out->frame_count - 1];
		bool around = walk->frame == out->frame_count - 1;
		if (wanted < (around ? last->start : last->end))
			return start;
	}
	return wanted < start ? wanted : start;
}

/* A method of a local class is inside that class: only the innermost frame counts. */
static bool is_inside_function(const walk *walk)
{
	return walk->frame != NO_FRAME && frame_at(walk, walk->frame)->is_function;
}

static void open_frame(walk *walk, const rule *rule, const rule_site *site)
{
	findings *out = walk->out;
	bool is_function = rule->source->role == ONFLAME_FUNCTION;
	if ((rule->source->flags & ONFLAME_TOP_LEVEL) != 0 && is_inside_function(walk))
		return;
	bool to_sibling = (rule->source->flags & ONFLAME_TO_SIBLING) != 0 && walk->depth > 0;

	buffer_clear(&walk->name);
	bool named = rule_name(rule, site, &walk->name);
	memory_reserve(&out->frames, &out->frame_capacity, out->frame_count + 1, sizeof(*out->frames));
	found_frame *frame = &out->frames[out->frame_count];
	*frame = (found_frame){
		.start = start_of(walk, rule, site),
		.end = ts_node_end_byte(site->node),
		.name = named ? arena_copy(out->arena, walk->name.data, walk->name.len) : "(anonymous)",
		.kind = rule->source->label,
		.is_function = is_function,
		.cyclomatic = is_function ? 1 : 0,
	};
	size_t outer = walk->frame;
	bool nested = outer != NO_FRAME && frame_at(walk, outer)->is_function;
	mark *mark = add_mark(walk, MARK_FRAME, to_sibling ? walk->depth - 1 : walk->depth);
	mark->frame = out->frame_count++;
	mark->outer = outer;
	mark->nesting = walk->nesting;
	mark->node_start = ts_node_start_byte(site->node);
	mark->symbol = ts_node_symbol(site->node);
	mark->to_sibling = to_sibling;
	walk->nesting = nested && is_function ? walk->nesting + 1 : 0;
	mark->base = walk->nesting;
	mark->seeking = walk->seeking;
	mark->seek_from = walk->seek_from;
	walk->frame = mark->frame;
	walk->frame_mark = walk->mark_count - 1;
	walk->seeking = false;
}

/* `namespace B;` ends what `namespace A;` began. */
static void close_sibling(walk *walk, TSNode node)
{
	for (size_t i = walk->mark_count; i-- > 0 && walk->marks[i].depth + 1 >= walk->depth;) {
		const mark *mark = &walk->marks[i];
		if (mark->kind != MARK_FRAME || !mark->to_sibling || mark->depth + 1 != walk->depth ||
		    mark->symbol != ts_node_symbol(node))
			continue;
		size_t frame = mark->frame;
		while (walk->mark_count > i)
			close_mark(walk, node);
		frame_at(walk, frame)->end = ts_node_start_byte(node);
		return;
	}
}

/* The topmost expression that the operator's own expression is part of, through like expressions and parentheses. */
static const void *find_run(const walk *walk)
{
	if (walk->depth == 0)
		return NULL;
	size_t at = walk->depth - 1;
	TSSymbol kind = ts_node_symbol(walk->ancestors[at]);
	for (size_t steps = 0; at > 0 && steps < CHAIN_MAX; at--, steps++) {
		TSSymbol above = ts_node_symbol(walk->ancestors[at - 1]);
		if (above != kind && (above != walk->parenthesized || above == 0))
			break;
	}
	return walk->ancestors[at].id;
}

static uint32_t cognitive_cost(walk *walk, const rule *rule)
{
	const rule_branch *branch = rule->branch;
	if (branch->run) {
		const void *run = find_run(walk);
		if (run == walk->run && rule->symbol == walk->run_operator)
			return 0;
		walk->run = run;
		walk->run_operator = rule->symbol;
	}
	return branch->cognitive + (branch->by_nesting ? walk->nesting : 0);
}

static void add_branch(walk *walk, const rule *rule)
{
	uint32_t cognitive = cognitive_cost(walk, rule);
	found_frame *frame = walk->frame != NO_FRAME ? frame_at(walk, walk->frame) : NULL;
	if (frame == NULL) {
		walk->out->cyclomatic += rule->branch->cyclomatic;
		walk->out->cognitive += cognitive;
	} else {
		frame->cyclomatic += rule->branch->cyclomatic;
		frame->cognitive += cognitive;
	}
	if (!rule->branch->nests)
		return;
	add_mark(walk, MARK_NESTING, walk->depth);
	walk->nesting++;
	if (frame != NULL && walk->nesting - walk->marks[walk->frame_mark].base > frame->nesting)
		frame->nesting = walk->nesting - walk->marks[walk->frame_mark].base;
}

/* Adds the comment; one within a string, "$(date # now", parts the string in two. */
static void add_comment(walk *walk, uint32_t start, uint32_t end, uint16_t reason)
{
	span_list *spans = &walk->out->spans;
	span *around = walk->strings > 0 && spans->count > 0 ? &spans->items[spans->count - 1] : NULL;
	if (around == NULL || start <= around->start || around->end <= end) {
		span_list_add(spans, start, end, SPAN_COMMENT, reason);
		return;
	}
	span rest = *around;
	around->end = start;
	span_list_add(spans, start, end, SPAN_COMMENT, reason);
	span_list_add(spans, end, rest.end, (enum span_role)rest.role, rest.rule);
}

static void add_span(walk *walk, const rule *rule, TSNode node, enum span_role role)
{
	if (walk->strings > 0 && role != SPAN_COMMENT)
		return;
	uint32_t start = ts_node_start_byte(node);
	uint32_t end = ts_node_end_byte(node);
	bool whole = (rule->source->flags & ONFLAME_WHOLE_LINE) != 0;
	if (whole)
		start -= ts_node_start_point(node).column;
	/* Some grammars take the line break, and blank lines behind it, into the comment; YAML's into a last scalar. */
	bool trim = !whole && (role == SPAN_COMMENT || end == walk->end);
	while (trim && end > start && strchr(" \t\r\n\f\v", walk->text[end - 1]) != NULL)
		end--;
	/* A string within one line says nothing of it that its characters do not. */
	if (role == SPAN_STRING && !walk->out->explain && memchr(walk->text + start, '\n', end - start) == NULL)
		return;
	uint16_t reason = UINT16_MAX;
	if (walk->out->explain) {
		const char *what = arena_printf(walk->out->arena, "%s: node %s",
						role == SPAN_COMMENT  ? "comment"
						: role == SPAN_STRING ? "string"
								      : "docstring",
						rule->source->kind);
		reason = findings_reason(walk->out, walk->language->name, what);
	}
	if (role == SPAN_COMMENT)
		add_comment(walk, start, end, reason);
	else
		span_list_add(&walk->out->spans, start, end, role, reason);
}

static void add_injection(walk *walk, const rule *rule, const rule_site *site)
{
	findings *out = walk->out;
	TSNode holder = rule->source->start != NULL ? rule_start(rule, site) : site->node;
	if (ts_node_is_null(holder) || ts_node_start_byte(holder) == ts_node_end_byte(holder))
		return;
	/* The first that claims a text has it: <script type> tells of the text behind it. */
	if (out->injection_count > 0 && out->injections[out->injection_count - 1].start == ts_node_start_byte(holder))
		return;
	const char *language = rule->source->label;
	if (language == NULL) {
		buffer_clear(&walk->name);
		if (!rule_name(rule, site, &walk->name))
			return;
		language = arena_copy(out->arena, walk->name.data, walk->name.len);
	}
	memory_reserve(&out->injections, &out->injection_capacity, out->injection_count + 1, sizeof(*out->injections));
	out->injections[out->injection_count++] = (found_injection){
		.start = ts_node_start_byte(holder),
		.end = ts_node_end_byte(holder),
		.language = language,
		.combined = (rule->source->flags & ONFLAME_COMBINED) != 0,
	};
}

static void skip_annotation(walk *walk, TSNode node)
{
	if (walk->frame == NO_FRAME)
		return;
	const mark *mark = &walk->marks[walk->frame_mark];
	const found_frame *frame = frame_at(walk, walk->frame);
	uint32_t start = ts_node_start_byte(node);
	bool leads = start == mark->node_start && start == frame->start;
	if (!leads && !(walk->seeking && start >= walk->seek_from))
		return;
	walk->seeking = true;
	walk->seek_from = ts_node_end_byte(node);
}

/* Does what the row says. Returns whether the walk goes down into the node. */
static bool apply(walk *walk, const rule *rule, const rule_site *site)
{
	switch ((enum onflame_role)rule->source->role) {
	case ONFLAME_COMMENT:
		add_span(walk, rule, site->node, SPAN_COMMENT);
		walk->comment = true;
		if (walk->tail == NO_TAIL)
			walk->tail = ts_node_start_byte(site->node);
		return false;
	case ONFLAME_DOCSTRING:
		add_span(walk, rule, site->node, SPAN_DOCSTRING);
		return false;
	case ONFLAME_STRING:
		add_span(walk, rule, site->node, SPAN_STRING);
		if ((rule->source->flags & ONFLAME_ENTER) == 0)
			return false;
		add_mark(walk, MARK_STRING, walk->depth);
		walk->strings++;
		return true;
	case ONFLAME_FUNCTION:
	case ONFLAME_CONTAINER:
		if ((rule->source->flags & ONFLAME_TO_SIBLING) != 0)
			close_sibling(walk, site->node);
		open_frame(walk, rule, site);
		return true;
	case ONFLAME_BRANCH:
		add_branch(walk, rule);
		return true;
	case ONFLAME_INJECTION:
		add_injection(walk, rule, site);
		return false;
	case ONFLAME_ANNOTATION:
		skip_annotation(walk, site->node);
		return true;
	case ONFLAME_PARAMETER:
		if (walk->frame != NO_FRAME)
			frame_at(walk, walk->frame)->parameters++;
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
	while (rule != NULL && !rule_holds(rule, site))
		rule = rule->next;
	return rule;
}

static void meet_error(walk *walk, TSNode node)
{
	if (walk->errors == 0)
		walk->out->error_bytes += ts_node_end_byte(node) - ts_node_start_byte(node);
	add_mark(walk, MARK_ERROR, walk->depth);
	walk->errors++;
}

/* The node behind the annotations is where the frame begins. */
static void settle(walk *walk, const rule *rule, TSNode node)
{
	bool part = rule != NULL && (rule->source->role == ONFLAME_ANNOTATION || rule->source->role == ONFLAME_COMMENT);
	uint32_t start = ts_node_start_byte(node);
	if (part || start < walk->seek_from || start == ts_node_end_byte(node))
		return;
	frame_at(walk, walk->frame)->start = start;
	walk->seeking = false;
}

/* Returns whether to go down. */
static bool visit(walk *walk, TSNode node)
{
	TSSymbol symbol = ts_node_symbol(node);
	if (symbol == ERROR_SYMBOL)
		meet_error(walk, node);
	bool maybe = symbol < walk->table->symbol_count && walk->table->by_symbol[symbol] != NULL;
	if (!maybe && !walk->seeking)
		return true;

	rule_site site = {node, walk->ancestors, walk->depth, walk->text, (TSNode){.id = NULL}};
	if (walk->table->wants_order)
		site.previous = walk->previous[walk->depth];
	const rule *rule = maybe ? find_rule(walk, &site) : NULL;
	if (walk->seeking)
		settle(walk, rule, node);
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

static void note_sibling(walk *walk, TSNode node)
{
	if (walk->table->wants_order && ts_node_is_named(node) && !ts_node_is_extra(node))
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
		if (!walk->comment)
			walk->tail = NO_TAIL;
		for (;;) {
			leave(walk, node, walk->depth);
			note_sibling(walk, node);
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
	walk.frame = NO_FRAME;
	walk.tail = NO_TAIL;
	walk.parenthesized =
		ts_language_symbol_for_name(language->grammar, parenthesized, sizeof(parenthesized) - 1, true);
	memory_reserve(&walk.previous, &walk.previous_capacity, 1, sizeof(*walk.previous));
	walk.previous[0] = (TSNode){.id = NULL};
	TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
	struct walk *pointer = &walk;
	run(pointer, &cursor);
	ts_tree_cursor_delete(&cursor);
	free(walk.ancestors);
	free(walk.previous);
	free(walk.marks);
	buffer_finish(&walk.name);
}
