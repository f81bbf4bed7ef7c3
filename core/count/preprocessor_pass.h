/* SPDX-License-Identifier: MIT */
/* A text on its way through the preprocessor's pass: private to preprocessor*.c. */
#ifndef ONFLAME_COUNT_PREPROCESSOR_PASS_H
#define ONFLAME_COUNT_PREPROCESSOR_PASS_H

#include "count/preprocessor.h"

#include <stdbool.h>
#include <string.h>

/* What stands for each byte of a comment and of a string: a line may end in the one, not in the other. */
enum { COMMENT = 1, STRING = '"' };

/* One that is open. */
typedef struct preprocessor_condition {
	uint32_t start, end; /* its first directive */
	uint32_t alternative;
	size_t depth, low; /* of brackets before it, and the least since */
	bool within;       /* it stands in round brackets */
	bool first;        /* the alternative is */
} preprocessor_condition;

typedef struct preprocessor_pass {
	const lexis_preprocessor *told;
	text source;
	char *code; /* the source with comments and strings made one byte's */
	char *out;
	uint32_t end;
	preprocessor_condition *conditions;
	size_t condition_count, condition_capacity;
	size_t deeper;  /* conditions that are open and not told */
	char *brackets; /* that are open */
	size_t depth, bracket_capacity;
	size_t dropped;    /* conditions that are open in an alternative that is blanked, and its own */
	uint32_t no_macro; /* lines before this place are none */
	char last;         /* byte of code; 0: there is none, '#': of a directive, ';': of a label */
} preprocessor_pass;

static inline bool pass_is_word(char byte)
{
	return byte == '_' || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z') || (byte & 0x80) != 0;
}

static inline bool pass_is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f' || byte == COMMENT;
}

static inline uint32_t pass_skip_blanks(const preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	while (at < end && pass_is_blank(pass->code[at]))
		at++;
	return at;
}

static inline uint32_t pass_line_end(const preprocessor_pass *pass, uint32_t at)
{
	const char *feed = memchr(pass->code + at, '\n', pass->end - at);
	return feed != NULL ? (uint32_t)(feed - pass->code) : pass->end;
}

/* Blanks stand for bytes [start, end) from here on, but for comments. */
void pass_blank(preprocessor_pass *pass, uint32_t start, uint32_t end);

/* Whether the innermost bracket that is open is a round or a square one. */
static inline bool pass_is_in_round(const preprocessor_pass *pass)
{
	return pass->depth > 0 && pass->brackets[pass->depth - 1] != '{';
}

/* Lines of macros that stand alone begin with that at `start`, its code at `at`. Returns where the last ends; 0: there are none. */
uint32_t macros_find(preprocessor_pass *pass, uint32_t start, uint32_t at, uint32_t end);

/* Blanks macros before the brace at `at`, behind what a function takes: void f() SAFE EXCLUDES(m) { */
void macros_meet_brace(preprocessor_pass *pass, uint32_t at);

/* Blanks the macro behind class, struct or union at `at`, before the name of a type with a body: class EXPORT A { */
void macros_meet_type(preprocessor_pass *pass, uint32_t at);

#endif
