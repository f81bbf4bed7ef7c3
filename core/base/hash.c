/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#include <xxhash.h>

hash128 hash128_of(const void *data, size_t len, uint64_t seed)
{
	XXH128_hash_t hash = XXH3_128bits_withSeed(data, len, seed);
	return (hash128){.high = hash.high64, .low = hash.low64};
}

bool hash128_equals(hash128 a, hash128 b)
{
	return a.high == b.high && a.low == b.low;
}
