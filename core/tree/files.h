/* SPDX-License-Identifier: MIT */
/* Private to the module: the array of counted files while it is filled. */
#ifndef ONFLAME_TREE_FILES_H
#define ONFLAME_TREE_FILES_H

#include "tree/tree.h"

/* The place of the file with this number in the source list, empty; `capacity` says how many places there are, at first 0. */
tree_file *files_add(tree *tree, size_t *capacity, uint32_t number);

/* Closes the gaps that files without a record leave: the order stays that of the source list. */
void files_close(tree *tree, size_t capacity);

#endif
