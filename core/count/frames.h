/* SPDX-License-Identifier: MIT */
/* The frames of a text by its skeleton: private to this module. */
#ifndef ONFLAME_COUNT_FRAMES_H
#define ONFLAME_COUNT_FRAMES_H

#include "count/findings.h"
#include "count/shapes.h"
#include "count/skeleton.h"
#include "count/syntax.h"

typedef struct frames_request {
	skeleton *skeleton;
	const skeleton_rules *rules;
	shapes *shapes; /* of the grammar's; NULL: none */
	const plugin_language *syntax;
	double timeout; /* see syntax.h */
	bool branches;  /* complexity and parameters are asked for too */
	text source;
	syntax_range range; /* of it */
	const span *spans;  /* comments and strings in the range */
	size_t span_count;
} frames_request;

/*
 * Adds the frames, and the complexity outside of them, to `out`. false: the skeleton does not serve, for there is none or
 * the grammar does not understand it, and nothing was added.
 */
bool frames_find(const frames_request *request, findings *out);

/*
 * Puts the frames that the skeleton tells in place of those that the grammar found in a whole text that it did not understand, and
 * measures those that are new. Nothing changes where the skeleton does not serve. The request must not ask for branches.
 */
void frames_mend(const frames_request *request, findings *whole);

#endif
