/* SPDX-License-Identifier: MIT */
/* What a kind's name says: its words, and what they are likely to mean. */
#ifndef ONFLAME_SCAFFOLD_WORDS_H
#define ONFLAME_SCAFFOLD_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { WORDS_MAX = 12, WORDS_SIZE = 96 };

/* "anonymous_functionDef" is anonymous, function, def. */
typedef struct words {
	char buffer[WORDS_SIZE];
	const char *items[WORDS_MAX];
	size_t count; /* 0: too long to say anything */
} words;

void words_split(const char *kind, words *out);

/* Whether a word, the first, the last, is one of the blank-separated `list`. */
bool words_have(const words *words, const char *list);
bool words_begin(const words *words, const char *list);
bool words_end(const words *words, const char *list);

/* Whether a blank-separated list holds the word. */
bool words_list_has(const char *list, const char *word);

/* The label that the kind of a function or a container would have; NULL: it is none by its name. */
const char *words_function_label(const char *kind);
const char *words_container_label(const char *kind);

#endif
