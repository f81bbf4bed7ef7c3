/* SPDX-License-Identifier: MIT */
/* Where the cache is. */
#ifndef ONFLAME_CLI_CACHE_FOLDER_H
#define ONFLAME_CLI_CACHE_FOLDER_H

#include "cache/cache.h"
#include "cli/options.h"

/*
 * The cache in $XDG_CACHE_HOME/onflame. NULL: there is none, which is nothing to tell of, but for a folder that others can write:
 * that is said on standard error.
 */
cache *cache_folder_open(const cli_options *options);

#endif
