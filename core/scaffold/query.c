/* SPDX-License-Identifier: MIT */
#include "scaffold/query.h"

#include <string.h>

enum { DEPTH_MAX = 64, CAPTURES_MAX = 8 };

typedef struct reader {
	const char *name, *start, *at, *end;
	arena *arena;
	error *error;
	int depth;
} reader;

static int fail(reader *reader, const char *what)
{
	size_t line = 1, column = 1;
	for (const char *at = reader->start; at < reader->at; at++) {
		column = *at == '\n' ? 1 : column + 1;
		line += *at == '\n';
	}
	return error_set(reader->error, "%s:%zu:%zu: %s", reader->name, line, column, what);
}

static void skip_space(reader *reader)
{
	while (reader->at < reader->end) {
		if (*reader->at == ';') {
			const char *stop = memchr(reader->at, '\n', (size_t)(reader->end - reader->at));
			reader->at = stop != NULL ? stop : reader->end;
		} else if (*reader->at != '\0' && strchr(" \t\r\n\f\v,", *reader->at) != NULL) {
			reader->at++;
		} else {
			return;
		}
	}
}

/* The character at hand; 0 at the end. */
static char peek(const reader *reader)
{
	return reader->at < reader->end ? *reader->at : '\0';
}

static bool is_word_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '.' || c == '?' || c == '!' || c == '/' || (unsigned char)c >= 0x80;
}

static text read_word(reader *reader)
{
	const char *start = reader->at;
	while (reader->at < reader->end && is_word_char(*reader->at))
		reader->at++;
	return (text){start, (size_t)(reader->at - start)};
}

static int read_string(reader *reader, text *out)
{
	const char *start = ++reader->at;
	while (reader->at < reader->end && *reader->at != '"')
		reader->at += *reader->at == '\\' && reader->at + 1 < reader->end ? 2 : 1;
	if (reader->at >= reader->end)
		return fail(reader, "a string without end");
	char *copy = arena_alloc(reader->arena, (size_t)(reader->at - start) + 1);
	out->len = 0;
	for (const char *at = start; at < reader->at; at++) {
		if (*at == '\\')
			at++;
		copy[out->len++] = *at;
	}
	out->data = copy;
	reader->at++;
	return 0;
}

static int read_pattern(reader *reader, query_pattern **out);

/* Patterns up to `close`; at the top, '\0' is the end of the file. */
static int read_children(reader *reader, char close, query_pattern *parent)
{
	query_pattern **tail = &parent->first;
	while (*tail != NULL)
		tail = &(*tail)->next;
	for (;;) {
		skip_space(reader);
		if (reader->at == reader->end)
			return close == '\0' ? 0 : fail(reader, "a bracket without end");
		if (peek(reader) == close) {
			reader->at++;
			return 0;
		}
		query_pattern *made = NULL;
		if (read_pattern(reader, &made) != 0)
			return -1;
		if (made == NULL)
			continue;
		*tail = made;
		tail = &made->next;
	}
}

static int read_arguments(reader *reader, query_pattern *parent)
{
	query_pattern **tail = &parent->first;
	for (;;) {
		skip_space(reader);
		if (peek(reader) == ')') {
			reader->at++;
			return 0;
		}
		query_pattern *made = arena_zero(reader->arena, 1, sizeof(*made));
		made->form = QUERY_ARGUMENT;
		const char *start = reader->at;
		if (peek(reader) == '"') {
			if (read_string(reader, &made->text) != 0)
				return -1;
		} else {
			reader->at += peek(reader) == '@' ? 1 : 0;
			made->text = read_word(reader);
			made->text = (text){start, (size_t)(reader->at - start)};
		}
		if (reader->at == start)
			return fail(reader, "a predicate that is not understood");
		*tail = made;
		tail = &made->next;
	}
}

/* Behind '('. */
static int read_list(reader *reader, query_pattern *out)
{
	skip_space(reader);
	if (peek(reader) == '#') {
		reader->at++;
		out->form = QUERY_PREDICATE;
		out->text = read_word(reader);
		return read_arguments(reader, out);
	}
	const char *start = reader->at;
	text word = read_word(reader);
	skip_space(reader);
	out->form = QUERY_GROUP;
	if (word.len > 0 && *start != '.' && *start != '!' && peek(reader) != ':') {
		out->form = QUERY_NODE;
		out->text = word;
	} else {
		reader->at = start;
	}
	return read_children(reader, ')', out);
}

static int read_captures(reader *reader, query_pattern *out)
{
	for (;;) {
		skip_space(reader);
		char c = peek(reader);
		if (c == '*' || c == '+' || c == '?') {
			reader->at++;
			continue;
		}
		if (c != '@')
			return 0;
		reader->at++;
		text name = read_word(reader);
		if (out->captures == NULL)
			out->captures = arena_zero(reader->arena, CAPTURES_MAX, sizeof(*out->captures));
		if (out->capture_count == CAPTURES_MAX)
			return fail(reader, "too many captures");
		out->captures[out->capture_count++] = name;
	}
}

/* What stands behind a field, or alone. */
static int read_body(reader *reader, query_pattern *out)
{
	char c = peek(reader);
	if (c == '"') {
		out->form = QUERY_ANONYMOUS;
		return read_string(reader, &out->text);
	}
	if (c == '(' || c == '[') {
		reader->at++;
		if (++reader->depth > DEPTH_MAX)
			return fail(reader, "brackets nested too deep");
		out->form = QUERY_CHOICE;
		int status = c == '(' ? read_list(reader, out) : read_children(reader, ']', out);
		reader->depth--;
		return status;
	}
	if (c == '_') {
		reader->at++;
		out->form = QUERY_NODE;
		return 0;
	}
	return fail(reader, "neither a pattern nor its end");
}

/* NULL in `out`: what was read says nothing of nodes that are there. */
static int read_pattern(reader *reader, query_pattern **out)
{
	char c = peek(reader);
	if (c == '.') {
		reader->at++;
		return 0;
	}
	if (c == '!') {
		reader->at++;
		return read_word(reader).len > 0 ? 0 : fail(reader, "'!' without a field");
	}
	query_pattern *made = arena_zero(reader->arena, 1, sizeof(*made));
	if (c != '_' || (reader->at + 1 < reader->end && is_word_char(reader->at[1]))) {
		made->field = read_word(reader);
		skip_space(reader);
		if (made->field.len > 0 && peek(reader) != ':')
			return fail(reader, "a word that is no field");
		reader->at += made->field.len > 0 ? 1 : 0;
		skip_space(reader);
	}
	if (read_body(reader, made) != 0 || read_captures(reader, made) != 0)
		return -1;
	*out = made;
	return 0;
}

query_pattern *query_parse(const char *name, text source, arena *arena, error *error)
{
	reader reader = {name, source.data, source.data, source.data + source.len, arena, error, 0};
	query_pattern *top = arena_zero(arena, 1, sizeof(*top));
	top->form = QUERY_GROUP;
	return read_children(&reader, '\0', top) == 0 ? top : NULL;
}
