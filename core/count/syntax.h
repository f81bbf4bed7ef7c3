/* SPDX-License-Identifier: MIT */
/* The syntax counter: a grammar parses, the walk asks the plugin's table what each node is. */
#ifndef ONFLAME_COUNT_SYNTAX_H
#define ONFLAME_COUNT_SYNTAX_H

#include "base/text.h"
#include "count/findings.h"
#include "plugin/plugin.h"

/* A column behind this one need not be told from others: one line of many parts is not searched back for each of them. */
enum { SYNTAX_COLUMN_MAX = 4096 };

/* Part of a text, bytes [start, end). */
typedef struct syntax_range {
	uint32_t start, end;
} syntax_range;

/*
 * Adds what is found in the ranges of `source`, which are taken as one text, to `out`; no range: all of it. Bytes are those
 * of `source`. -1: it took over `timeout` seconds of the processor (0: no limit) or the parser gave up, and nothing was added.
 * Takes memory from parse_memory.h and gives it back.
 */
int syntax_count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		 double timeout, findings *out);

#endif
