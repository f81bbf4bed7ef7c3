/* SPDX-License-Identifier: MIT */
#include "count/span.h"

#include "base/memory.h"

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
