/* SPDX-License-Identifier: MIT */
/* The comments that a file begins with: private to this module. */
#ifndef ONFLAME_COUNT_COMMENTS_H
#define ONFLAME_COUNT_COMMENTS_H

#include "base/arena.h"
#include "base/text.h"
#include "count/span.h"

/* Comments and docstrings that begin within the first `lines` lines, as far as these go, each on lines of its own. */
text comments_of_head(const span_list *spans, text source, size_t lines, arena *arena);

#endif
