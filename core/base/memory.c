/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* The sizes of the pages, where the machine has no others; others only make the advice void. */
#define PAGE ((uintptr_t)4096)
#define HUGE ((size_t)2 * 1024 * 1024)

void memory_exhausted(void)
{
	static const char message[] = "onflame: out of memory\n";

	/* Nothing that could allocate: no stdio, no exit handlers. */
	ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
	(void)written;
	_exit(MEMORY_EXIT_STATUS);
}

/* Large pieces are filled from end to end, and a fault for each small page costs more than that. No more than advice: it may fail. */
static void *advise(void *memory, size_t size)
{
	uintptr_t start = ((uintptr_t)memory + PAGE - 1) & ~(PAGE - 1);
	if (size >= HUGE * 2)
		(void)madvise((void *)start, (size - (start - (uintptr_t)memory)) & ~(PAGE - 1), MADV_HUGEPAGE);
	return memory;
}

void *memory_alloc(size_t size)
{
	void *memory = malloc(size > 0 ? size : 1);
	if (memory == NULL)
		memory_exhausted();
	return advise(memory, size);
}

void *memory_zero(size_t count, size_t size)
{
	void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
	if (memory == NULL)
		memory_exhausted();
	return advise(memory, count * size);
}

void *memory_resize(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		memory_exhausted();
	size_t bytes = count * size;
	void *memory = realloc(old, bytes > 0 ? bytes : 1);
	if (memory == NULL)
		memory_exhausted();
	return advise(memory, bytes);
}

char *memory_copy_bytes(const char *bytes, size_t len)
{
	char *copy = memory_alloc(len + 1);
	if (len > 0)
		memcpy(copy, bytes, len);
	copy[len] = '\0';
	return copy;
}

char *memory_copy_string(const char *string)
{
	return memory_copy_bytes(string, strlen(string));
}

void memory_reserve(void *items, size_t *capacity, size_t need, size_t size)
{
	if (need <= *capacity)
		return;
	size_t grown = *capacity > SIZE_MAX / 2 ? need : *capacity * 2;
	if (grown < need)
		grown = need;
	if (grown < 8)
		grown = 8;

	/* `items` is the address of a pointer of whatever type: copied, not cast, to keep to the aliasing rules. */
	void *array = NULL;
	memcpy(&array, items, sizeof(array));
	array = memory_resize(array, grown, size);
	memcpy(items, &array, sizeof(array));
	*capacity = grown;
}
