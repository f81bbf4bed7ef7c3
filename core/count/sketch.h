/* SPDX-License-Identifier: MIT */
/* A statement with its names taken out: private to shapes.c. */
#ifndef ONFLAME_COUNT_SKETCH_H
#define ONFLAME_COUNT_SKETCH_H

#include "base/buffer.h"
#include "base/hash.h"
#include "base/text.h"
#include "plugin/plugin.h"

#include <stdbool.h>

/* Words that mean something to a grammar or to a plugin's rules: no names. */
typedef struct sketch_words sketch_words;

/* `reserved`: more of them, ended by NULL; NULL: none. Both must outlive it. Never NULL. */
sketch_words *sketch_words_create(const plugin_language *syntax, const char *const *reserved);
void sketch_words_destroy(sketch_words *words); /* accepts NULL */

enum { SKETCH_PIECES = 512, SKETCH_NAME_MAX = 64 };

/* A piece is a name, a run of blanks where their number means nothing, or a byte of anything else. Starts as {0}. */
typedef struct sketch {
	size_t count;
	char marks[SKETCH_PIECES];           /* the byte; for a name and for blanks, what stands for them */
	uint16_t places[SKETCH_PIECES + 1];  /* in the statement; the last is its end */
	uint16_t spelled[SKETCH_PIECES + 1]; /* places in what sketch_spell wrote */
} sketch;

/* `layout`: each blank counts. false: it is too long, or holds what might mean something by itself: texts, directives, bytes beyond ASCII. */
bool sketch_draw(sketch *sketch, const sketch_words *words, text statement, bool layout);

hash128 sketch_hash(const sketch *sketch, uint64_t seed);

/* Writes the statement with stand-ins for its names. */
void sketch_spell(sketch *sketch, buffer *out);

/* The piece that begins at a place of what was spelled. false: none does. */
bool sketch_piece_at(const sketch *sketch, uint32_t spelled, uint32_t *piece);

/* Where a piece stands in the statement. */
uint32_t sketch_place_of(const sketch *sketch, uint32_t piece);

/* Whether `name` begins with a stand-in: not so where a word of the grammar was taken for a name. */
bool sketch_names(const sketch *sketch, const char *name);

/* Adds `name` with the statement's names in place of stand-ins. */
void sketch_fill(const sketch *sketch, text statement, const char *name, buffer *out);

#endif
