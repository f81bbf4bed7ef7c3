/* SPDX-License-Identifier: MIT */
/* A grammar's src/node-types.json: its kinds of nodes, what each may hold. */
#ifndef ONFLAME_SCAFFOLD_NODE_TYPES_H
#define ONFLAME_SCAFFOLD_NODE_TYPES_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/* Kinds that may stand somewhere, by name; those that are anonymous too. */
typedef struct node_refs {
	const char **names;
	bool *named;
	size_t count;
} node_refs;

typedef struct node_field {
	const char *name;
	bool required;
	node_refs types;
} node_field;

typedef struct node_type {
	const char *name;
	bool named;
	bool supertype; /* no node ever has it: it stands for the kinds in `children` */
	bool root;
	const node_field *fields;
	size_t field_count;
	node_refs children; /* without a field; of a supertype: its subtypes */
} node_type;

typedef struct node_types {
	node_type *items; /* named ones first, each part ordered by name */
	size_t count;
} node_types;

/*
 * Reads the file into the arena. Named kinds and fields whose names are no plain words are left out, so that what is there can be
 * written into a table as it is. -1: not readable, or not what such a file is.
 */
int node_types_read(const char *path, arena *arena, node_types *out, error *error);

/* NULL: there is no such kind. */
const node_type *node_types_find(const node_types *types, const char *name, bool named);

/* A kind that a row may name: named, and no supertype. */
const node_type *node_types_regular(const node_types *types, const char *name);

/* NULL: the kind has no such field. */
const node_field *node_type_field(const node_type *type, const char *name);

/* Whether one of the named kinds that `refs` allows, supertypes opened, is `name`. */
bool node_refs_allow(const node_types *types, const node_refs *refs, const char *name);

/* Calls `see` for each regular kind that `refs` allows, supertypes opened, until it returns false. */
typedef bool node_refs_see(void *payload, const node_type *type);
void node_refs_each(const node_types *types, const node_refs *refs, node_refs_see *see, void *payload);

#endif
