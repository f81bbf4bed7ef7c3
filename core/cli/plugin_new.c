/* SPDX-License-Identifier: MIT */
#include "cli/commands.h"
#include "cli/plugin_commands.h"
#include "cli/setup.h"
#include "scaffold/file.h"
#include "scaffold/propose.h"
#include "scaffold/scaffold.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

enum { QUERY_SIZE_MAX = 1 << 20 };

/* NULL: the grammar has none, or one that is not understood, which is warned of. */
static const query_pattern *read_query(const grammar *grammar, const char *name, arena *arena)
{
	const char *path = grammar_query(grammar, name, arena);
	buffer content = BUFFER_INIT;
	error why;
	const query_pattern *query = NULL;
	if (path == NULL)
		return NULL;
	if (file_read(path, QUERY_SIZE_MAX, &content, &why) == 0) {
		const char *copy = arena_copy(arena, buffer_string(&content), content.len);
		query = query_parse(path, (text){copy, content.len}, arena, &why);
	}
	if (query == NULL)
		fprintf(stderr, "onflame: %s; the file is not used\n", why.message);
	buffer_finish(&content);
	return query;
}

/* "ssh-client-config" as "Ssh Client Config". */
static const char *title_of(const char *name, arena *arena)
{
	char *title = arena_copy_string(arena, name);
	bool begins = true;
	for (char *at = title; *at != '\0'; at++) {
		if (*at == '-' || *at == '_')
			*at = ' ';
		else if (begins)
			*at = (char)toupper((unsigned char)*at);
		begins = *at == ' ';
	}
	return title;
}

static bool claims(const language *language, const char *file_type)
{
	bool name = scaffold_is_file_name(file_type);
	for (const char *const *at = name ? language->filenames : language->extensions; *at != NULL; at++) {
		if (name ? strcmp(*at, file_type) == 0 : strcasecmp(*at + 1, file_type) == 0)
			return true;
	}
	return false;
}

static const char *find_claimant(const language_map *map, const char *file_type)
{
	for (size_t i = 0; i < language_map_count(map); i++) {
		if (claims(language_map_at(map, i), file_type))
			return language_map_at(map, i)->name;
	}
	return NULL;
}

