/* SPDX-License-Identifier: MIT */
/* Private to the lexical counter: compiled rules, the state of a scan, and the parts it is made of. */
#ifndef ONFLAME_COUNT_LEXICAL_SCAN_H
#define ONFLAME_COUNT_LEXICAL_SCAN_H

#include "count/lexical.h"

/* Strings within code within strings: what lies deeper is text of the string. */
#define LEXICAL_DEPTH_MAX 32
/* Here-documents that begin on one line: further ones are code. */
#define LEXICAL_PENDING_MAX 32
/* Memories of searches for a regular expression's end; rules may share one. */
#define LEXICAL_MEMORIES 64
#define LEXICAL_FENCE_MAX 16
#define LEXICAL_FENCE_WORD_MAX 64
#define LEXICAL_HEREDOC_WORD_MAX 128
#define LEXICAL_ESCAPE_MAX 12
/* Lines and bytes that the header of a function may have for its docstring to be told. */
#define LEXICAL_HEADER_LINES 64
#define LEXICAL_HEADER_BYTES 4096

typedef unsigned char byte;

/* A mark taken apart: prefix, fence, suffix. The bytes belong to the lexis. */
typedef struct mark {
	const byte *prefix, *suffix;
	size_t prefix_len, suffix_len;
	byte fence; /* 0: none; '*', '_': see lexis.h; else the byte that is repeated */
	bool fold;  /* letters match in either case */
} mark;

/* What an opening mark's fence was. */
typedef struct fence {
	size_t start, len;
} fence;

enum rule_kind { RULE_LINE, RULE_BLOCK, RULE_STRING, RULE_HEREDOC, RULE_DOUBT, RULE_CODE_END };

/* The bytes at which a scan has to look closer. */
typedef struct stops {
	byte at[256];
} stops;

typedef struct rule {
	enum rule_kind kind;
	uint16_t number;
	unsigned place, close_place;
	mark open, close, inner_open, inner_close;
	bool to_end; /* block comment without closing mark */
	bool nested, strings;
	bool class;     /* a regular expression: no end within [...] */
	bool token;     /* nothing but the mark: code */
	byte nest_open; /* string: this byte nests; 0: none */
	const lexis_string *string;
	const lexis_heredoc *heredoc;
	stops stops; /* within the comment or string */
} rule;

/* Which stops hold in code: a sum of these. */
enum code_mode { CODE_NEWLINES = 1, CODE_BRACKETS = 2 };

struct lexical_scanner {
	const lexis *lexis;
	const language_map *map; /* NULL: not known */
	const language *own;     /* whose lexis it is */
	rule *rules;
	size_t rule_count;
	uint16_t *candidates;           /* rule numbers, by first byte, longest mark first */
	size_t first[256 + 1];          /* candidates of byte b: first[b] to first[b + 1] */
	uint32_t second[256][256 / 32]; /* which bytes may follow a first byte; a cheap filter */
	stops code[4];
};

/* A string that was begun. */
typedef struct frame {
	const rule *rule;
	size_t start;
	fence fence;
	uint32_t nesting;  /* open brackets of a nested string */
	uint32_t brackets; /* open brackets of the code within */
	bool second;       /* in the second of two parts */
	bool in_class;
	bool statement; /* stands where a docstring may stand */
	bool flat;      /* code within is text */
} frame;

typedef struct pending_heredoc {
	const rule *rule;
	size_t word, word_len;
	bool indented;
	bool raw; /* there is no code in its text */
} pending_heredoc;

#define LEXICAL_NONE SIZE_MAX          /* no significant byte before */
#define LEXICAL_LITERAL (SIZE_MAX - 1) /* a string or comment's neighbour: the end of an operand */

typedef struct scan {
	const lexical_scanner *scanner;
	const byte *text;
	size_t len, begin; /* `begin`: behind a byte order mark */
	span_list *spans;
	size_t first_span;         /* of this scan's own */
	size_t gap;                /* end of the last comment or string */
	size_t before;             /* last significant byte before the gap, or LEXICAL_NONE, LEXICAL_LITERAL */
	size_t run_start, run_end; /* last run of one byte that was measured */
	size_t paren_cursor;       /* shell arithmetic: looked at up to here */
	size_t parens;             /* open there since a (( on the line */
	size_t no_end_until[LEXICAL_MEMORIES]; /* by rule: there is no closing mark before it */
	frame frames[LEXICAL_DEPTH_MAX];
	size_t depth;
	bool short_frames; /* a frame's string ends with its line */
	pending_heredoc pending[LEXICAL_PENDING_MAX];
	size_t pending_count;
	bool doubt; /* something could be read otherwise */
	bool sure;  /* the scan ends at the first doubt */
} scan;

