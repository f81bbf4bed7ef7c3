/* SPDX-License-Identifier: MIT */
/* How wide the columns of a table are, and which of them fit. Of this module alone. */
#ifndef ONFLAME_REPORT_LAYOUT_H
#define ONFLAME_REPORT_LAYOUT_H

#include "report/columns.h"

enum { LAYOUT_NUMBERS = 8, LAYOUT_TEXTS = 3 };

/* The texts that a row begins with. */
enum layout_text { LAYOUT_NAME, LAYOUT_KIND, LAYOUT_LOCATION };

typedef struct layout {
	const report_columns *columns;
	size_t texts[LAYOUT_TEXTS];     /* columns of each text; 0: not shown */
	size_t numbers[LAYOUT_NUMBERS]; /* of each number; 0: not shown */
	size_t number_count;
	bool brief;   /* short titles */
	size_t gap;   /* blanks between columns */
	size_t width; /* of the whole table */
} layout;

/*
 * For at most `width` columns (and never less than what a number needs). `extra` are rows beside those of `rows` whose
 * numbers must fit too, and `name_least` the columns of their longest name.
 */
void layout_init(layout *layout, const report_rows *rows, const report_row *extra, size_t extra_count,
		 size_t name_least, size_t width);

const char *layout_title(const layout *layout, size_t number);

#endif
