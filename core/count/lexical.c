/* SPDX-License-Identifier: MIT */
/* The scan of code: from one mark to the next. */
#include "count/lexical.h"

#include "base/memory.h"
#include "count/lexical_scan.h"

#include <stdlib.h>
#include <string.h>

lexical_scanner *lexical_scanner_create(const lexis *lexis)
{
	lexical_scanner *scanner = memory_zero(1, sizeof(*scanner));
	scanner->lexis = lexis;
	rules_compile(scanner);
	return scanner;
}

void lexical_scanner_know(lexical_scanner *scanner, const language_map *map, const language *own)
{
	scanner->map = map;
	scanner->own = own;
}

void lexical_scanner_destroy(lexical_scanner *scanner)
{
	if (scanner == NULL)
		return;
	free(scanner->rules);
	free(scanner->candidates);
	free(scanner);
}

const char *lexical_rule_name(const lexical_scanner *scanner, uint16_t rule)
{
	/* The prefix is where the mark begins, and the mark is NUL-terminated. */
	return rule < scanner->rule_count ? (const char *)scanner->rules[rule].open.prefix : "";
}

void scan_add(scan *scan, size_t start, size_t end, enum span_role role, const rule *rule)
{
	scan->before = role == SPAN_COMMENT ? place_before(scan, start) : LEXICAL_LITERAL;
	/* A grammar sees a comment in a string's code; here the string holds it: lines of its own would be told otherwise. */
	if (role == SPAN_COMMENT && scan->depth > 0)
		scan->doubt = scan->doubt || place_is_first(scan, start) ||
			      memchr(scan->text + start, '\n', end - start) != NULL;
	scan->gap = end;
	if (scan->depth == 0 && end > start)
		span_list_add(scan->spans, (uint32_t)start, (uint32_t)end, role, rule->number);
}

size_t scan_line_end(const scan *scan, size_t at)
{
	if (at >= scan->len)
		return scan->len;
	const byte *found = memchr(scan->text + at, '\n', scan->len - at);
	return found != NULL ? (size_t)(found - scan->text) : scan->len;
}

size_t scan_before_break(const scan *scan, size_t from, size_t at)
{
	return at > from && at < scan->len && scan->text[at - 1] == '\r' ? at - 1 : at;
}

/* Whether nothing but a line break stands behind. */
static bool is_end(const scan *scan, size_t at)
{
	at += at + 1 < scan->len && scan->text[at] == '\r';
	at += at < scan->len && scan->text[at] == '\n';
	return at == scan->len;
}

/* Whether the text begins with code, where it need not. */
static bool begins_with_code(const scan *scan)
{
	const char *open = scan->scanner->lexis->code_open;
	size_t len = open != NULL ? strlen(open) : 0;
	if (open == NULL)
		return true;
	const byte *text = scan->text + scan->begin;
	return scan->len - scan->begin > len && memcmp(text, open, len) == 0 &&
	       (byte_is_blank(text[len]) || text[len] == '\n');
}

/* Where code goes on if the rule's mark stands at `at`; LEXICAL_NONE if not. */
static size_t apply_rule(scan *scan, const rule *rule, size_t at)
{
	fence fence;
	size_t len = mark_match_open(scan, &rule->open, at, &fence);
	if (len == 0)
		return LEXICAL_NONE;
	if (!place_holds(scan, rule->place, at, at + len)) {
		if (scan->sure && rule->class && place_may_hold_operand(scan, at))
			scan->doubt = true;
		return LEXICAL_NONE;
	}

	switch (rule->kind) {
	case RULE_LINE:
		return comment_line(scan, rule, at, at + len);
	case RULE_BLOCK:
		return comment_block(scan, rule, at, at + len, fence);
	case RULE_STRING:
		return string_start(scan, rule, at, at + len, fence);
	case RULE_HEREDOC:
		return heredoc_start(scan, rule, at, at + len);
	case RULE_DOUBT:
		scan->doubt = true;
		break;
	case RULE_CODE_END:
		scan->doubt = scan->doubt || !is_end(scan, at + len);
		break;
	}
	return LEXICAL_NONE;
}

