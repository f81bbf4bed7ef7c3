/* SPDX-License-Identifier: MIT */
#include "count/span.h"

#include "base/memory.h"

#include <stdbool.h>
#include <stdlib.h>

void span_list_add(span_list *list, uint32_t start, uint32_t end, enum span_role role, uint16_t rule)
{
	if (list->count == list->capacity)
		memory_reserve(&list->items, &list->capacity, list->count + 1, sizeof(*list->items));
	list->items[list->count++] = (span){start, end, (uint16_t)role, rule};
}

void span_list_finish(span_list *list)
{
	free(list->items);
	*list = (span_list){0};
}

static int compare_spans(const void *a, const void *b)
{
	const span *x = a;
	const span *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

static bool is_ordered(const span_list *spans)
{
	for (size_t i = 1; i < spans->count; i++) {
		if (compare_spans(&spans->items[i - 1], &spans->items[i]) > 0)
			return false;
	}
	return true;
}

/* Nearly always they are in order already. */
void span_list_order(span_list *spans)
{
	if (!is_ordered(spans))
		qsort(spans->items, spans->count, sizeof(*spans->items), compare_spans);
	size_t kept = 0;
	uint32_t end = 0;
	for (size_t i = 0; i < spans->count; i++) {
		span span = spans->items[i];
		if (span.start < end)
			span.start = end;
		if (span.start >= span.end)
			continue;
		end = span.end;
		spans->items[kept++] = span;
	}
	spans->count = kept;
}
