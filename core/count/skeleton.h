/* SPDX-License-Identifier: MIT */
/*
 * The skeleton of a text: what is left of it once brackets that hold nothing of interest are emptied. A grammar finds the same
 * frames in it, in a fraction of the time. What is of interest is the map's to say: lexis.h, struct lexis_skeleton.
 */
#ifndef ONFLAME_COUNT_SKELETON_H
#define ONFLAME_COUNT_SKELETON_H

#include "base/buffer.h"
#include "base/text.h"
#include "count/span.h"
#include "count/syntax.h"
#include "language/lexis.h"

#include <stdbool.h>

/* The words of a language made ready to be met. */
typedef struct skeleton_rules skeleton_rules;

skeleton_rules *skeleton_rules_create(const lexis *lexis); /* NULL: the language has no skeleton */
void skeleton_rules_destroy(skeleton_rules *rules);        /* accepts NULL */

/* A run of the source's bytes that was kept, and where it stands in the skeleton. */
typedef struct skeleton_piece {
	uint32_t at, start, end;
} skeleton_piece;

/* Bytes [start, end) of a skeleton, and those of the line that opens the block it stands in; none: it stands in no block. */
typedef struct skeleton_statement {
	uint32_t start, end;
	uint32_t header_start, header_end;
} skeleton_statement;

/* Starts as {0}; used for one text after the other. */
typedef struct skeleton {
	buffer text;
	skeleton_piece *pieces; /* in order */
	size_t count, capacity;
	skeleton_statement
		*statements; /* that may be left out: in no bracket, in order, where the language tells them */
	size_t statement_count, statement_capacity;
	skeleton_statement *outers; /* the same that hold others: they take their place once those are left out */
	size_t outer_count, outer_capacity;
	skeleton_piece *spare; /* for the pieces when some are left out */
	size_t spare_capacity;
	struct skeleton_bracket *brackets; /* that are open while it is made */
	size_t depth, bracket_capacity;
	struct skeleton_condition *conditions; /* that are open */
	size_t condition_count, condition_capacity;
	struct layout_block *blocks; /* the same, where indentation makes them */
	size_t block_count, block_capacity;
} skeleton;

void skeleton_finish(skeleton *skeleton);

/* Whether a skeleton serves where complexity and parameters are asked for too. */
bool skeleton_tells_branches(const skeleton_rules *rules);

/* Whether words that the grammar does not know may stand around names, and do not hide what is between braces. */
bool skeleton_has_macros(const skeleton_rules *rules);

/* Whether it is one of a shell's commands: their grammar takes quotes, and all between them, for what they are not. */
bool skeleton_of_commands(const skeleton_rules *rules);

/* The part of a text to be made one of, and the comments and strings in it, in order. */
typedef struct skeleton_source {
	text text;
	syntax_range range;
	const span *spans;
	size_t span_count;
} skeleton_source;

/*
 * Makes the skeleton. `branches`: complexity and parameters are asked for too. One pass. false: there is none, for brackets do
 * not match; the grammar must be shown all.
 */
bool skeleton_make(skeleton *skeleton, const skeleton_rules *rules, const skeleton_source *source, bool branches);

/* Whether a word of interest stands in [start, end) of the text, be it in a comment or string. */
bool skeleton_holds_interest(const skeleton_rules *rules, text text, uint32_t start, uint32_t end, bool branches);

/* Whether what is left of a text is blank, or conditions of a preprocessor. */
bool skeleton_is_void(const skeleton_rules *rules, text left);

/* Leaves out of what was made the first `count` of the statements. Those that hold others are the statements then. */
void skeleton_leave_out(skeleton *skeleton, size_t count);

/* Where a byte of the skeleton stands in the source. */
uint32_t skeleton_source_of(const skeleton *skeleton, uint32_t at);

#endif
