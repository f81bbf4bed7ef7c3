/* SPDX-License-Identifier: MIT */
/* Strings that document what they stand in: Python's. */
#include "count/lexical_scan.h"

#include <string.h>

/* Whether another string, or the line's continuation, stands behind. */
static bool string_goes_on(const scan *scan, size_t at)
{
	while (at < scan->len && byte_is_blank(scan->text[at]))
		at++;
	for (size_t prefix = 0; prefix < 2 && at < scan->len && memchr("rRuUbBfF", scan->text[at], 8) != NULL; prefix++)
		at++;
	return at < scan->len && memchr("'\"\\", scan->text[at], 3) != NULL;
}

/* What a line says of a string behind its last ':'. */
enum header { HEADER_OF_BODY, HEADER_NONE, HEADER_UNSURE };

/* The last comment or string that begins before `at`, as its number from 1; 0: none. Goes down from `from`. */
static size_t span_before(const scan *scan, size_t from, size_t at)
{
	while (from > scan->first_span && scan->spans->items[from - 1].start >= at)
		from--;
	return from > scan->first_span ? from : 0;
}

/*
 * Brackets of code that are open at the end of [start, end); fewer than none: closed there. `cursor`: the last comment or string that
 * may begin before `end`, then before `start`, as span_before() has it.
 */
static long open_brackets(const scan *scan, size_t start, size_t end, size_t *cursor)
{
	long open = 0;
	size_t span = span_before(scan, *cursor, end);
	while (end > start) {
		if (span > 0 && scan->spans->items[span - 1].end >= end) {
			end = scan->spans->items[span - 1].start;
			if (end < start)
				break; /* the line begins within it */
			span = span_before(scan, span, end);
			continue;
		}
		byte b = scan->text[--end];
		if (memchr("([{", b, 3) != NULL)
			open++;
		else if (memchr(")]}", b, 3) != NULL)
			open--;
	}
	*cursor = span;
	return open;
}

static size_t line_start(const scan *scan, size_t at)
{
	while (at > scan->begin && scan->text[at - 1] != '\n')
		at--;
	return at;
}

/* Whether the line that begins at `start` does so within a string, or behind a backslash. */
static bool is_continuation(const scan *scan, size_t start, size_t cursor)
{
	if (start == scan->begin)
		return false;
	size_t span = span_before(scan, cursor, start);
	if (span > 0 && scan->spans->items[span - 1].end >= start)
		return true;
	size_t last = scan_before_break(scan, scan->begin, start - 1);
	bool comment = span > 0 && scan->spans->items[span - 1].end >= last;
	return !comment && last > scan->begin && scan->text[last - 1] == '\\';
}

static size_t skip_blanks(const scan *scan, size_t at, size_t end)
{
	while (at < end && byte_is_blank(scan->text[at]))
		at++;
	return at;
}

/* Whether the words of `head` stand at `start`, whatever blanks are between them. */
static bool begins_with(const scan *scan, size_t start, size_t end, const char *head)
{
	for (; start < end && *head != '\0'; head++) {
		if (*head != ' ' && scan->text[start] != (byte)*head)
			return false;
		size_t next = *head == ' ' ? skip_blanks(scan, start, end) : start + 1;
		if (next == start)
			return false;
		start = next;
	}
	return *head == '\0' && !byte_is_word(scan->text[start]);
}

/* What the line's first words, from `start`, say of the ':' behind them. */
static enum header header_by_words(const scan *scan, size_t start, size_t colon)
{
	const char *const *heads = scan->scanner->lexis->docstring_heads;
	start = skip_blanks(scan, start, colon);
	for (size_t i = 0; heads != NULL && heads[i] != NULL; i++)
		if (begins_with(scan, start, colon, heads[i]))
			return HEADER_OF_BODY;
	return HEADER_NONE;
}

/*
 * Whether the ':' at `colon` begins the body of a class or function. A header begins with its word, on the line of the ':' or,
 * where that closes brackets or continues another line, before it; a ':' within brackets of its line begins nothing.
 */
static enum header header_at(const scan *scan, size_t colon)
{
	if (scan->text[colon] != ':')
		return HEADER_NONE;
	long open = 0;
	size_t end = colon;
	size_t cursor = scan->spans->count;
	for (size_t lines = 0; lines < LEXICAL_HEADER_LINES; lines++) {
		size_t start = line_start(scan, end);
		open += open_brackets(scan, start, end, &cursor);
		if (open > 0)
			return HEADER_NONE;
		bool goes_on = is_continuation(scan, start, cursor);
		if (open == 0 && !goes_on)
			return header_by_words(scan, start, colon);
		if (start == scan->begin || colon - start > LEXICAL_HEADER_BYTES)
			break;
		end = start - 1;
	}
	return HEADER_UNSURE;
}

/* Where the letters of a string's prefix begin that may stand before its mark at `mark`. */
static size_t prefix_start(const scan *scan, size_t mark, const char *letters)
{
	size_t start = mark;
	while (start > scan->gap && mark - start < 2 && strchr(letters, scan->text[start - 1]) != NULL &&
	       scan->text[start - 1] != '\0')
		start--;
	return start;
}

/*
 * Whether a field of the formatted string goes over lines, which are then as those of code, or is open at the string's end: then a
 * quote of the field's code was taken for that end.
 */
static bool has_long_field(const scan *scan, size_t start, size_t end)
{
	size_t depth = 0;
	for (size_t at = start; at < end; at++) {
		byte b = scan->text[at];
		if (b == '{' && depth == 0 && at + 1 < end && scan->text[at + 1] == '{')
			at++;
		else if (b == '{')
			depth++;
		else if (b == '}' && depth > 0)
			depth--;
		else if (b == '\n' && depth > 0)
			return true;
	}
	return depth > 0;
}

/* A string that goes on in another one, one over lines right behind a header, a field over lines: beyond what is told here. */
void docstring_doubt(scan *scan, const frame *frame, size_t end, bool documentation)
{
	if (frame->statement && !documentation && string_goes_on(scan, end))
		scan->doubt = true;
	size_t prefix = prefix_start(scan, frame->start, "rRuUbBfF");
	bool formatted = memchr(scan->text + prefix, 'f', frame->start - prefix) != NULL ||
			 memchr(scan->text + prefix, 'F', frame->start - prefix) != NULL;
	if (formatted && has_long_field(scan, frame->start, end))
		scan->doubt = true;
	if (frame->statement || memchr(scan->text + frame->start, '\n', end - frame->start) == NULL)
		return;
	size_t before = place_before(scan, prefix);
	if (before < scan->len && header_at(scan, before) != HEADER_NONE)
		scan->doubt = true;
}

/* Whether a docstring may begin at `*start`, which is moved to before a prefix (Python's r, u). */
bool docstring_begins(scan *scan, size_t *start)
{
	size_t first = *start;

	while (first > scan->gap && *start - first < 2 && memchr("rRuU", scan->text[first - 1], 4) != NULL)
		first--;
	if (scan->depth > 0 || !place_is_first(scan, first))
		return false;
	size_t before = place_before(scan, first);
	if (before == LEXICAL_LITERAL)
		return false;
	enum header header = before == LEXICAL_NONE ? HEADER_OF_BODY : header_at(scan, before);
	if (header == HEADER_NONE)
		return false;
	scan->doubt = scan->doubt || header == HEADER_UNSURE;
	*start = first;
	return true;
}
