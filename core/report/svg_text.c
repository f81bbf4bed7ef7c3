/* SPDX-License-Identifier: MIT */
#include "report/svg_text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/*
 * Advance widths of ' ' to '~' in hundredths of the font size: the widest that Liberation Sans (Helvetica, Arial), Roboto,
 * Noto Sans, Inter and DejaVu Sans (Verdana) have.
 */
static const unsigned char advances[] = {
	32, 41, 46, 84, 64, 96, 78, 28, 40,  40, 56, 84, 32, 47, 32, 42, 64, 64, 64, 64, 65, 64, 64, 64,
	64, 64, 34, 34, 84, 84, 84, 56, 102, 69, 69, 73, 78, 67, 62, 78, 76, 34, 56, 67, 57, 91, 76, 79,
	67, 79, 73, 67, 65, 75, 69, 99, 69,  67, 69, 40, 42, 40, 84, 56, 50, 62, 64, 56, 64, 62, 37, 64,
	64, 28, 28, 58, 28, 98, 64, 62, 64,  64, 42, 53, 40, 64, 60, 82, 60, 60, 55, 64, 56, 64, 84,
};

/* A letter that no table knows is taken to be so wide, one of two columns (CJK) a square. */
enum { LETTER = 65, SQUARE = 100, ELLIPSIS = 100 };

/* Marks upon marks would stand on other boxes: a character is shown with so many. */
enum { MARKS_MOST = 2 };

static const char ellipsis[] = "…";

typedef struct glyph {
	size_t len;       /* bytes */
	unsigned advance; /* hundredths of the font size */
	bool known, mark;
} glyph;

static glyph glyph_at(const char *at, const char *end)
{
	unsigned char first = (unsigned char)*at;
	if (first >= ' ' && first <= '~')
		return (glyph){1, advances[first - ' '], true, false};
	utf8proc_int32_t c;
	utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &c);
	if (len <= 0)
		return (glyph){1, LETTER, false, false};
	if (c == 0x2026)
		return (glyph){(size_t)len, ELLIPSIS, true, false};
	int columns = utf8proc_charwidth(c);
	unsigned advance = columns > 1 ? SQUARE : columns == 1 ? LETTER : 0;
	return (glyph){(size_t)len, advance, false, advance == 0};
}

/* What text_add_visible() lets pass and a picture cannot show: nobody sees it, or XML has no such character. */
static bool is_unfit(utf8proc_int32_t c)
{
	return c == 0xAD || c == 0x180E || c == 0xFFFE || c == 0xFFFF || (c >= 0xE0000 && c <= 0xE007F);
}

void svg_text_visible(buffer *out, text raw)
{
	buffer visible = BUFFER_INIT;
	text_add_visible(&visible, raw);
	const char *at = buffer_string(&visible);
	const char *end = at + visible.len;
	while (at < end) {
		utf8proc_int32_t c = 0;
		utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, &c);
		if (is_unfit(c))
			buffer_printf(out, "\\u{%04X}", (unsigned)c);
		else
			buffer_add(out, at, (size_t)len);
		at += len;
	}
	buffer_finish(&visible);
}

double svg_text_width(text visible, double size, bool *exact)
{
	uint64_t width = 0;
	*exact = true;
	const char *end = visible.data + visible.len;
	for (const char *at = visible.data; at < end;) {
		glyph glyph = glyph_at(at, end);
		width += glyph.advance;
		*exact = *exact && glyph.known;
		at += glyph.len;
	}
	return (double)width * size / 100;
}

/* Adds characters as long as they fit. Returns whether all did; `kept` is how many bytes fit with an ellipsis behind. */
static bool add_fitting(svg_label *label, text visible, double room_per_size, size_t *kept)
{
	uint64_t room = (uint64_t)(room_per_size * 100);
	uint64_t width = 0;
	unsigned marks = 0;
	const char *end = visible.data + visible.len;
	*kept = 0;
	for (const char *at = visible.data; at < end;) {
		glyph glyph = glyph_at(at, end);
		marks = glyph.mark ? marks + 1 : 0;
		width += glyph.advance;
		if (width > room)
			return false;
		if (marks <= MARKS_MOST)
			buffer_add(&label->text, at, glyph.len);
		if (width + ELLIPSIS <= room)
			*kept = label->text.len;
		at += glyph.len;
	}
	return true;
}

/* What is left of a name must say something. */
enum { KEPT_LEAST = 2 };

/* Longer names fit no box. */
enum { LOOKED_AT = 4096 };

void svg_label_fit(svg_label *label, text name, double size, double room)
{
	buffer visible = BUFFER_INIT;
	buffer_clear(&label->text);
	label->width = 0;
	label->exact = label->whole = true;
	if (room < size || name.len == 0)
		return;
	svg_text_visible(&visible, (text){name.data, name.len < LOOKED_AT ? name.len : LOOKED_AT});
	size_t kept;
	label->whole = add_fitting(label, (text){buffer_string(&visible), visible.len}, room / size, &kept);
	if (!label->whole) {
		buffer_truncate(&label->text, kept);
		if (kept < KEPT_LEAST)
			buffer_clear(&label->text);
		else
			buffer_add_string(&label->text, ellipsis);
	}
	label->width = svg_text_width((text){buffer_string(&label->text), label->text.len}, size, &label->exact);
	buffer_finish(&visible);
}

void svg_label_add(buffer *out, const svg_label *label, const char *class, double x, double y)
{
	if (label->text.len == 0)
		return;
	buffer_add_string(out, "<text");
	if (class != NULL)
		buffer_printf(out, " class=\"%s\"", class);
	buffer_add_string(out, " x=\"");
	svg_text_add_pixels(out, x);
	buffer_add_string(out, "\" y=\"");
	svg_text_add_pixels(out, y);
	if (!label->exact) {
		buffer_add_string(out, "\" lengthAdjust=\"spacingAndGlyphs\" textLength=\"");
		svg_text_add_pixels(out, label->width);
	}
	buffer_add_string(out, "\">");
	svg_text_escape(out, (text){buffer_string(&label->text), label->text.len});
	buffer_add_string(out, "</text>");
}

void svg_text_escape(buffer *out, text visible)
{
	static const char *const entities[256] = {
		['<'] = "&lt;", ['>'] = "&gt;", ['&'] = "&amp;", ['"'] = "&quot;", ['\''] = "&#39;"};
	for (size_t i = 0; i < visible.len; i++) {
		const char *entity = entities[(unsigned char)visible.data[i]];
		if (entity != NULL)
			buffer_add_string(out, entity);
		else
			buffer_add_char(out, visible.data[i]);
	}
}

void svg_text_add(buffer *out, text raw)
{
	buffer visible = BUFFER_INIT;
	svg_text_visible(&visible, raw);
	svg_text_escape(out, (text){buffer_string(&visible), visible.len});
	buffer_finish(&visible);
}

void svg_text_add_pixels(buffer *out, double pixels)
{
	long long tenths = (long long)(pixels * 10 + (pixels < 0 ? -0.5 : 0.5));
	buffer_printf(out, "%s%lld", tenths < 0 ? "-" : "", llabs(tenths) / 10);
	if (tenths % 10 != 0)
		buffer_printf(out, ".%lld", llabs(tenths) % 10);
}
