/* SPDX-License-Identifier: MIT */
/* What a notebook holds, as its JSON tells: nbformat 4, and 3 and 2 with their worksheets. */
#ifndef ONFLAME_PLUGINS_JUPYTER_NOTEBOOK_H
#define ONFLAME_PLUGINS_JUPYTER_NOTEBOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes [start, end) of the file; of a string without its quotes. Empty: it is not there. */
typedef struct range {
	uint32_t start, end;
} range;

typedef struct cell {
	range type, language; /* language: what the cell says of its own */
	size_t first, count;  /* its strings, in the notebook's list */
} cell;

typedef struct notebook {
	const char *text;
	uint32_t len;
	range *strings; /* of all cells */
	size_t string_count, string_capacity;
	cell *cells;
	size_t cell_count, cell_capacity;
	range language_info, kernel_language, kernel_name, language; /* all that may tell the language */
	const char *why;                                             /* not read; NULL: it was */
} notebook;

/* Reads the text; `why` tells of what stands in the way. */
void notebook_read(notebook *notebook, const char *text, uint32_t len);
void notebook_finish(notebook *notebook);

/* Makes room for one more of what `items` points to; false: there is no memory, and `why` says so. */
bool notebook_grow(notebook *notebook, void **items, size_t *capacity, size_t count, size_t size);

#endif
