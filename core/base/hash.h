/* SPDX-License-Identifier: MIT */
/* A fast 128-bit hash of content (XXH3): equal content is told by it, an adversary is not kept out. */
#ifndef ONFLAME_BASE_HASH_H
#define ONFLAME_BASE_HASH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct hash128 {
	uint64_t high, low;
} hash128;

/* `seed` is chosen by whoever does not want others to know what will collide; 0 for none. */
hash128 hash128_of(const void *data, size_t len, uint64_t seed);

bool hash128_equals(hash128 a, hash128 b);

#endif
