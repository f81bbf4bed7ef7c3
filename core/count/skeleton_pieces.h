/* SPDX-License-Identifier: MIT */
/* What a skeleton is put together of: private to skeleton*.c. */
#ifndef ONFLAME_COUNT_SKELETON_PIECES_H
#define ONFLAME_COUNT_SKELETON_PIECES_H

#include "count/skeleton.h"

/* Keeps bytes [start, end) of the source, which lie behind all that are kept so far; none: nothing happens. */
void skeleton_add_piece(skeleton *skeleton, uint32_t start, uint32_t end);

/* A statement behind all that are noted so far, in places of the source. */
void skeleton_add_statement(skeleton *skeleton, skeleton_statement added);

/* The same of one that holds others that are noted. */
void skeleton_add_outer(skeleton *skeleton, skeleton_statement added);

/* Makes the text of the pieces, and tells where in it they and the statements are. */
void skeleton_put_together(skeleton *out, const char *source);

#endif
