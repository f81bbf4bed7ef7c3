/* SPDX-License-Identifier: MIT */
/*
 * Zig, as its language reference defines it. Types are values: a container's name is that of the constant it is given to.
 * `orelse` is a logical operator that cuts short, `catch` a branch; `try` and `defer` are none.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_zig(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define TYPE(k, l)                                                                                                     \
	{.role = ONFLAME_CONTAINER,                                                                                    \
	 .kind = (k),                                                                                                  \
	 .parent = "variable_declaration",                                                                             \
	 .name = "^/:identifier",                                                                                      \
	 .label = (l),                                                                                                 \
	 .start = "^"},                                                                                                \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .label = (l)                                                   \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	/* A multi-line string is one of lines, each with its mark: what is blank between two is in none. */
	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "character"},

	TYPE("struct_declaration", "struct"),
	TYPE("enum_declaration", "enum"),
	TYPE("union_declaration", "union"),
	TYPE("opaque_declaration", "opaque"),

	/* Without a body it is a function of another object file. */
	{.role = ONFLAME_IGNORE, .kind = "function_declaration", .head = "!body"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_declaration",
	 .parent = "struct_declaration enum_declaration union_declaration opaque_declaration",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_declaration", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "test_declaration",
	 .name = ":string/:string_content|:identifier",
	 .label = "test"},

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "parameters", .head = "^/^/body"},

	BRANCH("if_statement", .parent = "else_clause", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else_clause", .parent = "if_statement", .label = "else"),
	BRANCH("if_expression", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("for_expression", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("while_expression", .label = "if"),
	BRANCH("switch_expression", .label = "switch"),
	BRANCH("switch_case", .head = "!:\"else\"", .label = "case"),
	BRANCH("catch_expression", .label = "if"),
	BRANCH("\"and\"", .label = "logical"),
	BRANCH("\"or\"", .label = "logical"),
	BRANCH("\"orelse\"", .label = "logical"),
	BRANCH("break_expression", .head = ":break_label", .label = "jump"),
	BRANCH("continue_expression", .head = ":break_label", .label = "jump"),

	{0},
};

static const onflame_language zig = {.name = "Zig", .grammar = tree_sitter_zig, .rules = rules};
static const onflame_language *const languages[] = {&zig, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "zig", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
