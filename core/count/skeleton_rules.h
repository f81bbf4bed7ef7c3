/* SPDX-License-Identifier: MIT */
/* The words of a language's skeleton, found by their first byte: private to skeleton*.c. */
#ifndef ONFLAME_COUNT_SKELETON_RULES_H
#define ONFLAME_COUNT_SKELETON_RULES_H

#include "count/skeleton.h"

typedef unsigned char byte;

/* A letter begins a word only where no word goes on. What spells a bracket as C's %> does is STOP_SPELLING. */
enum stop { STOP_NONE, STOP_OPEN, STOP_CLOSE, STOP_END, STOP_FEED, STOP_WORD, STOP_LETTER, STOP_SPELLING };

enum word_kind {
	WORD_FRAME = 1,
	WORD_BRANCH = 2,
	WORD_BODY = 4,
	WORD_TYPE = 8,
	WORD_KEEP = 16,
	WORD_LABEL = 32,
	WORD_DIRECTIVE = 64,
	WORD_OPENS = 128, /* a condition of a preprocessor */
	WORD_TURNS = 256, /* to its alternative */
	WORD_CLOSES = 512
};

enum { WORD_CONDITION = WORD_OPENS | WORD_TURNS | WORD_CLOSES };

typedef struct word {
	const char *text; /* the map's */
	uint32_t len;
	uint32_t passed; /* what is passed once it is met: a bracket in it, static {, is met by itself */
	unsigned kinds;  /* a sum of enum word_kind */
	bool begins_word, ends_word, ends_blank;
} word;

struct skeleton_rules {
	const lexis *lexis;
	bool functions, calls, parameters, blocks, semicolons, lines, heads, nested, members, macros, commands;
	byte condition;    /* what the directives of a condition begin with */
	bool layout;       /* see skeleton_layout.h */
	bool interpolates; /* there may be code in strings */
	byte stops[256];   /* enum stop */
	word *words;       /* by first byte */
	size_t word_count;
	uint16_t first[256 + 1]; /* words that begin with byte b: first[b] to first[b + 1] */
};

static inline bool byte_is_space(byte b)
{
	return b == ' ' || (b >= '\t' && b <= '\r');
}

static inline bool byte_is_word(byte b)
{
	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b >= 0x80 || (b >= '0' && b <= '9');
}

static inline byte opening_of(byte close)
{
	return close == ')' ? '(' : close == ']' ? '[' : '{';
}

/* The word at `at`; NULL: none. */
const word *words_find(const skeleton_rules *rules, const byte *text, uint32_t at, uint32_t end);

/* Where a word that stands at `at` ends; 0: it does not stand there. Blanks may stand behind a directive's first byte, #  define. */
uint32_t words_behind(const word *word, const byte *text, uint32_t at, uint32_t end);

/* The word that keeps brackets in [from, end), at its end; NULL: none. */
const word *words_end_with(const skeleton_rules *rules, const byte *text, uint32_t from, uint32_t end);

/* Whether there may be code in a string with a word of those kinds, or braces. */
bool words_may_stand_in(const skeleton_rules *rules, const byte *string, size_t len, unsigned kinds);

#endif
