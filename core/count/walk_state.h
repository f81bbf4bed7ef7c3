/* SPDX-License-Identifier: MIT */
/* What the walk knows while it goes, and what it does at a node: private to walk*.c. */
#ifndef ONFLAME_COUNT_WALK_STATE_H
#define ONFLAME_COUNT_WALK_STATE_H

#include "base/buffer.h"
#include "count/findings.h"
#include "plugin/plugin.h"

#include <tree_sitter/api.h>

#define NO_FRAME SIZE_MAX
#define NO_TAIL UINT32_MAX

enum mark_kind { MARK_FRAME, MARK_NESTING, MARK_STRING, MARK_ERROR };

/* Something that lasts until the walk leaves the node at `depth`. */
typedef struct mark {
	enum mark_kind kind;
	size_t depth;
	size_t frame;        /* MARK_FRAME: index in the findings */
	size_t outer;        /* MARK_FRAME: the frame around it, NO_FRAME: none */
	size_t outer_mark;   /* MARK_FRAME: that one's mark */
	uint32_t nesting;    /* MARK_FRAME: what to go back to */
	uint32_t base;       /* MARK_FRAME: nesting at the beginning of the function */
	uint32_t node_start; /* MARK_FRAME */
	TSSymbol symbol;     /* MARK_FRAME */
	bool to_sibling;     /* MARK_FRAME: lasts until a sibling of its kind */
	bool seeking;        /* MARK_FRAME: within an annotation of the frame around it */
	uint32_t seek_from;  /* MARK_FRAME */
} mark;

enum { AHEAD_MAX = 64 };

typedef struct walk {
	const plugin_language *language;
	const rule_table *table;
	const char *text;
	uint32_t end;      /* of the text */
	uint32_t cut;      /* where a comment begins that takes all the rest; UINT32_MAX: none has begun */
	uint32_t line_end; /* of the last comment that reaches to it: no node begins before it */
	bool broken;       /* the tree holds something that was not understood */
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
	bool comment;        /* the node at hand is one */
	TSNode last_comment; /* null: there was none */
	uint32_t tail;       /* where the comments begin that were met last; NO_TAIL: something else was */
	const void *run;     /* the expression that the last logical operator stands in */
	TSSymbol run_operator;
	uint32_t ahead[AHEAD_MAX]; /* where parameters begin whose frame has not been met, the last ones: a ring */
	size_t ahead_count;
	TSSymbol parenthesized; /* 0: the grammar has no such kind */
	buffer name;
} walk;

/* walk_frames.c: what lasts until a node is left */
mark *walk_add_mark(walk *walk, enum mark_kind kind, size_t depth);
void walk_leave(walk *walk, TSNode node, size_t depth); /* the walk is done with the node at `depth` */
found_frame *walk_frame(const walk *walk);              /* the innermost open one; NULL: none */
void walk_add_parameter(const walk *walk);              /* to that, if it is a function */
void walk_open_frame(walk *walk, const rule *rule, const rule_site *site);
void walk_skip_annotation(walk *walk, TSNode node);
void walk_settle_start(walk *walk, const rule *rule, TSNode node); /* behind annotations */

/* walk_branch.c */
void walk_add_branch(walk *walk, const rule *rule);

/* walk_spans.c */
void walk_add_span(walk *walk, const rule *rule, TSNode node, enum span_role role);

/* walk_injection.c */
void walk_add_injection(walk *walk, const rule *rule, const rule_site *site);

#endif
