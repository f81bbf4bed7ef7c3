/* SPDX-License-Identifier: MIT */
/* A text in one language on its way through the counters, and the texts within it: private to compose.c and guests.c. */
#ifndef ONFLAME_COUNT_PART_H
#define ONFLAME_COUNT_PART_H

#include "count/compose.h"

/* A text of its own, and how it shows where guests have other characters than stand in it. */
typedef struct canvas {
	text source;
	char *shown; /* in the arena; NULL: as it is */
} canvas;

/* A text, or the parts of one that are taken together. */
typedef struct part {
	const language *language;
	canvas *canvas;
	text source; /* the canvas's */
	const syntax_range *ranges;
	size_t range_count;
	unsigned depth;
	bool apart; /* a line ends behind each range */
} part;

/* Finds what is in the part, in its own language and in its guests'. Returns the engine that counted its own. In compose.c. */
enum record_engine part_count(composer *composer, const part *part, findings *out, regions *regions);

/* Counts the texts that the injections in `out` stand for, and puts what is found in the place of the host's. In guests.c. */
void guests_count(composer *composer, const part *host, findings *out, regions *regions);

#endif
