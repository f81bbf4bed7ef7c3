/* SPDX-License-Identifier: MIT */
/*
 * YAML 1.2, read by hand, line by line: what a # is hangs on the scalar it stands in, and where a scalar ends on how far the
 * entry around it is indented. Blank lines within a scalar are part of it. What is no YAML, templates of it above all, is read
 * as plain text up to its line's end.
 */
#include "reader.h"

#include <string.h>

static void emit(reader *r, uint32_t role, uint32_t start, uint32_t end)
{
	onflame_span span = {.role = role, .start = start, .end = end};
	if (r->status == 0 && start < end)
		r->status = r->host->emit(r->host, &span);
}

void reader_comment(reader *r, uint32_t start, uint32_t end)
{
	emit(r, ONFLAME_COMMENT, start, end);
}

void reader_string(reader *r, uint32_t start, uint32_t end)
{
	emit(r, ONFLAME_STRING, start, end);
}

bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

bool is_gap(const reader *r, uint32_t at)
{
	return at >= r->len || is_blank(r->text[at]) || r->text[at] == '\n';
}

uint32_t skip_blank(const reader *r, uint32_t at)
{
	while (at < r->len && is_blank(r->text[at]))
		at++;
	return at;
}

uint32_t line_end(const reader *r, uint32_t at)
{
	const char *found = at < r->len ? memchr(r->text + at, '\n', r->len - at) : NULL;
	return found != NULL ? (uint32_t)(found - r->text) : r->len;
}

bool is_marker(const reader *r, uint32_t line)
{
	return r->len - line >= 3 && is_gap(r, line + 3) &&
	       (memcmp(r->text + line, "---", 3) == 0 || memcmp(r->text + line, "...", 3) == 0);
}

/* How a line of a plain scalar ends. */
typedef struct plain {
	uint32_t end;   /* of the line */
	uint32_t colon; /* that makes a key of what stands before it; `end`: none */
	uint32_t hash;  /* of a comment; `end`: none */
} plain;

static plain read_plain(const reader *r, uint32_t at, uint32_t end)
{
	plain line = {.end = end, .colon = end, .hash = end};
	for (; at < end; at++) {
		char c = r->text[at];
		if (c == ':' && is_gap(r, at + 1)) {
			line.colon = at;
			break;
		}
		if (c == '#' && at > 0 && is_blank(r->text[at - 1])) {
			line.hash = at;
			break;
		}
	}
	return line;
}

/* Behind a plain scalar whose first line ends at `end`: it goes on in lines that are indented deeper than its entry. */
static uint32_t continue_plain(reader *r, uint32_t start, uint32_t end)
{
	uint32_t last = end;
	for (uint32_t line = end + 1; line < r->len;) {
		uint32_t text = skip_blank(r, line);
		if (text < r->len && r->text[text] == '\n') {
			line = text + 1;
			continue;
		}
		if (text == r->len || (int64_t)(text - line) <= r->indent || r->text[text] == '#' || is_marker(r, line))
			break;
		plain next = read_plain(r, text, line_end(r, text));
		if (next.colon < next.end)
			break;
		last = next.end;
		line = last + 1;
		if (next.hash == next.end)
			continue;
		reader_string(r, start, next.hash);
		reader_comment(r, next.hash, next.end);
		return line;
	}
	if (last > end)
		reader_string(r, start, last);
	return last + 1;
}

/* The digit and signs behind | or >. */
typedef struct header {
	bool is_one, keep;
	int64_t indent; /* 0: as the first line is */
} header;

static header read_header(reader *r, uint32_t at)
{
	header header = {.is_one = true};
	for (at++; at < r->len && !is_gap(r, at); at++) {
		char c = r->text[at];
		if (c >= '1' && c <= '9')
			header.indent = c - '0';
		else if (c == '+' || c == '-')
			header.keep = c == '+';
		else
			return (struct header){.is_one = false};
	}
	uint32_t next = skip_blank(r, at);
	header.is_one = next >= r->len || r->text[next] == '\n' || r->text[next] == '#';
	return header;
}

static uint32_t skip_spaces(const reader *r, uint32_t at)
{
	while (at < r->len && r->text[at] == ' ')
		at++;
	return at;
}

