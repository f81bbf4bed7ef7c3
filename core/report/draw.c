/* SPDX-License-Identifier: MIT */
#include "report/draw.h"

#include <string.h>

void draw_style(buffer *out, pen pen, enum draw_style style)
{
	static const char *const codes[] = {
		[DRAW_BOLD] = "\x1b[1m", [DRAW_DIM] = "\x1b[2m", [DRAW_FOLDER] = "\x1b[1;34m", [DRAW_BAR] = "\x1b[33m"};
	if (pen.colour)
		buffer_add_string(out, codes[style]);
}

void draw_plain(buffer *out, pen pen)
{
	if (pen.colour)
		buffer_add_string(out, "\x1b[0m");
}

void draw_blanks(buffer *out, size_t count)
{
	buffer_reserve(out, count);
	memset(out->data + out->len, ' ', count);
	buffer_truncate(out, out->len + count);
}

static void add_times(buffer *out, const char *piece, size_t count)
{
	for (; count > 0; count--)
		buffer_add_string(out, piece);
}

void draw_rule(buffer *out, pen pen, size_t columns)
{
	draw_style(out, pen, DRAW_DIM);
	add_times(out, pen.utf8 ? "─" : "-", columns);
	draw_plain(out, pen);
}

/* Room for the digits of 2^64 with separators. */
enum { NUMBER_SIZE = 32 };

static text format_number(char room[NUMBER_SIZE], uint64_t number)
{
	char *end = room + NUMBER_SIZE;
	char *at = end;
	int digits = 0;
	do {
		if (digits > 0 && digits % 3 == 0)
			*--at = ',';
		*--at = (char)('0' + number % 10);
		number /= 10;
		digits++;
	} while (number > 0);
	return (text){at, (size_t)(end - at)};
}

void draw_number(buffer *out, uint64_t number)
{
	char room[NUMBER_SIZE];
	text digits = format_number(room, number);
	buffer_add(out, digits.data, digits.len);
}

size_t draw_number_columns(uint64_t number)
{
	char room[NUMBER_SIZE];
	return format_number(room, number).len;
}

void draw_number_right(buffer *out, uint64_t number, size_t columns)
{
	char room[NUMBER_SIZE];
	draw_right(out, format_number(room, number), columns);
}

void draw_tenths(buffer *out, uint64_t tenths)
{
	draw_number(out, tenths / 10);
	buffer_add_char(out, '.');
	buffer_add_char(out, (char)('0' + tenths % 10));
}

uint64_t draw_share(uint64_t part, uint64_t whole)
{
	if (whole == 0)
		return 0;
	while (part > UINT64_MAX / 2000 || whole > UINT64_MAX / 2000) {
		part /= 2;
		whole /= 2;
	}
	return (part * 1000 + whole / 2) / whole;
}

void draw_share_right(buffer *out, uint64_t part, uint64_t whole)
{
	uint64_t share = draw_share(part, whole);
	draw_number_right(out, share / 10, DRAW_SHARE_COLUMNS - 3);
	buffer_add_char(out, '.');
	buffer_add_char(out, (char)('0' + share % 10));
	buffer_add_char(out, '%');
}

void draw_bar(buffer *out, pen pen, uint64_t part, uint64_t whole, size_t columns)
{
	static const char *const eighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
	uint64_t share = draw_share(part, whole);
	if (share > 1000)
		share = 1000;
	size_t steps = pen.utf8 ? 8 : 1;
	size_t filled = (size_t)((share * columns * steps + 500) / 1000);
	/* What is there shall be seen. */
	if (filled == 0 && part > 0 && pen.utf8)
		filled = 1;
	draw_style(out, pen, DRAW_BAR);
	add_times(out, pen.utf8 ? "█" : "#", filled / steps);
	if (filled % steps != 0)
		buffer_add_string(out, eighths[filled % steps]);
	draw_plain(out, pen);
	draw_blanks(out, columns - (filled + steps - 1) / steps);
}

static const char *ellipsis(pen pen)
{
	return pen.utf8 ? "…" : "...";
}

