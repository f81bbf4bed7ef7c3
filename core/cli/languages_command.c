/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "cli/commands.h"
#include "cli/setup.h"
#include "language/language.h"

#include <stdio.h>
#include <string.h>

static void add_list(buffer *out, const char *const *items)
{
	for (size_t i = 0; items[i] != NULL; i++)
		buffer_printf(out, "%s%s", i > 0 ? " " : "", items[i]);
}

/* A row of the list: name, type, how it is counted, extensions. */
static void print_row(const language *language)
{
	buffer known = BUFFER_INIT;
	add_list(&known, language->extensions);
	if (language->filenames[0] != NULL) {
		buffer_add_string(&known, known.len > 0 ? " " : "");
		add_list(&known, language->filenames);
	}
	printf("%-24s %-12s %-12s %s\n", language->name, language_type_name(language->type),
	       language->plugin != NULL ? language->plugin : "lexical", buffer_string(&known));
	buffer_finish(&known);
}

static void print_field(const char *name, const char *const *items)
{
	buffer line = BUFFER_INIT;
	add_list(&line, items);
	if (line.len > 0)
		printf("  %-15s %s\n", name, line.data);
	buffer_finish(&line);
}

static void print_lexis(const lexis *lexis)
{
	for (size_t i = 0; i < lexis->line_comment_count; i++)
		printf("  %-15s %s\n", "line comment", lexis->line_comments[i].open);
	for (size_t i = 0; i < lexis->block_comment_count; i++) {
		const lexis_block_comment *comment = &lexis->block_comments[i];
		printf("  %-15s %s ... %s%s\n", "block comment", comment->open,
		       comment->close != NULL ? comment->close : "(end of file)", comment->nested ? ", nested" : "");
	}
	for (size_t i = 0; i < lexis->string_count; i++) {
		const lexis_string *string = &lexis->strings[i];
		printf("  %-15s %s ... %s%s\n", "string", string->open, string->close,
		       string->multiline ? ", over lines" : "");
	}
	for (size_t i = 0; i < lexis->heredoc_count; i++)
		printf("  %-15s %sWORD\n", "here-document", lexis->heredocs[i].open);
}

static void print_whole(const language *language)
{
	printf("%s\n  %-15s %s\n", language->name, "type", language_type_name(language->type));
	if (language->plugin != NULL)
		printf("  %-15s by syntax, plugin '%s'; by the marks below where that fails\n", "counted",
		       language->plugin);
	else
		printf("  %-15s lexically, by the marks below\n", "counted");
	print_field("aliases", language->aliases);
	print_field("extensions", language->extensions);
	print_field("file names", language->filenames);
	print_field("interpreters", language->interpreters);
	if (language->color != NULL)
		printf("  %-15s %s\n", "colour", language->color);
	print_lexis(&language->lexis);
}

static int print(const language_map *map, const word_list *names)
{
	for (size_t i = 0; names->count == 0 && i < language_map_count(map); i++)
		print_row(language_map_at(map, i));
	for (size_t i = 0; i < names->count; i++) {
		const language *language = language_map_find(map, text_of(names->items[i]));
		if (language == NULL) {
			error error;
			error_set(&error, "no language '%s'; 'onflame languages' lists them", names->items[i]);
			return command_fail(STATUS_USAGE, error.message);
		}
		print_whole(language);
	}
	return command_close_output();
}

int command_languages(const cli_options *options, arena *arena)
{
	error error;
	language_map *map = setup_language_map(options, arena, &error);
	if (map == NULL)
		return command_fail(STATUS_USAGE, error.message);
	int status = print(map, &options->operands);
	language_map_destroy(map);
	return status;
}
