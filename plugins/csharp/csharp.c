/* SPDX-License-Identifier: MIT */
/*
 * C#, as its language reference defines it. A property, indexer or event whose accessors have bodies holds them as a class holds
 * methods; one that is a single expression is a function itself. What has no body is no frame: abstract, extern and partial
 * methods, auto-properties, delegates. The conditions of #if are no branches of the method around them.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_c_sharp(void);

#define FUNCTION(k, ...)                                                                                               \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), __VA_ARGS__                                                     \
	}
#define CONTAINER(k, ...)                                                                                              \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), __VA_ARGS__                                                    \
	}
#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONDITION(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .parent = "preproc_if preproc_elif"                               \
	}

/* A lambda goes by the variable or field that it initialises. */
#define LAMBDA(k)                                                                                                      \
	FUNCTION(k, .parent = "variable_declarator", .name = "^/name", .label = "lambda", .start = "^/^/^"),           \
		FUNCTION(k, .label = "lambda")

#define ACCESSORS "accessors/..block|accessors/..arrow_expression_clause"

/* What implements a member of an interface goes by both: IEnumerable.GetEnumerator. The specifier ends with the dot. */
#define MEMBER "{:explicit_interface_specifier}{name}|name"
#define INDEXER "{:explicit_interface_specifier}this[]|'this[]'"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "shebang_directive"},

	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "verbatim_string_literal"},
	{.role = ONFLAME_STRING, .kind = "raw_string_literal"},
	{.role = ONFLAME_STRING, .kind = "interpolated_string_expression", .flags = ONFLAME_ENTER},
	/* Nothing inside is looked at; the line is code in either case. */
	CONDITION("binary_expression"),
	CONDITION("parenthesized_expression"),
	CONDITION("unary_expression"),

	FUNCTION("method_declaration", .head = "body", .name = MEMBER, .label = "method"),
	FUNCTION("local_function_statement", .head = "body", .name = "name", .label = "function"),
	FUNCTION("constructor_declaration", .head = "body", .name = "name", .label = "constructor"),
	FUNCTION("destructor_declaration", .head = "body", .name = "~{name}", .label = "method"),
	FUNCTION("operator_declaration", .head = "body", .name = "operator {operator}", .label = "method"),
	FUNCTION("conversion_operator_declaration", .head = "body", .name = "operator {type}", .label = "method"),
	FUNCTION("property_declaration", .head = ":arrow_expression_clause", .name = MEMBER, .label = "property"),
	FUNCTION("indexer_declaration", .head = ":arrow_expression_clause", .name = INDEXER, .label = "property"),
	FUNCTION("accessor_declaration", .head = "body", .name = "name", .label = "accessor"),
	LAMBDA("lambda_expression"),
	LAMBDA("anonymous_method_expression"),

	CONTAINER("namespace_declaration", .name = "name", .label = "namespace"),
	CONTAINER("file_scoped_namespace_declaration", .name = "name", .label = "namespace",
		  .flags = ONFLAME_TO_SIBLING),
	CONTAINER("class_declaration", .name = "name", .label = "class"),
	CONTAINER("struct_declaration", .name = "name", .label = "struct"),
	CONTAINER("record_declaration", .name = "name", .label = "record"),
	CONTAINER("interface_declaration", .name = "name", .label = "interface"),
	CONTAINER("enum_declaration", .name = "name", .label = "enum"),
	CONTAINER("property_declaration", .head = ACCESSORS, .name = MEMBER, .label = "property"),
	CONTAINER("indexer_declaration", .head = ACCESSORS, .name = INDEXER, .label = "property"),
	CONTAINER("event_declaration", .head = ACCESSORS, .name = MEMBER, .label = "event"),

	BRANCH("if_statement", .parent = "if_statement", .head = "@alternative", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("\"else\"", .parent = "if_statement", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("foreach_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("switch_section", .head = ":\"case\"", .label = "case"),
	BRANCH("switch_expression", .label = "switch"),
	/* `_ =>` is the default, `_ when x =>` is not. */
	BRANCH("switch_expression_arm", .head = ":when_clause", .label = "case"),
	BRANCH("switch_expression_arm", .head = "!:discard", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"??\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("goto_statement", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "parameter_list bracketed_parameter_list"},
	{.role = ONFLAME_PARAMETER, .kind = "implicit_parameter"},
	/* `params int[] rest` is no node of its own. */
	{.role = ONFLAME_PARAMETER, .kind = "\"params\"", .parent = "parameter_list bracketed_parameter_list"},

	{.role = ONFLAME_ANNOTATION, .kind = "attribute_list"},
	{.role = ONFLAME_ANNOTATION, .kind = "preproc_if_in_attribute_list"},

	{0},
};

static const onflame_language csharp = {.name = "C#", .grammar = tree_sitter_c_sharp, .rules = rules};
static const onflame_language *const languages[] = {&csharp, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "csharp", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
