/* SPDX-License-Identifier: MIT */
/* Proposed rows of a table, in the order in which they are to be tried. */
#ifndef ONFLAME_SCAFFOLD_RULE_LIST_H
#define ONFLAME_SCAFFOLD_RULE_LIST_H

#include "base/arena.h"
#include "base/buffer.h"
#include "onflame/plugin.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct rule_list {
	onflame_rule *items;
	size_t count, capacity;
	arena *arena; /* holds the strings */
} rule_list;

void rule_list_init(rule_list *list, arena *arena);
void rule_list_finish(rule_list *list);

/* Adds the row, its strings copied; left out if one before it takes all that it would. */
void rule_list_add(rule_list *list, const onflame_rule *rule);

/* Whether a row takes every node of the kind. */
bool rule_list_covers(const rule_list *list, const char *kind);
bool rule_list_names(const rule_list *list, uint32_t role, const char *kind); /* whether a row of the role names it */
size_t rule_list_count(const rule_list *list, uint32_t role);

/* The rows as C, one a line, parted by role. */
void rule_list_write(const rule_list *list, buffer *out);

#endif
