/* SPDX-License-Identifier: MIT */
/* Private to the module: the database's files in the cache's folder. */
#ifndef ONFLAME_CACHE_DATABASE_H
#define ONFLAME_CACHE_DATABASE_H

#include "cache/store.h"

/* In that folder; the caller frees it. */
char *database_path(const char *folder);

/* Opens it; a damaged one is thrown away and begun again. `lock`: of folder_open(). NULL: the message says why not. */
store *database_open(int lock, const char *path, error *error);

/* False: others use it. */
bool database_throw_away(int lock, const char *path);

/* What all its files take. */
uint64_t database_bytes(const char *path);

#endif
