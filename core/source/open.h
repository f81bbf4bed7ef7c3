/* SPDX-License-Identifier: MIT */
/* Opening by descriptor: paths of any length, descriptors that run short, regular files only. */
#ifndef ONFLAME_SOURCE_OPEN_H
#define ONFLAME_SOURCE_OPEN_H

#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>

/* Somebody who can give a descriptor back when the process has no more of them. */
typedef struct opener {
	bool (*release)(void *owner); /* true: one was closed, try again; NULL: nobody */
	void *owner;
} opener;

/* openat() with O_CLOEXEC that asks the opener when descriptors run short. -1: errno says why. */
int open_at(const opener *opener, int folder, const char *path, int flags);

/* The same for a path from the current folder that may be longer than the system takes at once. */
int open_path(const opener *opener, const char *path, int flags);

/* stat() of such a path, following links. -1: errno says why. */
int open_stat(const opener *opener, const char *path, struct stat *status);

/*
 * Adds the content of a regular file to `out`; what is no regular file counts as missing (ENOENT), so that no fifo or
 * device is waited for. -1: errno says why; EFBIG when it is larger than `limit` bytes.
 */
int open_and_read(const opener *opener, int folder, const char *path, int flags, size_t limit, buffer *out);

/* The same, with the file's status before it was read. */
int open_and_read_with(const opener *opener, int folder, const char *path, int flags, size_t limit, buffer *out,
		       struct stat *status);

/* errno in words that follow "PATH: ". */
const char *open_reason(int number);

#endif
