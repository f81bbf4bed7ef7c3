/* SPDX-License-Identifier: MIT */
/* Text in a picture: how wide it is, how it is cut, how it is written so that it stands for itself alone. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_TEXT_H
#define ONFLAME_REPORT_SVG_TEXT_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>

/* The fonts that the widths hold for: no character of ASCII is wider in any of them. */
#define SVG_FONTS "Helvetica, Arial, 'Liberation Sans', Roboto, 'Noto Sans', Verdana, 'DejaVu Sans', sans-serif"

/*
 * A name made visible, in pixels of a font size. `exact` false: it holds characters that no table knows, so that whoever shows it must
 * force it to `width`.
 */
typedef struct svg_label {
	buffer text;
	double width;
	bool exact;
	bool whole; /* nothing was cut off */
} svg_label;

/* Adds raw bytes as characters that can be seen: the others, and bytes that are not UTF-8, as escapes. */
void svg_text_visible(buffer *out, text raw);

/* How wide visible text is at most. */
double svg_text_width(text visible, double size, bool *exact);

/*
 * Fills `label` with as much of `name` (raw bytes) as `room` has place for, "…" where something was cut off. Left empty if
 * that would say nothing. The label's memory is used again; buffer_finish(&label->text) at the end.
 */
void svg_label_fit(svg_label *label, text name, double size, double room);

/* Adds the label as a <text> whose line stands on `y`; nothing if it is empty. `class` may be NULL. */
void svg_label_add(buffer *out, const svg_label *label, const char *class, double x, double y);

/* Adds visible text for XML: between tags and within quotes. */
void svg_text_escape(buffer *out, text visible);

/* Both in one. */
void svg_text_add(buffer *out, text raw);

/* Adds pixels with at most one digit behind the point, whatever the locale. */
void svg_text_add_pixels(buffer *out, double pixels);

#endif
