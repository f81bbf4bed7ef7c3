/* SPDX-License-Identifier: MIT */
/* AWK, as POSIX and the manual of gawk define it. What holds the code outside functions are rules: a pattern and its action. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_awk(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	/* Where the grammar expects none: between a function's head and its body. */
	{.role = ONFLAME_COMMENT, .kind = "\"#\"", .parent = "ERROR", .flags = ONFLAME_TO_LINE_END},

	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "regex"},

	{.role = ONFLAME_FUNCTION, .kind = "func_def", .name = "name", .label = "function"},

	{.role = ONFLAME_IGNORE, .kind = "rule", .head = "!:block"},
	{.role = ONFLAME_CONTAINER, .kind = "rule", .head = ":pattern", .name = ":pattern", .label = "rule"},
	/*
	 * A comment on a line of its own between a function's head and its body: the grammar takes the head for an error and the body
	 * for a rule without a pattern. What has a block is whole, so that a rule behind it is one.
	 */
	{.role = ONFLAME_CONTAINER, .kind = "rule", .head = "</:block", .label = "rule"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "rule",
	 .head = "</:\"function\"|</:\"func\"",
	 .name = "</:ns_qualified_name|</:identifier",
	 .label = "function",
	 .start = "<",
	 .flags = ONFLAME_FAR_START},
	{.role = ONFLAME_CONTAINER, .kind = "rule", .label = "rule"},

	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "param_list", .head = "^/^/:block"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "param_list", .flags = ONFLAME_AHEAD},

	BRANCH("if_statement", .parent = "else_clause", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else_clause", .label = "else"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_while_statement", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("for_in_statement", .label = "if"),
	BRANCH("ternary_exp", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("switch_case", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_exp", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_exp", .label = "logical"),

	{0},
};

static const onflame_language awk = {.name = "Awk", .grammar = tree_sitter_awk, .rules = rules};
static const onflame_language *const languages[] = {&awk, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "awk", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
