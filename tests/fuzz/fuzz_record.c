/* SPDX-License-Identifier: MIT */
/* The record decoder: hostile bytes are refused or are a record that can be written and read again. */
#include "fuzz.h"

#include "work/codec.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	arena *arena = arena_create();
	record record;
	error error;
	if (record_decode((text){(const char *)data, size}, arena, &record, &error) == 0) {
		buffer first = BUFFER_INIT, second = BUFFER_INIT;
		record_encode(&first, &record);
		if (record_decode((text){first.data, first.len}, arena, &record, &error) != 0)
			abort();
		record_encode(&second, &record);
		/* The encoder uses the shortest form; the input need not. */
		if (first.len > size || first.len != second.len || memcmp(first.data, second.data, first.len) != 0)
			abort();
		buffer_finish(&first);
		buffer_finish(&second);
	}
	/* What is refused must not have cost memory out of proportion: a frame takes 17 bytes at least. */
	if (arena_used(arena) > 1024 + size * 32)
		abort();
	arena_destroy(arena);
	return 0;
}
