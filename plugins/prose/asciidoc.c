/* SPDX-License-Identifier: MIT */
/*
 * AsciiDoc: sections, titles underlined or behind equals signs, listings in delimiters, fences and paragraphs; what stands between
 * other delimiters, verbatim or not, has no sections.
 */
#include "reader.h"

#include <string.h>

enum { BLOCKS_MAX = 16 };

/* Lines that opened examples, quotes, sidebars, tables and open blocks, the outermost first. */
typedef struct blocks {
	range open[BLOCKS_MAX];
	size_t count;
} blocks;

/* The length of a line that is made of one of the signs of verbatim blocks; 0: it is none. */
static uint32_t delimiter_of(const reader *r, const line *line)
{
	uint32_t len = line->end - line->start;
	if (len < 4 || strchr("-./+", r->text[line->start]) == NULL)
		return 0;
	for (uint32_t i = 1; i < len; i++) {
		if (r->text[line->start + i] != r->text[line->start])
			return 0;
	}
	return len;
}

/* Whether a line opens or closes a block that holds blocks: ====, ____, ****, --, or a table: |===. */
static bool is_block(const reader *r, const line *line)
{
	const char *text = r->text + line->start;
	uint32_t len = line->end - line->start;
	if (len == 2)
		return text[0] == '-' && text[1] == '-';
	bool table = len >= 4 && strchr("|,:!", text[0]) != NULL && text[1] == '=';
	if (len < 4 || !(table || strchr("=_*", text[0]) != NULL))
		return false;
	for (uint32_t i = 2; i < len; i++) {
		if (text[i] != text[1])
			return false;
	}
	return table || text[0] == text[1];
}

/* A line like one that opened a block closes it, with all within; any other opens one. */
static void pass_block(const reader *r, blocks *blocks, const line *line)
{
	range found = {line->start, line->end};
	uint32_t len = found.end - found.start;
	for (size_t i = blocks->count; i > 0; i--) {
		range open = blocks->open[i - 1];
		if (open.end - open.start == len && memcmp(r->text + open.start, r->text + found.start, len) == 0) {
			blocks->count = i - 1;
			return;
		}
	}
	if (blocks->count < BLOCKS_MAX)
		blocks->open[blocks->count++] = found;
}

static bool is_fence(const reader *r, const line *line)
{
	return line->end - line->start >= 3 && memcmp(r->text + line->start, "```", 3) == 0;
}

/* [source,ruby], [source%linenums, ruby], [,ruby], [source,language=ruby]: the second attribute; empty: another list. */
static range read_attributes(const reader *r, const line *line)
{
	range none = {0, 0};
	if (line->end - line->start < 3 || r->text[line->start] != '[' || r->text[line->end - 1] != ']')
		return none;
	range list = {line->start + 1, line->end - 1};
	bool source = reader_begins(r, list, "source") || r->text[list.start] == ',';
	const char *comma = source ? memchr(r->text + list.start, ',', list.end - list.start) : NULL;
	if (comma == NULL)
		return none;
	list.start = (uint32_t)(comma - r->text) + 1;
	const char *next = memchr(r->text + list.start, ',', list.end - list.start);
	if (next != NULL)
		list.end = (uint32_t)(next - r->text);
	list = reader_trim(r, list);
	static const char *const keys[] = {"language=", "lang="};
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (reader_begins(r, list, keys[i]))
			list.start += (uint32_t)strlen(keys[i]);
	}
	while (list.start < list.end && r->text[list.start] == '"')
		list.start++;
	while (list.end > list.start && r->text[list.end - 1] == '"')
		list.end--;
	return list;
}

/* Behind the block that the line opens: a line like it closes it, or the text's end. */
static uint32_t read_verbatim(reader *r, const line *open, range tag)
{
	uint32_t len = is_fence(r, open) ? 3 : open->end - open->start;
	uint32_t at = open->next;
	while (at < r->len) {
		line line = line_at(r, at);
		if (line.end - line.start == len && memcmp(r->text + line.start, r->text + open->start, len) == 0) {
			reader_add_code(r, (range){open->next, at}, tag);
			return line.next;
		}
		at = line.next;
	}
	reader_add_code(r, (range){open->next, r->len}, tag);
	return r->len;
}

