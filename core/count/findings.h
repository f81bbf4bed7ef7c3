/* SPDX-License-Identifier: MIT */
/* What a counter, syntax or lexical, found in one text: private to this module. */
#ifndef ONFLAME_COUNT_FINDINGS_H
#define ONFLAME_COUNT_FINDINGS_H

#include "base/arena.h"
#include "count/span.h"

#include <stdbool.h>

/* The name of a frame that has none. */
#define FINDINGS_NAMELESS "(anonymous)"

/* A frame before its lines are counted: bytes [start, end). */
typedef struct found_frame {
	uint32_t start, end;
	const char *name, *kind;
	bool is_function;
	uint32_t cyclomatic, cognitive; /* own, not those of nested frames */
	uint32_t nesting, parameters;
} found_frame;

/* Text in another language. */
typedef struct found_injection {
	uint32_t start, end;
	const char *language; /* a name or tag, to be looked up */
	bool combined;        /* one text with the others of its language */
	bool apart;           /* ... in which a line ends behind each */
	bool sound;           /* of use only if all of it is understood */
	const struct extract
		*extract; /* its text where that is not what stands there; NULL: it is. Lives in the arena */
} found_injection;

typedef struct findings {
	span_list spans;
	found_frame *frames; /* in the order found: parents before children */
	size_t frame_count, frame_capacity;
	found_injection *injections;
	size_t injection_count, injection_capacity;
	uint32_t cyclomatic, cognitive; /* outside all frames */
	uint32_t error_bytes;           /* in ERROR nodes */
	bool broken;                    /* the grammar did not understand all of it */
	bool torn;                      /* ... and with that were braces */
	arena *arena;                   /* of the names */
	const char **reasons;           /* for --explain: text of span.rule */
	size_t reason_count, reason_capacity;
	bool explain; /* whether to note reasons */
} findings;

void findings_finish(findings *findings);

/* Adds a frame, cleared; valid until the next one is added. Never NULL. */
found_frame *findings_add_frame(findings *findings);

/* The number of a reason, made when first asked for; UINT16_MAX where reasons are not noted. */
uint16_t findings_reason(findings *findings, const char *language, const char *what);

#endif
