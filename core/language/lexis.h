/* SPDX-License-Identifier: MIT */
/*
 * What the lexical counter must know of a language: its comments and strings, as the map gives them.
 *
 * A mark is text to be found, byte for byte. One part of it in braces is a fence: `{#}` stands for any
 * number (also none) of `#`, and so with any other ASCII punctuation in place of the `#`; `{*}` for any run of
 * up to 16 bytes without blank, quote, parenthesis or backslash; `{_}` for a word of up to 64 letters, digits and
 * '_' that does not begin with a digit, or nothing. The closing mark's fence is what the opening mark's was:
 * r{#}" ... "{#}, [{=}[ ... ]{=}], R"{*}( ... ){*}", ${_}$ ... ${_}$. A mark does not begin with `{*}` or `{_}`.
 * `{` is written alone where it is meant.
 */
#ifndef ONFLAME_LANGUAGE_LEXIS_H
#define ONFLAME_LANGUAGE_LEXIS_H

#include <stdbool.h>
#include <stddef.h>

/* Where an opening mark counts. Flags, all of which must hold. */
enum lexis_place {
	LEXIS_ANYWHERE = 0,
	LEXIS_LINE_START = 1,      /* only at the very first column */
	LEXIS_FIRST = 2,           /* only as the first visible text of a line */
	LEXIS_WORD = 4,            /* only as a word: no letter, digit or '_' right before or behind it */
	LEXIS_NOT_BEHIND_WORD = 8, /* no letter, digit, '_', closing bracket before it: Ada's X'Range, Haskell's x' */
	LEXIS_OPERAND = 16,        /* only where an operand may begin, not an operator: a regular expression's / */
	LEXIS_BEHIND_BLANK = 32,   /* only at a line's beginning or right behind a blank or one of ;&|(): a shell's # */
	LEXIS_ALONE = 64,          /* only with nothing but blanks behind it on its line: MATLAB's %{ */
	LEXIS_COLUMN_7 = 128,      /* only at the seventh column: COBOL's indicator */
	LEXIS_BEHIND_OPERAND = 256 /* only where no operand may begin: a template with a tag */
};

/* A mark that stands for itself, as that of a line comment does. */
typedef struct lexis_mark {
	const char *open;
	unsigned place;
} lexis_mark;

/* One kind of block comment. */
typedef struct lexis_block_comment {
	const char *open;
	const char *close;    /* NULL: to the end of the file (Perl's __END__) */
	unsigned place;       /* of `open` */
	unsigned close_place; /* of `close`; LEXIS_LINE_START for =cut, whose whole line then belongs to the comment */
	bool nested;
	bool strings; /* a string within hides the marks in it: OCaml's (* "*)" *) */
} lexis_block_comment;

/* One kind of string or character literal. */
typedef struct lexis_string {
	/*
	 * An empty `close`: with `character` the one character ends it, Clojure's \" or Erlang's $"; without, the mark is
	 * code that hides the marks in it: Perl's $#, MATLAB's .'
	 */
	const char *open, *close;
	unsigned place;
	unsigned close_place; /* of `close`; LEXIS_LINE_START for PowerShell's "@ */
	char escape;          /* takes the next character's meaning away; 0: none */
	bool doubled;         /* a doubled closing mark stands for itself */
	bool multiline;       /* may hold line breaks; if not, a line's end ends it unless escaped */
	bool character; /* holds exactly one character or escape; else the mark is plain code: 'a' but not Rust's 'static */
	bool docstring; /* as a statement of its own it is documentation: Python's """ */
	bool nested;    /* the opening mark's last character nests: Perl's q{a {b} c} */
	bool twice;     /* two parts, each with its closing mark: Perl's s/a/b/, s{a}{b} */
	const char *interpolation_open, *interpolation_close; /* "${", "}": code within the string; NULL: none */
} lexis_string;

