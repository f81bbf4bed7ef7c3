/* SPDX-License-Identifier: MIT */
/* Strings, characters, regular expressions, and the code within strings. */
#include "count/lexical_scan.h"

#include <string.h>

static const byte *text_at(const scan *scan, size_t at)
{
	return scan->text + at;
}

/* Behind an escape and what it escapes; a CR LF counts as one. */
static size_t pass_escape(const scan *scan, size_t at)
{
	size_t left = scan->len - at;
	if (left >= 3 && memcmp(text_at(scan, at + 1), "\r\n", 2) == 0)
		return at + 3;
	return left >= 2 ? at + 2 : scan->len;
}

static size_t utf8_length(const scan *scan, size_t at)
{
	byte first = scan->text[at];
	size_t len = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;

	if (len > scan->len - at)
		return 1;
	for (size_t i = 1; i < len; i++)
		if ((scan->text[at + i] & 0xc0) != 0x80)
			return 1;
	return len;
}

/* What may stand in an escape behind its first character: x41, u{1F600}, ^A, N, 0o17. */
static bool is_escape_rest(byte b)
{
	return (b < 0x80 && byte_is_word(b)) || b == '{' || b == '}' || b == '^' || b == '+';
}

/* Behind the closing mark of a literal with one character; LEXICAL_NONE if it is none. */
static size_t character_end(scan *scan, const rule *rule, size_t at)
{
	bool open_end = mark_length(&rule->close) == 0;
	bool escaped = rule->string->escape != '\0' && at < scan->len && scan->text[at] == (byte)rule->string->escape;

	at += escaped;
	if (at >= scan->len || scan->text[at] == '\n' || scan->text[at] == '\r')
		return LEXICAL_NONE;
	at += utf8_length(scan, at);
	if (open_end)
		return at;
	for (size_t i = 0; i <= LEXICAL_ESCAPE_MAX && at < scan->len; i++, at++) {
		size_t len = mark_match_close(scan, &rule->close, at, (fence){0, 0});
		if (len > 0)
			return at + len;
		if (!escaped || !is_escape_rest(scan->text[at]))
			break;
	}
	return LEXICAL_NONE;
}

/* Characters that are too many for a literal, but hide marks if they are one: C's '//'. */
static bool hides_marks(scan *scan, const rule *rule, size_t at)
{
	bool marks = false;
	for (size_t i = 0; i <= LEXICAL_ESCAPE_MAX && at < scan->len && scan->text[at] != '\n'; i++, at++) {
		if (mark_match_close(scan, &rule->close, at, (fence){0, 0}) > 0)
			return marks;
		marks = marks ||
			(at + 1 < scan->len && scan_may_begin_mark(scan->scanner, scan->text[at], scan->text[at + 1]));
	}
	return false;
}

static size_t behind_blanks(const scan *scan, size_t at)
{
	while (at < scan->len && (byte_is_blank(scan->text[at]) || scan->text[at] == '\n'))
		at++;
	return at;
}

/*
 * At a closing mark of `len` bytes: where the string goes on, with `*closed` set if it does not. The closing mark may
 * be doubled, belong to an inner bracket or end the first of two parts.
 */
static size_t pass_close(scan *scan, frame *frame, size_t at, size_t len, bool *closed)
{
	const rule *rule = frame->rule;
	size_t end = at + len;

	if (frame->nesting > 0) {
		frame->nesting--;
		return end;
	}
	if (rule->string->doubled && end < scan->len && mark_match_close(scan, &rule->close, end, frame->fence) == len)
		return end + len;
	if (rule->string->twice && !frame->second) {
		frame->second = true;
		if (rule->nest_open == 0)
			return end;
		size_t next = behind_blanks(scan, end);
		if (next < scan->len && scan->text[next] == rule->nest_open)
			return next + 1;
	}
	*closed = true;
	/* Of more quotes than are needed to close """ the last ones do. */
	const byte *mark = text_at(scan, at);
	bool run = len >= 3 && rule->close.fence == 0 && mark[0] == mark[1] && mark[1] == mark[2];
	while (run && end < scan->len && scan->text[end] == mark[0])
		end++;
	return end;
}

static bool opens_code(scan *scan, const frame *frame, size_t at, size_t *len)
{
	const mark *open = &frame->rule->inner_open;
	fence fence;

	*len = 0;
	if (mark_length(open) == 0 || frame->flat)
		return false;
	*len = mark_match_open(scan, open, at, &fence);
	if (*len == 0)
		return false;
	/* "{{" is a brace where one brace opens. */
	if (*len == 1 && at + 1 < scan->len && scan->text[at + 1] == scan->text[at]) {
		*len = 2;
		return false;
	}
	if (scan->depth == LEXICAL_DEPTH_MAX)
		scan->doubt = true;
	return scan->depth < LEXICAL_DEPTH_MAX;
}

enum string_end { STRING_CLOSED, STRING_CUT, STRING_CODE, STRING_GOES_ON };

/* One stop within a string. */
static enum string_end string_stop(scan *scan, frame *frame, size_t *at)
{
	const rule *rule = frame->rule;
	byte b = scan->text[*at];
	size_t len;

