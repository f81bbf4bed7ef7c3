/* SPDX-License-Identifier: MIT */
/* A bump allocator: many small pieces that live and die together. */
#ifndef ONFLAME_BASE_ARENA_H
#define ONFLAME_BASE_ARENA_H

#include <stddef.h>

typedef struct arena arena;

arena *arena_create(void);
void arena_destroy(arena *arena); /* accepts NULL */

/* Gives all pieces back at once; keeps some memory for the next use. */
void arena_reset(arena *arena);

/* Memory aligned for any type, valid until the arena is reset or destroyed. Never NULL, not cleared. */
void *arena_alloc(arena *arena, size_t size);
void *arena_zero(arena *arena, size_t count, size_t size);     /* cleared */
char *arena_copy(arena *arena, const char *bytes, size_t len); /* adds a NUL */
char *arena_copy_string(arena *arena, const char *string);
char *arena_printf(arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Bytes handed out since the last reset. */
size_t arena_used(const arena *arena);

#endif
