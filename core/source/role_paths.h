/* SPDX-License-Identifier: MIT */
/* Which roles files have by where they lie and what they are called, and by what .gitattributes says of them. */
#ifndef ONFLAME_SOURCE_ROLE_PATHS_H
#define ONFLAME_SOURCE_ROLE_PATHS_H

#include "language/language.h"
#include "source/source.h"

typedef struct role_paths role_paths;

/* The map, which must be sealed, outlives it. */
role_paths *role_paths_create(const language_map *map);
void role_paths_destroy(role_paths *paths); /* accepts NULL */

/*
 * What is known of the file before it is read: .gitattributes first, then its place. `why` points to strings that live as long as the
 * map. Remembers the folders that it was asked about; not for several threads.
 */
role_verdict role_paths_decide(role_paths *paths, const source_file *file);

#endif
