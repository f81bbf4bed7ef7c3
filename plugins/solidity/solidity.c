/* SPDX-License-Identifier: MIT */
/* Solidity, as its documentation's grammar defines it, with Yul's functions and branches within assembly. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_solidity(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONTAINER(k, l)                                                                                                \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = "name", .label = (l)                                   \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string"},

	CONTAINER("contract_declaration", "contract"),
	CONTAINER("interface_declaration", "interface"),
	CONTAINER("library_declaration", "library"),
	CONTAINER("struct_declaration", "struct"),
	CONTAINER("enum_declaration", "enum"),

	{.role = ONFLAME_IGNORE, .kind = "function_definition", .head = "!body"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "contract_body",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "constructor_definition", .name = "'constructor'", .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "modifier_definition", .head = "body", .name = "name", .label = "modifier"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "fallback_receive_definition",
	 .head = "body",
	 .name = ":\"receive\"|:\"fallback\"",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "yul_function_definition", .name = "#", .label = "function"},

	{.role = ONFLAME_PARAMETER,
	 .kind = "parameter",
	 .parent = "function_definition constructor_definition modifier_definition fallback_receive_definition"},

	BRANCH("if_statement", .parent = "statement", .head = "^/^/else", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("\"else\"", .parent = "if_statement", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_while_statement", .label = "if"),
	BRANCH("ternary_expression", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("yul_if_statement", .label = "if"),
	BRANCH("yul_for_statement", .label = "if"),
	BRANCH("yul_switch_statement", .label = "switch"),
	BRANCH("\"case\"", .parent = "yul_switch_statement", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),

	{0},
};

static const onflame_language solidity = {.name = "Solidity", .grammar = tree_sitter_solidity, .rules = rules};
static const onflame_language *const languages[] = {&solidity, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "solidity", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
