/* SPDX-License-Identifier: MIT */
/* What a preprocessor would take out of a text before a grammar's compiler sees it: private to this module. */
#ifndef ONFLAME_COUNT_PREPROCESSOR_H
#define ONFLAME_COUNT_PREPROCESSOR_H

#include "base/text.h"
#include "count/span.h"
#include "count/syntax.h"
#include "language/lexis.h"

/*
 * A copy of `source` in which blanks stand for what its grammar cannot take: the further alternatives of a condition whose first one
 * leaves a bracket open, or that stands in round brackets, with its directives; and macros on lines of their own, as BEGIN_NAMESPACE
 * or SUITE(a) with an empty line behind it; and brackets for what spells them, { for <%. Line breaks and comments stay where they
 * are. NULL: there is nothing to change. Freed by the caller. `spans`: the comments and strings in `range`, in order.
 */
char *preprocessor_blank(const lexis_preprocessor *told, text source, syntax_range range, const span *spans,
			 size_t count);

#endif
