/* SPDX-License-Identifier: MIT */
/* Where plugins are looked for, and the maps that lie beside them. */
#ifndef ONFLAME_CLI_PLUGIN_FOLDERS_H
#define ONFLAME_CLI_PLUGIN_FOLDERS_H

#include "cli/options.h"
#include "language/language.h"

/*
 * Absolute paths in the order of search: --plugin-dir, ONFLAME_PLUGIN_PATH, the user's data folder, the program's own. The caller
 * frees folders->items; the strings live in the arena. `tell`: warn of what is left out. `foreign`: how many of them come before the
 * program's own. -1: a --plugin-dir does not exist.
 */
int plugin_folders(const cli_options *options, bool tell, arena *arena, word_list *folders, size_t *foreign,
		   error *error);

/*
 * Lays NAME.yaml over the map for each NAME.so that it stands beside. One that is wrong is left out, and warned of: the program
 * must not stop for it.
 */
int plugin_folders_lay_maps(language_map *map, const cli_options *options, arena *arena, error *error);

/* The folder for the user's own plugins, in the arena; NULL: there is no home. */
const char *plugin_folders_user(arena *arena);

#endif