/* One kind of here-document: open, an optional sign, an optional quote, a word; its text begins on the next line. */
typedef struct lexis_heredoc {
	const char *open;   /* "<<" */
	const char *signs;  /* signs that may follow and allow the closing word to be indented: "-~"; NULL: none */
	const char *quotes; /* quotes that the word may stand in: "'\"`"; NULL: none */
	bool indented;      /* the closing word may always be indented (PHP) */
	bool alone;         /* ... but code never goes on behind it on its line, as PHP's does */
	bool data; /* a text in the very language is data, as tests of tools have it; in another it is counted in that */
	bool upper;  /* the word must begin with an upper-case letter or '_' or stand in quotes: not Ruby's a <<b */
	bool spaced; /* ... and blanks may precede the quote: Perl's << "EOT" */
} lexis_heredoc;

/*
 * Directives of a condition: "#if"; to its next alternative: "#else"; behind all: "#endif". NULL: there is no preprocessor. The other
 * lists, which end with NULL, may be NULL.
 */
typedef struct lexis_preprocessor {
	const char *const *opens, *const *turns, *const *closes;
	const char *const *types;      /* a macro may stand between one and the name of a type: "class" */
	const char *const *qualifiers; /* that may follow what a function takes, and a macro them: "const" */
} lexis_preprocessor;

/*
 * What frames are told by. The grammar need not be shown what a bracket holds if that is none of it. Lists end with NULL; a
 * word that ends with a blank counts only in front of one.
 */
typedef struct lexis_skeleton {
	const char *const *words; /* that may begin a frame: "func", "=>" */
	const char *const
		*branches;         /* that count for complexity: "if", "&&"; NULL: for that, the grammar is shown all */
	const char *const *bodies; /* the next braces behind one are a frame's: "struct" */
	const char *const *types;  /* the same, and they hold functions, which no word tells: "class" */
	const char *const *keeps;  /* brackets right behind one are never empty, or hold names: "if" */
	const char *const *labels; /* a statement with one is not cut: "case" */
	/* Statements end with their line where Go's do; those that differ in names alone have the same frames but for names. */
	bool lines;
	const char *const *reserved; /* words that are no names to the grammar, beside its keywords: "int" */
	const char *const *
		directives; /* lines that begin with one, and what goes on behind a backslash, are left out: "#define" */
	bool semicolons;    /* end statements outside of functions: those without braces are cut */
	bool macros; /* may stand where the grammar does not expect them: it is believed if braces are not hit by it */
	bool functions;  /* braces may follow a function's parameters, with no word that tells */
	bool calls;      /* round brackets right behind a name may be empty too, in bodies */
	bool parameters; /* ... and elsewhere, where complexity is not asked for */
	bool heads;      /* ... and those of a function's head, with types in them, but for complexity */
	bool blocks;     /* braces keep a semicolon: empty ones might be a value, as in C++ */
	bool layout;     /* indentation makes blocks, behind a colon: Python */
	bool commands;   /* statements are commands: a shell's functions */
	bool members; /* braces right in a class, without a word of a frame before them, are not empty: PHP's hooks */
	bool nested;  /* braces hold what the text itself does, statements: Devicetree's nodes */
} lexis_skeleton;

typedef struct lexis {
	const lexis_mark *line_comments;
	const lexis_block_comment *block_comments;
	const lexis_string *strings;
	const lexis_heredoc *heredocs;
	const lexis_mark *doubts; /* marks that comments and strings cannot be told by: JSX's </ */
	size_t line_comment_count, block_comment_count, string_count, heredoc_count, doubt_count;
	/* Code stands between these, and a line comment ends at the second: PHP's <?php and ?>; NULL: all is code. */
	const char *code_open, *code_close;
	bool ignore_case;                      /* for the letters of marks */
	bool backslash_continues_line_comment; /* C's // ... \ */
	/* No operator leads a line, but behind one that ends with a backslash: what leads it begins an operand, as Ruby's /x/ =~ y. */
	bool line_ends_statement;
	/* Lists that end with NULL; NULL: there are none. */
	const char *const *operand_words;   /* an operand begins behind one, no operator: "return" */
	const char *const *statement_heads; /* a statement follows their round brackets: "if" */
	const char *const *docstring_heads; /* begin what a docstring may document: "class", "async def" */
	lexis_preprocessor preprocessor;
	lexis_skeleton skeleton; /* no words: the grammar is shown all */
	bool certified; /* proven to tell lines as syntax does, but where lexical_scan_surely() says that it cannot */
	bool marks_where_broken; /* not that much, but better than a grammar that did not understand all: Perl's */
} lexis;

#endif
