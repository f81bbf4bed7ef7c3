/* SPDX-License-Identifier: MIT */
/* What begins and ends the blocks of Markdown. */
#include "blocks.h"

#include <string.h>

bool is_space(char c)
{
	return c == ' ' || c == '\t';
}

ahead look(const doc *d, cursor c)
{
	ahead ahead = {.at = c.at, .indent = c.owed};
	uint32_t column = c.column;
	for (; ahead.at < d->line.end && is_space(d->text[ahead.at]); ahead.at++) {
		uint32_t width = d->text[ahead.at] == '\t' ? TAB - column % TAB : 1;
		ahead.indent += width;
		column += width;
	}
	ahead.blank = ahead.at == d->line.end;
	return ahead;
}

void take(const doc *d, cursor *c, uint32_t columns)
{
	while (columns > 0) {
		if (c->owed == 0) {
			if (c->at == d->line.end || !is_space(d->text[c->at]))
				return;
			c->owed = d->text[c->at] == '\t' ? TAB - c->column % TAB : 1;
			c->column += c->owed;
			c->at++;
		}
		uint32_t part = columns < c->owed ? columns : c->owed;
		c->owed -= part;
		columns -= part;
	}
}

void take_to(cursor *c, const ahead *ahead)
{
	c->column += ahead->indent - c->owed;
	c->owed = 0;
	c->at = ahead->at;
}

range trim(const doc *d, range range)
{
	while (range.start < range.end && is_space(d->text[range.start]))
		range.start++;
	while (range.end > range.start && is_space(d->text[range.end - 1]))
		range.end--;
	return range;
}

/* How often `c` stands at `at`. */
static uint32_t run_of(const doc *d, uint32_t at, char c)
{
	uint32_t end = at;
	while (end < d->line.end && d->text[end] == c)
		end++;
	return end - at;
}

static bool is_blank_from(const doc *d, uint32_t at)
{
	while (at < d->line.end && is_space(d->text[at]))
		at++;
	return at == d->line.end;
}

bool is_break(const doc *d, uint32_t at)
{
	char c = d->text[at];
	uint32_t count = 0;
	if (c != '-' && c != '*' && c != '_')
		return false;
	for (; at < d->line.end; at++) {
		if (d->text[at] == c)
			count++;
		else if (!is_space(d->text[at]))
			return false;
	}
	return count >= 3;
}

uint32_t heading_level(const doc *d, uint32_t at)
{
	uint32_t level = run_of(d, at, '#');
	bool ends = at + level == d->line.end || is_space(d->text[at + level]);
	return level <= LEVELS && ends ? level : 0;
}

uint32_t underline_level(const doc *d, uint32_t at)
{
	char c = d->text[at];
	if ((c != '=' && c != '-') || !is_blank_from(d, at + run_of(d, at, c)))
		return 0;
	return c == '=' ? 1 : 2;
}

uint32_t fence_length(const doc *d, uint32_t at)
{
	char c = d->text[at];
	uint32_t len = c == '`' || c == '~' ? run_of(d, at, c) : 0;
	if (len < 3)
		return 0;
	bool inline_code = c == '`' && memchr(d->text + at + len, '`', d->line.end - at - len) != NULL;
	return inline_code ? 0 : len;
}

bool closes_fence(const doc *d, uint32_t at)
{
	uint32_t len = run_of(d, at, d->fence);
	return len >= d->fence_len && is_blank_from(d, at + len);
}

uint32_t item_mark(const doc *d, uint32_t at, bool interrupts)
{
	uint32_t end = at;
	if (strchr("-+*", d->text[at]) != NULL && d->text[at] != '\0') {
		end++;
	} else {
		while (end < d->line.end && end - at <= 9 && d->text[end] >= '0' && d->text[end] <= '9')
			end++;
		bool number =
			end > at && end - at <= 9 && end < d->line.end && (d->text[end] == '.' || d->text[end] == ')');
		/* What goes on with a number in a paragraph begins a list with 1 only. */
		if (!number || (interrupts && (end - at > 1 || d->text[at] != '1')))
			return 0;
		end++;
	}
	if (end < d->line.end && !is_space(d->text[end]))
		return 0;
	return interrupts && is_blank_from(d, end) ? 0 : end - at;
}

/* Behind a link's target at `at`; `at`: there is none. */
static uint32_t skip_target(const doc *d, uint32_t at, uint32_t end)
{
	if (at < end && d->text[at] == '<') {
		const char *close = memchr(d->text + at, '>', end - at);
		return close != NULL ? (uint32_t)(close - d->text) + 1 : at;
	}
	while (at < end && !is_space(d->text[at]))
		at++;
	return at;
}

bool is_definition(const doc *d, range range)
{
	range = trim(d, range);
	if (range.start == range.end || d->text[range.start] != '[')
		return false;
	const char *close = memchr(d->text + range.start, ']', range.end - range.start);
	uint32_t colon = close != NULL ? (uint32_t)(close - d->text) + 1 : range.end;
	if (colon >= range.end || d->text[colon] != ':')
		return false;
	range = trim(d, (struct range){colon + 1, range.end});
	uint32_t target = skip_target(d, range.start, range.end);
	struct range title = trim(d, (struct range){target, range.end});
	if (target == range.start || title.start == title.end)
		return target > range.start;
	char open = d->text[title.start];
	char last = d->text[title.end - 1];
	return title.start > target && title.end - title.start > 1 &&
	       (open == '(' ? last == ')' : (open == '"' || open == '\'') && last == open);
}
