/* SPDX-License-Identifier: MIT */
/* Texts for people, read line by line: sections, and blocks of code in another language. */
#ifndef ONFLAME_PLUGINS_PROSE_READER_H
#define ONFLAME_PLUGINS_PROSE_READER_H

#include "../scss/spans.h"

enum { LEVELS_MAX = 32 };

/* Bytes [start, end). */
typedef struct range {
	uint32_t start, end;
} range;

/* A line without its break. */
typedef struct line {
	uint32_t start, end;
	uint32_t next; /* where the next one begins */
	uint32_t text; /* first byte that is no blank; `end`: none */
} line;

typedef struct reader {
	const char *text;
	uint32_t len;
	spans spans;
	int32_t sections[LEVELS_MAX]; /* open ones; SPAN_NONE */
	char escape;                  /* leads a line of code to say that it is no mark; '\0': nothing does */
} reader;

line line_at(const reader *r, uint32_t at);
bool line_is_blank(const line *line);

bool reader_begins(const reader *r, range range, const char *prefix); /* in whatever case */
range reader_word(const reader *r, uint32_t at, uint32_t end);        /* the one that `at` is before or at */
range reader_trim(const reader *r, range range);

/* A section of that level, from 0, ends those of its level and deeper ones. */
void reader_open_section(reader *r, unsigned level, uint32_t start, range name);

/* [start, end), whole lines, is code of what the tag names; nothing where it is empty. */
void reader_add_code(reader *r, range code, range tag);

/* Tells of all that was found. Returns what the scan is to return. */
int reader_report(reader *r, const onflame_host *host);

void rst_read(reader *r);
void asciidoc_read(reader *r);
void org_read(reader *r);

#endif
