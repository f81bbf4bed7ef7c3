/* SPDX-License-Identifier: MIT */
/* One plugin, and what its table meets in samples. */
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/plugin_commands.h"
#include "cli/setup.h"
#include "scaffold/file.h"
#include "scaffold/survey.h"
#include "source/source.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLE_SIZE_MAX = 64 << 20 };

typedef struct check {
	const cli_options *options;
	const language_map *map;
	const plugin *plugin;
	survey *sums; /* by language of the plugin */
	size_t samples;
	int status;
} check;

static int fail_file(const char *path, const char *why)
{
	buffer line = BUFFER_INIT;
	text_add_visible(&line, text_of(path));
	buffer_printf(&line, ": %s", why);
	command_fail(0, line.data);
	buffer_finish(&line);
	return STATUS_INCOMPLETE;
}

static double share(uint64_t part, uint64_t whole)
{
	return whole > 0 ? 100.0 * (double)part / (double)whole : 0.0;
}

static void print_sample(const char *path, const survey *before, const survey *after)
{
	buffer line = BUFFER_INIT;
	uint64_t errors = after->error_bytes - before->error_bytes;
	uint64_t unnamed = after->unnamed - before->unnamed;
	text_add_visible(&line, text_of(path));
	buffer_printf(&line, ": %.2f %% not understood", share(errors, after->bytes - before->bytes));
	if (errors > 0)
		buffer_printf(&line, " (first in line %u)", after->error_line);
	buffer_printf(&line, ", %llu functions", (unsigned long long)(after->functions - before->functions));
	if (unnamed > 0) {
		buffer_printf(&line, ", %llu without a name: line", (unsigned long long)unnamed);
		for (size_t i = 0; i < SURVEY_SHOWN && after->unnamed_lines[i] != 0; i++)
			buffer_printf(&line, " %u", after->unnamed_lines[i]);
	}
	puts(buffer_string(&line));
	buffer_finish(&line);
}

/* The plugin's language that the file is in; a file that was named is of the first one, if of no other. */
static size_t find_language(const check *check, const char *path, text content, bool named)
{
	text head = {content.data, content.len < LANGUAGE_HEAD_SIZE ? content.len : LANGUAGE_HEAD_SIZE};
	const language *language = language_detect(check->map, path, head, NULL);
	const plugin_language *found =
		language != NULL ? plugin_find_language(check->plugin, language->name, path) : NULL;
	if (found == NULL)
		return named ? 0 : SIZE_MAX;
	return (size_t)(found - check->plugin->languages);
}

static void check_file(check *check, const char *path, bool named)
{
	buffer content = BUFFER_INIT;
	error why;
	if (file_read(path, SAMPLE_SIZE_MAX, &content, &why) != 0) {
		check->status = command_fail(STATUS_INCOMPLETE, why.message);
		buffer_finish(&content);
		return;
	}
	text text = {buffer_string(&content), content.len};
	size_t at = find_language(check, path, text, named);
	if (at != SIZE_MAX && check->plugin->languages[at].grammar != NULL) {
		survey *sum = &check->sums[at];
		survey before = *sum;
		if (survey_text(&check->plugin->languages[at], text, check->options->timeout, sum, &why) != 0)
			check->status = fail_file(path, why.message);
		else
			print_sample(path, &before, sum);
		check->samples++;
	}
	buffer_finish(&content);
}

static void check_path(check *check, const char *path)
{
	source_list *list = source_list_create();
	source_options source = {0};
	error error;
	if (source_add_path(list, path, &source, &error) != 0) {
		check->status = command_fail(STATUS_INCOMPLETE, error.message);
	} else {
		source_list_close(list);
		for (size_t i = 0; i < list->file_count; i++)
			check_file(check, list->files[i].path, !file_is_folder(path));
		for (size_t i = 0; i < list->skip_count; i++)
			check->status = fail_file(list->skips[i].path, list->skips[i].why);
	}
	source_list_destroy(list);
}

static const char *const role_names[] = {
	[ONFLAME_COMMENT] = "COMMENT",     [ONFLAME_STRING] = "STRING",         [ONFLAME_DOCSTRING] = "DOCSTRING",
	[ONFLAME_FUNCTION] = "FUNCTION",   [ONFLAME_CONTAINER] = "CONTAINER",   [ONFLAME_BRANCH] = "BRANCH",
	[ONFLAME_INJECTION] = "INJECTION", [ONFLAME_ANNOTATION] = "ANNOTATION", [ONFLAME_PARAMETER] = "PARAMETER",
	[ONFLAME_IGNORE] = "IGNORE",
};

