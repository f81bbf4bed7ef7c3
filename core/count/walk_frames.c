/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "count/walk_state.h"

mark *walk_add_mark(walk *walk, enum mark_kind kind, size_t depth)
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

found_frame *walk_frame(const walk *walk)
{
	return walk->frame != NO_FRAME ? frame_at(walk, walk->frame) : NULL;
}

/* What a method without a body takes is not its class's. */
void walk_add_parameter(const walk *walk)
{
	found_frame *frame = walk_frame(walk);
	if (frame != NULL && frame->is_function)
		frame->parameters++;
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
		walk->frame_mark = closed->outer_mark;
		walk->seeking = closed->seeking;
		walk->seek_from = closed->seek_from;
		break;
	}
}

/* The walk is done with the node at `depth`. */
void walk_leave(walk *walk, TSNode node, size_t depth)
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

/* Makes the frame added last the innermost one. */
static void enter_frame(walk *walk, TSNode node, bool to_sibling)
{
	size_t outer = walk->frame;
	size_t index = walk->out->frame_count - 1;
	bool nested = is_inside_function(walk) && frame_at(walk, index)->is_function;
	mark *mark = walk_add_mark(walk, MARK_FRAME, to_sibling ? walk->depth - 1 : walk->depth);
	mark->frame = index;
	mark->outer = outer;
	mark->outer_mark = walk->frame_mark;
	mark->nesting = walk->nesting;
	mark->node_start = ts_node_start_byte(node);
	mark->symbol = ts_node_symbol(node);
	mark->to_sibling = to_sibling;
	mark->seeking = walk->seeking;
	mark->seek_from = walk->seek_from;
	walk->nesting = nested ? walk->nesting + 1 : 0;
	mark->base = walk->nesting;
	walk->frame = index;
	walk->frame_mark = walk->mark_count - 1;
	walk->seeking = false;
}

/* Only behind a blank do they close. */
static void cut_closing_signs(buffer *name)
{
	size_t len = name->len;
	while (len > 0 && name->data[len - 1] == '#')
		len--;
	if (len == name->len || len == 0 || name->data[len - 1] != ' ')
		return;
	while (len > 0 && name->data[len - 1] == ' ')
		len--;
	if (len > 0)
		buffer_truncate(name, len);
}

/* Parameters that were met behind where the frame begins are its own. */
static uint32_t parameters_behind(const walk *walk, uint32_t start)
{
	uint32_t found = 0;
	for (size_t i = 0; i < walk->ahead_count && i < AHEAD_MAX; i++)
		found += walk->ahead[i] >= start;
	return found;
}

void walk_open_frame(walk *walk, const rule *rule, const rule_site *site)
{
	bool is_function = rule->source->role == ONFLAME_FUNCTION;
	if ((rule->source->flags & ONFLAME_TOP_LEVEL) != 0 && is_inside_function(walk))
		return;
	bool to_sibling = (rule->source->flags & ONFLAME_TO_SIBLING) != 0 && walk->depth > 0;
	if (to_sibling)
		close_sibling(walk, site->node);

	buffer_clear(&walk->name);
	bool named = rule_name(rule, site, &walk->name);
	if (named && (rule->source->flags & ONFLAME_CLOSED) != 0)
		cut_closing_signs(&walk->name);
	uint32_t start = start_of(walk, rule, site);
	*findings_add_frame(walk->out) = (found_frame){
		.start = start,
		.end = ts_node_end_byte(site->node),
		.name = named ? arena_copy(walk->out->arena, walk->name.data, walk->name.len) : FINDINGS_NAMELESS,
		.kind = rule->source->label,
		.is_function = is_function,
		.cyclomatic = is_function ? 1 : 0,
		.parameters = (rule->source->flags & ONFLAME_FAR_START) != 0 ? parameters_behind(walk, start) : 0,
	};
	enter_frame(walk, site->node, to_sibling);
}

void walk_skip_annotation(walk *walk, TSNode node)
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

/* The node behind the annotations is where the frame begins. */
void walk_settle_start(walk *walk, const rule *rule, TSNode node)
{
	bool part = rule != NULL && (rule->source->role == ONFLAME_ANNOTATION || rule->source->role == ONFLAME_COMMENT);
	uint32_t start = ts_node_start_byte(node);
	if (part || start < walk->seek_from || start == ts_node_end_byte(node))
		return;
	frame_at(walk, walk->frame)->start = start;
	walk->seeking = false;
}
