/* SPDX-License-Identifier: MIT */
#include "count/cover.h"

#include <stdlib.h>

static int compare_intervals(const void *a, const void *b)
{
	const interval *x = a;
	const interval *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	if (x->end != y->end)
		return x->end > y->end ? -1 : 1;
	return x->item < y->item ? -1 : x->item > y->item;
}

cover cover_create(interval *intervals, size_t count)
{
	if (count > 1)
		qsort(intervals, count, sizeof(*intervals), compare_intervals);
	size_t around = COVER_NONE;
	for (size_t i = 0; i < count; i++) {
		while (around != COVER_NONE && intervals[around].end <= intervals[i].start)
			around = intervals[around].parent;
		intervals[i].parent = around;
		if (around != COVER_NONE && intervals[i].end > intervals[around].end)
			intervals[i].end = intervals[around].end;
		around = i;
	}
	return (cover){.intervals = intervals, .count = count, .innermost = COVER_NONE};
}

size_t cover_find(cover *cover, uint32_t at)
{
	/* The interval that began last is the innermost, unless it has ended; then the next one around it. */
	while (cover->next < cover->count && cover->intervals[cover->next].start <= at)
		cover->innermost = cover->next++;
	while (cover->innermost != COVER_NONE && cover->intervals[cover->innermost].end <= at)
		cover->innermost = cover->intervals[cover->innermost].parent;
	return cover->innermost;
}
