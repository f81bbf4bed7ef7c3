/* SPDX-License-Identifier: MIT */
/* Where the program's own files are, and what is made of them: the language map, the plugins. */
#ifndef ONFLAME_CLI_SETUP_H
#define ONFLAME_CLI_SETUP_H

#include "cli/options.h"
#include "language/language.h"
#include "plugin/plugin.h"

/*
 * The map that comes with the program, with those beside plugins (NAME.yaml), the user's own
 * ($XDG_CONFIG_HOME/onflame/languages.yaml), those of counted folders (.onflame.yaml) and those of --language-map laid over it. NULL: one
 * of them is wrong. One beside a plugin or in a counted folder that is wrong is only warned of: it must not stop the count.
 */
language_map *setup_language_map(const cli_options *options, arena *arena, error *error);

/* From --plugin-dir, ONFLAME_PLUGIN_PATH, the user's data folder and the program's own. NULL: a --plugin-dir does not exist. */
plugin_set *setup_plugins(const cli_options *options, arena *arena, error *error);

/* $XDG_CONFIG_HOME/onflame/NAME, in the arena; NULL: there is no home. */
const char *setup_config_path(arena *arena, const char *name);

/* $XDG_DATA_HOME/onflame/NAME, likewise. */
const char *setup_data_path(arena *arena, const char *name);

/* $XDG_CACHE_HOME/onflame, likewise. */
const char *setup_cache_path(arena *arena);

/* The folder that the program stands in; NULL: the system does not say. */
const char *setup_program_folder(arena *arena);

/* The program's own NAME ("share/onflame/..."), of the build folder or of an installation; NULL: it is not there. */
const char *setup_own_path(arena *arena, const char *name);

#endif
