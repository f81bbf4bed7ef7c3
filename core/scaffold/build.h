/* SPDX-License-Identifier: MIT */
/* A plugin's folder, compiled: its own C files and the grammar's sources become NAME.so. */
#ifndef ONFLAME_SCAFFOLD_BUILD_H
#define ONFLAME_SCAFFOLD_BUILD_H

#include "base/arena.h"
#include "base/error.h"

/* What is in the folder. */
typedef struct build {
	const char *folder;              /* absolute */
	const char *name;                /* of the plugin */
	const char *map;                 /* languages.yaml; NULL: there is none */
	const char *output;              /* folder/build/NAME.so */
	const char **tables, **grammars; /* sources; end with NULL */
} build;

/* All lives in the arena. -1: no plugin's folder. */
int build_find(const char *folder, arena *arena, build *out, error *error);

/*
 * Compiles what is older than its sources, and links. `include`: folder of onflame/plugin.h; NULL: where the compiler looks by
 * itself. The compiler is $CC, or cc; what it says goes to standard error. -1: it failed.
 */
int build_run(const build *build, const char *include, arena *arena, error *error);

#endif
