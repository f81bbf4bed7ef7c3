/* SPDX-License-Identifier: MIT */
/* The state of the scan, and the tokens that it passes whole. */
#ifndef ONFLAME_PLUGINS_VERILOG_TOKENS_H
#define ONFLAME_PLUGINS_VERILOG_TOKENS_H

#include "../scss/spans.h"
#include "words.h"

#include <string.h>

enum kind { UNIT, ROUTINE, BLOCK, CASE, PROCESS, IF, LOOP, DO };

enum { DEPTH_MAX = 1000 }; /* what is opened deeper is not followed */

typedef struct open {
	enum kind kind;
	const char *word; /* what opened it, as CLOSE names it */
	int32_t span;
	bool waits;  /* IF: for an else; DO: for its while; CASE: for an item */
	bool closed; /* IF: its else has come; DO: its while */
} open;

typedef struct scanner {
	const char *text;
	uint32_t len;
	spans spans;
	open *stack;
	size_t count, capacity;
	uint32_t depth;     /* of parentheses, brackets and braces */
	uint32_t statement; /* its first token */
	bool begins;        /* the next token begins one */
	bool no_body;       /* extern, import ... stands in it */
	bool head;          /* in the parentheses behind if, for, case ...: a statement follows */
	bool ports;         /* in the list of a routine's ports that are declared within it */
	const word *before; /* the word right before, if it changes what the next one means */
	bool no_skip;       /* one was not closed */
	char run;           /* of && or || */
} scanner;

static inline bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
	       (unsigned char)c >= 0x80;
}

static inline uint32_t skip_name(const scanner *s, uint32_t at)
{
	while (at < s->len && is_name(s->text[at]))
		at++;
	return at;
}

static inline bool is_comment(const scanner *s, uint32_t at)
{
	return s->text[at] == '/' && at + 1 < s->len && (s->text[at + 1] == '/' || s->text[at + 1] == '*');
}

static inline uint32_t comment_end(const scanner *s, uint32_t at)
{
	bool line = s->text[at + 1] == '/';
	uint32_t end = at + 2;
	while (end < s->len && !(line ? s->text[end] == '\n' || s->text[end] == '\r'
				      : s->text[end] == '/' && s->text[end - 1] == '*' && end > at + 2))
		end++;
	return line || end == s->len ? end : end + 1;
}

static inline uint32_t read_comment(scanner *s, uint32_t at)
{
	uint32_t end = comment_end(s, at);
	spans_add(&s->spans, ONFLAME_COMMENT, at, end, NULL);
	return end;
}

/* A string ends with its line unless the break is escaped or it has three quotes. */
static inline uint32_t read_string(scanner *s, uint32_t at)
{
	bool triple = s->len - at >= 3 && memcmp(s->text + at, "\"\"\"", 3) == 0;
	uint32_t end = at + (triple ? 3 : 1);
	while (end < s->len && (triple || s->text[end] != '\n')) {
		bool closes = s->text[end] == '"' &&
			      (!triple || (s->len - end >= 3 && memcmp(s->text + end, "\"\"\"", 3) == 0));
		if (closes) {
			end += triple ? 3 : 1;
			break;
		}
		bool crlf = end + 2 < s->len && s->text[end + 1] == '\r' && s->text[end + 2] == '\n';
		end += s->text[end] != '\\' ? 1 : crlf ? 3 : 2;
	}
	end = end < s->len ? end : s->len;
	if (memchr(s->text + at, '\n', end - at) != NULL)
		spans_add(&s->spans, ONFLAME_STRING, at, end, NULL);
	return end;
}

/* Behind white space and comments, which are told of elsewhere. */
static inline uint32_t next_token(const scanner *s, uint32_t at)
{
	while (at < s->len) {
		if (is_comment(s, at))
			at = comment_end(s, at);
		else if (is_space(s->text[at]))
			at++;
		else
			break;
	}
	return at;
}

static inline bool is_word(const scanner *s, uint32_t at, const char *word)
{
	size_t len = strlen(word);
	return s->len - at >= len && memcmp(s->text + at, word, len) == 0 && skip_name(s, at) == at + len;
}

#endif
