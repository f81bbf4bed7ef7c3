/* SPDX-License-Identifier: MIT */
/*
 * onflame/plugin.h - all that the program and a language plugin know of each other.
 *
 * A plugin is a shared object that exports one function, onflame_plugin_entry(), which returns
 * one constant descriptor. For each language it gives either a tree-sitter grammar and a table
 * of rules, or a hand-written scan. Both yield spans with roles; the program alone counts and nests.
 *
 * Compatibility: `abi` is raised only when an old member changes its meaning. Members are added
 * at the end of a struct, and `size` tells how much of it the plugin knew.
 */
#ifndef ONFLAME_PLUGIN_H
#define ONFLAME_PLUGIN_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ONFLAME_PLUGIN_ABI 1u
#define ONFLAME_PLUGIN_ENTRY "onflame_plugin_entry"

/* Opaque: a plugin needs no tree-sitter header. */
typedef struct TSLanguage TSLanguage;

/* What a node is for the counter. */
enum onflame_role {
	ONFLAME_END,        /* ends a table */
	ONFLAME_COMMENT,    /* its lines are comment */
	ONFLAME_STRING,     /* its lines are code, blank ones too; nothing inside is looked at unless `enter` is set */
	ONFLAME_DOCSTRING,  /* a string that the policy takes as comment or as code */
	ONFLAME_FUNCTION,   /* a frame; label: "function", "method", "constructor", "lambda" ... */
	ONFLAME_CONTAINER,  /* a frame; label: "class", "struct", "trait", "namespace", "module" ... */
	ONFLAME_BRANCH,     /* a point where paths part; label: see below */
	ONFLAME_INJECTION,  /* text in another language; the first node that claims a text has it */
	ONFLAME_ANNOTATION, /* leads a frame without belonging to it: decorator, attribute */
	ONFLAME_PARAMETER,  /* one parameter of the innermost function */
	ONFLAME_IGNORE      /* takes the node out of later rows; what is inside is still looked at */
};

/*
 * One row gives one kind of node a role. Of the rows for a kind, the first whose tests all hold
 * wins. Several rows may name one kind.
 *
 * kind: a named kind as in the grammar's node-types.json (`comment`); an anonymous one in double
 * quotes (`"\"&&\""`). Named kinds must be visible and no supertype: such a row could never match.
 *
 * Path: steps joined by '/', from the node:
 *   f      child in field f           f*     the same, as often as it can be followed
 *   :k     first child of kind k      ..k    first descendant of kind k, in source order
 *   >k     last child of kind k
 *   ^      parent                     ^k     nearest ancestor of kind k
 *   .      the node itself            #      first named child; #2 to #9: second to ninth
 *   @f     the node itself, where it is the first in field f of its parent
 *   <      the named sibling before it, comments aside; as the first step only
 *   ~      the comment right before the node, which begins on the line where that ends; as the first step only. The
 *          words of a row are compared with what stands between the comment's marks
 * A kind in a step may be anonymous, in quotes: `:"interface"`.
 * Paths joined by '|' are tried from left to right; the first that leads somewhere is taken.
 *
 * name: a path to the node whose text is the frame's name; or a template, told by a '{' in it,
 * whose `{path}` parts are replaced by the text found there: "(*{receiver/..type_identifier}).{name}".
 * Templates joined by '|' are tried from left to right; one whose paths all lead somewhere is taken.
 * A plain word as the last alternative is written in single quotes: "name|'init'".
 * White space in a name is folded. No name found: "(anonymous)".
 *
 * Labels of BRANCH, what each adds to the cyclomatic (McCabe 1976) and cognitive (SonarSource 2023)
 * complexity of the innermost function, and whether it nests what is inside:
 *   "if"      1, 1 + nesting, nests   loops, ternaries and handlers too; NULL means "if"
 *   "switch"  0, 1 + nesting, nests   the whole choice
 *   "case"    1, 0                    one way of a choice, not the default
 *   "elif"    1, 1                    a clause of its own that goes on an if
 *   "else if" 1, 0                    an if right behind an else that was counted
 *   "else"    0, 1                    the last way
 *   "logical" 1, 1 for a run of like operators: && || and or ??
 *   "jump"    0, 1                    goto, break and continue to a label
 * A function within a function goes on from the outer one's nesting, one deeper.
 *
 * holes: kinds, "interpolation \"`\"", of children of an INJECTION that are none of its text. A row with holes does not take the
 * node: the next that matches has it too, for those who do not count embedded languages, and the walk goes down to what the
 * holes hold.
 */
typedef struct onflame_rule {
	uint32_t role;      /* enum onflame_role at a fixed width */
	const char *kind;   /* node kind */
	const char *parent; /* only directly under one of these kinds ("block module"); NULL: anywhere */
	const char
		*head; /* only where this path leads somewhere; "!path": only where it does not; NULL: no such test */
	const char *words; /* ... and the text there is one of these words: "def defp defmacro"; NULL: any */
	const char *name;  /* frame: its name; INJECTION: path or '...' for the language's tag */
	const char *label; /* frame: its kind; BRANCH: see above; INJECTION: fixed language, NULL reads the tag */
	const char
		*start; /* frame: path to a node before it, e.g. "^", that the frame begins at where both begin on one
	                       line: `const f = () => {`; INJECTION: path to the node that holds the text, NULL: itself */
	uint32_t flags; /* enum onflame_rule_flag */
	const char *holes; /* INJECTION: see below */
} onflame_rule;

