/* SPDX-License-Identifier: MIT */
/* Private to the module: the folder that the cache lies in. */
#ifndef ONFLAME_CACHE_FOLDER_H
#define ONFLAME_CACHE_FOLDER_H

#include "base/error.h"

#include <stdbool.h>

/*
 * Makes the folder where it is missing, for its owner alone, and checks that nobody else can write in it; a descriptor of a file in it
 * that serves as a lock, shared. -1: `unsafe` says that the folder is there and not to be trusted.
 */
int folder_open(const char *path, bool *unsafe, error *error);

/* Makes the lock exclusive, and shared again. False: others use the folder. */
bool folder_claim(int lock);
bool folder_share(int lock);

#endif
