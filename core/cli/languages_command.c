/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/languages.h"
#include "cli/setup.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

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

bool languages_is_listed(const cli_options *options, const language *language)
{
	const char *type = language_type_name(language->type);
	if (options->include_types.count > 0 && !word_list_has(&options->include_types, type))
		return false;
	if (word_list_has(&options->exclude_types, type))
		return false;
	if (options->plugin != NULL && (language->plugin == NULL || strcmp(language->plugin, options->plugin) != 0))
		return false;
	return options->match == NULL || matches(language, options->match);
}

bool languages_is_file(const language_map *map, const char *operand)
{
	if (language_map_find(map, text_of(operand)) != NULL)
		return false;
	return strchr(operand, '/') != NULL || access(operand, F_OK) == 0;
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

static void list_languages(const cli_options *options, const language_map *map, json_t *list)
{
	for (size_t i = 0; i < language_map_count(map); i++) {
		const language *language = language_map_at(map, i);
		if (!languages_is_listed(options, language))
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

static int run(const cli_options *options, const language_map *map, arena *arena)
{
	const word_list *names = &options->operands;
	for (size_t i = 0; i < names->count; i++)
		if (language_map_find(map, text_of(names->items[i])) == NULL &&
		    !languages_is_file(map, names->items[i]))
			return refuse(names->items[i]);
	bool json = options->format != NULL && strcmp(options->format, "json") == 0;
	json_t *list = json ? json_array() : NULL;
	if (names->count == 0)
		list_languages(options, map, list);
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
	int status = run(options, map, arena);
	language_map_destroy(map);
	return status;
}
