/* SPDX-License-Identifier: MIT */
#include "cli/selection.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

int selection_check(const cli_options *options, error *error)
{
	if (count_policy_find(options->policy) == NULL)
		return error_set(error, "--policy: '%s' is none of default, cloc, tokei, scc", options->policy);
	if (options->delimiter != NULL && strlen(options->delimiter) != 1)
		return error_set(error, "--csv-delimiter: '%s' is not one character", options->delimiter);
	if (options->null && options->list_file == NULL)
		return error_set(error, "--null goes with --list-file");
	return 0;
}

source_options selection_source(const cli_options *options)
{
	return (source_options){
		.exclude_dirs = options->exclude_dirs.items,
		.excludes = options->excludes.items,
		.include_exts = options->include_exts.items,
		.exclude_exts = options->exclude_exts.items,
		.hidden = options->hidden,
		.no_ignore = options->no_ignore,
		.follow_links = options->follow_links,
		.max_file_size = options->max_file_size,
	};
}

count_policy selection_policy(const cli_options *options)
{
	count_policy policy = *count_policy_find(options->policy);
	const struct {
		int given;
		enum line_class *target;
	} switches[] = {
		{options->blank_in_comment, &policy.blank_in_comment},
		{options->blank_in_string, &policy.blank_in_string},
		{options->docstring, &policy.docstring},
		{options->shebang, &policy.shebang},
		{options->prose, &policy.prose},
	};
	for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++) {
		if (switches[i].given >= 0)
			*switches[i].target = (enum line_class)switches[i].given;
	}
	if (options->shebang >= 0)
		policy.shebang_marked = false;
	if (options->embedded >= 0)
		policy.embedded = options->embedded != 0;
	return policy;
}

role_set selection_unwanted(const cli_options *options)
{
	return (options->no_vendored ? ROLE_BIT(ROLE_VENDORED) : 0) |
	       (options->no_minified ? ROLE_BIT(ROLE_MINIFIED) : 0) |
	       (options->no_generated ? ROLE_BIT(ROLE_GENERATED) : 0) | (options->no_tests ? ROLE_BIT(ROLE_TEST) : 0) |
	       (options->no_documentation ? ROLE_BIT(ROLE_DOCUMENTATION) : 0);
}

static void mark_languages(const word_list *names, const language_map *map, bool *out)
{
	for (size_t i = 0; i < names->count; i++)
		out[language_map_find(map, text_of(names->items[i]))->index] = true;
}

static int check_languages(const word_list *names, const language_map *map, error *error)
{
	for (size_t i = 0; i < names->count; i++) {
		if (language_map_find(map, text_of(names->items[i])) == NULL)
			return error_set(error, "no language '%s'; 'onflame languages' lists them", names->items[i]);
	}
	return 0;
}

static int check_types(const word_list *types, error *error)
{
	for (size_t i = 0; i < types->count; i++) {
		bool known = false;
		for (int type = LANGUAGE_PROGRAMMING; type <= LANGUAGE_PROSE; type++)
			known = known || strcmp(types->items[i], language_type_name((enum language_type)type)) == 0;
		if (!known)
			return error_set(error, "no type '%s': programming, markup, data, prose", types->items[i]);
	}
	return 0;
}

int selection_languages(const cli_options *options, const language_map *map, bool **out, error *error)
{
	*out = NULL;
	if (check_languages(&options->include_langs, map, error) != 0 ||
	    check_languages(&options->exclude_langs, map, error) != 0 ||
	    check_types(&options->include_types, error) != 0 || check_types(&options->exclude_types, error) != 0)
		return -1;
	if (options->include_langs.count + options->exclude_langs.count + options->include_types.count +
		    options->exclude_types.count ==
	    0)
		return 0;

	size_t count = language_map_count(map);
	bool *included = memory_zero(count, sizeof(*included));
	bool *excluded = memory_zero(count, sizeof(*excluded));
	mark_languages(&options->include_langs, map, included);
	mark_languages(&options->exclude_langs, map, excluded);
	for (size_t i = 0; i < count; i++) {
		const char *type = language_type_name(language_map_at(map, i)->type);
		bool named = options->include_langs.count == 0 || included[i];
		bool typed = options->include_types.count == 0 || word_list_has(&options->include_types, type);
		included[i] = named && typed && !excluded[i] && !word_list_has(&options->exclude_types, type);
	}
	free(excluded);
	*out = included;
	return 0;
}
