/* SPDX-License-Identifier: MIT */
/* A text made of pieces of another one, and the way back from what is found in it: private to this module. */
#ifndef ONFLAME_COUNT_EXTRACT_H
#define ONFLAME_COUNT_EXTRACT_H

#include "base/text.h"
#include "count/findings.h"
#include "count/outline.h"
#include "count/ranges.h"

typedef struct extract {
	text text;
	const onflame_piece *pieces; /* of which it is made, as onflame/plugin.h has them */
	size_t count;
} extract;

/*
 * Copies what a plugin says of a text; its pieces lie in the first `len` bytes behind `offset`. NULL: they are not as they
 * should be.
 */
const extract *extract_copy(const onflame_text *from, uint32_t offset, uint32_t len, arena *arena);

/* Whether all its bytes are those that stand in their place in `source`. */
bool extract_is_exact(const extract *extract, const char *source);

/*
 * Shows in `shown`, a copy of the text that the pieces are of, what `guest`, the extract's text as it is shown itself, has in
 * their place. Line breaks stay as they are.
 */
void extract_draw(const extract *extract, const char *guest, char *shown);

/* The bytes that the pieces take. */
void extract_ranges(const extract *extract, range_list *out);

/*
 * Turns what was found in the extract's text into what it is in the text that the pieces are of, which is shown as `shown`.
 * Between pieces there may be white space; what else lies there is of none.
 */
void extract_return(const extract *extract, const char *shown, findings *found);

/* The same of a region, added to `out`. */
void extract_return_region(const extract *extract, const char *shown, const outline_region *region, regions *out);

#endif
