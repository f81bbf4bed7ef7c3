/* SPDX-License-Identifier: MIT */
/* What the reports for people end with. Of this module alone. */
#ifndef ONFLAME_REPORT_CLOSING_H
#define ONFLAME_REPORT_CLOSING_H

#include "report/draw.h"
#include "report/report.h"

/* Adds "12 files: 10 by syntax, 2 lexically" with the speed, if it is to be shown; no line break. */
void closing_add_files(buffer *out, const tree *tree, const report_options *options);

/*
 * Adds "Of the code 31.2% is test, 2.0% vendored; 120 lines in 3 duplicate files", of what occurs, the largest first; no line
 * break. False: there is nothing to say.
 */
bool closing_add_roles(buffer *out, const tree *tree);

/* Adds the files that should have been counted and could not be, a line each; nothing if there are none. */
void closing_add_failures(buffer *out, pen pen, const source_list *source, size_t columns);

/* Writes the buffer and empties it. */
void closing_flush(FILE *out, buffer *text);

#endif
