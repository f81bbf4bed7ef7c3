/* SPDX-License-Identifier: MIT */
/* Java, as the Java Language Specification defines it. A method without a body is a declaration and no frame. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_java(void);

#define TYPE(k, l)                                                                                                     \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = "name", .label = (l)                                   \
	}
#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

static const onflame_rule rules[] = {
	/* The grammar finds comments in the first line of a text block that holds a quote or a backslash. */
	{.role = ONFLAME_IGNORE, .kind = "line_comment", .parent = "string_literal"},
	{.role = ONFLAME_IGNORE, .kind = "block_comment", .parent = "string_literal"},
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},

	/* Text blocks too. */
	{.role = ONFLAME_STRING, .kind = "string_literal", .flags = ONFLAME_ENTER},

	{.role = ONFLAME_FUNCTION, .kind = "method_declaration", .head = "body", .name = "name", .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "constructor_declaration", .name = "name", .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "compact_constructor_declaration", .name = "name", .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "static_initializer", .label = "initializer"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "block",
	 .parent = "class_body enum_body_declarations",
	 .label = "initializer"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "lambda_expression",
	 .parent = "variable_declarator",
	 .name = "^/name",
	 .label = "lambda",
	 .start = "^/^"},
	{.role = ONFLAME_FUNCTION, .kind = "lambda_expression", .label = "lambda"},

	TYPE("class_declaration", "class"),
	TYPE("interface_declaration", "interface"),
	TYPE("enum_declaration", "enum"),
	TYPE("record_declaration", "record"),
	TYPE("annotation_type_declaration", "annotation"),
	TYPE("module_declaration", "module"),
	{.role = ONFLAME_CONTAINER, .kind = "enum_constant", .head = "body", .name = "name", .label = "class"},
	/* An anonymous class goes by the type that it extends. */
	{.role = ONFLAME_CONTAINER,
	 .kind = "object_creation_expression",
	 .head = ":class_body",
	 .name = "type",
	 .label = "class"},

	BRANCH("if_statement", .parent = "if_statement", .head = "@alternative", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("\"else\"", .parent = "if_statement", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("enhanced_for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("ternary_expression", .label = "if"),
	BRANCH("switch_expression", .label = "switch"),
	/* `case null, default`: the last word is read as a name. */
	{.role = ONFLAME_IGNORE, .kind = "switch_label", .head = ":identifier", .words = "default"},
	BRANCH("switch_label", .head = ":\"case\"", .label = "case"),
	BRANCH("\"&&\"", .label = "logical"),
	BRANCH("\"||\"", .label = "logical"),
	BRANCH("break_statement", .head = ":identifier", .label = "jump"),
	BRANCH("continue_statement", .head = ":identifier", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "formal_parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "spread_parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "inferred_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "lambda_expression", .head = "@parameters"},

	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},
	{.role = ONFLAME_ANNOTATION, .kind = "marker_annotation"},

	{0},
};

static const onflame_language java = {.name = "Java", .grammar = tree_sitter_java, .rules = rules};
static const onflame_language *const languages[] = {&java, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "java", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