void draw_more(buffer *out, pen pen, uint64_t count)
{
	buffer_add_string(out, ellipsis(pen));
	buffer_add_char(out, ' ');
	draw_number(out, count);
	buffer_add_string(out, " more");
}

/* Most names are plain: printable ASCII, a column a byte, nothing to be escaped. */
static bool is_plain(text t)
{
	for (size_t i = 0; i < t.len; i++) {
		if (t.data[i] < ' ' || t.data[i] > '~')
			return false;
	}
	return true;
}

static size_t columns_of(text visible)
{
	return is_plain(visible) ? visible.len : text_columns(visible);
}

/* End of the character that begins at `at`; valid UTF-8. */
static const char *character_end(const char *at, const char *end)
{
	at++;
	while (at < end && ((unsigned char)*at & 0xC0) == 0x80)
		at++;
	return at;
}

static const char *character_start(const char *start, const char *at)
{
	at--;
	while (at > start && ((unsigned char)*at & 0xC0) == 0x80)
		at--;
	return at;
}

/* The longest beginning that fits, combining marks included. */
static text head_of(text t, size_t columns)
{
	const char *at = t.data;
	const char *end = t.data + t.len;
	size_t used = 0;
	while (at < end) {
		const char *next = character_end(at, end);
		used += columns_of((text){at, (size_t)(next - at)});
		if (used > columns)
			break;
		at = next;
	}
	return (text){t.data, (size_t)(at - t.data)};
}

/* The longest ending that fits and does not begin with a combining mark. */
static text tail_of(text t, size_t columns)
{
	const char *end = t.data + t.len;
	const char *best = end;
	size_t used = 0;
	for (const char *at = end; at > t.data;) {
		at = character_start(t.data, at);
		size_t wide = columns_of((text){at, (size_t)(character_end(at, end) - at)});
		used += wide;
		if (used > columns)
			break;
		if (wide > 0)
			best = at;
	}
	return (text){best, (size_t)(end - best)};
}

/* `t` as it is shown, in `room` if it must be changed for that. */
static text visible_of(text t, buffer *room)
{
	if (is_plain(t))
		return t;
	text_add_visible(room, t);
	return (text){buffer_string(room), room->len};
}

size_t draw_columns(text t)
{
	buffer room = BUFFER_INIT;
	size_t columns = columns_of(visible_of(t, &room));
	buffer_finish(&room);
	return columns;
}

/* Cuts what is longer than `columns`; a path says most at its end. */
static size_t add_cut(buffer *out, pen pen, text whole, size_t columns)
{
	text gap = text_of(ellipsis(pen));
	size_t gap_columns = columns_of(gap);
	if (columns <= gap_columns) {
		text head = head_of(whole, columns);
		buffer_add(out, head.data, head.len);
		return columns_of(head);
	}
	size_t room = columns - gap_columns;
	text head = head_of(whole, room * 2 / 5);
	size_t head_columns = columns_of(head);
	text tail = tail_of(whole, room - head_columns);
	buffer_add(out, head.data, head.len);
	buffer_add(out, gap.data, gap.len);
	buffer_add(out, tail.data, tail.len);
	return head_columns + gap_columns + columns_of(tail);
}

size_t draw_cut(buffer *out, pen pen, text t, size_t columns)
{
	buffer room = BUFFER_INIT;
	text whole = visible_of(t, &room);
	size_t used = columns_of(whole);
	if (used <= columns)
		buffer_add(out, whole.data, whole.len);
	else
		used = add_cut(out, pen, whole, columns);
	buffer_finish(&room);
	return used;
}

void draw_left(buffer *out, pen pen, text t, size_t columns)
{
	size_t used = draw_cut(out, pen, t, columns);
	draw_blanks(out, columns > used ? columns - used : 0);
}

void draw_right(buffer *out, text t, size_t columns)
{
	size_t used = columns_of(t);
	draw_blanks(out, columns > used ? columns - used : 0);
	buffer_add(out, t.data, t.len);
}
