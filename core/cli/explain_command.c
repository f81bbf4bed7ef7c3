/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/role_text.h"
#include "cli/selection.h"
#include "cli/setup.h"
#include "count/count.h"
#include "source/role_paths.h"
#include "source/source.h"

#include <locale.h>
#include <string.h>
#include <sys/stat.h>

static void print_line(void *payload, const count_explanation *line)
{
	buffer *out = payload;
	const char *frame = line->frame != NULL ? line->frame->name : "-";
	buffer_clear(out);
	buffer_printf(out, "%5u  %-7s  %-24s  %-28s  ", line->number, line_class_name(line->class), frame,
		      line->reason);
	/* Tabs stay what they are; all else that a terminal would obey is made visible. */
	text rest = line->content;
	if (rest.len > 0 && rest.data[rest.len - 1] == '\r')
		rest.len--;
	while (rest.len > 0) {
		const char *tab = memchr(rest.data, '\t', rest.len);
		size_t len = tab != NULL ? (size_t)(tab - rest.data) : rest.len;
		text_add_visible(out, (text){rest.data, len});
		if (tab != NULL) {
			buffer_add_char(out, '\t');
			len++;
		}
		rest.data += len;
		rest.len -= len;
	}
	while (out->len > 0 && out->data[out->len - 1] == ' ')
		buffer_truncate(out, out->len - 1);
	puts(buffer_string(out));
}

static int print_sums(const char *path, const record *record)
{
	if (record->engine == RECORD_UNCOUNTED) {
		buffer line = BUFFER_INIT;
		text_add_visible(&line, text_of(path));
		buffer_printf(&line, ": not counted: %s", record->failure);
		command_fail(0, line.data);
		buffer_finish(&line);
		return STATUS_INCOMPLETE;
	}
	printf("\n%s, counted by %s: %llu code, %llu comment, %llu blank, %llu functions\n", record->language,
	       record->engine == RECORD_SYNTAX ? "syntax" : "the marks of the language map",
	       (unsigned long long)record->counts.code, (unsigned long long)record->counts.comment,
	       (unsigned long long)record->counts.blank, (unsigned long long)record->counts.functions);
	for (size_t i = 0; i < record->note_count; i++)
		printf("note: %s\n", record->notes[i]);
	return STATUS_COUNTED;
}

static void print_roles(const role_finding *finding)
{
	buffer line = BUFFER_INIT;
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!role_is_decided(finding, (enum role)role))
			continue;
		buffer_clear(&line);
		role_text_add(&line, finding, (enum role)role);
		printf("role: %s\n", line.data);
	}
	buffer_finish(&line);
}

/* What is known of the file by its path and .gitattributes. */
static role_verdict look_up(counter *counter, const char *path, role_paths *paths, source_list *list)
{
	source_options source = {0};
	role_verdict known = {0};
	error error;
	if (source_add_path(list, path, &source, &error) != 0 || list->file_count != 1)
		return known;
	known = role_paths_decide(paths, &list->files[0]);
	counter_set_language(counter, list->files[0].attributes.language);
	counter_set_roles(counter, &known);
	return known;
}

static int explain(const cli_options *options, const language_map *map, plugin_set *plugins, arena *arena)
{
	count_options count = {
		.engine = (enum count_engine)options->engine,
		.policy = selection_policy(options),
		.timeout = options->timeout,
		.open = source_file_open,
	};
	counter *counter = counter_create(map, plugins, &count);
	record record = {0};
	buffer line = BUFFER_INIT;
	source_list *list = source_list_create();
	role_paths *paths = role_paths_create(map);
	role_finding roles = {.known = look_up(counter, options->explain, paths, list)};
	counter_explain_file(counter, options->explain, arena, &record, print_line, &line);
	int status = print_sums(options->explain, &record);
	roles.decided = *counter_roles(counter);
	print_roles(&roles);
	role_paths_destroy(paths);
	source_list_destroy(list);
	buffer_finish(&line);
	counter_destroy(counter);
	int written = command_close_output();
	return status != STATUS_COUNTED ? status : written;
}

int command_explain(const cli_options *options, arena *arena)
{
	error error;
	setlocale(LC_CTYPE, "C.UTF-8");
	if (selection_check(options, &error) != 0)
		return command_fail(STATUS_USAGE, error.message);
	struct stat file;
	bool exists = stat(options->explain, &file) == 0;
	if (!exists || !S_ISREG(file.st_mode)) {
		if (!exists)
			error_set_errno(&error, "--explain %s", options->explain);
		else
			error_set(&error, "--explain %s: not a file; name one file", options->explain);
		return command_fail(STATUS_USAGE, error.message);
	}
	language_map *map = setup_language_map(options, arena, &error);
	if (map == NULL)
		return command_fail(STATUS_USAGE, error.message);
	plugin_set *plugins = setup_plugins(options, arena, &error);
	int status =
		plugins != NULL ? explain(options, map, plugins, arena) : command_fail(STATUS_USAGE, error.message);
	plugin_set_destroy(plugins);
	language_map_destroy(map);
	return status;
}
