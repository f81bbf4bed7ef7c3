/* SPDX-License-Identifier: MIT */
/* Files of the same content, and sums by role. Private to this module. */
#ifndef ONFLAME_TREE_ROLES_H
#define ONFLAME_TREE_ROLES_H

#include "tree/tree.h"

/*
 * Gives ROLE_DUPLICATE to the files, ordered by the source list, that hold what one before them holds. With `drop` takes them
 * out of `files` and notes them in `dropped`. Same content is taken for granted where 128 bits of hash and the size agree.
 */
void roles_find_duplicates(tree *tree, bool drop);

/* Adds the child, a file or a folder that is complete, to the sums of the folder that it lies in. */
void roles_add_child(struct arena *arena, tree_node *parent, const tree_node *child);

#endif
