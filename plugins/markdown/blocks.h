/* SPDX-License-Identifier: MIT */
/* The blocks of a text of Markdown while it is read, as CommonMark 0.31 has them. */
#ifndef ONFLAME_PLUGINS_MARKDOWN_BLOCKS_H
#define ONFLAME_PLUGINS_MARKDOWN_BLOCKS_H

#include "../scss/spans.h"

enum {
	DEPTH_MAX = 64, /* quotes and items within each other; what lies deeper is text */
	LEVELS = 6,     /* of headings */
	TAB = 4
};

/* Bytes [start, end). */
typedef struct range {
	uint32_t start, end;
} range;

/* A line: its visible text begins behind what its blocks take of it. */
typedef struct line {
	uint32_t start, end; /* without the break */
	uint32_t next;
} line;

/* How far a line was taken; a tab may be taken in part. */
typedef struct cursor {
	uint32_t at, column;
	uint32_t owed; /* columns left of the tab before `at` */
} cursor;

/* What stands behind a cursor: blanks, then text. */
typedef struct ahead {
	uint32_t at, indent;
	bool blank; /* nothing but blanks */
} ahead;

/* A quote, an item of a list or, as the outermost, the document. */
typedef struct container {
	bool is_quote;
	bool empty;               /* an item that has begun with a blank line */
	uint32_t width;           /* what an item's lines are indented by */
	int32_t sections[LEVELS]; /* open ones; SPAN_NONE */
} container;

enum leaf { LEAF_NONE, LEAF_PARAGRAPH, LEAF_INDENTED, LEAF_FENCE, LEAF_HTML };

/* A line of code, and where its text begins. */
typedef struct code_line {
	uint32_t start, from, next;
} code_line;

/* A frame or a text in another language. */
typedef struct found {
	onflame_span span;
	size_t first, count; /* lines of code */
	char *name;          /* owned; NULL: the span's is in the text */
} found;

typedef struct doc {
	const char *text;
	uint32_t len;
	line line;
	container containers[DEPTH_MAX + 1];
	uint32_t depth; /* containers within the document */
	enum leaf leaf; /* of the innermost */
	char fence;
	uint32_t fence_len, fence_indent;
	unsigned html;    /* the kind of block, as the specification numbers them */
	range tag;        /* what the code is in */
	size_t code_from; /* its first line */
	found *found;
	code_line *lines;
	range *paragraph;
	size_t found_count, found_capacity, line_count, line_capacity, paragraph_count, paragraph_capacity;
	spans memory; /* `failed`: there is no more of it */
} doc;

/* blocks.c */
void blocks_read_line(doc *d, line line);
void blocks_close(doc *d, uint32_t depth); /* those deeper than `depth`, and the leaf */

/* marks.c */
bool is_space(char c);
ahead look(const doc *d, cursor c);
void take(const doc *d, cursor *c, uint32_t columns); /* blanks */
void take_to(cursor *c, const ahead *ahead);
range trim(const doc *d, range range);
bool is_break(const doc *d, uint32_t at);            /* a thematic one */
uint32_t heading_level(const doc *d, uint32_t at);   /* of a heading with number signs; 0: none */
uint32_t underline_level(const doc *d, uint32_t at); /* of the line under a heading; 0: none */
uint32_t fence_length(const doc *d, uint32_t at);    /* of what opens one; 0: nothing */
bool closes_fence(const doc *d, uint32_t at);
uint32_t item_mark(const doc *d, uint32_t at, bool interrupts); /* the length of the mark; 0: none */
bool is_definition(const doc *d, range range);                  /* of a link, on a line of its own */

/* html.c */
unsigned html_begins(const doc *d, uint32_t at, bool interrupts); /* the kind of block; 0: none */
bool html_ends(const doc *d, uint32_t at);                        /* within the line, which belongs to it */

/* found.c */
int32_t found_frame(doc *d, uint32_t start, range name);
void found_add_line(doc *d, uint32_t from);
void found_code(doc *d, const char *label); /* of the lines since `code_from`; `label`: NULL: by its tag */
int found_report(doc *d, const onflame_host *host);
void found_name_paragraph(doc *d, int32_t frame, size_t first); /* from its lines, the first of them on */

#endif
