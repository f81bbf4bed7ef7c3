/* SPDX-License-Identifier: MIT */
/* The loader: finds language plugins, checks them, makes their tables ready. */
#ifndef ONFLAME_PLUGIN_PLUGIN_H
#define ONFLAME_PLUGIN_PLUGIN_H

#include "base/error.h"
#include "base/hash.h"
#include "onflame/plugin.h"
#include "plugin/rules.h"

#include <stdint.h>

/* One language of a loaded plugin. */
typedef struct plugin_language {
	const char *name;          /* in the language map */
	const TSLanguage *grammar; /* NULL: it has a scan */
	rule_table *rules;         /* NULL: it has a scan */
	int (*scan)(const onflame_host *, const char *text, uint32_t len);
	uint32_t max_lines;   /* 0: no limit */
	uint32_t grammar_abi; /* tree-sitter's; 0: it has a scan */
	const char *endings;  /* of names of files, parted by blanks; NULL: any text */
} plugin_language;

typedef struct plugin {
	const char *name, *version, *path;
	uint32_t abi;
	plugin_language *languages;
	size_t language_count;
} plugin;

/* Plugins by name, each loaded when it is first asked for. */
typedef struct plugin_set plugin_set;

/* `folders`: absolute paths in the order of search; ends with NULL; copied. */
plugin_set *plugin_set_create(const char *const *folders);

/* Accepts NULL. The shared objects stay mapped: sanitizers and exit handlers of a grammar may still need them. */
void plugin_set_destroy(plugin_set *set);

/*
 * The plugin of that name, from the first folder that has it. NULL: not found or refused, with the one-line reason; asked
 * again, the answer is the same. The result belongs to the set.
 */
const plugin *plugin_set_load(plugin_set *set, const char *name, error *error);

/* The first `count` folders are of somebody else, and what was proven of the program's own plugins does not hold of theirs. */
void plugin_set_foreign(plugin_set *set, size_t count);

/* Whether the plugin of that name is one of theirs. */
bool plugin_set_is_foreign(const plugin_set *set, const char *name);

/* The language of that name in a plugin, for the file at `path`; NULL: for a text that is no file. NULL: it has none. */
const plugin_language *plugin_find_language(const plugin *plugin, const char *language, const char *path);

/* Names of all plugin files in the folders, ordered, each once; ends with NULL; the caller frees the array alone. */
const char **plugin_set_names(plugin_set *set);

/*
 * Changes with every plugin file that the set could load: with what the file system says of it, without reading or loading any.
 */
hash128 plugin_set_stamp(const plugin_set *set);

/*
 * Loads one file, with all checks in the order in which they can be made: an absolute path to a regular file that others
 * cannot write; the entry; ABI and sizes; the name; the languages; every rule against its grammar. NULL: refused.
 */
plugin *plugin_open(const char *path, error *error);
void plugin_close(plugin *plugin); /* frees the tables, not the shared object; accepts NULL */

#endif
