/* SPDX-License-Identifier: MIT */
/* A tree-sitter grammar's folder: where its parts are, what they say of the language. */
#ifndef ONFLAME_SCAFFOLD_GRAMMAR_H
#define ONFLAME_SCAFFOLD_GRAMMAR_H

#include "scaffold/node_types.h"

#include <stdint.h>

typedef struct grammar {
	const char *folder;      /* absolute; holds src/parser.c */
	const char *root;        /* the package's folder: `folder` or one above it */
	const char *source;      /* `folder`/src */
	const char *function;    /* tree_sitter_NAME */
	uint32_t abi;            /* tree-sitter's */
	const char *title;       /* the language's name as people write it; NULL: not said */
	const char *licence;     /* NULL: not said */
	const char **file_types; /* extensions without a dot, or whole file names; ends with NULL */
	node_types types;        /* without what the parser does not have */
} grammar;

/* All lives in the arena. -1: no grammar there, or one that this program cannot use; the message says what to do. */
int grammar_read(const char *folder, arena *arena, grammar *out, error *error);

/* `folder`/queries/NAME, or that of the package. NULL: there is none. */
const char *grammar_query(const grammar *grammar, const char *name, arena *arena);

/* grammar_manifest.c: title, licence and file types, from tree-sitter.json, then package.json. */
void grammar_read_manifest(grammar *grammar, arena *arena);

/* grammar_parser.c: function and ABI, from the parser's source; drops from `types` what its tables do not name. */
int grammar_read_parser(grammar *grammar, arena *arena, error *error);

/* grammar_copy.c: copies the sources, all that they include from the package, and its licence, below `to`. */
int grammar_copy(const grammar *grammar, const char *to, arena *arena, error *error);

/* How files with a licence are called; ends with NULL. */
extern const char *const grammar_licences[];

#endif