static void print_never(const rule_table *table, const survey *sum)
{
	for (size_t i = 0; i < table->rule_count; i++) {
		const onflame_rule *rule = table->rules[i].source;
		if (sum->met[i] > 0)
			continue;
		printf("  never met: rule %zu, %s %s", i + 1, role_names[rule->role], rule->kind);
		if (rule->parent != NULL)
			printf(" in %s", rule->parent);
		if (rule->head != NULL)
			printf(" with %s%s%s", rule->head, rule->words != NULL ? " = " : "",
			       rule->words != NULL ? rule->words : "");
		putchar('\n');
	}
}

static void print_sums(const check *check)
{
	for (size_t i = 0; i < check->plugin->language_count; i++) {
		const plugin_language *language = &check->plugin->languages[i];
		const survey *sum = &check->sums[i];
		size_t met = 0;
		if (language->rules == NULL) {
			printf("%s: counted by a scan, which has no rows\n", language->name);
			continue;
		}
		if (sum->bytes == 0)
			continue;
		for (size_t r = 0; r < language->rules->rule_count; r++)
			met += sum->met[r] > 0;
		printf("%s%s%s: %.2f %% not understood, %llu functions, %llu without a name, %zu of %zu rules met\n",
		       language->name, language->endings != NULL ? " in " : "",
		       language->endings != NULL ? language->endings : "", share(sum->error_bytes, sum->bytes),
		       (unsigned long long)sum->functions, (unsigned long long)sum->unnamed, met,
		       language->rules->rule_count);
		print_never(language->rules, sum);
	}
}

static int check_samples(const cli_options *options, const language_map *map, const plugin *plugin,
			 const char *const *words, arena *arena)
{
	check check = {.options = options, .map = map, .plugin = plugin, .status = STATUS_COUNTED};
	check.sums = arena_zero(arena, plugin->language_count, sizeof(*check.sums));
	for (size_t i = 0; i < plugin->language_count; i++) {
		const rule_table *rules = plugin->languages[i].rules;
		check.sums[i].met = arena_zero(arena, rules != NULL ? rules->rule_count : 0, sizeof(uint64_t));
	}
	for (; *words != NULL; words++)
		check_path(&check, *words);
	if (check.samples == 0)
		fprintf(stderr, "onflame: no file of %s among the samples\n", plugin->name);
	print_sums(&check);
	return check.status;
}

/* The plugin is proved by loading it; that the map knows its languages is proved here. */
static int check_languages(const plugin *plugin, const language_map *map)
{
	int status = STATUS_COUNTED;
	for (size_t i = 0; i < plugin->language_count; i++) {
		const plugin_language *language = &plugin->languages[i];
		const struct language *known = language_map_find(map, text_of(language->name));
		if (known == NULL || known->plugin == NULL || strcmp(known->plugin, plugin->name) != 0) {
			error error;
			error_set(
				&error,
				"%s: the language map does not count '%s' with it; give it an entry in %s.yaml beside it",
				plugin->path, language->name, plugin->name);
			status = command_fail(STATUS_CHECK, error.message);
			continue;
		}
		printf("%s %s: %s", plugin->name, plugin->version, language->name);
		if (language->endings != NULL)
			printf(" in %s", language->endings);
		if (language->rules != NULL)
			printf(", %zu rules hold, tree-sitter %u", language->rules->rule_count, language->grammar_abi);
		printf("  %s\n", plugin->path);
	}
	return status;
}

int plugin_check(const cli_options *options, const char *const *words, arena *arena)
{
	error error;
	int status = STATUS_COUNTED;
	setlocale(LC_CTYPE, "C.UTF-8"); /* scanners ask what a letter is */
	language_map *map = setup_language_map(options, arena, &error);
	plugin_set *plugins = map != NULL ? setup_plugins(options, arena, &error) : NULL;
	if (plugins == NULL) {
		status = command_fail(STATUS_USAGE, error.message);
	} else {
		const plugin *plugin = plugin_set_load(plugins, words[0], &error);
		status = plugin != NULL ? check_languages(plugin, map) : command_fail(STATUS_CHECK, error.message);
		if (plugin != NULL && words[1] != NULL) {
			int sampled = check_samples(options, map, plugin, words + 1, arena);
			status = status != STATUS_COUNTED ? status : sampled;
		}
	}
	plugin_set_destroy(plugins);
	language_map_destroy(map);
	int written = command_close_output();
	return status != STATUS_COUNTED ? status : written;
}
