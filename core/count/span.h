/* SPDX-License-Identifier: MIT */
/* What a counter finds in a text, before lines are classed: spans with roles. */
#ifndef ONFLAME_COUNT_SPAN_H
#define ONFLAME_COUNT_SPAN_H

#include <stddef.h>
#include <stdint.h>

enum span_role {
	SPAN_COMMENT,
	SPAN_STRING,
	SPAN_DOCSTRING, /* a string that the policy may take as comment */
	SPAN_SHEBANG,
	SPAN_PROSE /* text for people: comment, but its blank lines are blank */
};

/* Bytes [start, end). Ordered by start; disjoint. */
typedef struct span {
	uint32_t start, end;
	uint16_t role; /* enum span_role */
	uint16_t rule; /* which rule said so, for --explain: index into the counter's table; UINT16_MAX: none */
} span;

typedef struct span_list {
	span *items;
	size_t count, capacity;
} span_list;

void span_list_add(span_list *list, uint32_t start, uint32_t end, enum span_role role, uint16_t rule);
void span_list_finish(span_list *list);

/* Puts them in order and cuts overlaps, which a scanner with a fault could report: they would count a line twice. */
void span_list_order(span_list *spans);

#endif
