/* SPDX-License-Identifier: MIT */
#include "source/filter.h"

#include <string.h>
#include <strings.h>

const char *filter_strip(const char *path)
{
	while (path[0] == '.' && path[1] == '/') {
		path += 2;
		path += strspn(path, "/");
	}
	return path;
}

/* NULL for no patterns. */
static ignore_rules *compile(const char *const *patterns, bool folders)
{
	if (patterns == NULL || patterns[0] == NULL)
		return NULL;
	ignore_rules *rules = ignore_create();
	for (; *patterns != NULL; patterns++) {
		bool negative = !folders && **patterns == '!';
		ignore_add(rules, text_of(filter_strip(*patterns + negative)), folders, negative);
	}
	ignore_close(rules);
	return rules;
}

void filter_init(filter *filter, const source_options *options)
{
	*filter = (struct filter){
		.options = options,
		.dirs = compile(options->exclude_dirs, true),
		.excludes = compile(options->excludes, false),
	};
}

void filter_finish(filter *filter)
{
	ignore_destroy(filter->dirs);
	ignore_destroy(filter->excludes);
}

/* A dot at the very beginning makes a hidden name, no extension. */
static bool has_extension(const char *name, const char *const *extensions)
{
	size_t len = strlen(name);
	for (; *extensions != NULL; extensions++) {
		const char *extension = **extensions == '.' ? *extensions + 1 : *extensions;
		size_t extension_len = strlen(extension);
		if (len < extension_len + 2)
			continue;
		const char *dot = name + len - extension_len - 1;
		if (*dot == '.' && strcasecmp(dot + 1, extension) == 0)
			return true;
	}
	return false;
}

bool filter_drops_extension(const filter *filter, const char *name)
{
	const source_options *options = filter->options;
	if (options->include_exts != NULL && options->include_exts[0] != NULL &&
	    !has_extension(name, options->include_exts))
		return true;
	return options->exclude_exts != NULL && has_extension(name, options->exclude_exts);
}

bool filter_drops(const filter *filter, text shown, bool folder)
{
	if (filter->excludes == NULL && (filter->dirs == NULL || !folder))
		return false;
	ignore_entry entry = ignore_entry_of(shown, folder);
	if (folder && filter->dirs != NULL && ignore_match(filter->dirs, &entry, 0) == IGNORE_OUT)
		return true;
	return filter->excludes != NULL && ignore_match(filter->excludes, &entry, 0) == IGNORE_OUT;
}

bool filter_drops_listed(const filter *filter, const char *shown)
{
	const char *name = strrchr(shown, '/');
	if (filter_drops_extension(filter, name != NULL ? name + 1 : shown))
		return true;
	for (const char *slash = strchr(shown, '/'); slash != NULL; slash = strchr(slash + 1, '/')) {
		if (slash > shown && slash[-1] != '/' &&
		    filter_drops(filter, (text){shown, (size_t)(slash - shown)}, true))
			return true;
	}
	return filter_drops(filter, text_of(shown), false);
}
