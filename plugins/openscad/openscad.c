/* SPDX-License-Identifier: MIT */
/*
 * OpenSCAD, as its manual defines it, read by hand: a grammar ends strings behind an escaped backslash. Modules make solids,
 * functions values; both are frames. `for` of either kind, conditions, && and || are branches. Strings go on over lines.
 */
#include "../scss/spans.h"

#include <string.h>

enum { DEPTH_MAX = 1000 }; /* what is opened deeper is not followed */

enum kind { BLOCK, MODULE, FUNCTION, IF, LOOP };

typedef struct open {
	enum kind kind;
	int32_t span;
	uint32_t depth; /* of parentheses around it */
	bool waits;     /* IF: an else comes next */
	bool closed;    /* IF: its else has come */
} open;

typedef struct scanner {
	const char *text;
	uint32_t len;
	spans spans;
	open stack[DEPTH_MAX];
	size_t count;
	uint32_t depth; /* of parentheses and brackets */
	char run;       /* of && or || */
} scanner;

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

static uint32_t skip_name(const scanner *s, uint32_t at)
{
	while (at < s->len && is_name(s->text[at]))
		at++;
	return at;
}

static bool is_comment(const scanner *s, uint32_t at)
{
	return s->text[at] == '/' && at + 1 < s->len && (s->text[at + 1] == '/' || s->text[at + 1] == '*');
}

static uint32_t comment_end(const scanner *s, uint32_t at)
{
	bool line = s->text[at + 1] == '/';
	uint32_t end = at + 2;
	while (end < s->len && !(line ? s->text[end] == '\n' || s->text[end] == '\r'
				      : s->text[end] == '/' && s->text[end - 1] == '*' && end > at + 2))
		end++;
	return line || end == s->len ? end : end + 1;
}

static uint32_t next_token(const scanner *s, uint32_t at)
{
	while (at < s->len && (is_comment(s, at) || s->text[at] == ' ' || (s->text[at] >= '\t' && s->text[at] <= '\r')))
		at = is_comment(s, at) ? comment_end(s, at) : at + 1;
	return at;
}

static bool is_word(const scanner *s, uint32_t at, const char *word)
{
	size_t len = strlen(word);
	return s->len - at >= len && memcmp(s->text + at, word, len) == 0 && skip_name(s, at) == at + len;
}

static uint32_t string_end(const scanner *s, uint32_t at)
{
	for (at++; at < s->len && s->text[at] != '"'; at++)
		at += s->text[at] == '\\';
	return at < s->len ? at + 1 : s->len;
}

static open *top(scanner *s)
{
	return s->count > 0 ? &s->stack[s->count - 1] : NULL;
}

static void push(scanner *s, enum kind kind, int32_t span)
{
	if (s->count < DEPTH_MAX)
		s->stack[s->count++] = (open){.kind = kind, .span = span, .depth = s->depth};
}

static void pop(scanner *s, uint32_t end)
{
	const open *closed = &s->stack[--s->count];
	if (closed->span != SPAN_NONE)
		s->spans.items[closed->span].end = end;
}

/* A statement, or what is in parentheses, ends before `end`, and with it all that is made of it, unless an else goes on. */
static void complete(scanner *s, uint32_t end)
{
	s->run = '\0';
	if (top(s) == NULL || top(s)->kind == BLOCK)
		return;
	bool goes_on = is_word(s, next_token(s, end), "else");
	for (open *last = top(s); last != NULL && last->kind != BLOCK && last->depth >= s->depth; last = top(s)) {
		last->waits = goes_on && last->kind == IF && !last->closed;
		if (last->waits)
			return;
		pop(s, end);
	}
}

static void add_parameters(scanner *s, uint32_t at)
{
	uint32_t depth = 0;
	bool begun = false;
	for (; at < s->len && memchr("{};", s->text[at], 3) == NULL; at = next_token(s, at)) {
		char c = s->text[at];
		bool opens = c == '(' || c == '[';
		if (is_word(s, at, "module") || is_word(s, at, "function"))
			return;
		if ((c == ')' || c == ']') && --depth == 0)
			return;
		if (depth == 1 && c == ',') {
			begun = false;
		} else if (depth > 0 && !begun) {
			spans_add(&s->spans, ONFLAME_PARAMETER, at, at, NULL);
			begun = true;
		}
		depth += opens;
		at = c == '"' ? string_end(s, at) : at + 1;
	}
}

/* `name = function (x) x;` goes by the name. */
static void name_literal(const scanner *s, uint32_t at, onflame_span *frame)
{
	uint32_t end = at;
	while (end > 0 && (s->text[end - 1] == ' ' || s->text[end - 1] == '\t'))
		end--;
	if (end == 0 || s->text[end - 1] != '=' || (end > 1 && memchr("=!<>", s->text[end - 2], 4) != NULL))
		return;
	end--;
	while (end > 0 && (s->text[end - 1] == ' ' || s->text[end - 1] == '\t'))
		end--;
	uint32_t start = end;
	while (start > 0 && is_name(s->text[start - 1]))
		start--;
	frame->name = s->text + start;
	frame->name_len = end - start;
	frame->start = start < end ? start : at;
}

