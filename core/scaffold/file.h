/* SPDX-License-Identifier: MIT */
/* Small files, read and written whole. */
#ifndef ONFLAME_SCAFFOLD_FILE_H
#define ONFLAME_SCAFFOLD_FILE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"

#include <stdbool.h>
#include <sys/types.h>

/* Bytes; the largest parser.c known has some 100 MB. */
#define FILE_SIZE_MAX ((size_t)512 << 20)

/* Adds the content of a regular file of at most `max` bytes. */
int file_read(const char *path, size_t max, buffer *out, error *error);

/* Writes a new file; one that is there is replaced as a whole, or not at all. */
int file_write(const char *path, const char *data, size_t len, mode_t mode, error *error);
int file_copy(const char *from, const char *to, mode_t mode, error *error);

/* Makes the folder and those above it that are missing. */
int folder_make(const char *path, error *error);

bool file_is_regular(const char *path);
bool file_is_folder(const char *path);

/* The last part of a path; the path itself if it has no '/'. */
const char *file_name(const char *path);

/* All of the path but its last part, in the arena. */
char *file_folder(arena *arena, const char *path);

#endif
