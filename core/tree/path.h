/* SPDX-License-Identifier: MIT */
/* Paths taken apart. Of this module alone. */
#ifndef ONFLAME_TREE_PATH_H
#define ONFLAME_TREE_PATH_H

#include "base/text.h"
#include "source/source.h"

/*
 * The next part of the path at `*at`, which moves on behind it; empty parts and "." are passed over. A leading '/'
 * stays with the first part. False: no more.
 */
bool path_next_part(const char **at, text *part);

/* A root as given, without the slashes at its end. */
text path_root_name(const source_list *source, uint32_t root);

/* Whether the file was itself given as a PATH. */
bool path_is_root(const source_list *source, const source_file *file);

/* Order of two files in the tree: by the name of their root if there are several, then part by part, byte by byte. */
int path_compare(const source_list *source, const source_file *a, const source_file *b);

#endif
