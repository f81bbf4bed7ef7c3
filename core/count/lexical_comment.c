/* SPDX-License-Identifier: MIT */
/* Comments. */
#include "count/lexical_scan.h"

#include <string.h>

static bool is_continued(const scan *scan, size_t from, size_t line_end)
{
	size_t end = scan_before_break(scan, from, line_end);
	return line_end < scan->len && end > from && scan->text[end - 1] == '\\';
}

size_t comment_line(scan *scan, const rule *rule, size_t start, size_t at)
{
	/* A string that ends with its line holds no line comment: it would hide the string's end. */
	if (scan->short_frames)
		return LEXICAL_NONE;

	size_t end = scan_line_end(scan, at);
	if (scan->scanner->lexis->backslash_continues_line_comment)
		while (is_continued(scan, at, end))
			end = scan_line_end(scan, end + 1);
	end = scan_before_break(scan, at, end);
	const char *close = scan->scanner->lexis->code_close;
	const byte *code_end = close != NULL ? memmem(scan->text + at, end - at, close, strlen(close)) : NULL;
	if (code_end != NULL)
		end = (size_t)(code_end - scan->text);
	/* Most languages take a CR alone for the end of a line, which it is not to those who count lines. */
	if (scan->sure && memchr(scan->text + at, '\r', end - at) != NULL)
		scan->doubt = true;
	/* The six columns before the indicator are numbers that compilers pass over. */
	if ((rule->place & LEXIS_COLUMN_7) && start - 6 >= scan->gap)
		start -= 6;
	scan_add(scan, start, end, SPAN_COMMENT, rule);
	return end;
}

/* Passes over a string that begins at `at` within a comment; LEXICAL_NONE if none does. */
static size_t pass_string(scan *scan, size_t at)
{
	const lexical_scanner *scanner = scan->scanner;
	byte first = scan->text[at];

	for (size_t i = scanner->first[first]; i < scanner->first[first + 1]; i++) {
		const rule *rule = &scanner->rules[scanner->candidates[i]];
		fence fence;
		if (rule->kind != RULE_STRING)
			continue;
		size_t len = mark_match_open(scan, &rule->open, at, &fence);
		size_t end = len > 0 ? string_pass(scan, rule, at, at + len, fence) : LEXICAL_NONE;
		if (end != LEXICAL_NONE)
			return end;
	}
	return LEXICAL_NONE;
}

static size_t match_close(scan *scan, const rule *rule, size_t at, fence fence)
{
	size_t len = mark_match_close(scan, &rule->close, at, fence);
	return len > 0 && place_holds(scan, rule->close_place, at, at + len) ? len : 0;
}

/* Behind the closing mark, or the end of the file. */
static size_t block_end(scan *scan, const rule *rule, size_t at, fence fence)
{
	size_t depth = 1;

	while ((at = stops_find(&rule->stops, scan->text, at, scan->len)) < scan->len) {
		struct fence inner;
		size_t len = match_close(scan, rule, at, fence);
		if (len > 0) {
			at += len;
			if (--depth == 0)
				return at;
			continue;
		}
		if (rule->nested)
			len = mark_match_open(scan, &rule->open, at, &inner);
		if (len > 0 && place_holds(scan, rule->place, at, at + len)) {
			at += len;
			depth++;
			continue;
		}
		size_t end = rule->strings ? pass_string(scan, at) : LEXICAL_NONE;
		at = end != LEXICAL_NONE ? end : at + 1;
	}
	scan->doubt = true;
	return scan->len;
}

size_t comment_block(scan *scan, const rule *rule, size_t start, size_t at, fence fence)
{
	size_t end = rule->to_end ? scan->len : block_end(scan, rule, at, fence);

	/* A closing mark that stands for its line (=cut) takes the rest of it along. */
	if ((rule->close_place & (LEXIS_LINE_START | LEXIS_FIRST)) && end < scan->len)
		end = scan_before_break(scan, at, scan_line_end(scan, end));
	scan_add(scan, start, end, SPAN_COMMENT, rule);
	return end;
}