static void open_definition(scanner *s, uint32_t at, uint32_t end, enum kind kind)
{
	uint32_t name = next_token(s, end);
	if (name == s->len || !(is_name(s->text[name]) || s->text[name] == '('))
		return;
	bool literal = s->text[name] == '(';
	const char *label = kind == MODULE ? "module" : literal ? "lambda" : "function";
	int32_t added = spans_add(&s->spans, ONFLAME_FUNCTION, at, s->len, label);
	if (added == SPAN_NONE)
		return;
	onflame_span *frame = &s->spans.items[added];
	end = skip_name(s, name);
	if (literal) {
		name_literal(s, at, frame);
	} else {
		frame->name = s->text + name;
		frame->name_len = end - name;
	}
	push(s, kind, added);
	end = next_token(s, end);
	if (end < s->len && s->text[end] == '(')
		add_parameters(s, end);
}

static void read_if(scanner *s, uint32_t at)
{
	const open *last = top(s);
	bool goes_on = last != NULL && last->kind == IF && last->closed && last->depth == s->depth && at >= 4 &&
		       s->spans.count > 0 && s->spans.items[s->spans.count - 1].label != NULL &&
		       strcmp(s->spans.items[s->spans.count - 1].label, "else") == 0;
	push(s, IF, spans_add(&s->spans, ONFLAME_BRANCH, at, s->len, goes_on ? "else if" : "if"));
}

static uint32_t read_name(scanner *s, uint32_t at)
{
	uint32_t end = skip_name(s, at);
	open *last = top(s);
	if (is_word(s, at, "module"))
		open_definition(s, at, end, MODULE);
	else if (is_word(s, at, "function"))
		open_definition(s, at, end, FUNCTION);
	else if (is_word(s, at, "if"))
		read_if(s, at);
	else if (is_word(s, at, "for") || is_word(s, at, "intersection_for"))
		push(s, LOOP, spans_add(&s->spans, ONFLAME_BRANCH, at, s->len, "if"));
	else if (is_word(s, at, "else") && last != NULL && last->kind == IF) {
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, "else");
		last->closed = true;
		last->waits = false;
	}
	return end;
}

/* What stood in parentheses or brackets ends: the loops of a list among it. */
static void close_parens(scanner *s, uint32_t at)
{
	while (top(s) != NULL && top(s)->kind != BLOCK && top(s)->depth >= s->depth && s->depth > 0)
		pop(s, at);
	s->depth -= s->depth > 0;
}

static void close_brace(scanner *s, uint32_t at)
{
	size_t block = s->count;
	while (block > 0 && s->stack[block - 1].kind != BLOCK)
		block--;
	while (block > 0 && s->count >= block)
		pop(s, at + (s->count == block));
	s->depth = 0;
	complete(s, at + 1);
}

static uint32_t read_sign(scanner *s, uint32_t at)
{
	char c = s->text[at];
	char next = at + 1 < s->len ? s->text[at + 1] : '\0';
	if ((c == '&' || c == '|') && next == c) {
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, s->run == c ? "case" : "logical");
		s->run = c;
		return at + 2;
	}
	if (c == '?')
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, "if");
	else if (c == '(' || c == '[')
		s->depth++;
	else if (c == ')' || c == ']')
		close_parens(s, at);
	else if (c == '{')
		push(s, BLOCK, SPAN_NONE);
	else if (c == '}')
		close_brace(s, at);
	else if (c == ';' && s->depth == 0)
		complete(s, at + 1);
	else if (c == ',')
		s->run = '\0';
	return at + 1;
}

/* use <a//b.scad> */
static uint32_t skip_path(const scanner *s, uint32_t at)
{
	uint32_t end = next_token(s, at);
	if (end == s->len || s->text[end] != '<')
		return at;
	while (end < s->len && s->text[end] != '>' && s->text[end] != '\n')
		end++;
	return end;
}

static uint32_t step(scanner *s, uint32_t at)
{
	char c = s->text[at];
	if (is_comment(s, at)) {
		uint32_t end = comment_end(s, at);
		spans_add(&s->spans, ONFLAME_COMMENT, at, end, NULL);
		return end;
	}
	if (c == '"') {
		uint32_t end = string_end(s, at);
		if (memchr(s->text + at, '\n', end - at) != NULL)
			spans_add(&s->spans, ONFLAME_STRING, at, end, NULL);
		return end;
	}
	if (is_word(s, at, "use") || is_word(s, at, "include"))
		return skip_path(s, skip_name(s, at));
	return is_name(c) ? read_name(s, at) : read_sign(s, at);
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.text = text, .len = len};
	for (uint32_t at = 0; at < len && !s.spans.failed;)
		at = step(&s, at);
	return spans_report(&s.spans, host);
}

static const onflame_language openscad = {.name = "OpenSCAD", .scan = scan};
static const onflame_language *const languages[] = {&openscad, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "openscad", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
