/* SPDX-License-Identifier: MIT */
/* Lua, as the manual of Lua 5.4 defines it. A function is a value: its name is what it is first assigned to. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_lua(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "hash_bang_line"},

	{.role = ONFLAME_STRING, .kind = "string"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_declaration",
	 .head = "name/method",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_declaration", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "field",
	 .head = "^/name",
	 .name = "^/name",
	 .label = "function",
	 .start = "^"},
	/* The second of several values is for the second name, which no path leads to. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "expression_list",
	 .head = "@value/^/^/:variable_list",
	 .name = "^/^/:variable_list/name",
	 .label = "function",
	 .start = "^/^/^/:\"local\"/^|^/^"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .label = "lambda"},

	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "vararg_expression", .parent = "parameters"},

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "elseif_statement", .label = "elif"},
	{.role = ONFLAME_BRANCH, .kind = "else_statement", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "repeat_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"and\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"or\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "goto_statement", .label = "jump"},

	{0},
};

static const onflame_language lua = {.name = "Lua", .grammar = tree_sitter_lua, .rules = rules};
static const onflame_language *const languages[] = {&lua, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "lua", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
