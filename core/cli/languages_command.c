/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/languages.h"
#include "cli/selection.h"
#include "cli/setup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

const char *const languages_claim_names[3] = {"extension", "file name", "interpreter"};

const char *const *languages_claims(const language *language, enum language_claim claim)
{
	if (claim == LANGUAGE_CLAIM_EXTENSION)
		return language->extensions;
	return claim == LANGUAGE_CLAIM_FILENAME ? language->filenames : language->interpreters;
}

static bool any_holds(const char *const *list, const char *part)
{
	for (; *list != NULL; list++)
		if (strcasestr(*list, part) != NULL)
			return true;
	return false;
}

static bool matches(const language *language, const char *part)
{
	return strcasestr(language->name, part) != NULL || any_holds(language->aliases, part) ||
	       any_holds(language->extensions, part) || any_holds(language->filenames, part) ||
	       any_holds(language->interpreters, part);
}

static bool is_listed(const cli_options *options, const bool *selected, const language *language)
{
	if (selected != NULL && !selected[language->index])
		return false;
	if (options->plugin != NULL && (language->plugin == NULL || strcmp(language->plugin, options->plugin) != 0))
		return false;
	return options->match == NULL || matches(language, options->match);
}

bool languages_is_file(const language_map *map, const char *operand)
{
	if (language_map_find(map, text_of(operand)) != NULL)
		return false;
	struct stat itself; /* a link that leads nowhere is there, too */
	return strchr(operand, '/') != NULL || lstat(operand, &itself) == 0;
}

static int refuse(const char *name)
{
	error error;
	error_set(
		&error,
		"no language '%s' and no such file; 'onflame languages' lists the languages, --match TEXT those that hold it",
		name);
	return command_fail(STATUS_USAGE, error.message);
}

static void list_languages(const cli_options *options, const language_map *map, const bool *selected, json_t *list)
{
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		if (!is_listed(options, selected, language))
			continue;
		if (list != NULL)
			json_array_append_new(list, languages_to_json(map, language, false));
		else
			languages_print_row(language);
	}
}

static void show_languages(const word_list *names, const language_map *map, json_t *list)
{
	for (size_t i = 0; i < names->count; i++) {
		const language *language = language_map_find(map, text_of(names->items[i]));
		if (language == NULL)
			continue;
		if (list != NULL)
			json_array_append_new(list, languages_to_json(map, language, true));
		else
			languages_print_whole(map, language);
	}
}

static int run(const cli_options *options, const language_map *map, const bool *selected, arena *arena)
{
	const word_list *names = &options->operands;
	for (size_t i = 0; i < names->count; i++)
		if (language_map_find(map, text_of(names->items[i])) == NULL &&
		    !languages_is_file(map, names->items[i]))
			return refuse(names->items[i]);
	bool json = options->format != NULL && strcmp(options->format, "json") == 0;
	json_t *list = json ? json_array() : NULL;
	if (names->count == 0)
		list_languages(options, map, selected, list);
	else
		show_languages(names, map, list);
	int status = languages_explain_files(options, map, arena, list);
	if (json) {
		json_dumpf(list, stdout, JSON_INDENT(2));
		putchar('\n');
		json_decref(list);
	}
	int written = command_close_output();
	return status != STATUS_COUNTED ? status : written;
}

int command_languages(const cli_options *options, arena *arena)
{
	error error;
	if (options->format != NULL && strcmp(options->format, "json") != 0 && strcmp(options->format, "table") != 0) {
		error_set(&error, "onflame languages: no format '%s' (expected table or json)", options->format);
		return command_fail(STATUS_USAGE, error.message);
	}
	language_map *map = setup_language_map(options, arena, &error);
	if (map == NULL)
		return command_fail(STATUS_USAGE, error.message);
	bool *selected = NULL;
	int status = selection_languages(options, map, &selected, &error) == 0
			     ? run(options, map, selected, arena)
			     : command_fail(STATUS_USAGE, error.message);
	free(selected);
	language_map_destroy(map);
	return status;
}