enum onflame_rule_flag {
	ONFLAME_ENTER = 1,       /* STRING: look inside (interpolation) */
	ONFLAME_COMBINED = 2,    /* INJECTION: all such nodes of the file are one text (PHP's HTML) */
	ONFLAME_FIRST = 4,       /* only where no named sibling but comments stands before the node: a docstring */
	ONFLAME_TO_SIBLING = 8,  /* frame: reaches to the next sibling of its kind or to the parent's end:
	                           `namespace A;` and what follows it; COMMENT: to the text's end: Perl's __END__ */
	ONFLAME_TOP_LEVEL = 16,  /* frame: dropped inside another function: C has no nested ones */
	ONFLAME_WHOLE_LINE = 32, /* COMMENT: begins where its line does; Ruby's __END__ has no node of its own */
	ONFLAME_FAR_START = 64,  /* frame: begins at `start` on whatever line that is */
	ONFLAME_APART = 128,     /* INJECTION: as COMBINED, and each ends a line of its own (the code of templates) */
	ONFLAME_MARKS = 256,     /* INJECTION: holes are marks that lead its lines, `> `, and go with them; without it
	                           they are values that the text is to be given, and each stands for a word */
	ONFLAME_CLOSED = 512,    /* frame: its name goes without number signs that close it: `## Name ##` */
	ONFLAME_SOUND = 1024, /* INJECTION with holes: only where the grammar understands all of it (Rust's macros) */
	ONFLAME_AHEAD =
		2048, /* PARAMETER: of the frame with ONFLAME_FAR_START that begins before it and is met behind it */
	ONFLAME_TO_LINE_END =
		4096 /* COMMENT: reaches as far; the mark alone was understood, what follows is no node of it */
};

/*
 * What a hand-written scan reports: bytes [start, end), disjoint or nested, ordered by start. COMMENT, STRING, DOCSTRING; FUNCTION
 * and CONTAINER with name and label; BRANCH with its label; PARAMETER; INJECTION with a language as label or its tag as name.
 */
typedef struct onflame_span {
	uint32_t role, start, end, name_len;
	const char *name, *label;
} onflame_span;

/*
 * A piece of a text that does not stand in the file as it is: its bytes from `at` to the next piece's `at` are made of the bytes
 * [start, end) that are scanned, which are at least as many. start == end: they are made of nothing there.
 */
typedef struct onflame_piece {
	uint32_t at, start, end;
} onflame_piece;

/*
 * A text in another language, with escapes resolved, marks cut out, pieces joined. It is counted by itself; what is found
 * holds for the bytes it is made of, and where those show other characters (a quote, a comma), they do not count as visible.
 * Pieces in order and disjoint, the first at 0; one holds at most one line of the file. All is copied.
 */
typedef struct onflame_text {
	uint32_t size; /* sizeof(onflame_text) */
	uint32_t len, piece_count, name_len;
	const char *text;
	const onflame_piece *pieces;
	const char *name, *label; /* of the language, as in a span */
} onflame_text;

/* Services lent to scan(). Those behind `fail` are there if `size` reaches as far. */
typedef struct onflame_host {
	uint32_t size;
	int (*emit)(const struct onflame_host *, const onflame_span *);      /* non-zero: stop, return it */
	int (*fail)(const struct onflame_host *, const char *why);           /* non-zero always: return it */
	int (*emit_text)(const struct onflame_host *, const onflame_text *); /* as emit; ordered by the first piece */
} onflame_host;

/* One language. A plugin may hold several (TypeScript and TSX). */
typedef struct onflame_language {
	const char *name;                   /* its name in the language map */
	const TSLanguage *(*grammar)(void); /* either a grammar with its rules ... */
	const onflame_rule *rules;
	int (*scan)(const onflame_host *, const char *text, uint32_t len); /* ... or a scan; never both */
	uint32_t max_lines; /* a file of more lines is counted lexically: the grammar cannot; 0: no limit */
	/*
	 * Only files whose names end so: ".mli .eliomi"; NULL: any text. For a language that has a grammar of its own for some of
	 * its files: of several with one name, the first that fits is taken.
	 */
	const char *endings;
} onflame_language;

typedef struct onflame_plugin {
	uint32_t abi, size;                       /* ONFLAME_PLUGIN_ABI, sizeof(onflame_plugin): these two never move */
	uint32_t rule_size, language_size;        /* sizeof(onflame_rule), sizeof(onflame_language) */
	const char *name, *version;               /* name: that of the file and folder, [a-z0-9_-]+ */
	const onflame_language *const *languages; /* ends with NULL */
} onflame_plugin;

__attribute__((visibility("default"))) const onflame_plugin *onflame_plugin_entry(void);

/* Fills the four leading members of a descriptor. */
#define ONFLAME_PLUGIN_HEAD                                                                                            \
	.abi = ONFLAME_PLUGIN_ABI, .size = sizeof(onflame_plugin), .rule_size = sizeof(onflame_rule),                  \
	.language_size = sizeof(onflame_language)

#ifdef __cplusplus
}
#endif

#endif
