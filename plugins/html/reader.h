/* SPDX-License-Identifier: MIT */
/* The state of the scan, and how it looks at its text. */
#ifndef ONFLAME_PLUGINS_HTML_READER_H
#define ONFLAME_PLUGINS_HTML_READER_H

#include "../scss/spans.h"

#include <string.h>

enum flavour { HTML, VUE, SVELTE, ASTRO, ANGULAR };

typedef struct range {
	uint32_t start, end;
} range;

typedef struct scanner {
	const char *text;
	uint32_t len;
	enum flavour flavour;
	const char *script; /* what expressions are written in */
	spans spans;
	uint32_t templates; /* open elements of that name */
	int32_t *blocks;    /* spans of Svelte's {#...} that are open; SPAN_NONE: no branch */
	size_t block_count, block_capacity;
	bool no_braces; /* one is not closed: what others hold is not known */
	bool no_quotes; /* the same of quotes */
} scanner;

static inline bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline uint32_t skip_space(const scanner *s, uint32_t at)
{
	while (at < s->len && is_space(s->text[at]))
		at++;
	return at;
}

static inline bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Whether the text there is that, in whatever case. */
static inline bool is_like(const scanner *s, uint32_t at, const char *text, uint32_t len)
{
	bool like = s->len - at >= len;
	for (uint32_t i = 0; i < len && like; i++)
		like = lower(s->text[at + i]) == lower(text[i]);
	return like;
}

static inline bool begins(const scanner *s, uint32_t at, const char *mark)
{
	size_t len = strlen(mark);
	return s->len - at >= len && memcmp(s->text + at, mark, len) == 0;
}

static inline bool is_word(const scanner *s, range word, const char *text)
{
	uint32_t len = (uint32_t)strlen(text);
	return word.end - word.start == len && is_like(s, word.start, text, len);
}

/* Where the mark stands; the text's length: nowhere. */
static inline uint32_t find(const scanner *s, uint32_t at, const char *mark)
{
	size_t len = strlen(mark);
	while (at < s->len) {
		const char *first = memchr(s->text + at, mark[0], s->len - at);
		if (first == NULL)
			break;
		at = (uint32_t)(first - s->text);
		if (s->len - at >= len && memcmp(first, mark, len) == 0)
			return at;
		at++;
	}
	return s->len;
}

#endif
