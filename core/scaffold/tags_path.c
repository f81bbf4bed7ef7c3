/* SPDX-License-Identifier: MIT */
#include "scaffold/tags_path.h"

#include "scaffold/query.h"

#include <string.h>

typedef struct visit {
	const node_types *types;
	arena *arena;
	tags_see *see;
	void *payload;
} visit;

bool tags_captured(const query_pattern *pattern, text name)
{
	for (size_t i = 0; i < pattern->capture_count; i++) {
		if (text_equals(pattern->captures[i], name))
			return true;
	}
	return false;
}

static bool has_field(const node_types *types, const char *name)
{
	for (size_t i = 0; i < types->count; i++) {
		if (node_type_field(&types->items[i], name) != NULL)
			return true;
	}
	return false;
}

/* One step down to the pattern, in the field of its choice if it has none of its own. NULL: there is no way to say it. */
static const char *step_to(const visit *visit, const query_pattern *to, text field)
{
	if (field.len > 0) {
		const char *name = arena_copy(visit->arena, field.data, field.len);
		return has_field(visit->types, name) ? name : NULL;
	}
	if (to->form != QUERY_NODE)
		return NULL;
	if (to->text.len == 0 || text_equals_string(to->text, "_"))
		return "#";
	const char *kind = arena_copy(visit->arena, to->text.data, to->text.len);
	return node_types_regular(visit->types, kind) != NULL ? arena_printf(visit->arena, ":%s", kind) : NULL;
}

/* The depth is that of the brackets, which the reader has capped. */
static void walk(const visit *visit, const query_pattern *pattern, const tags_place *from, text field)
{
	if (pattern->form == QUERY_PREDICATE || pattern->form == QUERY_ARGUMENT)
		return;
	if (pattern->field.len > 0)
		field = pattern->field;
	tags_place place = *from;
	if (pattern->form == QUERY_NODE || pattern->form == QUERY_ANONYMOUS) {
		const char *step = step_to(visit, pattern, field);
		place.node = pattern;
		place.steps = from->steps + 1;
		place.path = NULL;
		if (from->path != NULL && step != NULL)
			place.path = arena_printf(visit->arena, "%s%s%s", from->path, from->path[0] != '\0' ? "/" : "",
						  step);
		visit->see(visit->payload, &place);
		place.parent = arena_copy(visit->arena, pattern->text.data, pattern->text.len);
		field = (text){NULL, 0};
	} else if (pattern->capture_count > 0) {
		/* A capture of a choice is one of each of its nodes. */
		for (const query_pattern *child = pattern->first; child != NULL; child = child->next) {
			query_pattern named = *child;
			if (child->form == QUERY_PREDICATE || child->capture_count > 0)
				continue;
			named.captures = pattern->captures;
			named.capture_count = pattern->capture_count;
			walk(visit, &named, &place, field);
		}
		return;
	}
	for (const query_pattern *child = pattern->first; child != NULL; child = child->next)
		walk(visit, child, &place, field);
}

void tags_each(const query_pattern *definition, const node_types *types, arena *arena, tags_see *see, void *payload)
{
	visit visit = {types, arena, see, payload};
	tags_place top = {definition, "", NULL, 0};
	see(payload, &top);
	top.parent = arena_copy(arena, definition->text.data, definition->text.len);
	for (const query_pattern *child = definition->first; child != NULL; child = child->next)
		walk(&visit, child, &top, (text){NULL, 0});
}
