/* SPDX-License-Identifier: MIT */
/* Quoted scalars and flow collections: what has an end of its own, lines on. */
#include "reader.h"

#include <string.h>

/* The first line of a marker within [start, end); `end`: there is none. */
static uint32_t find_marker(const reader *r, uint32_t start, uint32_t end)
{
	const char *stop = r->text + end;
	for (const char *feed = memchr(r->text + start, '\n', end - start); feed != NULL;
	     feed = memchr(feed + 1, '\n', (size_t)(stop - feed - 1))) {
		uint32_t line = (uint32_t)(feed - r->text) + 1;
		if (line < end && is_marker(r, line))
			return line;
	}
	return end;
}

static uint32_t find_quote(const reader *r, uint32_t at, uint32_t limit)
{
	char quote = r->text[at];
	for (at++; at < limit; at++) {
		bool doubled = quote == '\'' && at + 1 < limit && r->text[at + 1] == quote;
		if (quote == '"' ? r->text[at] == '\\' : r->text[at] == quote && doubled)
			at++;
		else if (r->text[at] == quote)
			return at + 1;
	}
	return 0;
}

uint32_t quoted_end(reader *r, uint32_t at, uint32_t limit)
{
	uint32_t *unquoted_until = &r->unquoted_until[r->text[at] == '"'];
	if (at < *unquoted_until)
		return at;
	uint32_t end = find_quote(r, at, limit);
	uint32_t stop = end > 0 ? end : limit;
	uint32_t marker = find_marker(r, at, stop);
	if (end > 0 && marker == end)
		return end;
	/* Nobody looks for its end again: the time stays linear. */
	*unquoted_until = marker;
	return at;
}

/* A collection on the way through it. */
typedef struct flow {
	reader *reader;
	uint32_t at, limit;
	uint32_t depth;
	bool plain; /* within a plain scalar */
	bool tell;
} flow;

static bool is_indicator(char c)
{
	return c != '\0' && strchr(",[]{}", c) != NULL;
}

/* At a line break: behind it and blank lines, which belong to a plain scalar that goes on. false: a document ends. */
static bool pass_breaks(flow *f)
{
	const reader *r = f->reader;
	uint32_t start = f->at, breaks = 0;
	while (f->at < f->limit && (r->text[f->at] == '\n' || is_blank(r->text[f->at]))) {
		if (r->text[f->at++] != '\n')
			continue;
		breaks++;
		if (is_marker(r, f->at))
			return false;
	}
	if (f->at == f->limit)
		return true;
	char c = r->text[f->at];
	f->plain = f->plain && !is_indicator(c) && c != '#' && !(c == ':' && is_gap(r, f->at + 1));
	if (f->plain && breaks > 1 && f->tell)
		reader_string(f->reader, start, f->at);
	return true;
}

static void pass_comment(flow *f)
{
	uint32_t end = line_end(f->reader, f->at);
	end = end < f->limit ? end : f->limit;
	if (f->tell)
		reader_comment(f->reader, f->at, end);
	f->plain = false;
	f->at = end;
}

/* false: no quoted scalar begins here. */
static bool pass_quoted(flow *f)
{
	reader *r = f->reader;
	uint32_t end = quoted_end(r, f->at, f->limit);
	if (end == f->at)
		return false;
	if (f->tell && memchr(r->text + f->at, '\n', end - f->at) != NULL)
		reader_string(r, f->at, end);
	f->at = end;
	return true;
}

/* One character of a collection, or more. */
static void pass(flow *f)
{
	const reader *r = f->reader;
	char c = r->text[f->at];
	if (c == '#' && is_gap(r, f->at - 1)) {
		pass_comment(f);
		return;
	}
	if (!f->plain && (c == '"' || c == '\'') && pass_quoted(f))
		return;
	if (c == '[' || c == '{')
		f->depth++;
	else if (c == ']' || c == '}')
		f->depth--;
	bool colon = c == ':' && (!f->plain || is_gap(r, f->at + 1) || is_indicator(r->text[f->at + 1]));
	bool mark = !f->plain && (c == '-' || c == '?') && is_gap(r, f->at + 1);
	f->plain = !is_indicator(c) && !colon && !mark && (f->plain || !is_blank(c));
	f->at++;
}

/* Behind the closing bracket; 0: there is none, and `*stop` is where the search ended. */
static uint32_t read_flow(reader *r, uint32_t at, uint32_t limit, bool tell, uint32_t *stop)
{
	flow f = {.reader = r, .at = at, .limit = limit, .tell = tell};
	do {
		if (r->text[f.at] != '\n')
			pass(&f);
		else if (!pass_breaks(&f))
			break;
	} while (f.depth > 0 && f.at < limit);
	*stop = f.at;
	return f.depth == 0 ? f.at : 0;
}

uint32_t flow_read(reader *r, uint32_t at)
{
	uint32_t limit = at < r->unclosed_until ? line_end(r, at) : r->len;
	uint32_t stop;
	uint32_t end = read_flow(r, at, limit, false, &stop);
	if (end == 0) {
		r->unclosed_until = stop > r->unclosed_until ? stop : r->unclosed_until;
		return at;
	}
	/* Once more, now that it is known to be one. */
	if (memchr(r->text + at, '\n', end - at) != NULL)
		read_flow(r, at, end, true, &stop);
	return end;
}
