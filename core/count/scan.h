/* SPDX-License-Identifier: MIT */
/* Hand-written scans of plugins. */
#ifndef ONFLAME_COUNT_SCAN_H
#define ONFLAME_COUNT_SCAN_H

#include "count/findings.h"
#include "count/syntax.h"

/*
 * Lets the plugin scan each range and adds what it reports, checked, to `out`. NULL: done; else why not, in the arena, and
 * nothing was added.
 */
const char *scan_count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		       arena *arena, findings *out);

#endif
