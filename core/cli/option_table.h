/* SPDX-License-Identifier: MIT */
/* Every option once: its name, what it takes, where it goes, what --help says of it. */
#ifndef ONFLAME_CLI_OPTION_TABLE_H
#define ONFLAME_CLI_OPTION_TABLE_H

#include <stddef.h>

enum option_kind {
	OPTION_FLAG,    /* bool */
	OPTION_SET,     /* an int that becomes `value` */
	OPTION_TEXT,    /* const char * */
	OPTION_FORMAT,  /* const char * that becomes the option's own name */
	OPTION_CHOICE,  /* int, one of `choices` */
	OPTION_WORDS,   /* word_list, comma-separated, adds */
	OPTION_WORD,    /* word_list, adds one whole */
	OPTION_NUMBER,  /* uint64_t */
	OPTION_SIZE,    /* uint64_t, with K, M, G */
	OPTION_SECONDS, /* double */
	OPTION_PIXELS   /* double */
};

/* One of the words that an option takes. */
typedef struct option_choice {
	const char *word;
	int value;
} option_choice;

typedef struct option_row {
	const char *name;
	int letter; /* 0: none */
	enum option_kind kind;
	size_t offset; /* in cli_options */
	const char *argument;
	const char *help; /* NULL: a synonym, not shown */
	const option_choice *choices;
	int value;
} option_row;

/* Rows of one section of --help. */
typedef struct option_section {
	const char *title;
	const option_row *rows; /* ends with a NULL name */
} option_section;

extern const option_section option_sections[]; /* ends with a NULL title */

#endif
