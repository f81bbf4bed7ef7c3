/* SPDX-License-Identifier: MIT */
/* Lines are counted, each for the innermost frame that covers its first token: private to this module. */
#ifndef ONFLAME_COUNT_OUTLINE_H
#define ONFLAME_COUNT_OUTLINE_H

#include "base/text.h"
#include "count/count.h"
#include "count/findings.h"
#include "count/syntax.h"

/* A region in another language. */
typedef struct outline_region {
	uint32_t start, end;
	const char *language; /* its name in the map */
} outline_region;

typedef struct regions {
	outline_region *items; /* freed by the owner */
	size_t count, capacity;
} regions;

void regions_add(regions *regions, syntax_range range, const char *language);

typedef struct outline_source {
	text text; /* by which lines are told blank; see compose() */
	text told; /* as it stands in the file */
	const findings *found;
	const outline_region *regions;
	size_t region_count;
	const count_policy *policy;
	const char *language;   /* of the file */
	count_explain *explain; /* NULL: do not tell */
	void *payload;
} outline_source;

/* Fills counts, frames and embedded of the record, in the arena. */
void outline_fill(const outline_source *source, arena *arena, record *out);

#endif
