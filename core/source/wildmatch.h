/* SPDX-License-Identifier: MIT */
/* Wildcards over paths, as gitignore(5) has them. */
#ifndef ONFLAME_SOURCE_WILDMATCH_H
#define ONFLAME_SOURCE_WILDMATCH_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Whether `pattern` covers the whole of `name`, byte by byte. `*`, `?` and `[...]` stop at '/'; `**` as a whole part
 * of the path takes any number of parts; a backslash takes the next byte literally. A broken pattern covers nothing.
 * Time is at most in proportion to the product of the lengths.
 */
bool wildmatch(text pattern, text name);

/* Bytes of `pattern` in front of its first special one. */
size_t wildmatch_literal_length(text pattern);

#endif
