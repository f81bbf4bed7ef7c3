/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CHUNK_SIZE ((size_t)64 * 1024)
#define CHUNK_MAX ((size_t)4 * 1024 * 1024)

typedef struct chunk {
	struct chunk *previous;
	size_t size, used;
	alignas(max_align_t) char bytes[];
} chunk;

struct arena {
	chunk *current;
	size_t used_before; /* in the chunks before the current one */
	size_t next_size;
};

arena *arena_create(void)
{
	arena *made = memory_zero(1, sizeof(*made));
	made->next_size = CHUNK_SIZE;
	return made;
}

static void free_chunks(chunk *last)
{
	while (last != NULL) {
		chunk *previous = last->previous;
		free(last);
		last = previous;
	}
}

void arena_destroy(arena *arena)
{
	if (arena == NULL)
		return;
	free_chunks(arena->current);
	free(arena);
}

void arena_reset(arena *arena)
{
	arena->used_before = 0;
	if (arena->current == NULL)
		return;
	free_chunks(arena->current->previous);
	arena->current->previous = NULL;
	arena->current->used = 0;
}

static void add_chunk(arena *arena, size_t need)
{
	size_t size = arena->next_size > need ? arena->next_size : need;
	if (size > SIZE_MAX - sizeof(chunk))
		memory_exhausted();
	chunk *added = memory_alloc(sizeof(chunk) + size);
	added->previous = arena->current;
	added->size = size;
	added->used = 0;
	if (arena->current != NULL)
		arena->used_before += arena->current->used;
	arena->current = added;
	if (arena->next_size < CHUNK_MAX)
		arena->next_size *= 2;
}

void *arena_alloc(arena *arena, size_t size)
{
	const size_t unit = alignof(max_align_t);
	if (size > SIZE_MAX - unit)
		memory_exhausted();
	size = (size + unit - 1) / unit * unit;
	if (arena->current == NULL || arena->current->size - arena->current->used < size)
		add_chunk(arena, size);
	void *piece = arena->current->bytes + arena->current->used;
	arena->current->used += size;
	return piece;
}

void *arena_zero(arena *arena, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		memory_exhausted();
	void *piece = arena_alloc(arena, count * size);
	memset(piece, 0, count * size);
	return piece;
}

char *arena_copy(arena *arena, const char *bytes, size_t len)
{
	char *copy = arena_alloc(arena, len + 1);
	if (len > 0)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

char *arena_copy_string(arena *arena, const char *string)
{
	return arena_copy(arena, string, strlen(string));
}

char *arena_printf(arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (len < 0)
		return arena_copy(arena, "", 0);

	char *made = arena_alloc(arena, (size_t)len + 1);
	va_start(arguments, format);
	vsnprintf(made, (size_t)len + 1, format, arguments);
	va_end(arguments);
	return made;
}

size_t arena_used(const arena *arena)
{
	return arena->used_before + (arena->current != NULL ? arena->current->used : 0);
}
