/* SPDX-License-Identifier: MIT */
/* What a table meets in a text: for those who write tables. */
#ifndef ONFLAME_SCAFFOLD_SURVEY_H
#define ONFLAME_SCAFFOLD_SURVEY_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "plugin/plugin.h"

#include <stdint.h>

enum { SURVEY_SHOWN = 5 };

/* Sums of one text, or of several. */
typedef struct survey {
	uint64_t *met; /* by rule of the table: how many nodes took it; the caller's */
	uint64_t bytes, error_bytes, functions, unnamed;
	uint32_t unnamed_lines[SURVEY_SHOWN]; /* of the last text: where the first of them begin, from 1; 0: no more */
	uint32_t error_line;                  /* of the last text: where the first begins; 0: none */
} survey;

/* Adds to the sums. -1: the parser gave up after `timeout` seconds. */
int survey_text(const plugin_language *language, text text, double timeout, survey *out, error *error);

#endif
