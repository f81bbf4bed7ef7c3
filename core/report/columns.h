/* SPDX-License-Identifier: MIT */
/* The columns that the table and Markdown share. Of this module alone. */
#ifndef ONFLAME_REPORT_COLUMNS_H
#define ONFLAME_REPORT_COLUMNS_H

#include "report/rows.h"

typedef struct report_column {
	const char *title, *brief; /* brief: where columns are short */
	uint64_t (*value)(const report_row *row);
	int drop; /* where it does not fit, the column with the highest goes first; 0: stays */
} report_column;

typedef struct report_columns {
	const char *name;             /* title of the first column */
	const report_column *numbers; /* ends with a NULL title */
} report_columns;

/* `functions`: with their number and complexity. */
const report_columns *columns_for(enum report_by by, bool functions);

#endif
