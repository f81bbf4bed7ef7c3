/* SPDX-License-Identifier: MIT */
/* Spans that a scan gathers while it does not know yet where they end, and tells of when it is done. */
#ifndef ONFLAME_PLUGINS_SPANS_H
#define ONFLAME_PLUGINS_SPANS_H

#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

enum { SPAN_NONE = -1 };

typedef struct spans {
	onflame_span *items;
	size_t count, capacity;
	bool failed; /* no memory: nothing is told */
} spans;

/* Makes room for one more of what `items` points to; false: there is no memory. */
static inline bool spans_grow(spans *spans, void **items, size_t *capacity, size_t count, size_t size)
{
	if (count < *capacity)
		return true;
	size_t more = *capacity == 0 ? 64 : *capacity * 2;
	void *larger = realloc(*items, more * size);
	spans->failed = spans->failed || larger == NULL;
	if (larger == NULL)
		return false;
	*items = larger;
	*capacity = more;
	return true;
}

/* Its index; SPAN_NONE: there is no memory. A role ONFLAME_END takes it back. */
static inline int32_t spans_add(spans *spans, uint32_t role, uint32_t start, uint32_t end, const char *label)
{
	void *items = spans->items;
	if (!spans_grow(spans, &items, &spans->capacity, spans->count, sizeof(*spans->items)))
		return SPAN_NONE;
	spans->items = items;
	spans->items[spans->count] = (onflame_span){.role = role, .start = start, .end = end, .label = label};
	return (int32_t)spans->count++;
}

static inline int spans_compare(const void *a, const void *b)
{
	const onflame_span *x = a;
	const onflame_span *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* Tells of all in the order of their starts, and frees them. Returns what the scan is to return. */
static inline int spans_report(spans *spans, const onflame_host *host)
{
	int status = spans->failed ? host->fail(host, "out of memory") : 0;
	if (status == 0 && spans->count > 1)
		qsort(spans->items, spans->count, sizeof(*spans->items), spans_compare);
	for (size_t i = 0; i < spans->count && status == 0; i++) {
		if (spans->items[i].role != ONFLAME_END)
			status = host->emit(host, &spans->items[i]);
	}
	free(spans->items);
	return status;
}

#endif
