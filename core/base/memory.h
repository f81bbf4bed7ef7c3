/* SPDX-License-Identifier: MIT */
/* Memory that is never missing: where the system has none left, the program ends here. */
#ifndef ONFLAME_BASE_MEMORY_H
#define ONFLAME_BASE_MEMORY_H

#include <stddef.h>

/* Exit status of a process that ran out of memory. */
#define MEMORY_EXIT_STATUS 2

/* Each returns memory that the caller frees with free(). Never NULL; `size` 0 gives a valid pointer. */
void *memory_alloc(size_t size);
void *memory_zero(size_t count, size_t size);
void *memory_resize(void *old, size_t count, size_t size);
char *memory_copy_string(const char *string);
char *memory_copy_bytes(const char *bytes, size_t len); /* adds a NUL */

/*
 * Makes room for `need` items in the growing array `*items` of `*capacity` items, doubling.
 * memory_reserve(&list->items, &list->capacity, list->count + 1, sizeof(*list->items))
 */
void memory_reserve(void *items, size_t *capacity, size_t need, size_t size);

/* Says so on standard error and ends the program with MEMORY_EXIT_STATUS. */
_Noreturn void memory_exhausted(void);

#endif
