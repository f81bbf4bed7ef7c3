/* SPDX-License-Identifier: MIT */
/* The walk over a syntax tree: every node is met once, in source order. */
#ifndef ONFLAME_COUNT_WALK_H
#define ONFLAME_COUNT_WALK_H

#include "count/findings.h"
#include "plugin/plugin.h"

#include <tree_sitter/api.h>

/* Adds what the table finds in the tree of `text` to `out`. */
void walk_tree(const TSTree *tree, const plugin_language *language, const char *text, findings *out);

#endif
