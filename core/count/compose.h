/* SPDX-License-Identifier: MIT */
/* A text counted with all the languages embedded in it: private to this module. */
#ifndef ONFLAME_COUNT_COMPOSE_H
#define ONFLAME_COUNT_COMPOSE_H

#include "count/count.h"
#include "count/findings.h"
#include "count/outline.h"
#include "count/skeleton.h"
#include "count/syntax.h"

/* Whether a language's certificate holds of the plugin that serves it here. */
enum proof { PROOF_NOT_ASKED, PROOF_HOLDS, PROOF_VOID };

/* What is known of one language of the map, made when first needed. */
typedef struct language_tools {
	struct lexical_scanner *scanner;
	struct skeleton_rules *skeleton; /* NULL: none, or not asked for yet */
	struct shapes *shapes;           /* NULL: not asked for yet */
	const plugin *plugin;            /* NULL: none, or it was refused */
	const char *refusal;             /* why it was; NULL: it was not */
	bool asked;                      /* for the plugin */
	enum proof proof;
} language_tools;

typedef struct composer {
	const language_map *map;
	plugin_set *plugins;
	const char *path; /* of the file */
	double timeout;
	bool lexical_only;
	bool syntax_asked;     /* also of languages that are counted lexically by default */
	bool lines_only;       /* no frames are wanted */
	bool skeletons;        /* frames may be looked for in what is left of the text */
	bool branches;         /* complexity is wanted */
	bool embedded;         /* whether embedded languages count by their own rules */
	language_tools *tools; /* by language index */
	skeleton *skeleton;    /* its memory, from file to file */
	arena *arena;          /* of the file */
	const char *
		trouble; /* why the file's own language was not counted by syntax though it has a plugin; NULL: it was */
} composer;

/*
 * Finds everything in `source`, a text of that language, into `out` and `regions`. Returns the engine that counted the
 * language itself. `shown`: the text by which lines are told blank, as long as the source and with its line breaks; it is the
 * source, or one that lives in the arena where guests have other characters than stand there.
 */
enum record_engine compose(composer *composer, const language *language, text source, findings *out, regions *regions,
			   text *shown);

#endif
