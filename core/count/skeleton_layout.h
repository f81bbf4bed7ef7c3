/* SPDX-License-Identifier: MIT */
/* Skeletons of languages whose blocks are made by indentation: private to skeleton*.c. */
#ifndef ONFLAME_COUNT_SKELETON_LAYOUT_H
#define ONFLAME_COUNT_SKELETON_LAYOUT_H

#include "count/skeleton.h"

/*
 * skeleton_make() for them. A statement that holds nothing of interest, with all its clauses and blocks, is left out. Where it was the
 * last one of a block its last token stays, so that no block is empty and each ends where it did.
 */
bool skeleton_make_layout(skeleton *skeleton, const skeleton_rules *rules, const skeleton_source *source,
			  bool branches);

#endif
