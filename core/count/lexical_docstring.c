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

/* A string that goes on in another one, and one over lines behind a ':' of its own line, are beyond what lines tell. */
void docstring_doubt(scan *scan, const frame *frame, size_t end, bool documentation)
{
	if (frame->statement && !documentation && string_goes_on(scan, end))
		scan->doubt = true;
	size_t before = frame->statement ? LEXICAL_NONE : place_before(scan, frame->start);
	if (before < scan->len && memchr(":rRuUfF", scan->text[before], 7) != NULL &&
	    memchr(scan->text + frame->start, '\n', end - frame->start) != NULL)
		scan->doubt = true;
}

/* What a line of Python says of a string behind its last ':'. */
enum header { HEADER_OF_BODY, HEADER_NONE, HEADER_UNSURE };

static text word_at(const scan *scan, size_t start, size_t limit)
{
	size_t end = start;
	while (end < limit && byte_is_word(scan->text[end]))
		end++;
	return (text){(const char *)scan->text + start, end - start};
}

/* Brackets that are open at the end of [start, end), as far as strings do not hide any; fewer than none: closed there. */
static long open_brackets(const scan *scan, size_t start, size_t end)
{
	long open = 0;
	for (; start < end; start++) {
		if (memchr("([{", scan->text[start], 3) != NULL)
			open++;
		else if (memchr(")]}", scan->text[start], 3) != NULL)
			open--;
	}
	return open;
}

/* The first visible byte of the line that `at` is in. */
static size_t line_text(const scan *scan, size_t at)
{
	size_t start = at;
	while (start > scan->begin && scan->text[start - 1] != '\n')
		start--;
	while (start < at && byte_is_blank(scan->text[start]))
		start++;
	return start;
}

/* What the line's first word, from `start`, says of the ':' behind it. */
static enum header header_by_word(const scan *scan, size_t start, size_t colon)
{
	static const char *const heads[] = {"class", "def"};
	static const char *const others[] = {"case", "elif",  "else", "except", "finally", "for",
					     "if",   "match", "try",  "while",  "with"};
	text word = word_at(scan, start, colon);
	if (text_equals_string(word, "async")) {
		start += word.len;
		while (start < colon && byte_is_blank(scan->text[start]))
			start++;
		word = word_at(scan, start, colon);
	}
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (text_equals_string(word, heads[i]))
			return HEADER_OF_BODY;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		if (text_equals_string(word, others[i]))
			return HEADER_NONE;
	return HEADER_UNSURE;
}

/* Whether the ':' at `colon` begins the body of a class or function, as far as its line and those of its brackets tell. */
static enum header header_at(const scan *scan, size_t colon)
{
	if (scan->text[colon] != ':')
		return HEADER_NONE;
	size_t start = line_text(scan, colon);
	enum header header = header_by_word(scan, start, colon);
	long open = open_brackets(scan, start, colon);
	if (header == HEADER_OF_BODY && open > 0)
		return HEADER_NONE;
	/* The end of a header that was begun lines before. */
	for (size_t lines = 0; header == HEADER_UNSURE && open < 0 && lines < LEXICAL_HEADER_LINES; lines++) {
		size_t feed = start;
		while (feed > scan->begin && scan->text[feed - 1] != '\n')
			feed--;
		if (feed == scan->begin)
			break;
		start = line_text(scan, feed - 1);
		open += open_brackets(scan, start, feed - 1);
		if (open == 0)
			header = header_by_word(scan, start, colon);
	}
	return header;
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
