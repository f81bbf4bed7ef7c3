/* SPDX-License-Identifier: MIT */
/* For the tests of the loader: the grammar of a built plugin, small trees of it, and a place in such a tree. */
#ifndef ONFLAME_TESTS_PLUGIN_CHECK_H
#define ONFLAME_TESTS_PLUGIN_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include "base/text.h"
#include "plugin/path.h"
#include "plugin/plugin.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>
#include <unistd.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* Tests lie in BUILD/tests, plugins in BUILD/lib/onflame/plugins. `path` has PATH_MAX bytes. */
static inline void find_plugins(char *path)
{
	ssize_t len = readlink("/proc/self/exe", path, PATH_MAX - 64);
	assert_in_range(len, 1, PATH_MAX - 64);
	path[len] = '\0';
	*strrchr(path, '/') = '\0';
	*strrchr(path, '/') = '\0';
	strcat(path, "/lib/onflame/plugins");
	if (access(path, F_OK) != 0)
		fail_msg("%s is not there: build the target 'plugins'", path);
}

static inline const TSLanguage *load_grammar(plugin_set *plugins, const char *name, const char *language)
{
	error error;
	const plugin *plugin = plugin_set_load(plugins, name, &error);
	if (plugin == NULL)
		fail_msg("%s", error.message);
	const plugin_language *found = plugin_find_language(plugin, language, NULL);
	assert_non_null(found);
	assert_non_null(found->grammar);
	return found->grammar;
}

/* A text parsed, and one of its nodes with all that stands above it. */
typedef struct place {
	const char *text;
	TSTree *tree;
	TSNode ancestors[64];
	rule_site site;
} place;

/* Goes to the `number`-th node, from 1, of that kind, in the order of the source. */
static inline bool place_find(place *place, TSNode node, size_t depth, const char *kind, size_t *number)
{
	if (strcmp(ts_node_type(node), kind) == 0 && --*number == 0) {
		place->site.node = node;
		place->site.depth = depth;
		return true;
	}
	assert_in_range(depth, 0, COUNT(place->ancestors) - 1);
	place->ancestors[depth] = node;
	TSNode previous = {.id = NULL};
	for (uint32_t i = 0; i < ts_node_child_count(node); i++) {
		TSNode child = ts_node_child(node, i);
		place->site.previous = previous;
		if (place_find(place, child, depth + 1, kind, number))
			return true;
		if (ts_node_is_named(child) && !ts_node_is_extra(child))
			previous = child;
	}
	return false;
}

static inline void place_open(place *place, const TSLanguage *grammar, const char *text, const char *kind,
			      size_t number)
{
	TSParser *parser = ts_parser_new();
	assert_true(ts_parser_set_language(parser, grammar));
	place->text = text;
	place->tree = ts_parser_parse_string(parser, NULL, text, (uint32_t)strlen(text));
	assert_non_null(place->tree);
	ts_parser_delete(parser);
	place->site = (rule_site){.text = text, .ancestors = place->ancestors};
	if (!place_find(place, ts_tree_root_node(place->tree), 0, kind, &number))
		fail_msg("no node '%s' in: %s", kind, text);
}

static inline void place_close(place *place)
{
	ts_tree_delete(place->tree);
}

#endif