	if (b == '\n' && !rule->string->multiline)
		return STRING_CUT;
	if (opens_code(scan, frame, *at, &len)) {
		*at += len;
		return STRING_CODE;
	}
	if (len > 0) {
		*at += len;
		return STRING_GOES_ON;
	}
	if (rule->string->escape != '\0' && b == (byte)rule->string->escape) {
		*at = pass_escape(scan, *at);
		return STRING_GOES_ON;
	}
	if (rule->class && (b == '[' || b == ']'))
		frame->in_class = b == '[';
	len = frame->in_class ? 0 : mark_match_close(scan, &rule->close, *at, frame->fence);
	if (len > 0 && place_holds(scan, rule->close_place, *at, *at + len)) {
		bool closed = false;
		*at = pass_close(scan, frame, *at, len, &closed);
		return closed ? STRING_CLOSED : STRING_GOES_ON;
	}
	if (rule->nest_open != 0 && b == rule->nest_open)
		frame->nesting++;
	*at += 1;
	return STRING_GOES_ON;
}

static enum string_end string_body(scan *scan, frame *frame, size_t *at)
{
	while ((*at = stops_find(&frame->rule->stops, scan->text, *at, scan->len)) < scan->len) {
		enum string_end end = string_stop(scan, frame, at);
		if (end != STRING_GOES_ON)
			return end;
	}
	*at = scan->len;
	scan->doubt = true;
	return STRING_CUT;
}

static void push(scan *scan, const frame *frame, size_t at)
{
	scan->frames[scan->depth] = *frame;
	scan->frames[scan->depth].brackets = 0;
	scan->depth++;
	scan->short_frames = scan->short_frames || !frame->rule->string->multiline;
	scan->gap = at;
	scan->before = LEXICAL_NONE;
}

static size_t *no_end_until(scan *scan, const rule *rule)
{
	return &scan->no_end_until[rule->number % LEXICAL_MEMORIES];
}

static size_t string_go_on(scan *scan, frame *frame, size_t at)
{
	const rule *rule = frame->rule;
	size_t body = at;
	enum string_end end = string_body(scan, frame, &at);

	if (end == STRING_CODE) {
		push(scan, frame, at);
		return at;
	}
	if (end == STRING_CUT && (rule->place & LEXIS_OPERAND)) {
		/* Not a regular expression after all. Up to here none is looked for again: the time stays linear. */
		*no_end_until(scan, rule) = at;
		return LEXICAL_NONE;
	}
	if (end == STRING_CUT) {
		at = scan_before_break(scan, body, at);
		scan->doubt = true;
	}
	bool documentation = frame->statement && end == STRING_CLOSED && place_ends_statement(scan, at);
	if (rule->string->docstring && scan->depth == 0)
		docstring_doubt(scan, frame, at, documentation);
	scan_add(scan, frame->start, at, documentation ? SPAN_DOCSTRING : SPAN_STRING, rule);
	return at;
}

/* Whether a block comment stands right before the string, which may name the language that it holds. */
static bool is_announced(const scan *scan, size_t start)
{
	while (start > scan->gap && byte_is_blank(scan->text[start - 1]))
		start--;
	return start == scan->gap && start >= 2 && scan->before != LEXICAL_LITERAL &&
	       memcmp(scan->text + start - 2, "*/", 2) == 0;
}

size_t string_start(scan *scan, const rule *rule, size_t start, size_t at, fence fence)
{
	frame frame = {.rule = rule, .start = start, .fence = fence};

	if (rule->token)
		return at;
	if (rule->string->character) {
		size_t end = character_end(scan, rule, at);
		if (end != LEXICAL_NONE)
			scan_add(scan, start, end, SPAN_STRING, rule);
		else if (scan->sure && hides_marks(scan, rule, at))
			scan->doubt = true;
		return end;
	}
	if ((rule->place & LEXIS_OPERAND) && start < *no_end_until(scan, rule))
		return LEXICAL_NONE;
	if (scan->sure && rule->string->multiline && is_announced(scan, start))
		scan->doubt = true;
	if (rule->string->docstring)
		frame.statement = docstring_begins(scan, &frame.start);
	return string_go_on(scan, &frame, at);
}

size_t string_resume(scan *scan, size_t at)
{
	frame frame = scan->frames[--scan->depth];

	scan->short_frames = false;
	for (size_t i = 0; i < scan->depth; i++)
		scan->short_frames = scan->short_frames || !scan->frames[i].rule->string->multiline;
	size_t end = string_go_on(scan, &frame, at);
	if (end != LEXICAL_NONE)
		return end;
	/* A regular expression with code in it is one, closed or not. */
	end = scan_before_break(scan, at, *no_end_until(scan, frame.rule));
	scan->doubt = true;
	scan_add(scan, frame.start, end, SPAN_STRING, frame.rule);
	return end;
}

size_t string_pass(scan *scan, const rule *rule, size_t start, size_t at, fence fence)
{
	frame frame = {.rule = rule, .start = start, .fence = fence, .flat = true};

	if (rule->token)
		return at;
	if (rule->string->character)
		return character_end(scan, rule, at);
	if (!place_holds(scan, rule->place, start, at) || (rule->place & LEXIS_OPERAND))
		return LEXICAL_NONE;
	string_body(scan, &frame, &at);
	return at;
}
