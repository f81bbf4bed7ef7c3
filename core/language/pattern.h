/* SPDX-License-Identifier: MIT */
/* Regular expressions over bytes, with a limit to the work they may make. Private to this module. */
#ifndef ONFLAME_LANGUAGE_PATTERN_H
#define ONFLAME_LANGUAGE_PATTERN_H

#include "language/document.h"

#include <pthread.h>

/* Its members are for pattern.c, and for image_types.c, which writes one down that is not compiled. */
typedef struct pattern {
	const char *source;   /* NULL: compiled from the beginning */
	pthread_mutex_t lock; /* of what follows; all bytes 0 at first, as systems with /proc have it */
	void *code;           /* pcre2_code */
	bool ready;           /* compiled to machine code: at first use, since most patterns are never asked */
} pattern;

/* NULL with "file:line:column: ..." if it cannot be compiled. The caller destroys it. */
pattern *pattern_compile(const char *source, mark where, error *error);
/* The same, compiled when it is first asked for; one that cannot be is never found. Keeps a pointer to `source`. */
pattern *pattern_create(const char *source);

void pattern_destroy(pattern *pattern); /* accepts NULL */
void pattern_forget(pattern *pattern);  /* gives back what was compiled, to be compiled anew */

/*
 * Whether it is found anywhere; `^` and `$` stand at every line. What costs too much work counts as not found.
 * Safe to call from several threads.
 */
bool pattern_found(pattern *pattern, text content);

#endif
