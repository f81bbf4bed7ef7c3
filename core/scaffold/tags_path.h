/* SPDX-License-Identifier: MIT */
/* Paths within a pattern, in the form that tables have them. Private to this module. */
#ifndef ONFLAME_SCAFFOLD_TAGS_PATH_H
#define ONFLAME_SCAFFOLD_TAGS_PATH_H

#include "scaffold/node_types.h"
#include "scaffold/query.h"

/* A place in a pattern. */
typedef struct tags_place {
	const query_pattern *node;
	const char *path;   /* from the definition; "": itself; NULL: no path can tell it */
	const char *parent; /* kind of the node around it */
	size_t steps;
} tags_place;

/* Calls `see` for every node of the pattern below `definition`, itself included; groups and choices are looked through. */
typedef void tags_see(void *payload, const tags_place *place);
void tags_each(const query_pattern *definition, const node_types *types, arena *arena, tags_see *see, void *payload);

bool tags_captured(const query_pattern *pattern, text name);

#endif
