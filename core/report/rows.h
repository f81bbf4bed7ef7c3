/* SPDX-License-Identifier: MIT */
/* The rows of a report: chosen, ordered, cut. Of this module alone. */
#ifndef ONFLAME_REPORT_ROWS_H
#define ONFLAME_REPORT_ROWS_H

#include "base/buffer.h"
#include "report/report.h"

/*
 * A folder as a row: the files that lie directly in it and all that lies below the deepest folder shown. So every file is
 * in one row and the rows add up to the total.
 */
typedef struct report_folder {
	const tree_node *node; /* a folder or the root */
	counts counts;
	uint64_t files;
} report_folder;

/* The files whose leading role this is; each file is in one row. */
typedef struct report_role {
	enum role role;
	counts counts;
	uint64_t files;
} report_role;

typedef struct report_row {
	const counts *counts; /* with all that is nested */
	union {
		const tree_language *language; /* by language */
		const report_folder *folder;   /* by directory */
		const report_role *role;       /* by role */
		const tree_node *node;         /* by file: the file; by function: the frame */
	} of;
	uint64_t files;
	uint64_t key; /* what it is ordered by */
	size_t index; /* place in the tree: decides between equals */
} report_row;

typedef struct report_rows {
	enum report_by by;
	bool functions; /* number and complexity of functions are shown */
	report_row *items;
	size_t count; /* after the cut */
	size_t cut;   /* how many were cut off ... */
	counts rest;  /* ... and what they held */
	uint64_t rest_files;
	report_role roles[ROLE_ROWS];
	report_folder *folders;
	size_t folder_count, capacity, folder_capacity;
} report_rows;

/* `options->sort` REPORT_SORT_DEFAULT: by the metric, most first. */
void rows_init(report_rows *rows, const tree *tree, const report_options *options, enum report_by by);
void rows_finish(report_rows *rows);

/* Adds what the row is called: language, role, path or frame's name; raw bytes. */
void rows_add_name(buffer *out, const report_rows *rows, const report_row *row);

/* Adds "path:line" of a frame, raw bytes. */
void rows_add_location(buffer *out, const tree_node *frame);

/* The key by which `counts` and `files` are ordered: by `sort`, or by the metric where that is default or a name. */
uint64_t rows_key(const report_options *options, const counts *counts, uint64_t files);

#endif
