/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void memory_exhausted(void)
{
	static const char message[] = "onflame: out of memory\n";

	/* Nothing that could allocate: no stdio, no exit handlers. */
	ssize_t written = write(STDERR_FILENO, message, sizeof(message) - 1);
	(void)written;
	_exit(MEMORY_EXIT_STATUS);
}

void *memory_alloc(size_t size)
{
	void *memory = malloc(size > 0 ? size : 1);
	if (memory == NULL)
		memory_exhausted();
	return memory;
}

void *memory_zero(size_t count, size_t size)
{
	void *memory = calloc(count > 0 ? count : 1, size > 0 ? size : 1);
	if (memory == NULL)
		memory_exhausted();
	return memory;
}

void *memory_resize(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		memory_exhausted();
	size_t bytes = count * size;
	void *memory = realloc(old, bytes > 0 ? bytes : 1);
	if (memory == NULL)
		memory_exhausted();
	return memory;
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
