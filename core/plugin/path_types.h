/* SPDX-License-Identifier: MIT */
/* Parsed paths and names: shared by those who parse and those who follow them; private to this module. */
#ifndef ONFLAME_PLUGIN_PATH_TYPES_H
#define ONFLAME_PLUGIN_PATH_TYPES_H

#include "base/text.h"
#include "plugin/path.h"

enum { PATH_STEPS_MAX = 16 };

enum step_kind {
	STEP_SELF,
	STEP_FIELD,
	STEP_FIELD_REPEATED,
	STEP_CHILD,
	STEP_LAST_CHILD,
	STEP_DESCENDANT,
	STEP_PARENT,
	STEP_ANCESTOR,
	STEP_NAMED,
	STEP_IN_FIELD,
	STEP_PREVIOUS,
	STEP_COMMENT
};

typedef struct step {
	enum step_kind kind;
	uint16_t id; /* symbol, field, or number of a child */
} step;

typedef struct path {
	step steps[PATH_STEPS_MAX];
	size_t count;
} path;

struct path_list {
	path *paths;
	size_t count;
};

/* A part of a name: text, or the text that a path leads to. */
typedef struct piece {
	text literal;
	path_list *path; /* NULL: literal */
} piece;

typedef struct alternative {
	piece *pieces;
	size_t count;
} alternative;

struct name_template {
	alternative *alternatives;
	size_t count;
};

#endif
