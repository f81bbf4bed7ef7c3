/* SPDX-License-Identifier: MIT */
/* Regular expressions over bytes, with a limit to the work they may make. Private to this module. */
#ifndef ONFLAME_LANGUAGE_PATTERN_H
#define ONFLAME_LANGUAGE_PATTERN_H

#include "language/document.h"

typedef struct pattern pattern;

/* NULL with "file:line:column: ..." if it cannot be compiled. The caller destroys it. */
pattern *pattern_compile(const char *source, mark where, error *error);
/* The same, compiled when it is first asked for; one that cannot be is never found. Keeps a pointer to `source`. */
pattern *pattern_create(const char *source);

void pattern_destroy(pattern *pattern); /* accepts NULL */

/*
 * Whether it is found anywhere; `^` and `$` stand at every line. What costs too much work counts as not found.
 * Safe to call from several threads.
 */
bool pattern_found(pattern *pattern, text content);

#endif