/* A scalar whose header stands at `at`: the lines behind it that are indented deeper than its entry. */
static uint32_t read_block(reader *r, uint32_t at, header header)
{
	uint32_t header_end = line_end(r, at);
	const char *hash = memchr(r->text + at, '#', header_end - at);
	int64_t indent = header.indent > 0 ? header.indent + (r->indent > 0 ? r->indent : 0) : -1;
	uint32_t last = header_end, line = header_end + 1;
	if (hash != NULL)
		reader_comment(r, (uint32_t)(hash - r->text), header_end);
	while (line < r->len) {
		uint32_t spaces = skip_spaces(r, line);
		uint32_t text = skip_blank(r, spaces);
		bool visible = text < r->len && r->text[text] != '\n';
		if (visible && indent < 0 && (int64_t)(spaces - line) > r->indent)
			indent = spaces - line;
		bool within = indent >= 0 && (int64_t)(spaces - line) >= indent && !is_marker(r, line);
		if (visible && !within)
			break;
		uint32_t end = line_end(r, text);
		/* A line of more blanks than the indentation says something. */
		if (visible || (indent >= 0 && (int64_t)(spaces - line) > indent))
			last = end;
		line = end + 1;
	}
	if (last == header_end && !header.keep)
		return header_end + 1;
	/* Behind the last break, for a blank line may be the last that is kept. */
	uint32_t end = header.keep && line <= r->len ? line : last;
	reader_string(r, header_end + 1, end);
	return header.keep ? line : last + 1;
}

/* Behind what has an end of its own at `at`: a quoted scalar, a flow collection, an alias; `at`: there is none. */
static uint32_t read_closed(reader *r, uint32_t at)
{
	char c = r->text[at];
	uint32_t end = at;
	if (c == '"' || c == '\'') {
		end = quoted_end(r, at, r->len);
		if (end > at && memchr(r->text + at, '\n', end - at) != NULL)
			reader_string(r, at, end);
	} else if (c == '[' || c == '{') {
		end = flow_read(r, at);
	} else if (c == '*') {
		while (end < r->len && !is_gap(r, end))
			end++;
	}
	return end;
}

/* Passes over - ? : and their like, and over what names or types a node. Returns where the node's own text begins. */
static uint32_t skip_marks(reader *r, uint32_t line, uint32_t at)
{
	while (at < r->len) {
		char c = r->text[at];
		if ((c == '-' || c == '?' || c == ':') && is_gap(r, at + 1)) {
			r->indent = at - line;
			at++;
		} else if (c == '&' || c == '!') {
			while (!is_gap(r, at))
				at++;
		} else {
			break;
		}
		at = skip_blank(r, at);
	}
	return at;
}

/* The rest of a line, or more, from a node on. Returns where the next line begins. */
static uint32_t read_nodes(reader *r, uint32_t line, uint32_t at)
{
	for (bool keyed = false;; keyed = true) {
		at = skip_marks(r, line, at);
		if (at == r->len || r->text[at] == '\n')
			return at + 1;
		header header = {.is_one = false};
		if (r->text[at] == '|' || r->text[at] == '>')
			header = read_header(r, at);
		if (header.is_one)
			return read_block(r, at, header);

		uint32_t end = read_closed(r, at);
		bool closed = end > at;
		uint32_t next = closed ? skip_blank(r, end) : at;
		if (closed && (next == r->len || r->text[next] == '\n'))
			return next + 1;
		plain plain = read_plain(r, next, line_end(r, next));
		if (plain.colon < plain.end && !keyed && memchr(r->text + at, '\n', next - at) == NULL) {
			r->indent = at - line;
			at = skip_blank(r, plain.colon + 1);
			continue;
		}
		while (plain.colon < plain.end)
			plain = read_plain(r, plain.colon + 1, plain.end);
		reader_comment(r, plain.hash, plain.end);
		if (closed || plain.hash < plain.end)
			return plain.end + 1;
		return continue_plain(r, at, plain.end);
	}
}

static uint32_t read_line(reader *r, uint32_t line)
{
	bool marker = is_marker(r, line);
	uint32_t at = skip_blank(r, marker ? line + 3 : line);
	if (marker)
		r->indent = -1;
	if (at == r->len || r->text[at] == '\n')
		return at + 1;
	if (r->text[at] == '#') {
		uint32_t end = line_end(r, at);
		reader_comment(r, at, end);
		return end + 1;
	}
	/* A directive is none of the document. */
	if (at == line && r->text[at] == '%')
		return line_end(r, at) + 1;
	if (!marker && (int64_t)(at - line) <= r->indent)
		r->indent = (int64_t)(at - line) - 1;
	return read_nodes(r, line, at);
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	reader r = {.host = host, .text = text, .len = len, .indent = -1};
	uint32_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	while (at < len && r.status == 0)
		at = read_line(&r, at);
	return r.status;
}

static const onflame_language yaml = {.name = "YAML", .scan = scan};

static const onflame_language *const languages[] = {&yaml, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "yaml", .version = "2.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