static size_t apply_rules(scan *scan, size_t at)
{
	const lexical_scanner *scanner = scan->scanner;
	byte first = scan->text[at];

	if (at + 1 < scan->len && !scan_may_begin_mark(scanner, first, scan->text[at + 1]))
		return LEXICAL_NONE;
	for (size_t i = scanner->first[first]; i < scanner->first[first + 1]; i++) {
		size_t end = apply_rule(scan, &scanner->rules[scanner->candidates[i]], at);
		if (end != LEXICAL_NONE)
			return end;
	}
	return LEXICAL_NONE;
}

/* The closing bracket of the innermost code within a string. */
static size_t apply_inner_close(scan *scan, size_t at)
{
	frame *frame = &scan->frames[scan->depth - 1];
	size_t len = mark_match_close(scan, &frame->rule->inner_close, at, (fence){0, 0});

	if (len == 0)
		return LEXICAL_NONE;
	if (frame->brackets == 0)
		return string_resume(scan, at + len);
	frame->brackets--;
	return at + len;
}

static void count_bracket(scan *scan, size_t at)
{
	frame *frame = &scan->frames[scan->depth - 1];
	const char *open = frame->rule->string->interpolation_open;
	if (scan->text[at] == (byte)open[strlen(open) - 1])
		frame->brackets++;
}

static size_t scan_stop(scan *scan, size_t at)
{
	size_t end = LEXICAL_NONE;

	if (scan->pending_count > 0 && scan->text[at] == '\n')
		return heredoc_body(scan, at);
	if (scan->depth > 0)
		end = apply_inner_close(scan, at);
	if (end == LEXICAL_NONE)
		end = apply_rules(scan, at);
	if (end != LEXICAL_NONE)
		return end;
	if (scan->depth > 0)
		count_bracket(scan, at);
	return at + 1;
}

static void scan_code(scan *scan)
{
	const stops *code = scan->scanner->code;
	size_t at = scan->begin;

	while (at < scan->len && !(scan->sure && scan->doubt)) {
		size_t mode = (scan->pending_count > 0 ? CODE_NEWLINES : 0u) | (scan->depth > 0 ? CODE_BRACKETS : 0u);
		at = stops_find(&code[mode], scan->text, at, scan->len);
		if (at < scan->len)
			at = scan_stop(scan, at);
	}
	if (scan->depth > 0) {
		const frame outermost = scan->frames[0];
		scan->depth = 0;
		scan->doubt = true;
		scan_add(scan, outermost.start, scan->len, SPAN_STRING, outermost.rule);
	}
}

/* Returns whether nothing could be read otherwise. */
static bool scan_all(const lexical_scanner *scanner, text source, bool sure, span_list *spans)
{
	scan scan;

	/* The arrays of frames and here-documents need no clearing: their counts say what holds. */
	memset(&scan, 0, offsetof(struct scan, frames));
	scan.depth = scan.pending_count = 0;
	scan.short_frames = scan.doubt = false;
	scan.sure = sure;
	scan.scanner = scanner;
	scan.text = (const byte *)source.data;
	scan.len = source.len < UINT32_MAX ? source.len : UINT32_MAX;
	scan.spans = spans;
	scan.first_span = spans->count;
	scan.before = LEXICAL_NONE;
	if (scan.len >= 3 && memcmp(source.data, "\xEF\xBB\xBF", 3) == 0)
		scan.begin = scan.gap = 3;
	scan.doubt = !begins_with_code(&scan);
	scan_code(&scan);
	return !scan.doubt;
}

void lexical_scan(const lexical_scanner *scanner, text source, span_list *spans)
{
	scan_all(scanner, source, false, spans);
}

bool lexical_scan_surely(const lexical_scanner *scanner, text source, span_list *spans)
{
	return scan_all(scanner, source, true, spans);
}
