/* SPDX-License-Identifier: MIT */
/* A file's bytes made into a text: UTF-8, lines ending with LF or CR LF. */
#ifndef ONFLAME_COUNT_CONTENT_H
#define ONFLAME_COUNT_CONTENT_H

#include "base/buffer.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Reads at most `limit` bytes more of an open file behind what `out` holds, which then is its beginning. `size` is what the whole
 * should have, to save asking for what is not there; 0: not known. 0 at the end of file too; -1: errno tells.
 */
int content_read(int fd, size_t limit, uint64_t size, buffer *out);

/* Whether it is UTF-16 or UTF-32, as its mark says. */
bool content_is_wide(text raw);

/* Whether it is no text: a NUL byte near its beginning, as git has it, and no mark of UTF-16 or UTF-32. */
bool content_is_binary(text raw);

/*
 * The text that is in the bytes: marks of byte order taken off, UTF-16 and UTF-32 made UTF-8; what is not UTF-8 is taken as
 * Latin-1, so that every byte is a character; a lone CR ends a line in a file that has no LF. `scratch` holds the result
 * where it is not `raw` itself. `encoding` tells what it was: "UTF-16" ..., NULL: UTF-8.
 */
text content_decode(text raw, buffer *scratch, const char **encoding);

#endif