/* A paragraph is code where the list before it says so. */
static uint32_t read_paragraph(reader *r, const line *first, range tag)
{
	uint32_t at = first->start;
	while (at < r->len) {
		line line = line_at(r, at);
		if (line_is_blank(&line))
			break;
		at = line.next;
	}
	reader_add_code(r, (range){first->start, at}, tag);
	return at;
}

static void read_heading(reader *r, const line *line)
{
	uint32_t level = 0;
	while (line->start + level < line->end && r->text[line->start + level] == '=')
		level++;
	if (level == 0 || level > 6 || line->start + level >= line->end || r->text[line->start + level] != ' ')
		return;
	range name = reader_trim(r, (range){line->start + level, line->end});
	reader_open_section(r, level - 1, line->start, name);
}

static uint32_t length_of(const reader *r, const line *line)
{
	uint32_t len = 0;
	for (uint32_t at = line->start; at < line->end; at++)
		len += ((unsigned char)r->text[at] & 0xc0) != 0x80;
	return len;
}

static bool holds_word(const reader *r, const line *line)
{
	for (uint32_t at = line->start; at < line->end; at++) {
		unsigned char c = (unsigned char)r->text[at];
		if (c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'))
			return true;
	}
	return false;
}

/* A title with a line of signs below it, as long as itself or one off. Returns behind that line; 0: it is none. */
static uint32_t read_underlined(reader *r, const line *title)
{
	static const char signs[] = "=-~^+";
	if (title->next >= r->len || r->text[title->start] == '.' || !holds_word(r, title))
		return 0;
	line under = line_at(r, title->next);
	uint32_t len = under.end - under.start, own = length_of(r, title);
	const char *sign = len >= 2 ? memchr(signs, r->text[under.start], sizeof(signs) - 1) : NULL;
	if (sign == NULL || len > own + 1 || own > len + 1)
		return 0;
	for (uint32_t at = under.start; at < under.end; at++) {
		if (r->text[at] != *sign)
			return 0;
	}
	reader_open_section(r, (uint32_t)(sign - signs), title->start,
			    reader_trim(r, (range){title->start, title->end}));
	return under.next;
}

/* A line of text, which is a title if no paragraph goes on in it. Returns where to read on. */
static uint32_t read_text(reader *r, const line *line, bool *goes_on)
{
	uint32_t at = *goes_on || line_is_blank(line) ? 0 : read_underlined(r, line);
	bool titled = at > 0 || r->text[line->start] == '=';
	if (at == 0)
		read_heading(r, line);
	*goes_on = !titled && !line_is_blank(line) && !reader_begins(r, (range){line->start, line->end}, "//");
	return at > 0 ? at : line->next;
}

void asciidoc_read(reader *r)
{
	bool goes_on = false;
	blocks blocks = {.count = 0};
	range tag = {0, 0};
	for (uint32_t at = 0; at < r->len && !r->spans.failed;) {
		line line = line_at(r, at);
		at = line.next;
		if (is_fence(r, &line)) {
			range told = reader_trim(r, (range){line.start + 3, line.end});
			at = read_verbatim(r, &line, told.start < told.end ? told : tag);
		} else if (delimiter_of(r, &line) > 0) {
			bool listing = r->text[line.start] == '-' || r->text[line.start] == '.';
			at = read_verbatim(r, &line, listing ? tag : (range){0, 0});
		} else if (is_block(r, &line)) {
			pass_block(r, &blocks, &line);
		} else if (!line_is_blank(&line) && r->text[line.start] == '[') {
			range told = read_attributes(r, &line);
			tag = told.start < told.end ? told : tag;
			continue;
		} else if (tag.start < tag.end && !line_is_blank(&line) && r->text[line.start] == '.') {
			continue; /* the title of the block */
		} else if (tag.start < tag.end && !line_is_blank(&line)) {
			at = read_paragraph(r, &line, tag);
		} else {
			if (blocks.count == 0)
				at = read_text(r, &line, &goes_on);
			tag = (range){0, 0};
			continue;
		}
		goes_on = false;
		tag = (range){0, 0};
	}
}
