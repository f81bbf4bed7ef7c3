/* SPDX-License-Identifier: MIT */
/* A file too large to be held as a whole, counted piece by piece by its language's marks: private to this module. */
#ifndef ONFLAME_COUNT_PIECES_H
#define ONFLAME_COUNT_PIECES_H

#include "count/compose.h"
#include "count/count.h"
#include "count/record.h"

typedef struct pieces {
	int fd;
	const language *language;
	const count_policy *policy;
	composer *composer; /* its arena is that of each piece */
	size_t piece;       /* bytes; 0: the usual */
	/* Called with the first piece. False: the rest is not wanted. */
	bool (*first)(void *payload, text source, const findings *found);
	void *payload;
} pieces;

/* Of a file larger than this, in bytes. */
#define PIECES_FROM ((uint64_t)512 * 1024 * 1024)

/* The same where an attempt to hold it failed. */
#define PIECES_FROM_AGAIN ((uint64_t)32 * 1024 * 1024)

/*
 * Adds counts and bytes of the file to `out`, whose hash it sets; frames and embedded languages are not looked for. `raw` holds what was
 * read of the file already. A piece ends with a line and outside of comments and strings. 0, or -1: `why`, a constant, says what
 * is wrong; NULL: errno does.
 */
int pieces_count(const pieces *pieces, buffer *raw, record *out, const char **why);

#endif
