/* SPDX-License-Identifier: MIT */
#include "count/ranges.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Index of the first range that ends behind the byte. */
static size_t find_range(const syntax_range *ranges, size_t count, uint32_t byte)
{
	size_t low = 0;
	size_t high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (ranges[middle].end <= byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void range_list_add(range_list *list, const syntax_range *inside, size_t inside_count, syntax_range range)
{
	if (list->count > 0 && range.start < list->items[list->count - 1].end)
		range.start = list->items[list->count - 1].end;
	for (size_t i = find_range(inside, inside_count, range.start); i < inside_count; i++) {
		syntax_range part = inside[i];
		if (part.start >= range.end)
			return;
		part.start = part.start > range.start ? part.start : range.start;
		part.end = part.end < range.end ? part.end : range.end;
		if (part.start >= part.end)
			continue;
		memory_reserve(&list->items, &list->capacity, list->count + 1, sizeof(*list->items));
		list->items[list->count++] = part;
	}
}

void range_list_finish(range_list *list)
{
	free(list->items);
	*list = (range_list){0};
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Range `i` with the white space around it, but not that which the range before took. */
static syntax_range widen(text source, const syntax_range *ranges, size_t count, size_t i, uint32_t taken)
{
	syntax_range range = ranges[i];
	uint32_t most = i + 1 < count ? ranges[i + 1].start : (uint32_t)source.len;
	while (range.start > taken && is_space(source.data[range.start - 1]))
		range.start--;
	while (range.end < most && is_space(source.data[range.end]))
		range.end++;
	return range;
}

void ranges_clip(span_list *spans, text source, const syntax_range *ranges, size_t count)
{
	span_list kept = {0};
	size_t first = 0;
	uint32_t taken = 0;
	for (size_t i = 0; i < count; i++) {
		syntax_range range = widen(source, ranges, count, i, taken);
		taken = range.end;
		while (first < spans->count && spans->items[first].end <= range.start)
			first++;
		for (size_t j = first; j < spans->count && spans->items[j].start < range.end; j++) {
			const span *span = &spans->items[j];
			uint32_t start = span->start > range.start ? span->start : range.start;
			uint32_t end = span->end < range.end ? span->end : range.end;
			span_list_add(&kept, start, end, (enum span_role)span->role, span->rule);
		}
	}
	span_list_finish(spans);
	*spans = kept;
}

void ranges_cut(span_list *spans, const syntax_range *ranges, size_t count)
{
	span_list kept = {0};
	size_t first = 0;
	for (size_t i = 0; i < spans->count; i++) {
		span span = spans->items[i];
		while (first < count && ranges[first].end <= span.start)
			first++;
		for (size_t j = first; j < count && ranges[j].start < span.end; j++) {
			if (span.start < ranges[j].start)
				span_list_add(&kept, span.start, ranges[j].start, (enum span_role)span.role, span.rule);
			if (span.start < ranges[j].end)
				span.start = ranges[j].end;
		}
		if (span.start < span.end)
			span_list_add(&kept, span.start, span.end, (enum span_role)span.role, span.rule);
	}
	span_list_finish(spans);
	*spans = kept;
}

static void blank(char *to, const char *from, size_t len)
{
	for (size_t i = 0; i < len; i++)
		to[i] = from[i] == '\n' || from[i] == '\r' ? from[i] : ' ';
}

char *ranges_blank(text source, const syntax_range *ranges, size_t count, bool apart)
{
	/* Not all of it is touched: a text of many small parts does not cost its length for each of them. */
	char *copy = memory_zero(source.len + 1, 1);
	uint32_t at = ranges[0].start > SYNTAX_COLUMN_MAX ? ranges[0].start - SYNTAX_COLUMN_MAX : 0;
	memcpy(copy + at, source.data + at, ranges[0].start - at);
	for (size_t i = 0; i < count; i++) {
		uint32_t end = ranges[i].end;
		memcpy(copy + ranges[i].start, source.data + ranges[i].start, end - ranges[i].start);
		if (i + 1 == count)
			break;
		blank(copy + end, source.data + end, ranges[i + 1].start - end);
		if (apart && end < ranges[i + 1].start)
			copy[end] = '\n';
	}
	return copy;
}
