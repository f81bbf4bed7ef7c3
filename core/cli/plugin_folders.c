/* SPDX-License-Identifier: MIT */
#include "cli/plugin_folders.h"

#include "base/text.h"
#include "cli/setup.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --plugin-dir, made absolute. */
static int add_given(word_list *folders, const cli_options *options, arena *arena, error *error)
{
	for (size_t i = 0; i < options->plugin_dirs.count; i++) {
		const char *given = options->plugin_dirs.items[i];
		char path[PATH_MAX];
		if (realpath(given, path) == NULL)
			return error_set_errno(error, "--plugin-dir %s", given);
		word_list_add(folders, arena_copy_string(arena, path));
	}
	return 0;
}

static void add_environment(word_list *folders, bool tell, arena *arena)
{
	const char *variable = secure_getenv("ONFLAME_PLUGIN_PATH");
	if (variable == NULL)
		return;
	char *rest = NULL;
	for (char *folder = strtok_r(arena_copy_string(arena, variable), ":", &rest); folder != NULL;
	     folder = strtok_r(NULL, ":", &rest)) {
		if (folder[0] == '/')
			word_list_add(folders, folder);
		else if (tell)
			fprintf(stderr, "onflame: ONFLAME_PLUGIN_PATH: '%s' is not absolute and left out\n", folder);
	}
}

const char *plugin_folders_user(arena *arena)
{
	return setup_data_path(arena, "plugins");
}

static void add_own(word_list *folders, arena *arena)
{
	static const char *const places[] = {"lib/onflame/plugins", "../" ONFLAME_LIBRARY_FOLDER "/onflame/plugins"};
	const char *program = setup_program_folder(arena);
	for (size_t i = 0; program != NULL && i < sizeof(places) / sizeof(places[0]); i++) {
		char path[PATH_MAX];
		if (realpath(arena_printf(arena, "%s/%s", program, places[i]), path) != NULL)
			word_list_add(folders, arena_copy_string(arena, path));
	}
}

int plugin_folders(const cli_options *options, bool tell, arena *arena, word_list *folders, size_t *foreign,
		   error *error)
{
	if (add_given(folders, options, arena, error) != 0)
		return -1;
	add_environment(folders, tell, arena);
	const char *user = plugin_folders_user(arena);
	if (user != NULL)
		word_list_add(folders, user);
	*foreign = folders->count;
	add_own(folders, arena);
	return 0;
}

static int is_map(const struct dirent *entry)
{
	text name = text_of(entry->d_name);
	return name.len > 5 && name.data[0] != '.' && text_ends_with(name, text_of(".yaml"));
}

static bool is_file(const char *path)
{
	struct stat file;
	return stat(path, &file) == 0 && S_ISREG(file.st_mode);
}

static void lay_maps(language_map *map, const char *folder, arena *arena)
{
	struct dirent **entries = NULL;
	int count = scandir(folder, &entries, is_map, alphasort);
	for (int i = 0; i < count; i++) {
		error why;
		const char *name = entries[i]->d_name;
		const char *path = arena_printf(arena, "%s/%s", folder, name);
		const char *plugin = arena_printf(arena, "%s/%.*s.so", folder, (int)(strlen(name) - 5), name);
		if (is_file(path) && is_file(plugin) && language_map_load(map, path, true, &why) != 0)
			fprintf(stderr, "onflame: %s; the file is left out\n", why.message);
		free(entries[i]);
	}
	free(entries);
}

/* The folder that is searched first has the last word. */
int plugin_folders_lay_maps(language_map *map, const cli_options *options, arena *arena, error *error)
{
	word_list folders = {0};
	size_t foreign;
	int status = plugin_folders(options, false, arena, &folders, &foreign, error);
	for (size_t i = folders.count; status == 0 && i-- > 0;)
		lay_maps(map, folders.items[i], arena);
	free(folders.items);
	return status;
}