static inline bool byte_is_blank(byte b)
{
	return b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == '\v';
}

static inline bool byte_is_letter(byte b)
{
	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || b == '_' || b >= 0x80;
}

static inline bool byte_is_word(byte b)
{
	return byte_is_letter(b) || (b >= '0' && b <= '9');
}

/* The next byte at or behind `at` that is a stop; `len` for none. */
static inline size_t stops_find(const stops *stops, const byte *text, size_t at, size_t len)
{
	while (len - at >= 4) {
		if (stops->at[text[at]])
			return at;
		if (stops->at[text[at + 1]])
			return at + 1;
		if (stops->at[text[at + 2]])
			return at + 2;
		if (stops->at[text[at + 3]])
			return at + 3;
		at += 4;
	}
	while (at < len && !stops->at[text[at]])
		at++;
	return at;
}

/* Whether a mark may begin with these two bytes; cheap, and no promise. */
static inline bool scan_may_begin_mark(const lexical_scanner *scanner, byte first, byte next)
{
	return scanner->second[first][next / 32] >> (next % 32) & 1;
}

/* lexical_mark.c */
mark mark_compile(const char *source, bool fold);
size_t mark_length(const mark *mark);                /* of its shortest form */
void mark_add_first(const mark *mark, stops *stops); /* the bytes it may begin with */
void mark_add_second(const mark *mark, byte first, uint32_t second[256 / 32]);
size_t mark_match_open(scan *scan, const mark *mark, size_t at, fence *fence); /* its length there; 0: not there */
size_t mark_match_close(scan *scan, const mark *mark, size_t at, fence fence);

/* lexical_place.c */
bool place_holds(const scan *scan, unsigned place, size_t start, size_t end);
bool place_may_hold_operand(const scan *scan, size_t at); /* a '/' that was taken to divide: may it begin an operand? */
bool place_is_behind_operand_word(const scan *scan, size_t end); /* such a word of the map ends there */
size_t place_before(const scan *scan, size_t at);                /* the last significant byte before `at` */
bool place_is_first(const scan *scan, size_t at);
bool place_is_alone(const scan *scan, size_t end);
bool place_ends_statement(scan *scan, size_t end); /* nothing but blanks, a ';' or a line comment behind */

/* lexical_docstring.c */
bool docstring_begins(scan *scan, size_t *start); /* may one, at a quote; `*start` is moved to before a prefix */
void docstring_doubt(scan *scan, const frame *frame, size_t end, bool documentation); /* a string that ends there */

/* lexical_rules.c */
void rules_compile(lexical_scanner *scanner);

/*
 * The rest: each is called behind an opening mark and returns where code goes on; LEXICAL_NONE where the mark turns out
 * to be plain code. They add the spans themselves.
 */
size_t comment_line(scan *scan, const rule *rule, size_t start, size_t at);
size_t comment_block(scan *scan, const rule *rule, size_t start, size_t at, fence fence);
size_t string_start(scan *scan, const rule *rule, size_t start, size_t at, fence fence);
size_t string_resume(scan *scan, size_t at); /* behind the code within the innermost frame */
size_t string_pass(scan *scan, const rule *rule, size_t start, size_t at, fence fence); /* without a span */
size_t heredoc_start(scan *scan, const rule *rule, size_t start, size_t at);
size_t heredoc_body(scan *scan, size_t at); /* at the line break in front of it */

/* Adds a span unless within a string, and remembers what it means for what follows. */
void scan_add(scan *scan, size_t start, size_t end, enum span_role role, const rule *rule);
size_t scan_line_end(const scan *scan, size_t at);                  /* the line break at or behind `at`, or the end */
size_t scan_before_break(const scan *scan, size_t from, size_t at); /* without the CR of a CR LF */

#endif
