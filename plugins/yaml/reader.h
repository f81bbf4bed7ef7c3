/* SPDX-License-Identifier: MIT */
/* A text of YAML while it is read: what the reader of lines and that of flow collections share. */
#ifndef ONFLAME_PLUGINS_YAML_READER_H
#define ONFLAME_PLUGINS_YAML_READER_H

#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>

typedef struct reader {
	const onflame_host *host;
	const char *text;
	uint32_t len;
	int64_t indent;          /* column of the innermost entry: - or a key; -1: none */
	uint32_t unclosed_until; /* a collection that begins before it was not found to close: only those of one line */
	uint32_t unquoted_until[2]; /* the same for scalars in " and ': none */
	int status;                 /* of the first refused span */
} reader;

void reader_comment(reader *r, uint32_t start, uint32_t end);
void reader_string(reader *r, uint32_t start, uint32_t end);

bool is_blank(char c);
bool is_gap(const reader *r, uint32_t at);         /* white space or the end */
uint32_t skip_blank(const reader *r, uint32_t at); /* within the line */
uint32_t line_end(const reader *r, uint32_t at);   /* its break, or the text's end */
bool is_marker(const reader *r, uint32_t line);    /* --- or ..., which no scalar and no collection goes over */

/* Behind the scalar whose quote stands at `at`, before `limit`; `at`: it does not end. */
uint32_t quoted_end(reader *r, uint32_t at, uint32_t limit);

/* Behind the collection whose bracket stands at `at`; `at`: it does not end. Tells of comments and scalars in it. */
uint32_t flow_read(reader *r, uint32_t at);

#endif
