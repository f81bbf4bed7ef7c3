/* SPDX-License-Identifier: MIT */
/* TQL, the language of Tenzir's pipelines, as its reference defines it. The front matter of a package's operator is YAML. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_tql(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "format_expr", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_INJECTION, .kind = "frontmatter_body", .label = "YAML"},

	{.role = ONFLAME_FUNCTION, .kind = "lambda_expression", .label = "lambda"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "lambda_expression", .head = "@parameter"},

	BRANCH("if_statement", .parent = "else_block", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else_block", .label = "else"),
	BRANCH("match_statement", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "match_arm", .head = "patterns/:wildcard_pattern"},
	BRANCH("match_arm", .label = "case"),
	BRANCH("\"and\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"or\"", .parent = "binary_expression", .label = "logical"),

	{0},
};

static const onflame_language tql = {.name = "TQL", .grammar = tree_sitter_tql, .rules = rules};
static const onflame_language *const languages[] = {&tql, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "tql", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