/* What can stand in a map and on a file system as an extension or file name. */
static bool is_plain(const char *file_type)
{
	return file_type[0] != '\0' && strlen(file_type) <= 64 &&
	       strspn(file_type, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+.#") ==
		       strlen(file_type);
}

/* The file types of a language that the map knows are the map's. */
static void list_claims(scaffold *plan, const language_map *map, arena *arena)
{
	size_t max = 0, count = 0;
	while (plan->grammar->file_types[max] != NULL)
		max++;
	const language *known = plan->known ? language_map_find(map, text_of(plan->language)) : NULL;
	scaffold_claim *list = arena_zero(arena, max + 3, sizeof(*list));
	if (known != NULL && known->extensions[0] != NULL)
		list[count++].file_type = arena_copy_string(arena, known->extensions[0] + 1);
	for (size_t i = 0; i < max && known == NULL; i++) {
		if (!is_plain(plan->grammar->file_types[i]))
			continue;
		list[count].file_type = plan->grammar->file_types[i];
		list[count].other = find_claimant(map, list[count].file_type);
		count++;
	}
	if (count == 0 && known == NULL) {
		list[0] = (scaffold_claim){plan->name, find_claimant(map, plan->name)};
		fprintf(stderr,
			"onflame: the grammar does not say what its files are called: .%s is a guess; see languages.yaml\n",
			plan->name);
	}
	plan->claims = list;
}

static void name_language(scaffold *plan, const language_map *map, arena *arena)
{
	const char *title = plan->grammar->title;
	const language *known = language_map_find(map, text_of(plan->name));
	if (known == NULL && title != NULL)
		known = language_map_find(map, text_of(title));
	plan->known = known != NULL;
	plan->language = known != NULL ? known->name : title != NULL ? title : title_of(plan->name, arena);
	if (known != NULL && known->plugin != NULL)
		fprintf(stderr,
			"onflame: %s is counted by syntax already, by plugin '%s'; once built, this one takes its place\n",
			known->name, known->plugin);
}

static void print_counts(const rule_list *rules)
{
	static const struct {
		uint32_t role;
		const char *one, *many;
	} roles[] = {
		{ONFLAME_COMMENT, "comment", "comments"},
		{ONFLAME_STRING, "string", "strings"},
		{ONFLAME_FUNCTION, "function", "functions"},
		{ONFLAME_CONTAINER, "container", "containers"},
		{ONFLAME_BRANCH, "branch", "branches"},
		{ONFLAME_PARAMETER, "parameter", "parameters"},
		{ONFLAME_ANNOTATION, "annotation", "annotations"},
	};
	const char *separator = "";
	printf("  %zu rows proposed: ", rules->count);
	for (size_t i = 0; i < sizeof(roles) / sizeof(roles[0]); i++) {
		size_t count = rule_list_count(rules, roles[i].role);
		if (count == 0)
			continue;
		printf("%s%zu %s", separator, count, count == 1 ? roles[i].one : roles[i].many);
		separator = ", ";
	}
	putchar('\n');
}

static void print_made(const scaffold *plan, const char *folder, arena *arena)
{
	printf("%s: a plugin for %s, of %s() with tree-sitter ABI %u; licence of the grammar: %s\n", folder,
	       plan->language, plan->grammar->function, plan->grammar->abi,
	       plan->grammar->licence != NULL ? plan->grammar->licence : "not said");
	print_counts(plan->rules);
	printf("Next:\n"
	       "  1. onflame plugins build %s\n"
	       "  2. put some %s into %s/%s, then: onflame plugins check %s %s/%s\n"
	       "  3. correct %s/%s.c where it is wrong, and again from 1\n",
	       folder, plan->language, folder, scaffold_sample(plan, arena), plan->name, folder,
	       scaffold_sample(plan, arena), folder, plan->name);
}

static int make(scaffold *plan, const char *folder, arena *arena, error *error)
{
	plan->header = setup_own_path(arena, "include/onflame/plugin.h");
	if (plan->header == NULL)
		plan->header = "<onflame/plugin.h>";
	plan->templates = setup_own_path(arena, "share/onflame/template");
	if (plan->templates == NULL)
		return error_set(error,
				 "share/onflame/template not found beside the program; install it anew or run ./run");
	rule_list rules;
	rule_list_init(&rules, arena);
	propose_table(&plan->grammar->types, read_query(plan->grammar, "tags.scm", arena),
		      read_query(plan->grammar, "highlights.scm", arena), &rules);
	plan->rules = &rules;
	if (rule_list_count(&rules, ONFLAME_COMMENT) == 0)
		fprintf(stderr, "onflame: the grammar names no comments: by syntax, they will be counted as code\n");
	int status = scaffold_write(plan, folder, arena, error);
	if (status == 0)
		print_made(plan, folder, arena);
	rule_list_finish(&rules);
	plan->rules = NULL;
	return status;
}

int plugin_new(const cli_options *options, const char *const *words, arena *arena)
{
	error error;
	grammar grammar;
	if (words[0] == NULL || words[1] != NULL || options->grammar == NULL)
		return command_fail(STATUS_USAGE, "usage: onflame plugins new NAME --grammar DIR [--into DIR]");
	if (scaffold_check_name(words[0], &error) != 0 || grammar_read(options->grammar, arena, &grammar, &error) != 0)
		return command_fail(STATUS_USAGE, error.message);
	language_map *map = setup_language_map(options, arena, &error);
	if (map == NULL)
		return command_fail(STATUS_USAGE, error.message);
	scaffold plan = {.name = words[0], .grammar = &grammar};
	name_language(&plan, map, arena);
	list_claims(&plan, map, arena);
	const char *folder = words[0];
	if (options->into != NULL)
		folder = arena_printf(arena, "%s/%s", options->into, words[0]);
	int status = make(&plan, folder, arena, &error);
	language_map_destroy(map);
	return status == 0 ? command_close_output() : command_fail(STATUS_USAGE, error.message);
}
