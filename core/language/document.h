/* SPDX-License-Identifier: MIT */
/* A YAML text as a tree of nodes that know where they stand. Private to this module. */
#ifndef ONFLAME_LANGUAGE_DOCUMENT_H
#define ONFLAME_LANGUAGE_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* A place in a file; line and column count from 1, columns in characters. `name` NULL: nowhere. */
typedef struct mark {
	const char *name;
	size_t line, column;
} mark;

#define MARK_FORMAT "%s:%zu:%zu"
#define MARK_ARGUMENTS(mark) (mark).name, (mark).line, (mark).column

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAPPING };

typedef struct node {
	enum node_kind kind;
	bool plain;             /* scalar without quotes */
	const char *value;      /* scalar: NUL-terminated */
	const struct node *key; /* of an item of a mapping */
	struct node *first, *last, *next;
	size_t count; /* items */
	mark where;
} node;

/*
 * Reads the one document of `yaml`; `*root` is NULL if there is none. Refused: what is no YAML or no UTF-8, anchors,
 * aliases, tags, keys that are not scalars, a key given twice, and sizes and depths that no map needs.
 * The tree lives in `arena` and points to `name`.
 */
int document_parse(arena *arena, const char *name, text yaml, const node **root, error *error);

/* A plain scalar that stands for nothing: empty, ~ or null. */
bool node_is_null(const node *node);

#endif
