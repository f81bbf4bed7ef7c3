/* SPDX-License-Identifier: MIT */
/*
 * Nix, as its manual's "Nix Expression Language" defines it. A function that gives a function, x: y: ..., is one of two
 * parameters; its name is that of the attribute it is bound to.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_nix(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string_expression", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "indented_string_expression", .flags = ONFLAME_ENTER},

	{.role = ONFLAME_IGNORE, .kind = "function_expression", .parent = "function_expression"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_expression",
	 .parent = "binding",
	 .name = "^/attrpath",
	 .label = "function",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "function_expression", .label = "lambda"},

	/* The name of a whole set of parameters is no parameter more. */
	{.role = ONFLAME_IGNORE, .kind = "identifier", .parent = "function_expression", .head = "^/formals"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "function_expression"},
	{.role = ONFLAME_PARAMETER, .kind = "formal", .parent = "formals"},

	BRANCH("if_expression", .parent = "if_expression", .head = "@alternative", .label = "else if"),
	BRANCH("if_expression", .label = "if"),
	BRANCH("\"else\"", .parent = "if_expression", .label = "else"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),

	{0},
};

static const onflame_language nix = {.name = "Nix", .grammar = tree_sitter_nix, .rules = rules};
static const onflame_language *const languages[] = {&nix, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "nix", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
