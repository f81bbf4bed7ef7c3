/* SPDX-License-Identifier: MIT */
/*
 * Groovy, as its documentation defines it; a script's tasks and a trait are calls to the grammar, and of much real code it
 * understands little, which is why the map counts Groovy by its marks unless syntax is asked for. A closure is a function, but for
 * the blocks that it takes for closures.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_groovy(void);

#define FRAME(r, k, l)                                                                                                 \
	{                                                                                                              \
		.role = (r), .kind = (k), .name = "name", .label = (l)                                                 \
	}
#define METHOD(k, l)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), .head = "body", .name = "name", .label = (l)                    \
	}
#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},
	{.role = ONFLAME_COMMENT, .kind = "shebang"},
	{.role = ONFLAME_STRING, .kind = "string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "character_literal"},
	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},
	{.role = ONFLAME_ANNOTATION, .kind = "marker_annotation"},

	FRAME(ONFLAME_CONTAINER, "class_declaration", "class"),
	FRAME(ONFLAME_CONTAINER, "interface_declaration", "interface"),
	FRAME(ONFLAME_CONTAINER, "enum_declaration", "enum"),
	FRAME(ONFLAME_CONTAINER, "record_declaration", "record"),
	FRAME(ONFLAME_CONTAINER, "annotation_type_declaration", "annotation"),

	METHOD("method_declaration", "method"),
	METHOD("function_definition", "function"),
	METHOD("constructor_declaration", "constructor"),
	METHOD("compact_constructor_declaration", "constructor"),
	{.role = ONFLAME_FUNCTION, .kind = "static_initializer", .name = "'static'", .label = "constructor"},
	{.role = ONFLAME_IGNORE, .kind = "closure", .head = "@body", .parent = "function_definition"},
	{.role = ONFLAME_IGNORE,
	 .kind = "closure",
	 .parent = "if_statement while_statement for_statement enhanced_for_statement do_statement"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "closure",
	 .parent = "variable_declarator",
	 .name = "^/name",
	 .label = "lambda"},
	{.role = ONFLAME_FUNCTION, .kind = "closure", .parent = "method_invocation", .label = "lambda"},
	{.role = ONFLAME_PARAMETER, .kind = "formal_parameter", .parent = "formal_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "spread_parameter", .parent = "formal_parameters"},

	BRANCH("if_statement", .parent = "if_statement", .head = "@alternative", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("ternary_expression", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("enhanced_for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("switch_expression", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "switch_label", .head = ":\"default\""},
	BRANCH("switch_label", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),

	{0},
};

static const onflame_language groovy = {.name = "Groovy", .grammar = tree_sitter_groovy, .rules = rules};
static const onflame_language *const languages[] = {&groovy, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "groovy", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
