/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/plugin_commands.h"
#include "cli/plugin_folders.h"
#include "cli/setup.h"
#include "scaffold/build.h"
#include "scaffold/file.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Every language of the plugin must be one of the map that names the plugin, or nobody would ever ask for it. */
static int check_languages(const build *build, const plugin *plugin, const language_map *map, error *error)
{
	for (size_t i = 0; i < plugin->language_count; i++) {
		const char *name = plugin->languages[i].name;
		const language *language = language_map_find(map, text_of(name));
		if (language == NULL || strcmp(language->name, name) != 0)
			return error_set(error,
					 "%s.c: the language map has no '%s'; give it an entry in %s/languages.yaml",
					 build->name, name, build->folder);
		if (language->plugin == NULL || strcmp(language->plugin, plugin->name) != 0)
			return error_set(error,
					 "the language map counts '%s' %s%s; say 'plugin: %s' in %s/languages.yaml",
					 name, language->plugin != NULL ? "with plugin " : "without a plugin",
					 language->plugin != NULL ? language->plugin : "", plugin->name, build->folder);
	}
	return 0;
}

/* The map as it would be with the plugin's own laid over it. */
static language_map *load_map(const cli_options *options, const build *build, arena *arena, error *error)
{
	cli_options with = *options;
	word_list maps = {0};
	for (size_t i = 0; build->map != NULL && i < 1; i++)
		word_list_add(&maps, build->map);
	for (size_t i = 0; i < options->language_maps.count; i++)
		word_list_add(&maps, options->language_maps.items[i]);
	with.language_maps = maps;
	language_map *map = setup_language_map(&with, arena, error);
	free(maps.items);
	return map;
}

static int prove(const cli_options *options, const build *build, arena *arena, error *error)
{
	plugin *plugin = plugin_open(build->output, error);
	if (plugin == NULL)
		return STATUS_CHECK;
	language_map *map = load_map(options, build, arena, error);
	int status = map == NULL ? STATUS_USAGE : STATUS_COUNTED;
	if (map != NULL && check_languages(build, plugin, map, error) != 0)
		status = STATUS_CHECK;
	size_t rules = 0;
	for (size_t i = 0; i < plugin->language_count; i++)
		rules += plugin->languages[i].rules != NULL ? plugin->languages[i].rules->rule_count : 0;
	if (status == STATUS_COUNTED)
		printf("%s: built, %zu rules hold\n", plugin->name, rules);
	language_map_destroy(map);
	plugin_close(plugin);
	return status;
}

static int install(const build *build, const char *folder, arena *arena, error *error)
{
	const char *plugin = arena_printf(arena, "%s/%s.so", folder, build->name);
	const char *map = arena_printf(arena, "%s/%s.yaml", folder, build->name);
	if (folder_make(folder, error) != 0 || file_copy(build->output, plugin, 0755, error) != 0)
		return -1;
	if (build->map != NULL && file_copy(build->map, map, 0644, error) != 0)
		return -1;
	printf("installed %s\n", plugin);
	if (build->map != NULL)
		printf("installed %s\n", map);
	return 0;
}

static const char *target_folder(const cli_options *options, arena *arena, error *error)
{
	if (options->into != NULL)
		return options->into;
	const char *folder = plugin_folders_user(arena);
	if (folder == NULL)
		error_set(error, "no home folder to install into; name one with --into DIR");
	return folder;
}

int plugin_build(const cli_options *options, const char *const *words, arena *arena)
{
	error error;
	build build;
	if (words[0] != NULL && words[1] != NULL)
		return command_fail(STATUS_USAGE, "usage: onflame plugins build [DIR] [--into DIR]");
	const char *folder = target_folder(options, arena, &error);
	if (folder == NULL || build_find(words[0] != NULL ? words[0] : ".", arena, &build, &error) != 0)
		return command_fail(STATUS_USAGE, error.message);
	const char *header = setup_own_path(arena, "include/onflame/plugin.h");
	const char *include = header != NULL ? file_folder(arena, file_folder(arena, header)) : NULL;
	if (build_run(&build, include, arena, &error) != 0)
		return command_fail(STATUS_CHECK, error.message);
	int status = prove(options, &build, arena, &error);
	if (status != STATUS_COUNTED)
		return command_fail(status, error.message);
	if (install(&build, folder, arena, &error) != 0)
		return command_fail(STATUS_INCOMPLETE, error.message);
	return command_close_output();
}
