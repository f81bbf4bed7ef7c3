/* SPDX-License-Identifier: MIT */
/* A tree-sitter query file (tags.scm, highlights.scm) as a tree of patterns. */
#ifndef ONFLAME_SCAFFOLD_QUERY_H
#define ONFLAME_SCAFFOLD_QUERY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum query_form {
	QUERY_NODE,      /* (kind ...); `text` is the kind, "_" any named one, "" `_` without brackets */
	QUERY_ANONYMOUS, /* "text" */
	QUERY_GROUP,     /* (pattern ...) */
	QUERY_CHOICE,    /* [pattern ...] */
	QUERY_PREDICATE, /* (#name? ...); `text` is "name?" */
	QUERY_ARGUMENT   /* of a predicate: a word or string; a capture begins with '@' */
};

typedef struct query_pattern {
	enum query_form form;
	text text;
	struct text field;     /* it stands in that field of its parent; empty: in any place */
	struct text *captures; /* without '@' */
	size_t capture_count;
	struct query_pattern *first, *next; /* children; the sibling behind */
} query_pattern;

/*
 * Parses the file; all lives in the arena, texts may point into `source`. The result is a group of the patterns at the top.
 * NULL: malformed; `name` stands for the file in the message.
 */
query_pattern *query_parse(const char *name, text source, arena *arena, error *error);

#endif
