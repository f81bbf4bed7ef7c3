/* SPDX-License-Identifier: MIT */
/*
 * Elm, as the guide to the language and its compiler define it. A declaration at the top is a function, also without
 * parameters; one within a let is a value then.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_elm(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define PARAMETER(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "function_declaration_left anonymous_function_expr"  \
	}
#define NAME "functionDeclarationLeft/:lower_case_identifier|pattern"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},

	{.role = ONFLAME_STRING, .kind = "string_constant_expr"},
	{.role = ONFLAME_STRING, .kind = "glsl_code_expr"},

	{.role = ONFLAME_CONTAINER,
	 .kind = "module_declaration",
	 .name = "name",
	 .label = "module",
	 .flags = ONFLAME_TO_SIBLING},
	{.role = ONFLAME_CONTAINER, .kind = "type_declaration", .name = "name", .label = "type"},
	{.role = ONFLAME_CONTAINER, .kind = "type_alias_declaration", .name = "name", .label = "type"},

	{.role = ONFLAME_FUNCTION, .kind = "value_declaration", .parent = "file", .name = NAME, .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "value_declaration",
	 .head = "functionDeclarationLeft/pattern|:anonymous_function_expr",
	 .name = NAME,
	 .label = "function"},
	{.role = ONFLAME_IGNORE, .kind = "anonymous_function_expr", .parent = "value_declaration"},
	{.role = ONFLAME_FUNCTION, .kind = "anonymous_function_expr", .label = "lambda"},

	PARAMETER("pattern"),
	PARAMETER("lower_pattern"),
	PARAMETER("anything_pattern"),
	PARAMETER("tuple_pattern"),
	PARAMETER("record_pattern"),
	PARAMETER("list_pattern"),
	PARAMETER("unit_expr"),

	/* A chain of else if is one node: its first if is the node's. */
	BRANCH("if_else_expr", .label = "if"),
	BRANCH("\"else\"", .parent = "if_else_expr", .label = "else"),
	{.role = ONFLAME_IGNORE, .kind = "\"if\"", .parent = "if_else_expr", .flags = ONFLAME_FIRST},
	BRANCH("\"if\"", .parent = "if_else_expr", .label = "else if"),
	BRANCH("case_of_expr", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "case_of_branch", .head = "pattern", .words = "_"},
	BRANCH("case_of_branch", .label = "case"),
	BRANCH("operator", .parent = "bin_op_expr", .head = ".", .words = "&& ||", .label = "logical"),

	{0},
};

static const onflame_language elm = {.name = "Elm", .grammar = tree_sitter_elm, .rules = rules};
static const onflame_language *const languages[] = {&elm, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "elm", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
