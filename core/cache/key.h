/* SPDX-License-Identifier: MIT */
/* What a record is found by: everything that shapes it. Private to the module. */
#ifndef ONFLAME_CACHE_KEY_H
#define ONFLAME_CACHE_KEY_H

#include "base/buffer.h"
#include "base/hash.h"
#include "cache/cache.h"

/* The part of the key that all files of a run share. `seed` is the database's. */
hash128 key_of_setting(const cache_setting *setting, uint64_t seed);

/* The key of a file by git's blob, or by its bytes. `scratch` is written over. */
hash128 key_of_blob(hash128 setting, const source_file *file, text blob, buffer *scratch);
hash128 key_of_content(hash128 setting, const source_file *file, text content, buffer *scratch);

#endif
