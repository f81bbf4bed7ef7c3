/* SPDX-License-Identifier: MIT */
#include "count/comments.h"

#include <string.h>

/* What a comment says of its file stands early; a table of data in one line may be megabytes long. */
enum { BYTES_MAX = 16384 };

static size_t end_of_head(text source, size_t lines)
{
	size_t limit = source.len < BYTES_MAX ? source.len : BYTES_MAX, at = 0;
	for (; lines > 0 && at < limit; lines--) {
		const char *feed = memchr(source.data + at, '\n', limit - at);
		at = feed != NULL ? (size_t)(feed + 1 - source.data) : limit;
	}
	return at;
}

text comments_of_head(const span_list *spans, text source, size_t lines, arena *arena)
{
	size_t end = end_of_head(source, lines), len = 0;
	char *out = arena_alloc(arena, 2 * end + 1); /* each comment has a byte at least, and a line's end is added */
	for (size_t i = 0; i < spans->count && spans->items[i].start < end; i++) {
		const span *span = &spans->items[i];
		size_t stop = span->end < end ? span->end : end;
		if ((span->role != SPAN_COMMENT && span->role != SPAN_DOCSTRING) || stop <= span->start)
			continue;
		memcpy(out + len, source.data + span->start, stop - span->start);
		len += stop - span->start;
		if (out[len - 1] != '\n')
			out[len++] = '\n';
	}
	return (text){out, len};
}
