/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <string.h>

/* A text of code without what all its lines are indented by. */
typedef struct page {
	char *text;
	uint32_t len;
	onflame_piece *pieces;
	uint32_t count;
} page;

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

line line_at(const reader *r, uint32_t at)
{
	const char *feed = at < r->len ? memchr(r->text + at, '\n', r->len - at) : NULL;
	line line = {.start = at, .end = feed != NULL ? (uint32_t)(feed - r->text) : r->len};
	line.next = feed != NULL ? line.end + 1 : r->len;
	while (line.end > at && is_blank(r->text[line.end - 1]))
		line.end--;
	line.text = at;
	while (line.text < line.end && is_blank(r->text[line.text]))
		line.text++;
	return line;
}

bool line_is_blank(const line *line)
{
	return line->text == line->end;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool reader_begins(const reader *r, range range, const char *prefix)
{
	uint32_t at = range.start;
	for (; *prefix != '\0'; prefix++, at++) {
		if (at >= range.end || lower(r->text[at]) != lower(*prefix))
			return false;
	}
	return true;
}

range reader_trim(const reader *r, range range)
{
	while (range.start < range.end && is_blank(r->text[range.start]))
		range.start++;
	while (range.end > range.start && is_blank(r->text[range.end - 1]))
		range.end--;
	return range;
}

range reader_word(const reader *r, uint32_t at, uint32_t end)
{
	range word = reader_trim(r, (range){at, end});
	uint32_t stop = word.start;
	while (stop < word.end && !is_blank(r->text[stop]))
		stop++;
	return (range){word.start, stop};
}

void reader_open_section(reader *r, unsigned level, uint32_t start, range name)
{
	if (level >= LEVELS_MAX)
		return;
	for (unsigned i = level; i < LEVELS_MAX; i++) {
		if (r->sections[i] != SPAN_NONE)
			r->spans.items[r->sections[i]].end = start;
		r->sections[i] = SPAN_NONE;
	}
	int32_t added = spans_add(&r->spans, ONFLAME_CONTAINER, start, r->len, "section");
	if (added == SPAN_NONE)
		return;
	r->spans.items[added].name = r->text + name.start;
	r->spans.items[added].name_len = name.end - name.start;
	r->sections[level] = added;
}

void reader_add_code(reader *r, range code, range tag)
{
	if (code.start >= code.end || tag.start >= tag.end)
		return;
	int32_t added = spans_add(&r->spans, ONFLAME_INJECTION, code.start, code.end, NULL);
	if (added == SPAN_NONE)
		return;
	r->spans.items[added].name = r->text + tag.start;
	r->spans.items[added].name_len = tag.end - tag.start;
}

/* How many bytes all lines that are not blank begin with alike. */
static uint32_t common_indent(const reader *r, range code, uint32_t *lines)
{
	uint32_t first = 0;
	uint32_t common = UINT32_MAX;
	for (uint32_t at = code.start; at < code.end; (*lines)++) {
		line line = line_at(r, at);
		at = line.next;
		if (line_is_blank(&line))
			continue;
		uint32_t len = 0;
		if (common == UINT32_MAX) {
			first = line.start;
			common = line.text - line.start;
		}
		while (len < common && line.start + len < line.text &&
		       r->text[line.start + len] == r->text[first + len])
			len++;
		common = len;
	}
	return common == UINT32_MAX ? 0 : common;
}

/* Behind the indentation and the mark that says that the line is none; never behind the line. */
static uint32_t start_of_code(const reader *r, const line *line, uint32_t indent)
{
	uint32_t at = line->start + indent;
	if (line_is_blank(line) || at > line->end)
		return line->end;
	if (r->escape != '\0' && line->text + 1 < line->end && r->text[line->text] == r->escape &&
	    strchr("*#,", r->text[line->text + 1]) != NULL && at <= line->text)
		return line->text + 1;
	return at;
}

static bool make_page(const reader *r, range code, page *page)
{
	uint32_t lines = 0;
	uint32_t indent = common_indent(r, code, &lines);
	page->text = malloc(code.end - code.start + 1);
	page->pieces = malloc((lines + 1) * sizeof(*page->pieces));
	if (page->text == NULL || page->pieces == NULL)
		return false;
	for (uint32_t at = code.start; at < code.end;) {
		line line = line_at(r, at);
		uint32_t from = start_of_code(r, &line, indent);
		page->pieces[page->count++] = (onflame_piece){page->len, line.start, line.next};
		memcpy(page->text + page->len, r->text + from, line.next - from);
		page->len += line.next - from;
		at = line.next;
	}
	return true;
}

static int tell_code(const reader *r, const onflame_span *span, const onflame_host *host)
{
	page page = {0};
	int status;
	if (make_page(r, (range){span->start, span->end}, &page)) {
		status = host->emit_text(host, &(onflame_text){
						       .size = sizeof(onflame_text),
						       .len = page.len,
						       .piece_count = page.count,
						       .name_len = span->name_len,
						       .text = page.text,
						       .pieces = page.pieces,
						       .name = span->name,
					       });
	} else {
		status = host->fail(host, "out of memory");
	}
	free(page.text);
	free(page.pieces);
	return status;
}

int reader_report(reader *r, const onflame_host *host)
{
	spans *spans = &r->spans;
	int status = spans->failed ? host->fail(host, "out of memory") : 0;
	if (status == 0 && spans->count > 1)
		qsort(spans->items, spans->count, sizeof(*spans->items), spans_compare);
	for (size_t i = 0; i < spans->count && status == 0; i++) {
		const onflame_span *span = &spans->items[i];
		status = span->role == ONFLAME_INJECTION ? tell_code(r, span, host) : host->emit(host, span);
	}
	free(spans->items);
	return status;
}
