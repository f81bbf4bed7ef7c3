/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/plugin_commands.h"
#include "cli/setup.h"
#include "plugin/plugin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_plugin(const plugin *plugin, bool check)
{
	printf("%-14s %-8s ABI %u  ", plugin->name, plugin->version, plugin->abi);
	size_t rules = 0;
	for (size_t i = 0; i < plugin->language_count; i++) {
		const plugin_language *language = &plugin->languages[i];
		printf("%s%s", i > 0 ? ", " : "", language->name);
		if (language->endings != NULL)
			printf(" in %s", language->endings);
		if (language->grammar != NULL)
			printf(" (tree-sitter %u)", language->grammar_abi);
		rules += language->rules != NULL ? language->rules->rule_count : 0;
	}
	if (check)
		printf(": %zu rules hold", rules);
	printf("  %s\n", plugin->path);
}

/* A plugin that the map names must be there, and have the language. */
static int check_map(const language_map *map, plugin_set *plugins)
{
	int status = STATUS_COUNTED;
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		error error;
		if (language->plugin == NULL)
			continue;
		const plugin *plugin = plugin_set_load(plugins, language->plugin, &error);
		if (plugin != NULL && plugin_find_language(plugin, language->name, NULL) == NULL) {
			error_set(&error, "%s: no language '%s', though the language map says so", plugin->path,
				  language->name);
			plugin = NULL;
		}
		if (plugin == NULL)
			status = command_fail(STATUS_CHECK, error.message);
	}
	return status;
}

static int print_all(plugin_set *plugins, bool check)
{
	int status = STATUS_COUNTED;
	const char **names = plugin_set_names(plugins);
	for (size_t i = 0; names[i] != NULL; i++) {
		error error;
		const plugin *plugin = plugin_set_load(plugins, names[i], &error);
		if (plugin != NULL)
			print_plugin(plugin, check);
		else
			status = command_fail(STATUS_CHECK, error.message);
	}
	free(names);
	return status;
}

static int run_all(const cli_options *options, arena *arena, bool check)
{
	error error;
	plugin_set *plugins = setup_plugins(options, arena, &error);
	if (plugins == NULL)
		return command_fail(STATUS_USAGE, error.message);
	language_map *map = setup_language_map(options, arena, &error);
	int status = map != NULL ? print_all(plugins, check) : command_fail(STATUS_USAGE, error.message);
	if (check && map != NULL) {
		int mapped = check_map(map, plugins);
		status = status != STATUS_COUNTED ? status : mapped;
	}
	language_map_destroy(map);
	plugin_set_destroy(plugins);
	int written = command_close_output();
	return status != STATUS_COUNTED ? status : written;
}

static const struct {
	const char *word;
	int (*run)(const cli_options *options, const char *const *words, arena *arena);
} commands[] = {
	{"new", plugin_new},
	{"build", plugin_build},
	{"check", plugin_check},
};

int command_plugins(const cli_options *options, arena *arena)
{
	const word_list *words = &options->operands;
	if (words->count == 0)
		return run_all(options, arena, false);
	if (words->count == 1 && strcmp(words->items[0], "check") == 0)
		return run_all(options, arena, true);
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(words->items[0], commands[i].word) == 0)
			return commands[i].run(options, words->items + 1, arena);
	}
	return command_fail(STATUS_USAGE,
			    "usage: onflame plugins [check [NAME [FILE]...] | new NAME --grammar DIR | build [DIR]]");
}
