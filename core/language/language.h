/* SPDX-License-Identifier: MIT */
/* The language map: which languages there are, how a file of each is known, what its comments look like. */
#ifndef ONFLAME_LANGUAGE_LANGUAGE_H
#define ONFLAME_LANGUAGE_LANGUAGE_H

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "language/lexis.h"
#include "language/role.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* As linguist has them. */
enum language_type { LANGUAGE_PROGRAMMING, LANGUAGE_MARKUP, LANGUAGE_DATA, LANGUAGE_PROSE };

/* One entry of the map. All it points to belongs to the map. Lists end with NULL and are never NULL. */
typedef struct language {
	const char *name;
	enum language_type type;
	const char *const *aliases;      /* further names, lower case: Markdown fences, modelines, --include-lang */
	const char *const *extensions;   /* with the dot */
	const char *const *filenames;    /* whole names; a '*' stands for any run: "Dockerfile.*" */
	const char *const *interpreters; /* of a shebang, without version */
	const char *plugin;              /* NULL: counted lexically */
	const char *color;               /* "#RRGGBB"; NULL: none */
	bool lexical_first;              /* counted lexically though it has a plugin, unless syntax is asked for */
	lexis lexis;
	size_t index; /* its place in the map, 0 to language_map_count() - 1, ordered by name */
} language;

typedef struct language_map language_map;

/* An empty map. */
language_map *language_map_create(void);
void language_map_destroy(language_map *map); /* accepts NULL */

/*
 * Lays the YAML file over what the map holds, entry by entry, key by key. On failure the map is as it was and the
 * message says file:line:column. `trusted` false refuses what a counted tree may not say: plugins.
 */
int language_map_load(language_map *map, const char *path, bool trusted, error *error);

/*
 * The same for the map that comes with the program, which its tests prove: patterns are compiled when they are first asked,
 * and nothing is parsed where `compiled` (NULL: none) is what language_map_compile() made of this very file: that is used as
 * it is, also below other layers. Only the first layer can be the program's own.
 */
int language_map_load_own(language_map *map, const char *path, const char *compiled, error *error);

/* Writes to `compiled` the sealed map of `path`, to be mapped into memory. It is of use on machines like this one only. */
int language_map_compile(const char *path, const char *compiled, error *error);

/* As language_map_load from memory; `name` stands for the path in messages. */
int language_map_parse(language_map *map, const char *name, text yaml, bool trusted, error *error);

/* To be called once behind the last load and before any look-up below: sorts, indexes, compiles rules. */
int language_map_seal(language_map *map, error *error);

/* Of all that was loaded, in order: equal where two maps say the same for the same reason. */
hash128 language_map_hash(const language_map *map);

size_t language_map_count(const language_map *map);
const language *language_map_at(const language_map *map, size_t index);

/* By name or alias, case ignored. NULL: unknown. */
const language *language_map_find(const language_map *map, text name);

/* What decided. */
enum language_evidence {
	LANGUAGE_BY_NOTHING,
	LANGUAGE_BY_MODELINE,
	LANGUAGE_BY_FILENAME,
	LANGUAGE_BY_SHEBANG,
	LANGUAGE_BY_EXTENSION,
	LANGUAGE_BY_CONTENT
};

const char *language_evidence_name(enum language_evidence evidence); /* "file name", "extension" ... */
const char *language_type_name(enum language_type type);             /* "programming" ... */

/* What languages claim. */
enum language_claim { LANGUAGE_CLAIM_EXTENSION, LANGUAGE_CLAIM_FILENAME, LANGUAGE_CLAIM_INTERPRETER };

/* A rule that decides where several languages claim the same: patterns found at once (any, all) or not at all (none). */
typedef struct language_rule {
	const language *language;
	const char *const *any, *const *all, *const *none; /* end with NULL; NULL: no such test */
} language_rule;

/* The rule of that number, from 0, for a key such as ".h"; the first that holds wins. False: there is none. */
bool language_map_rule(const language_map *map, enum language_claim claim, const char *key, size_t number,
		       language_rule *out);

/* Why a file is of its language. */
typedef struct language_why {
	enum language_evidence evidence;
	const char *key; /* what of the name or of the shebang decided: ".h"; NULL: nothing of them */
	enum language_claim claim;
	size_t rule; /* that held, from 1; 0: none was asked */
} language_why;

/* How much of a file language_detect() wants to see: its first bytes, and its last for modelines. */
#define LANGUAGE_HEAD_SIZE 65536

/*
 * The language of a file of that path (only its last part counts) with that content; `content` may be cut behind
 * LANGUAGE_HEAD_SIZE bytes. NULL: none known. `evidence` may be NULL. Safe to call from several threads.
 */
const language *language_detect(const language_map *map, const char *path, text content,
				enum language_evidence *evidence);

/* The same, with all that decided. */
const language *language_detect_why(const language_map *map, const char *path, text content, language_why *why);

/*
 * The patterns of the paths that tell a role, as .gitignore has them: one with '/' at its end is for folders and all below them,
 * another for files; the last that fits decides, and what stands deeper in the path before what stands above; "!" says that
 * the role is not held. Ends with NULL, never NULL.
 */
const char *const *language_map_role_paths(const language_map *map, enum role role);

/* What a file shows of its roles. */
typedef struct language_evidence_text {
	const char *path;        /* only its last part counts */
	enum language_type type; /* of its language */
	text content;            /* all of it, as UTF-8 */
	text comments;           /* those among its first LANGUAGE_HEAD_LINES lines, each on lines of its own */
} language_evidence_text;

#define LANGUAGE_HEAD_LINES 40

/* Decides by the content on those roles that are open. */
void language_decide_roles(const language_map *map, const language_evidence_text *file, role_verdict *verdict);

/* Whether the path alone can decide, one way or the other, so that the content need not be read: false for "configure" or "a.h". */
bool language_path_is_known(const language_map *map, const char *path);

#endif
