/* SPDX-License-Identifier: MIT */
/*
 * SCSS, the braced syntax of Sass, and Less, read by hand: both are CSS with line comments, which what an older grammar does not
 * know of them must not hide. Mixins and functions are frames; @if, @else and the loops are branches; a run of `and` or `or`
 * is one to cognitive complexity. A string ends with its line unless the break is escaped; Sass computes within #{ } in it.
 */
#include "spans.h"

#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* What a brace has opened. */
typedef struct block {
	int32_t span;      /* that it ends; SPAN_NONE */
	int32_t condition; /* the @if that was last closed in it: an @else goes on with that */
	char quote;        /* of the string that #{ stands in; NUL: none */
	bool interpolates;
} block;

typedef struct scanner {
	const char *text;
	uint32_t len;
	bool less;
	spans spans;
	block *blocks; /* the first stands for the file */
	size_t block_count, block_capacity;
	uint32_t statement; /* where it begins */
	uint32_t parens;    /* open in it: Less parts parameters with semicolons */
	int32_t pending;    /* the span that the next block ends; SPAN_NONE */
} scanner;

static int32_t add_span(scanner *s, uint32_t role, uint32_t start, uint32_t end, const char *label)
{
	return spans_add(&s->spans, role, start, end, label);
}

static void open_block(scanner *s, char quote, bool interpolates)
{
	void *items = s->blocks;
	if (!spans_grow(&s->spans, &items, &s->block_capacity, s->block_count, sizeof(*s->blocks)))
		return;
	s->blocks = items;
	s->blocks[s->block_count++] = (block){s->pending, SPAN_NONE, quote, interpolates};
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	       (unsigned char)c >= 0x80;
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static uint32_t skip_space(const scanner *s, uint32_t at)
{
	while (at < s->len && is_space(s->text[at]))
		at++;
	return at;
}

static uint32_t skip_name(const scanner *s, uint32_t at)
{
	while (at < s->len && is_name(s->text[at]))
		at++;
	return at;
}

static bool is_word(const scanner *s, uint32_t at, const char *word)
{
	size_t len = strlen(word);
	return s->len - at >= len && memcmp(s->text + at, word, len) == 0 &&
	       (at + len == s->len || !is_name(s->text[at + len]));
}

static bool is_comment(const scanner *s, uint32_t at)
{
	return s->text[at] == '/' && at + 1 < s->len && (s->text[at + 1] == '/' || s->text[at + 1] == '*');
}

/* A line comment ends before its line's break, an unclosed block comment with the file. */
static uint32_t comment_end(const scanner *s, uint32_t at)
{
	bool line = s->text[at + 1] == '/';
	uint32_t start = at;
	for (at += 2; at < s->len; at++) {
		if (line && (s->text[at] == '\n' || s->text[at] == '\r'))
			return at;
		if (!line && at > start + 2 && s->text[at] == '/' && s->text[at - 1] == '*')
			return at + 1;
	}
	return s->len;
}

static uint32_t skip_comment(scanner *s, uint32_t at)
{
	uint32_t end = comment_end(s, at);
	add_span(s, ONFLAME_COMMENT, at, end, NULL);
	if (s->statement == at)
		s->statement = skip_space(s, end);
	return end;
}

static uint32_t skip_escape(const scanner *s, uint32_t at)
{
	bool crlf = at + 2 < s->len && s->text[at + 1] == '\r' && s->text[at + 2] == '\n';
	uint32_t size = crlf ? 3 : 2;
	return s->len - at < size ? s->len : at + size;
}

/* The string's rest from `at` on, up to behind its end or to a #{ in it. Only escaped breaks are within it. */
static uint32_t skip_string(scanner *s, uint32_t at, char quote)
{
	uint32_t start = at > 0 ? at - 1 : at;
	bool lines = false;
	while (at < s->len && s->text[at] != quote && s->text[at] != '\n') {
		if (!s->less && s->text[at] == '#' && at + 1 < s->len && s->text[at + 1] == '{') {
			open_block(s, quote, true);
			at += 2;
			break;
		}
		uint32_t next = s->text[at] == '\\' ? skip_escape(s, at) : at + 1;
		lines = lines || s->text[next - 1] == '\n';
		at = next;
	}
	if (at < s->len && s->text[at] == quote)
		at++;
	if (lines)
		add_span(s, ONFLAME_STRING, start, at, NULL);
	return at;
}

/* Whether the parenthesis opens an address without quotes, in which // is no comment. */
static bool opens_url(const scanner *s, uint32_t at)
{
	static const char upper[] = "URL", lower[] = "url";
	if (at < 3 || (at > 3 && (is_name(s->text[at - 4]) || s->text[at - 4] == '$' || s->text[at - 4] == '@')))
		return false;
	for (size_t i = 0; i < 3; i++) {
		char c = s->text[at - 3 + i];
		if (c != upper[i] && c != lower[i])
			return false;
	}
	at = skip_space(s, at + 1);
	return at < s->len && s->text[at] != '"' && s->text[at] != '\'';
}

static uint32_t skip_url(const scanner *s, uint32_t at)
{
	uint32_t depth = 0;
	for (; at < s->len && (depth > 0 || s->text[at] != ')'); at++) {
		if (s->text[at] == '{')
			depth++;
		else if (s->text[at] == '}' && depth > 0)
			depth--;
		else if (s->text[at] == '\\')
			at = skip_escape(s, at) - 1;
	}
	return at;
}

static uint32_t skip_quoted(const scanner *s, uint32_t at)
{
	char quote = s->text[at++];
	while (at < s->len && s->text[at] != quote && s->text[at] != '\n')
		at = s->text[at] == '\\' ? skip_escape(s, at) : at + 1;
	return at;
}

/* Reports each parameter of the list that `at` opens; in Sass no other rule begins within it. */
static void add_parameters(scanner *s, uint32_t at)
{
	uint32_t depth = 0;
	bool begun = false;
	for (; at < s->len && (s->less || s->text[at] != '@'); at++) {
		char c = s->text[at];
		bool block = c == '{' && s->text[at - 1] != '#' && s->text[at - 1] != '@';
		if (block)
			break;
		bool opens = c == '(' && depth++ == 0;
		if (c == ')' && --depth == 0)
			break;
		if (is_comment(s, at)) {
			at = comment_end(s, at) - 1;
			continue;
		}
		bool parts = depth == 1 && (c == ',' || c == ';');
		if (!opens && !parts && !begun && !is_space(c)) {
			add_span(s, ONFLAME_PARAMETER, at, at, NULL);
			begun = true;
		}
		begun = begun && !parts;
		if (c == '"' || c == '\'')
			at = skip_quoted(s, at);
	}
}

static void drop_pending(scanner *s)
{
	if (s->pending != SPAN_NONE)
		s->spans.items[s->pending].role = ONFLAME_END;
	s->pending = SPAN_NONE;
}

static void begin_statement(scanner *s, uint32_t at)
{
	drop_pending(s);
	s->statement = skip_space(s, at);
	s->parens = 0;
}

static void begin_definition(scanner *s, uint32_t at, uint32_t name, const char *label)
{
	uint32_t end = skip_name(s, s->less ? name + 1 : name);
	drop_pending(s);
	s->pending = add_span(s, ONFLAME_FUNCTION, at, s->len, label);
	if (s->pending != SPAN_NONE) {
		s->spans.items[s->pending].name = s->text + name;
		s->spans.items[s->pending].name_len = end - name;
	}
	end = skip_space(s, end);
	if (end < s->len && s->text[end] == '(')
		add_parameters(s, end);
}

/* `and` and `or` of the condition, which its block, or the next rule, ends. */
static void add_operators(scanner *s, uint32_t at)
{
	char last = '\0';
	for (; at < s->len && memchr("{};@", s->text[at], 4) == NULL; at++) {
		if (s->text[at] == '"' || s->text[at] == '\'') {
			at = skip_quoted(s, at);
		} else if (is_comment(s, at)) {
			at = comment_end(s, at) - 1;
		} else if (!is_name(s->text[at - 1]) && s->text[at - 1] != '$' &&
			   (is_word(s, at, "and") || is_word(s, at, "or"))) {
			add_span(s, ONFLAME_BRANCH, at, at, s->text[at] == last ? "case" : "logical");
			last = s->text[at];
		}
	}
}

static void begin_branch(scanner *s, uint32_t at, const char *label)
{
	drop_pending(s);
	s->pending = add_span(s, ONFLAME_BRANCH, at, s->len, label);
}

static uint32_t read_at_rule(scanner *s, uint32_t at)
{
	uint32_t word = at + 1;
	uint32_t end = skip_name(s, word);
	uint32_t next = skip_space(s, end);
	if (is_word(s, word, "mixin")) {
		begin_definition(s, at, next, "mixin");
	} else if (is_word(s, word, "function")) {
		begin_definition(s, at, next, "function");
	} else if (is_word(s, word, "if")) {
		begin_branch(s, at, "if");
		add_operators(s, end);
	} else if (is_word(s, word, "else") && is_word(s, next, "if")) {
		begin_branch(s, at, "elif");
		add_operators(s, next + 2);
	} else if (is_word(s, word, "else")) {
		begin_branch(s, at, "else");
	} else if (is_word(s, word, "each") || is_word(s, word, "for") || is_word(s, word, "while")) {
		begin_branch(s, at, "if");
	}
	return end;
}

/* `.name(` at the statement's start: what Less defines a mixin with, if a block follows. */
static void read_less_mixin(scanner *s)
{
	uint32_t at = s->statement;
	uint32_t end = skip_name(s, at + 1);
	if (end == at + 1 || (s->text[at] != '.' && s->text[at] != '#'))
		return;
	end = skip_space(s, end);
	if (end < s->len && s->text[end] == '(')
		begin_definition(s, at, at, "mixin");
}

static void begin_block(scanner *s, uint32_t at)
{
	if (at > 0 && (s->text[at - 1] == '#' || s->text[at - 1] == '@')) {
		int32_t kept = s->pending;
		s->pending = SPAN_NONE;
		open_block(s, '\0', true);
		s->pending = kept;
		return;
	}
	if (s->less && s->pending == SPAN_NONE)
		read_less_mixin(s);
	open_block(s, '\0', false);
	s->pending = SPAN_NONE;
	begin_statement(s, at + 1);
}

/* Behind the brace; or behind the rest of the string that #{ } stood in. */
static uint32_t end_block(scanner *s, uint32_t at)
{
	if (s->block_count < 2)
		return at + 1;
	block closed = s->blocks[--s->block_count];
	if (closed.interpolates)
		return closed.quote != '\0' ? skip_string(s, at + 1, closed.quote) : at + 1;
	block *around = &s->blocks[s->block_count - 1];
	if (closed.span != SPAN_NONE) {
		onflame_span *span = &s->spans.items[closed.span];
		span->end = at + 1;
		if (is_word(s, span->start + 1, "if"))
			around->condition = closed.span;
		else if (is_word(s, span->start + 1, "else") && around->condition != SPAN_NONE)
			s->spans.items[around->condition].end = at + 1;
	}
	begin_statement(s, at + 1);
	return at + 1;
}

static uint32_t step(scanner *s, uint32_t at)
{
	char c = s->text[at];
	char next = at + 1 < s->len ? s->text[at + 1] : '\0';
	switch (c) {
	case '/':
		return next == '/' || next == '*' ? skip_comment(s, at) : at + 1;
	case '"':
	case '\'':
		return skip_string(s, at + 1, c);
	case '\\':
		return skip_escape(s, at);
	case ')':
		s->parens -= s->parens > 0;
		return at + 1;
	case '(':
		s->parens++;
		return opens_url(s, at) ? skip_url(s, at + 1) : at + 1;
	case '{':
		begin_block(s, at);
		return at + 1;
	case '}':
		return end_block(s, at);
	case ';':
		if (s->parens == 0 || !s->less)
			begin_statement(s, at + 1);
		return at + 1;
	case '@':
		return s->less ? at + 1 : read_at_rule(s, at);
	default:
		return at + 1;
	}
}

static int scan(const onflame_host *host, const char *text, uint32_t len, bool less)
{
	scanner s = {.text = text, .len = len, .less = less, .pending = SPAN_NONE};
	open_block(&s, '\0', false);
	s.statement = skip_space(&s, 0);
	for (uint32_t at = 0; at < len && !s.spans.failed;)
		at = step(&s, at);
	int status = spans_report(&s.spans, host);
	free(s.blocks);
	return status;
}

static int scan_scss(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, false);
}

static int scan_less(const onflame_host *host, const char *text, uint32_t len)
{
	return scan(host, text, len, true);
}

static const onflame_language scss = {.name = "SCSS", .scan = scan_scss};
static const onflame_language less = {.name = "Less", .scan = scan_less};
static const onflame_language *const languages[] = {&scss, &less, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "scss", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
