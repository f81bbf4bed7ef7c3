/* SPDX-License-Identifier: MIT */
/*
 * R, as the R language definition has it. A function is a value: its name is what it is assigned to or passed as. Classes
 * are made by calls; so are S4 methods.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_r(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "binary_operator",
	 .head = "^/operator",
	 .words = "<- = <<- :=",
	 .name = "^/:string/content|^/lhs",
	 .label = "function",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "argument",
	 .head = "^/name",
	 .name = "^/:string/content|^/name",
	 .label = "function",
	 .start = "^"},
	/* setMethod("show", "Person", function(object) ...) */
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "argument",
	 .head = "^/^/^/function",
	 .words = "setMethod setReplaceMethod setValidity",
	 .name = "^/^/:argument/value/content",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "argument",
	 .head = "^/^/^/function",
	 .words = "setGeneric assign delayedAssign makeActiveBinding",
	 .name = "^/^/:argument/value/content",
	 .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .label = "lambda"},

	{.role = ONFLAME_CONTAINER,
	 .kind = "call",
	 .head = "function/rhs|function",
	 .words = "R6Class setRefClass setClass ggproto",
	 .name = "arguments/:argument/value/content|^/lhs",
	 .label = "class",
	 .start = "^"},

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "parameters"},

	{.role = ONFLAME_BRANCH,
	 .kind = "if_statement",
	 .parent = "if_statement",
	 .head = "@alternative",
	 .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"else\"", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "repeat_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .label = "logical"},
	/* What is chosen by has no name, nor has the default. */
	{.role = ONFLAME_BRANCH, .kind = "call", .head = "function", .words = "switch", .label = "switch"},
	{.role = ONFLAME_IGNORE, .kind = "argument", .head = "!name"},
	{.role = ONFLAME_BRANCH,
	 .kind = "argument",
	 .parent = "arguments",
	 .head = "^/^/function",
	 .words = "switch",
	 .label = "case"},

	{0},
};

static const onflame_language r = {.name = "R", .grammar = tree_sitter_r, .rules = rules};
static const onflame_language *const languages[] = {&r, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "r", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
