/* SPDX-License-Identifier: MIT */
/* What the database holds is taken only if it is whole, and was put there for that very key. */
#include "cache/state.h"

#include "base/memory.h"
#include "work/codec.h"

#include <string.h>

int cache_compare_numbers(uint64_t left, uint64_t right)
{
	uint64_t x = left ^ UINT64_C(1) << 63, y = right ^ UINT64_C(1) << 63;
	return (x > y) - (x < y);
}

static hash128 seal_of(const cache *cache, hash128 key, text rest)
{
	return hash128_of(rest.data, rest.len, cache->seed ^ key.low);
}

void cache_seal(const cache *cache, hash128 key, text rest, buffer *out)
{
	hash128 seal = seal_of(cache, key, rest);
	buffer_add(out, (const char *)&seal, sizeof(seal));
	buffer_add(out, rest.data, rest.len);
}

bool cache_find(cache *cache, store *store, hash128 key, text *rest, uint64_t *day)
{
	text value;
	hash128 seal;
	enum store_status status = store_find(store, key.high, &value, day);
	if (status != STORE_DONE) {
		cache->damaged |= status == STORE_BROKEN;
		cache->broken |= status == STORE_BROKEN;
		return false;
	}
	if (value.len < sizeof(seal))
		return false;
	*rest = (text){value.data + sizeof(seal), value.len - sizeof(seal)};
	memcpy(&seal, value.data, sizeof(seal));
	return hash128_equals(seal, seal_of(cache, key, *rest));
}

bool cache_decode(text encoded, arena *arena, record *out)
{
	error ignored;
	record found;
	if (record_decode(encoded, arena, &found, &ignored) != 0)
		return false;
	found.file = out->file;
	*out = found;
	return true;
}

bool cache_find_record(cache *cache, store *store, hash128 key, arena *arena, record *out, uint64_t *day, text *encoded)
{
	text rest;
	if (!cache_find(cache, store, key, &rest, day) || !cache_decode(rest, arena, out))
		return false;
	if (encoded != NULL)
		*encoded = rest;
	return true;
}

void cache_add_pending(cache *cache, uint64_t number, size_t at, size_t len)
{
	memory_reserve(&cache->pending, &cache->pending_capacity, cache->pending_count + 1, sizeof(*cache->pending));
	cache->pending[cache->pending_count++] = (pending){number, at, len};
}
