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
/* The key of what is known of all files in a folder by their status alone. `file_system`: which one of those that a device may hold. */
hash128 key_of_folder(hash128 setting, const source_file *file, uint64_t file_system, buffer *scratch);

/* Which file of its folder it is, and what it was when it was listed. */
hash128 key_of_name(hash128 setting, const source_file *file, buffer *scratch);
hash128 key_of_stamp(hash128 name, const source_file *file);

hash128 key_of_content(hash128 setting, const source_file *file, text content, buffer *scratch);

#endif
