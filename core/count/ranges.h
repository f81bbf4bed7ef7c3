/* SPDX-License-Identifier: MIT */
/* Parts of a text that are taken as one: private to this module. */
#ifndef ONFLAME_COUNT_RANGES_H
#define ONFLAME_COUNT_RANGES_H

#include "base/text.h"
#include "count/span.h"
#include "count/syntax.h"

#include <stdbool.h>

/* Ordered and disjoint. */
typedef struct range_list {
	syntax_range *items;
	size_t count, capacity;
} range_list;

/* Adds what of `range` lies in `inside` (ordered, disjoint); behind all that the list holds already. */
void range_list_add(range_list *list, const syntax_range *inside, size_t inside_count, syntax_range range);
void range_list_finish(range_list *list);

/*
 * Leaves of the spans, ordered and disjoint, what lies in the ranges, and in the white space around them: to a grammar that
 * skips it, it is of no part.
 */
void ranges_clip(span_list *spans, text source, const syntax_range *ranges, size_t count);

/* Takes the ranges out of the spans, ordered and disjoint. */
void ranges_cut(span_list *spans, const syntax_range *ranges, size_t count);

/*
 * A text as long as `source` in which the bytes between the ranges are blanks, but for line breaks. `apart`: a line break
 * stands behind each range. Good from the first range's line (or as far before as columns are counted) to the last's end.
 * Freed by the caller.
 */
char *ranges_blank(text source, const syntax_range *ranges, size_t count, bool apart);

#endif
