/* SPDX-License-Identifier: MIT */
/* Reports: the tree written in a format. One file a format. */
#ifndef ONFLAME_REPORT_REPORT_H
#define ONFLAME_REPORT_REPORT_H

#include "base/error.h"
#include "tree/tree.h"

#include <stdio.h>

enum report_by { REPORT_BY_LANGUAGE, REPORT_BY_DIRECTORY, REPORT_BY_ROLE, REPORT_BY_FILE, REPORT_BY_FUNCTION };
enum report_metric { REPORT_CODE, REPORT_COMMENT, REPORT_BLANK, REPORT_LINES, REPORT_FUNCTIONS, REPORT_COMPLEXITY };
enum report_sort { /* the metrics, then: */ REPORT_SORT_DEFAULT = 100, REPORT_SORT_NAME, REPORT_SORT_FILES };

/* Colours of a static picture: what they stand for, or flamegraph.pl's, which stand for nothing. */
enum report_palette {
	REPORT_PALETTE_LANGUAGE,
	REPORT_PALETTE_KIND,
	REPORT_PALETTE_ROLE,
	REPORT_PALETTE_HOT,
	REPORT_PALETTE_MEM,
	REPORT_PALETTE_IO,
	REPORT_PALETTE_RED,
	REPORT_PALETTE_GREEN,
	REPORT_PALETTE_BLUE,
	REPORT_PALETTE_AQUA,
	REPORT_PALETTE_YELLOW,
	REPORT_PALETTE_PURPLE,
	REPORT_PALETTE_ORANGE
};

typedef struct report_options {
	enum report_by by;
	bool by_given;             /* the user chose `by`: json lists files and frames only then */
	enum report_metric metric; /* width, share, default order */
	int sort;                  /* enum report_metric or enum report_sort */
	bool reverse;
	size_t top;            /* rows; 0: all */
	size_t depth;          /* folders and frames deeper are summed up; SIZE_MAX: all */
	bool colour;           /* of a terminal */
	unsigned width;        /* columns of a terminal or 80 */
	bool utf8;             /* the terminal shows it */
	const char *delimiter; /* of csv; NULL: the format's own */
	bool quiet;            /* cloc: no SUM row */
	bool functions;        /* show functions and complexity where that is a choice */
	const char *policy;    /* "default", "cloc" ... */
	const char *version;   /* of the program */
	const char *title;     /* of a picture; NULL: the root's name */
	const char *link;      /* of a picture's frames, see link.h; NULL: none */
	double min_width;      /* pixels; narrower frames of a picture are merged; 0: the format's own */
	double picture_width;  /* pixels of a static picture; 0: the format's own */
	enum report_palette palette;
	bool interactive; /* svg carries a script that zooms and searches */
	bool inverted;    /* a picture grows downwards */
	double seconds;   /* what the run took; < 0: not to be shown, so that the output depends on the input alone */
} report_options;

typedef struct report_format {
	const char *name;                                                         /* of --format */
	const char *extension;                                                    /* of -o FILE, with dot; NULL: none */
	const char *help;                                                         /* half a line */
	enum count_detail detail;                                                 /* needed whatever the options */
	int (*write)(FILE *out, const tree *tree, const report_options *options); /* 0, or -1 for a write that failed */
} report_format;

/* Ends with a NULL name. */
extern const report_format report_formats[];

const report_format *report_format_find(const char *name);     /* NULL: unknown */
const report_format *report_format_for_file(const char *path); /* by its ending; NULL: none */

/* What the records must hold for it: a table without functions is counted faster. */
enum count_detail report_detail(const report_format *format, const report_options *options);

uint64_t report_value(const counts *counts, enum report_metric metric);

#endif
