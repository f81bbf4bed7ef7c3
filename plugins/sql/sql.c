/* SPDX-License-Identifier: MIT */
/*
 * SQL of databases in common. What procedures are made of is another language in each of them and mostly not understood, which
 * is why the map counts SQL by its marks unless syntax is asked for. The body of a function in $$ is looked into.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_sql(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "marginalia"},
	{.role = ONFLAME_STRING, .kind = "literal"},

	{.role = ONFLAME_FUNCTION, .kind = "create_function", .name = ":object_reference", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "create_trigger", .name = ":object_reference", .label = "trigger"},
	{.role = ONFLAME_CONTAINER, .kind = "create_table", .name = ":object_reference", .label = "table"},
	{.role = ONFLAME_CONTAINER, .kind = "create_view", .name = ":object_reference", .label = "view"},
	{.role = ONFLAME_CONTAINER, .kind = "create_materialized_view", .name = ":object_reference", .label = "view"},
	{.role = ONFLAME_CONTAINER, .kind = "create_type", .name = ":object_reference", .label = "type"},
	{.role = ONFLAME_PARAMETER, .kind = "function_argument"},

	BRANCH("case", .label = "switch"),
	BRANCH("keyword_when", .parent = "case", .label = "case"),
	BRANCH("keyword_and", .parent = "binary_expression", .label = "logical"),
	BRANCH("keyword_or", .parent = "binary_expression", .label = "logical"),

	{0},
};

static const onflame_language sql = {.name = "SQL", .grammar = tree_sitter_sql, .rules = rules};
static const onflame_language *const languages[] = {&sql, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "sql", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
