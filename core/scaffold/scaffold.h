/* SPDX-License-Identifier: MIT */
/* A new plugin's folder. */
#ifndef ONFLAME_SCAFFOLD_SCAFFOLD_H
#define ONFLAME_SCAFFOLD_SCAFFOLD_H

#include "scaffold/grammar.h"
#include "scaffold/rule_list.h"

/* A kind of file of the language, and the other language that has it already; NULL: none has. */
typedef struct scaffold_claim {
	const char *file_type; /* an extension without its dot, or a file name */
	const char *other;
} scaffold_claim;

typedef struct scaffold {
	const char *name;             /* of the plugin, [a-z0-9_-]+ */
	const char *language;         /* in the language map: one line without quotes and backslashes */
	bool known;                   /* the map has it already */
	const scaffold_claim *claims; /* ends with a NULL file type */
	const grammar *grammar;
	const rule_list *rules;
	const char *templates; /* folder of them */
	const char *header;    /* onflame/plugin.h, for the reader */
} scaffold;

/* Whether it may be a plugin's name; the reason, if not. */
int scaffold_check_name(const char *name, error *error);

/* Makes the folder, which must not be there yet. `shown` is how the user would call it. On failure what was made is left. */
int scaffold_write(const scaffold *plan, const char *folder, arena *arena, error *error);

/* The sample's path within the folder, in the arena. */
const char *scaffold_sample(const scaffold *plan, arena *arena);

/* scaffold_map.c: the entry of the language map. */
void scaffold_write_map(const scaffold *plan, buffer *out);

/* Whether a file type is the name of a file, as "Makefile" is, and no extension. */
bool scaffold_is_file_name(const char *file_type);

#endif
