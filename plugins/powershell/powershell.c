/* SPDX-License-Identifier: MIT */
/*
 * PowerShell, as its language specification defines it. To the grammar a # behind a variable in a string begins a comment, with
 * the closing quote in it, which is why the map counts PowerShell by its marks unless syntax is asked for.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_powershell(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "expandable_here_string_literal"},
	{.role = ONFLAME_STRING, .kind = "verbatim_here_string_characters"},
	{.role = ONFLAME_STRING, .kind = "expandable_string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "verbatim_string_characters"},

	{.role = ONFLAME_CONTAINER, .kind = "class_statement", .name = ":simple_name", .label = "class"},
	{.role = ONFLAME_CONTAINER, .kind = "enum_statement", .name = ":simple_name", .label = "enum"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_statement",
	 .head = ":\"filter\"",
	 .name = ":function_name",
	 .label = "filter"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_statement",
	 .head = ":\"workflow\"",
	 .name = ":function_name",
	 .label = "workflow"},
	{.role = ONFLAME_FUNCTION, .kind = "function_statement", .name = ":function_name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "class_method_definition", .name = ":simple_name", .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "script_block_expression", .label = "lambda"},
	{.role = ONFLAME_PARAMETER, .kind = "script_parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "class_method_parameter"},

	BRANCH("if_statement", .label = "if"),
	BRANCH("elseif_clause", .label = "elif"),
	BRANCH("else_clause", .label = "else"),
	BRANCH("foreach_statement", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("trap_statement", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "switch_clause", .head = ":switch_clause_condition", .words = "default"},
	BRANCH("switch_clause", .label = "case"),
	BRANCH("\"-and\"", .label = "logical"),
	BRANCH("\"-or\"", .label = "logical"),

	{0},
};

static const onflame_language powershell = {.name = "PowerShell", .grammar = tree_sitter_powershell, .rules = rules};
static const onflame_language *const languages[] = {&powershell, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "powershell", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
