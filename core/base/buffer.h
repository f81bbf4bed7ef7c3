/* SPDX-License-Identifier: MIT */
/* A growing string of bytes. */
#ifndef ONFLAME_BASE_BUFFER_H
#define ONFLAME_BASE_BUFFER_H

#include <stddef.h>

/* Starts as BUFFER_INIT. `data` is NUL-terminated once anything was added, NULL before. */
typedef struct buffer {
	char *data;
	size_t len, capacity;
} buffer;

#define BUFFER_INIT                                                                                                    \
	{                                                                                                              \
		0                                                                                                      \
	}

void buffer_finish(buffer *buffer); /* frees it; it may be used again */
void buffer_clear(buffer *buffer);  /* empties it, keeps the memory */
void buffer_add(buffer *buffer, const char *bytes, size_t len);
void buffer_add_char(buffer *buffer, char c);
void buffer_add_string(buffer *buffer, const char *string);
void buffer_printf(buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_truncate(buffer *buffer, size_t len);
void buffer_reserve(buffer *buffer, size_t more); /* room for `more` bytes and a NUL */
const char *buffer_string(const buffer *buffer);  /* never NULL */

#endif
