/* SPDX-License-Identifier: MIT */
/* GDScript, as Godot's reference of the language defines it. A bare string is code: documentation is written as ## comments. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_gdscript(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_IGNORE, .kind = (k), .parent = "parameters", .head = "^/^/:\"signal\""},                      \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "parameters"                                         \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "region_start"},
	{.role = ONFLAME_COMMENT, .kind = "region_end"},

	{.role = ONFLAME_STRING, .kind = "string"},

	{.role = ONFLAME_ANNOTATION, .kind = "annotations"},

	{.role = ONFLAME_CONTAINER, .kind = "class_definition", .name = "name", .label = "class"},
	{.role = ONFLAME_CONTAINER, .kind = "enum_definition", .name = "name", .label = "enum"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "class_body",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "constructor_definition", .name = "'_init'", .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "get_body", .name = "'get'", .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "set_body", .name = "'set'", .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "lambda",
	 .parent = "variable_statement",
	 .name = "^/name",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "lambda", .name = "name", .label = "lambda"},

	PARAMETER("identifier"),
	PARAMETER("typed_parameter"),
	PARAMETER("default_parameter"),
	PARAMETER("typed_default_parameter"),

	BRANCH("if_statement", .label = "if"),
	BRANCH("elif_clause", .label = "elif"),
	BRANCH("else_clause", .parent = "if_statement", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("match_statement", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "pattern_section", .head = "#", .words = "_"},
	BRANCH("pattern_section", .label = "case"),
	BRANCH("\"and\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"or\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"&&\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_operator", .label = "logical"),

	{0},
};

static const onflame_language gdscript = {.name = "GDScript", .grammar = tree_sitter_gdscript, .rules = rules};
static const onflame_language *const languages[] = {&gdscript, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "gdscript", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
