/* SPDX-License-Identifier: MIT */
/* Nested intervals over a text, and the innermost one around each of its points: private to this module. */
#ifndef ONFLAME_COUNT_COVER_H
#define ONFLAME_COUNT_COVER_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

#define COVER_NONE SIZE_MAX

/* Bytes [start, end). */
typedef struct interval {
	uint32_t start, end;
	size_t parent; /* set by cover_create(); COVER_NONE: none */
	size_t item;   /* the caller's own number of it */
} interval;

typedef struct cover {
	interval *intervals; /* ordered by start, the outer one first */
	size_t count;
	size_t next, innermost; /* of cover_find() */
} cover;

/* Orders the intervals in place; one that reaches out of the one around it is cut. */
cover cover_create(interval *intervals, size_t count);

/* Index of the innermost interval around `at`, which must not go down from call to call; COVER_NONE: none. */
size_t cover_find(cover *cover, uint32_t at);

#endif
