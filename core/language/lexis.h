/* SPDX-License-Identifier: MIT */
/*
 * What the lexical counter must know of a language: its comments and strings, as the map gives them.
 *
 * A mark is text to be found, byte for byte. One part of it in braces is a fence: `{#}` stands for any
 * number (also none) of `#`, `{*}` for any run of up to 16 bytes without blank, quote, parenthesis or
 * backslash; the closing mark's fence is what the opening mark's was: r{#}" ... "{#}, R"{*}( ... ){*}".
 * `{` is written alone where it is meant.
 */
#ifndef ONFLAME_LANGUAGE_LEXIS_H
#define ONFLAME_LANGUAGE_LEXIS_H

#include <stdbool.h>
#include <stddef.h>

/* Where an opening mark counts. Flags, all of which must hold. */
enum lexis_place {
	LEXIS_ANYWHERE = 0,
	LEXIS_LINE_START = 1,  /* only at the very first column */
	LEXIS_FIRST = 2,       /* only as the first visible text of a line */
	LEXIS_WORD = 4,        /* only as a word: no letter, digit or '_' right before or behind it */
	LEXIS_NOT_BEHIND_WORD = 8, /* no letter, digit, '_' or closing bracket right before it: Ada's X'Range, Haskell's x' */
	LEXIS_OPERAND = 16     /* only where an operand may begin, not an operator: a regular expression's / */
};

/* One kind of line comment. */
typedef struct lexis_line_comment {
	const char *open;
	unsigned place;
} lexis_line_comment;

/* One kind of block comment. */
typedef struct lexis_block_comment {
	const char *open;
	const char *close;    /* NULL: to the end of the file (Perl's __END__) */
	unsigned place;       /* of `open` */
	unsigned close_place; /* of `close`; LEXIS_LINE_START for =cut, whose whole line then belongs to the comment */
	bool nested;
} lexis_block_comment;

/* One kind of string or character literal. */
typedef struct lexis_string {
	const char *open, *close;
	unsigned place;
	char escape;      /* takes the next character's meaning away; 0: none */
	bool doubled;     /* a doubled closing mark stands for itself */
	bool multiline;   /* may hold line breaks; if not, a line's end ends it unless escaped */
	bool character;   /* holds exactly one character or escape; else the mark is plain code: 'a' but not Rust's 'static */
	bool docstring;   /* as a statement of its own it is documentation: Python's """ */
	const char *interpolation_open, *interpolation_close; /* "${", "}": code within the string; NULL: none */
} lexis_string;

/* One kind of here-document: open, an optional sign, an optional quote, a word; its text begins on the next line. */
typedef struct lexis_heredoc {
	const char *open;      /* "<<" */
	const char *signs;     /* signs that may follow and allow the closing word to be indented: "-~"; NULL: none */
	const char *quotes;    /* quotes that the word may stand in: "'\"`"; NULL: none */
	bool indented;         /* the closing word may always be indented (PHP) */
	bool upper;            /* the word must begin with an upper-case letter or '_' or stand in quotes: not Ruby's a <<b */
} lexis_heredoc;

typedef struct lexis {
	const lexis_line_comment *line_comments;
	const lexis_block_comment *block_comments;
	const lexis_string *strings;
	const lexis_heredoc *heredocs;
	size_t line_comment_count, block_comment_count, string_count, heredoc_count;
	bool ignore_case;          /* for the letters of marks */
	bool backslash_continues_line_comment; /* C's // ... \ */
} lexis;

#endif
