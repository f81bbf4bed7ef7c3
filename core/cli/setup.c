/* SPDX-License-Identifier: MIT */
#include "cli/setup.h"

#include "cli/plugin_folders.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The folder of an XDG variable, or its default below the home; only absolute ones count, as the specification says. */
static const char *user_folder(arena *arena, const char *variable, const char *below_home)
{
	const char *folder = secure_getenv(variable);
	if (folder != NULL && folder[0] == '/')
		return folder;
	const char *home = secure_getenv("HOME");
	if (home == NULL || home[0] != '/')
		return NULL;
	return arena_printf(arena, "%s/%s", home, below_home);
}

const char *setup_config_path(arena *arena, const char *name)
{
	const char *folder = user_folder(arena, "XDG_CONFIG_HOME", ".config");
	return folder != NULL ? arena_printf(arena, "%s/onflame/%s", folder, name) : NULL;
}

const char *setup_data_path(arena *arena, const char *name)
{
	const char *folder = user_folder(arena, "XDG_DATA_HOME", ".local/share");
	return folder != NULL ? arena_printf(arena, "%s/onflame/%s", folder, name) : NULL;
}

const char *setup_cache_path(arena *arena)
{
	const char *folder = user_folder(arena, "XDG_CACHE_HOME", ".cache");
	return folder != NULL ? arena_printf(arena, "%s/onflame", folder) : NULL;
}

const char *setup_program_folder(arena *arena)
{
	char path[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", path, sizeof(path) - 1);
	if (len <= 0)
		return NULL;
	path[len] = '\0';
	*strrchr(path, '/') = '\0';
	return arena_copy_string(arena, path);
}

/* The program's own map: of the build folder, then of an installation; each with what was compiled of it. */
static int load_own_map(language_map *map, arena *arena, error *error)
{
	static const struct {
		const char *map, *compiled;
	} places[] = {
		{"share/onflame/languages.yaml", "lib/onflame/languages.bin"},
		{"../share/onflame/languages.yaml", "../" ONFLAME_LIBRARY_FOLDER "/onflame/languages.bin"},
	};
	const char *folder = setup_program_folder(arena);
	for (size_t i = 0; folder != NULL && i < sizeof(places) / sizeof(places[0]); i++) {
		const char *path = arena_printf(arena, "%s/%s", folder, places[i].map);
		if (access(path, F_OK) == 0)
			return language_map_load_own(map, path,
						     arena_printf(arena, "%s/%s", folder, places[i].compiled), error);
	}
	return error_set(error, "languages.yaml not found beside the program; install it anew or run ./run");
}

const char *setup_own_path(arena *arena, const char *name)
{
	const char *folder = setup_program_folder(arena);
	if (folder == NULL)
		return NULL;
	const char *in_build = arena_printf(arena, "%s/%s", folder, name);
	const char *installed = arena_printf(arena, "%s/../%s", folder, name);
	if (access(in_build, F_OK) == 0)
		return in_build;
	return access(installed, F_OK) == 0 ? installed : NULL;
}

/* Whether a map is there to be read. Where no folder is, and where none may look, the walk has its say. */
static bool has_folder_map(const char *path)
{
	struct stat file;
	if (stat(path, &file) == 0)
		return S_ISREG(file.st_mode);
	if (errno != ENOENT && errno != ENOTDIR && errno != EACCES && errno != ELOOP && errno != ENAMETOOLONG) {
		error why;
		(void)error_set_errno(&why, "%s", path);
		fprintf(stderr, "onflame: %s; the file is left out\n", why.message);
	}
	return false;
}

static void load_folder_maps(language_map *map, const cli_options *options, arena *arena)
{
	static const char *const here[] = {"."};
	const char *const *paths = options->operands.count > 0 ? options->operands.items : here;
	size_t count = options->operands.count > 0 ? options->operands.count : 1;
	for (size_t i = 0; i < count; i++) {
		error why;
		const char *path = arena_printf(arena, "%s/.onflame.yaml", paths[i]);
		if (has_folder_map(path) && language_map_load(map, path, false, &why) != 0)
			fprintf(stderr, "onflame: %s; the file is left out\n", why.message);
	}
}

static int load_maps(language_map *map, const cli_options *options, arena *arena, error *error)
{
	if (load_own_map(map, arena, error) != 0)
		return -1;
	if (plugin_folders_lay_maps(map, options, arena, error) != 0)
		return -1;
	const char *user = setup_config_path(arena, "languages.yaml");
	if (user != NULL && access(user, F_OK) == 0 && language_map_load(map, user, true, error) != 0)
		return -1;
	load_folder_maps(map, options, arena);
	for (size_t i = 0; i < options->language_maps.count; i++) {
		if (language_map_load(map, options->language_maps.items[i], true, error) != 0)
			return -1;
	}
	return language_map_seal(map, error);
}

language_map *setup_language_map(const cli_options *options, arena *arena, error *error)
{
	language_map *map = language_map_create();
	if (load_maps(map, options, arena, error) == 0)
		return map;
	language_map_destroy(map);
	return NULL;
}

plugin_set *setup_plugins(const cli_options *options, arena *arena, error *error)
{
	word_list folders = {0};
	plugin_set *plugins = NULL;
	size_t foreign;
	if (plugin_folders(options, true, arena, &folders, &foreign, error) == 0) {
		static const char *const none[] = {NULL};
		plugins = plugin_set_create(folders.count > 0 ? folders.items : none);
		plugin_set_foreign(plugins, foreign);
	}
	free(folders.items);
	return plugins;
}
