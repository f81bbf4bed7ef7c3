/* SPDX-License-Identifier: MIT */
/* A skeleton on its way where indentation makes blocks: private to skeleton_layout*.c. */
#ifndef ONFLAME_COUNT_SKELETON_LAYOUT_BLOCKS_H
#define ONFLAME_COUNT_SKELETON_LAYOUT_BLOCKS_H

#include "count/skeleton_pieces.h"
#include "count/skeleton_rules.h"

/* One that is open. The lowest stands for the text itself. */
typedef struct layout_block {
	uint32_t indent;
	uint32_t margin, margin_len; /* the blanks that make it so */
	size_t piece_count;          /* before the statement at hand */
	bool interest;               /* the statement at hand holds something of interest */
	bool kept;                   /* one before it does */
	bool parted;                 /* a block in the statement at hand holds something of interest */
	bool framed;                 /* opened by a line that begins with the word of a frame, or the text itself */
	syntax_range header;         /* that line */
	size_t led_count;            /* pieces before what leads the statement at hand: a decorator */
	bool led;
} layout_block;

/* To the line break that is in no bracket, no string and not behind a backslash. */
typedef struct layout_line {
	uint32_t margin;     /* where the blanks before it begin */
	uint32_t start, end; /* its code */
	uint32_t feed;       /* its line break */
	bool interest;
	bool hollow;           /* what its round brackets hold is of no interest by itself */
	bool header;           /* a block follows */
	bool frame;            /* it begins with the word of a frame */
	bool leads;            /* ... or with a sign that leads one: @ */
	syntax_range brackets; /* the last that are in no others */
	syntax_range string;   /* the last */
} layout_line;

/* The text on its way. */
typedef struct layout_maker {
	const skeleton_rules *rules;
	skeleton *out;
	const byte *text;
	uint32_t end;
	uint32_t from;   /* the run of kept bytes at hand begins here */
	uint32_t gap;    /* where code goes on behind the last comment or string */
	uint32_t margin; /* behind the last line break */
	unsigned kinds;  /* of words that are of interest */
	unsigned hollow; /* ... and behind which round brackets may be emptied */
	bool branches;
	bool within;        /* a line; if not, `line` is the one before */
	uint32_t depth;     /* of brackets; at the outermost: */
	uint32_t run;       /* where the run that they stand in begins */
	size_t piece_count; /* before it */
	bool interest;      /* of the line before them */
	layout_line line;
} layout_maker;

/* Adds source[start, end) to what is kept. */
static inline void layout_keep(const layout_maker *maker, uint32_t start, uint32_t end)
{
	skeleton_add_piece(maker->out, start, end);
}

static inline layout_block *layout_innermost(const layout_maker *maker)
{
	return &maker->out->blocks[maker->out->block_count - 1];
}

void layout_open_block(layout_maker *maker, layout_block opened);

/* `line` was the block's last one. false: its last token cannot be put in the place of the last statement. */
bool layout_close_block(layout_maker *maker);

/*
 * The innermost block's statement at hand, behind which another one begins or the text ends, is left out where it holds
 * nothing of interest, and noted where no block in it does.
 */
void layout_end_statement(layout_maker *maker);

/* Where the letters before a string begin that tell what kind it is. */
uint32_t layout_string_start(const layout_maker *maker, uint32_t string);

#endif
