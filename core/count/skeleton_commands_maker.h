/* SPDX-License-Identifier: MIT */
/* A skeleton on its way where statements are commands: private to skeleton_commands*.c. */
#ifndef ONFLAME_COUNT_SKELETON_COMMANDS_MAKER_H
#define ONFLAME_COUNT_SKELETON_COMMANDS_MAKER_H

#include "count/skeleton_pieces.h"
#include "count/skeleton_rules.h"

#include <string.h>

enum { COMMAND_DEPTH_MAX = 200 };

/* What brackets are of. A pattern of a case ends with a bracket that none opens. */
enum level_kind { LEVEL_BRACE, LEVEL_PAREN, LEVEL_CASE, LEVEL_EXPANSION, LEVEL_BACKTICK };

typedef struct level {
	enum level_kind kind;
	bool function;
	size_t piece_count; /* with the function's head */
	uint32_t at;
} level;

/* The text on its way. */
typedef struct command_maker {
	skeleton *out;
	const byte *text;
	uint32_t begin, end;
	uint32_t gap;    /* where code goes on behind the last comment or string */
	uint32_t head;   /* of a function whose body is to come begins here */
	uint32_t closed; /* behind the last function's body, where no text stands behind it; 0: there is none */
	bool redirected; /* what stands behind it on its line begins as a redirection does */
	bool headed;     /* a function's body is to come */
	bool lost;       /* brackets do not match, or what they are of cannot be told */
	bool found;      /* something may be a function */
	size_t depth;
	level levels[COMMAND_DEPTH_MAX];
} command_maker;

static inline bool is_one_of(byte b, const char *set)
{
	return b != '\0' && strchr(set, b) != NULL;
}

static inline bool is_blank(byte b)
{
	return b == ' ' || b == '\t';
}

/* Behind which a word ends. */
static inline bool ends_word(const command_maker *maker, uint32_t at)
{
	return at >= maker->end || byte_is_space(maker->text[at]) || is_one_of(maker->text[at], ";&|()<>`");
}

/* What is taken for a function's name; the grammar will say. */
static inline bool may_be_of_name(byte b)
{
	return !byte_is_space(b) && !is_one_of(b, "'\"<>{}[]()`$|&;\\");
}

static inline uint32_t skip_blanks(const command_maker *maker, uint32_t at)
{
	while (at < maker->end && is_blank(maker->text[at]))
		at++;
	return at;
}

static inline uint32_t skip_space(const command_maker *maker, uint32_t at)
{
	while (at < maker->end && byte_is_space(maker->text[at]))
		at++;
	return at;
}

static inline bool is_inside(const command_maker *maker, enum level_kind kind)
{
	return maker->depth > 0 && maker->levels[maker->depth - 1].kind == kind;
}

/*
 * Whether a command may begin at `at`, or end there where the byte closes one. What is taken for one by mistake opens or closes
 * brackets that do not match.
 */
bool command_may_stand(const command_maker *maker, uint32_t at);

/* Whether that word stands at `at`, before `end`, by itself. */
bool command_word_stands(const command_maker *maker, uint32_t at, uint32_t end, const char *word);

/* Whether commands in a text, $( ... ) and ` ... `, may hold a function. */
bool command_text_may_hold_function(const command_maker *maker, const span *span);

/* Whether what the last function's body is redirected to, which belongs to it, goes on to another line in a text; `gap` is that before it. */
bool command_text_ends_function(command_maker *maker, const span *span);

#endif
