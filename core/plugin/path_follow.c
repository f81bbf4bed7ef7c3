/* SPDX-License-Identifier: MIT */
#include "plugin/path.h"

#include "plugin/path_types.h"

enum { VISITED_MAX = 4096 };

static const TSNode NOWHERE = {.id = NULL};

/* Among the first VISITED_MAX children. A cursor: to ask for a child by its number costs as much as its number. */
static TSNode search_children(TSNode node, TSSymbol symbol, bool last)
{
	TSNode found = NOWHERE;
	TSTreeCursor cursor = ts_tree_cursor_new(node);
	bool more = ts_tree_cursor_goto_first_child(&cursor);
	for (size_t i = 0; more && i < VISITED_MAX; i++) {
		TSNode child = ts_tree_cursor_current_node(&cursor);
		if (ts_node_symbol(child) == symbol) {
			found = child;
			if (!last)
				break;
		}
		more = ts_tree_cursor_goto_next_sibling(&cursor);
	}
	ts_tree_cursor_delete(&cursor);
	return found;
}

static TSNode find_child(TSNode node, TSSymbol symbol)
{
	return search_children(node, symbol, false);
}

static TSNode find_last_child(TSNode node, TSSymbol symbol)
{
	return search_children(node, symbol, true);
}

/* In source order, the node itself aside. Gives up behind VISITED_MAX nodes: a name does not lie that far off. */
static TSNode find_descendant(TSNode node, TSSymbol symbol)
{
	TSTreeCursor cursor = ts_tree_cursor_new(node);
	TSNode found = NOWHERE;
	size_t visited = 0;
	bool more = ts_tree_cursor_goto_first_child(&cursor);
	while (more && visited++ < VISITED_MAX) {
		TSNode at = ts_tree_cursor_current_node(&cursor);
		if (ts_node_symbol(at) == symbol) {
			found = at;
			break;
		}
		more = ts_tree_cursor_goto_first_child(&cursor);
		while (!more && !ts_tree_cursor_goto_next_sibling(&cursor)) {
			if (!ts_tree_cursor_goto_parent(&cursor))
				goto done;
		}
		more = true;
	}
done:
	ts_tree_cursor_delete(&cursor);
	return found;
}

/* Where a path has led so far. */
typedef struct place {
	const rule_site *site;
	TSNode node;
	size_t depth;                 /* number of the site's ancestors above the node where the trail begins */
	TSNode trail[PATH_STEPS_MAX]; /* nodes above, as far as the path has come down one by one */
	size_t trail_count;
	bool lost; /* the path has come down by several at once: only a search tells what is above the trail */
} place;

static TSNode go_up(place *place)
{
	if (place->trail_count > 0)
		return place->trail[--place->trail_count];
	if (place->lost)
		return ts_node_parent(place->node);
	if (place->depth == 0)
		return NOWHERE;
	return place->site->ancestors[--place->depth];
}

static TSNode find_ancestor(place *place, TSSymbol symbol)
{
	do
		place->node = go_up(place);
	while (!ts_node_is_null(place->node) && ts_node_symbol(place->node) != symbol);
	return place->node;
}

/* To a child of the node. */
static TSNode go_down(place *place, TSNode child)
{
	place->trail[place->trail_count++] = place->node;
	return child;
}

/* To a node that lies below by an unknown number of levels. */
static TSNode go_far_down(place *place, TSNode found)
{
	place->trail_count = 0;
	place->lost = true;
	return found;
}

static TSNode repeat_field(TSNode node, TSFieldId field)
{
	TSNode at = ts_node_child_by_field_id(node, field);
	TSNode last = at;
	for (size_t i = 0; !ts_node_is_null(at) && i < VISITED_MAX; i++) {
		last = at;
		at = ts_node_child_by_field_id(at, field);
	}
	return last;
}

/* The node, if it stands in that field of the node above it. */
static TSNode stay_in_field(const place *from, TSFieldId field)
{
	place up = *from;
	TSNode above = go_up(&up);
	if (ts_node_is_null(above) || !ts_node_eq(ts_node_child_by_field_id(above, field), from->node))
		return NOWHERE;
	return from->node;
}

static TSNode take_step(step step, place *place)
{
	TSNode node = place->node;
	switch (step.kind) {
	case STEP_PARENT:
		return go_up(place);
	case STEP_ANCESTOR:
		return find_ancestor(place, step.id);
	case STEP_SELF:
		return node;
	case STEP_IN_FIELD:
		return stay_in_field(place, step.id);
	case STEP_PREVIOUS:
		return place->site->previous;
	case STEP_COMMENT:
		return place->site->comment;
	case STEP_FIELD:
		return go_down(place, ts_node_child_by_field_id(node, step.id));
	case STEP_FIELD_REPEATED:
		return go_far_down(place, repeat_field(node, step.id));
	case STEP_CHILD:
		return go_down(place, find_child(node, step.id));
	case STEP_LAST_CHILD:
		return go_down(place, find_last_child(node, step.id));
	case STEP_DESCENDANT:
		return go_far_down(place, find_descendant(node, step.id));
	case STEP_NAMED:
		return go_down(place, ts_node_named_child(node, step.id));
	}
	return NOWHERE;
}

TSNode path_follow(const path_list *paths, const rule_site *site)
{
	for (size_t i = 0; i < paths->count; i++) {
		const path *path = &paths->paths[i];
		place place;
		place.site = site;
		place.node = site->node;
		place.depth = site->depth;
		place.trail_count = 0;
		place.lost = false;
		for (size_t j = 0; j < path->count && !ts_node_is_null(place.node); j++)
			place.node = take_step(path->steps[j], &place);
		if (!ts_node_is_null(place.node))
			return place.node;
	}
	return NOWHERE;
}
