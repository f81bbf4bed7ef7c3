/* SPDX-License-Identifier: MIT */
/*
 * Shell: POSIX sh and bash. A here-document is a string. Commands within quotes, "$( ... )", are looked at: what stands
 * there behind # is a comment to the shell as well.
 */
#include "heredoc.h"
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_bash(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "translated_string", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_INJECTION,
	 .kind = "heredoc_body",
	 .head = "^/:heredoc_end",
	 .words = HEREDOC_TAGS,
	 .name = "^/:heredoc_end",
	 .holes = "simple_expansion expansion command_substitution"},
	/* The body as the grammar has it begins behind the blank lines that lead it. */
	{.role = ONFLAME_STRING, .kind = "heredoc_redirect", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "heredoc_body", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "raw_string"},
	{.role = ONFLAME_STRING, .kind = "ansi_c_string"},

	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "elif_clause", .label = "elif"},
	{.role = ONFLAME_BRANCH, .kind = "else_clause", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "c_style_for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "ternary_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "case_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "case_item", .head = "!value", .words = "*", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .label = "logical"},

	{0},
};

static const onflame_language shell = {.name = "Shell", .grammar = tree_sitter_bash, .rules = rules};
static const onflame_language *const languages[] = {&shell, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "bash", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
