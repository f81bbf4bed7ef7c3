/* SPDX-License-Identifier: MIT */
/* What stands in a terminal: cells of a given width, bars, colour. Of this module alone. */
#ifndef ONFLAME_REPORT_DRAW_H
#define ONFLAME_REPORT_DRAW_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdint.h>

/* How to draw on this terminal. */
typedef struct pen {
	bool colour, utf8;
} pen;

enum draw_style { DRAW_BOLD, DRAW_DIM, DRAW_FOLDER, DRAW_BAR };

/* Starts and ends a style; both add nothing without colour. */
void draw_style(buffer *out, pen pen, enum draw_style style);
void draw_plain(buffer *out, pen pen);

void draw_blanks(buffer *out, size_t count);
void draw_rule(buffer *out, pen pen, size_t columns);

/* "1,234,567", whatever the locale. */
void draw_number(buffer *out, uint64_t number);
size_t draw_number_columns(uint64_t number);
void draw_number_right(buffer *out, uint64_t number, size_t columns);

/* "12.3" for 123 tenths. */
void draw_tenths(buffer *out, uint64_t tenths);

/* `part` of `whole` in tenths of a percent, rounded; 0 if `whole` is 0. */
uint64_t draw_share(uint64_t part, uint64_t whole);

/* "12.3%" in 6 columns. */
enum { DRAW_SHARE_COLUMNS = 6 };
void draw_share_right(buffer *out, uint64_t part, uint64_t whole);

/* A bar as long as `part` of `whole`, in exactly `columns` columns. */
void draw_bar(buffer *out, pen pen, uint64_t part, uint64_t whole, size_t columns);

/* Text made visible, cut in the middle where it is longer, filled up with blanks to `columns`. */
void draw_left(buffer *out, pen pen, text t, size_t columns);
void draw_right(buffer *out, text t, size_t columns); /* not cut: for headings */

/* The same neither filled up. Returns the columns used. */
size_t draw_cut(buffer *out, pen pen, text t, size_t columns);

/* Columns that draw_cut() takes for the whole text. */
size_t draw_columns(text t);

/* Adds "… 1,234 more". */
void draw_more(buffer *out, pen pen, uint64_t count);

#endif
