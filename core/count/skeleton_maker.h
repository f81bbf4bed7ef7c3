/* SPDX-License-Identifier: MIT */
/* A skeleton on its way: private to skeleton*.c. */
#ifndef ONFLAME_COUNT_SKELETON_MAKER_H
#define ONFLAME_COUNT_SKELETON_MAKER_H

#include "count/skeleton_pieces.h"
#include "count/skeleton_rules.h"

/* What stands between two ends of statements right in a bracket. */
typedef struct statement {
	uint32_t start;
	bool held;          /* not to be cut, for it holds something of interest or a label */
	bool prefixed;      /* a macro's round brackets stand before what it declares */
	bool macros;        /* so far it is names with round brackets, as a macro may stand on a line of its own */
	uint32_t rounds;    /* brackets that have closed in it, but for those of words that keep them */
	uint32_t from;      /* where the run that it begins in begins */
	size_t piece_count; /* before that run */
} statement;

/* One that is open. The lowest stands for the text itself. */
typedef struct skeleton_bracket {
	byte open;
	bool keep;     /* not to be emptied, whatever it holds */
	bool type;     /* ... for it is the body of a class, or the text itself */
	bool interest; /* holds something of interest */
	bool frame;    /* a word of a frame stands in what is at hand in it */
	bool head;     /* round brackets have closed in it that may be a function's parameters */
	byte body;     /* kind of the word that the next braces in it are the body of: WORD_BODY, WORD_TYPE, 0 */
	bool control;  /* behind if or for: what it holds is no function's parameters */
	bool call;     /* round brackets right behind a name */
	bool typed;    /* ... with a type before it */
	bool macro;    /* ... which is all that stands before it, but for other such names */
	bool ends;     /* braces that may end the statement that they stand in */
	uint32_t at;
	uint32_t stop;       /* the last semicolon right in it; 0: none */
	uint32_t from;       /* where the run that it stands in begins */
	size_t piece_count;  /* before that run */
	statement statement; /* at hand in it */
} bracket;

/* The text on its way. */
typedef struct maker {
	const skeleton_rules *rules;
	skeleton *out;
	const byte *text;
	uint32_t begin, end;
	uint32_t from;      /* the run of kept bytes at hand begins here */
	uint32_t gap;       /* where code goes on behind the last comment or string */
	uint32_t feed;      /* the last line break before `fed`; NO_FEED: none */
	uint32_t kept;      /* behind the last round brackets that were kept for the word before them */
	uint32_t fed;       /* looked for line breaks up to here */
	unsigned interests; /* kinds of word that are of interest */
	byte tail;          /* of code of the statement at hand before `gap`: its last byte; 0: none */
	unsigned skipped;   /* conditions that are open in an alternative that is left out, and the one that it is of */
	bool directive;     /* one that is left out goes on */
	bool label;         /* one that is kept goes on */
	bool branches;
} maker;

static inline bracket *innermost(const maker *maker)
{
	return &maker->out->brackets[maker->out->depth - 1];
}

/* Adds source[start, end) to what is kept; none if that is empty. */
static inline void maker_keep(maker *maker, uint32_t start, uint32_t end)
{
	skeleton_add_piece(maker->out, start, end);
}

/* A statement begins at `at`. */
void statement_begin(maker *maker, uint32_t at);

/* The last byte of code of the statement at hand before `at`; 0: there is none. */
byte statement_last_byte(const maker *maker, uint32_t at);

/* A comment or a string stands in the statement at hand. To be called before `gap` moves. */
void statement_meet_span(maker *maker, const span *span);

/* A line ends at `at`: where it ends a statement that need not be kept, that is cut. */
void statement_meet_feed(maker *maker, uint32_t at);

/* Cuts a macro that the statement before `at` begins with, as BEGIN_DECLS, where an empty line or a directive is behind it. */
void statement_cut_mark(maker *maker, uint32_t at);

/* The same of a semicolon. */
void statement_meet_semicolon(maker *maker, uint32_t at);

/* Whether a directive stands at `at`, with nothing before it in the statement, where that would be told. */
bool statement_is_directive(maker *maker, uint32_t at);

/*
 * A directive that is kept goes on at `at`: the statement begins behind it. Returns where its line ends; `end`: it goes on
 * behind that.
 */
uint32_t statement_pass_directive(maker *maker, uint32_t at, uint32_t end);

/*
 * Braces open at `at` behind the byte `last`; 0: behind a comment or a string. false: a statement before them was cut that may
 * belong to them, int f(a) int a; { }.
 */
bool statement_meet_brace(maker *maker, uint32_t at, byte last);

/* Braces that may end a statement closed at `at`. */
void statement_meet_end(maker *maker, uint32_t at);

/* Round brackets closed at `at`. A macro on a line of its own is cut where what is behind it begins anew. */
void statement_meet_round(maker *maker, const bracket *closed, uint32_t at);

/* Whether round brackets at `at` behind the byte `last`, which ends at `end`, hold what a function is called with or has. */
bool round_may_be_called(const maker *maker, byte last, uint32_t at, uint32_t end);

/* Whether a word or * stands before the word that ends at `end`, and no macro's brackets do in the same statement. */
bool round_is_typed(const maker *maker, uint32_t end);

/* Whether round brackets that close at `at` in a body are of a function in it, as GNU C has them: with a type before its name. */
bool round_heads_function(const maker *maker, const bracket *closed, uint32_t at);

/* Whether the word that ends at `end` begins a statement, or stands behind macros alone. */
bool round_is_macro(const maker *maker, uint32_t end);

/* Whether what stands behind round brackets that close at `at` tells that they hold no parameters. */
bool round_ends_call(const maker *maker, uint32_t at);

/*
 * Whether those are of a function's head: with a type before its name, braces behind them, and two words in them at least, but
 * for void. In TEST(name) { a macro's name may be all there is.
 */
bool round_holds_parameters(const maker *maker, const bracket *closed, uint32_t at);

/*
 * A directive that is left out begins at `at`, or goes on there. Returns where code goes on: behind the directive, or at `end`
 * if the directive goes on behind that.
 */
uint32_t directive_begin(maker *maker, uint32_t at, uint32_t end);
uint32_t directive_pass(maker *maker, uint32_t at, uint32_t end);

/*
 * A condition's directive stands at `at`, with the brackets and the statement that are open. Returns where code goes on, with the
 * directive, or an alternative, left out; 0: it is kept.
 */
uint32_t condition_meet(maker *maker, const word *word, uint32_t at, uint32_t end);

/* The alternative that is left out goes on at `at`; as directive_pass(). */
uint32_t condition_pass(maker *maker, uint32_t at, uint32_t end);

/* A bracket closed. */
void condition_meet_close(maker *maker);

/* Whether something stands behind the word of a directive at `at` on its line: else the grammar goes on to the next. */
bool directive_says_something(const maker *maker, const word *word, uint32_t at, uint32_t end);

/* Whether a directive goes on behind the end of a line at `feed`. */
bool directive_goes_on(const maker *maker, uint32_t feed);

/* Whether a line begins at `at`, but for blanks. */
bool directive_may_stand(const maker *maker, uint32_t at);

#endif
