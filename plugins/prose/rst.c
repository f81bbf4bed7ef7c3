/* SPDX-License-Identifier: MIT */
/* reStructuredText: sections by their adornment, and directives that hold code, those of Sphinx among them. */
#include "reader.h"

#include <string.h>

/* How titles of a level are adorned; the first to be met is the outermost. */
typedef struct styles {
	int items[LEVELS_MAX];
	unsigned count;
} styles;

static const struct directive {
	const char *name, *language; /* NULL: its argument tells */
} directives[] = {
	{"code-block::", NULL}, {"sourcecode::", NULL}, {"code::", NULL},
	{"raw::", NULL},        {"code-cell::", NULL},  {"testcode::", "python"},
};

/* The sign that the line is made of, if it may adorn a title; '\0': it is none. */
static char adornment_of(const reader *r, const line *line)
{
	uint32_t len = line->end - line->start;
	if (len < 2 || strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", r->text[line->start]) == NULL)
		return '\0';
	for (uint32_t i = 1; i < len; i++) {
		if (r->text[line->start + i] != r->text[line->start])
			return '\0';
	}
	return r->text[line->start];
}

static unsigned level_of(styles *styles, int style)
{
	for (unsigned i = 0; i < styles->count; i++) {
		if (styles->items[i] == style)
			return i;
	}
	if (styles->count == LEVELS_MAX)
		return LEVELS_MAX;
	styles->items[styles->count] = style;
	return styles->count++;
}

/* Characters, not bytes: an underline is as long as the title. */
static uint32_t length_of(const reader *r, const line *line)
{
	uint32_t len = 0;
	for (uint32_t i = line->start; i < line->end; i++)
		len += (r->text[i] & 0xC0) != 0x80;
	return len;
}

/* Behind the title that begins at the line; 0: none does. */
static uint32_t read_title(reader *r, const line *first, styles *styles)
{
	line title = *first;
	char over = adornment_of(r, first);
	if (over != '\0') {
		title = line_at(r, first->next);
		if (first->next >= r->len || line_is_blank(&title) || adornment_of(r, &title) != '\0')
			return 0;
	}
	if (title.next >= r->len || (over == '\0' && title.text > title.start))
		return 0;
	line under = line_at(r, title.next);
	char sign = adornment_of(r, &under);
	uint32_t len = under.end - under.start;
	if (sign == '\0' || (over != '\0' && sign != over) || (len < 4 && len < length_of(r, &title)))
		return 0;
	unsigned level = level_of(styles, sign | (over != '\0' ? 256 : 0));
	reader_open_section(r, level, first->start, (range){title.text, title.end});
	return under.next;
}

/* What is indented deeper than the directive, from behind its options; ends with the last line that is not blank. */
static range find_block(const reader *r, const line *directive, uint32_t *end)
{
	uint32_t indent = directive->text - directive->start;
	range block = {directive->next, directive->next};
	bool options = true;
	while (block.end < r->len) {
		line line = line_at(r, *end);
		if (*end >= r->len || (!line_is_blank(&line) && line.text - line.start <= indent))
			break;
		*end = line.next;
		options = options && !line_is_blank(&line) && r->text[line.text] == ':';
		if (options)
			block.start = line.next;
		if (!line_is_blank(&line))
			block.end = line.next;
	}
	while (block.start < block.end) {
		line line = line_at(r, block.start);
		if (!line_is_blank(&line))
			break;
		block.start = line.next;
	}
	return block;
}

/* Behind the directive at the line if it holds code; 0: it does not. */
static uint32_t read_directive(reader *r, const line *line)
{
	if (line->end - line->text < 4 || memcmp(r->text + line->text, ".. ", 3) != 0)
		return 0;
	range name = reader_word(r, line->text + 3, line->end);
	for (size_t i = 0; i < sizeof(directives) / sizeof(directives[0]); i++) {
		const char *language = directives[i].language;
		if (name.end - name.start != strlen(directives[i].name) || !reader_begins(r, name, directives[i].name))
			continue;
		range tag = reader_word(r, name.end, line->end);
		uint32_t end = line->next;
		range block = find_block(r, line, &end);
		if (language == NULL) {
			reader_add_code(r, block, tag);
		} else if (block.start < block.end) {
			int32_t added = spans_add(&r->spans, ONFLAME_INJECTION, block.start, block.end, NULL);
			if (added != SPAN_NONE) {
				r->spans.items[added].name = language;
				r->spans.items[added].name_len = (uint32_t)strlen(language);
			}
		}
		return end;
	}
	return 0;
}

/* Where the text of a paragraph begins: behind the marks of the items of lists that it opens. */
static uint32_t paragraph_start(const reader *r, const line *line)
{
	uint32_t at = line->text;
	for (;;) {
		uint32_t mark = at;
		if (mark < line->end && strchr("-*+#", r->text[mark]) != NULL)
			mark++;
		else
			while (mark < line->end && r->text[mark] >= '0' && r->text[mark] <= '9')
				mark++;
		if (mark > at && mark < line->end && (r->text[mark] == '.' || r->text[mark] == ')'))
			mark++;
		if (mark == at || mark >= line->end || r->text[mark] != ' ')
			return at;
		while (mark < line->end && r->text[mark] == ' ')
			mark++;
		at = mark;
	}
}

/* Behind the literal block that a paragraph's `::` leads, where a directive is but text; 0: the line leads none. */
static uint32_t skip_literal(const reader *r, const line *line)
{
	uint32_t end = line->end;
	while (end > line->text && (r->text[end - 1] == ' ' || r->text[end - 1] == '\t'))
		end--;
	if (end - line->text < 2 || memcmp(r->text + end - 2, "::", 2) != 0 ||
	    (end - line->text > 2 && memcmp(r->text + line->text, ".. ", 3) == 0) || line->next >= r->len)
		return 0;
	struct line next = line_at(r, line->next);
	if (!line_is_blank(&next))
		return 0;
	struct line paragraph = *line;
	paragraph.text = paragraph_start(r, line);
	uint32_t behind = line->next;
	find_block(r, &paragraph, &behind);
	return behind;
}

void rst_read(reader *r)
{
	styles styles = {.count = 0};
	bool free_line = true; /* the line before is blank */
	for (uint32_t at = 0; at < r->len && !r->spans.failed;) {
		line line = line_at(r, at);
		uint32_t end = free_line && !line_is_blank(&line) ? read_title(r, &line, &styles) : 0;
		if (end == 0)
			end = read_directive(r, &line);
		if (end == 0)
			end = skip_literal(r, &line);
		free_line = end > 0 || line_is_blank(&line);
		at = end > 0 ? end : line.next;
	}
}
