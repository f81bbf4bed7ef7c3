/* SPDX-License-Identifier: MIT */
/* Bytes and characters: views, white space, escapes. */
#ifndef ONFLAME_BASE_TEXT_H
#define ONFLAME_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A slice of somebody else's bytes; not NUL-terminated. */
typedef struct text {
	const char *data;
	size_t len;
} text;

text text_of(const char *string);
bool text_equals(text a, text b);
bool text_equals_string(text a, const char *string);
bool text_starts_with(text t, text prefix);
bool text_ends_with(text t, text suffix);
text text_trim(text t); /* without white space (ASCII) at both ends */

/* Whether all is valid UTF-8 (RFC 3629). */
bool text_is_utf8(text t);

/* Length in bytes of the white space that `t` begins with at `t.data`: ASCII, BOM and Unicode's; 0 for none. */
size_t text_space_length(const char *at, const char *end);

/* Columns that a terminal needs for `t`; bytes that are not UTF-8 take one each. */
size_t text_columns(text t);

struct buffer;
/*
 * Adds `t` so that it can be shown in one line on a terminal: control, bidirectional-control and
 * broken bytes become \n, \t, \xHH or \u{HHHH}; nothing else changes.
 */
void text_add_visible(struct buffer *out, text t);

#endif
