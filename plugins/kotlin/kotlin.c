/* SPDX-License-Identifier: MIT */
/*
 * Kotlin, as its language specification defines it. A property whose getter or setter has a body holds them as a class holds
 * methods. A function without a body is a declaration and no frame; a class without one is whole.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_kotlin(void);

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

/* A lambda goes by the property or variable that it initialises. */
#define LAMBDA(k)                                                                                                      \
	FUNCTION(k, .parent = "property_declaration", .name = PROPERTY("^/"), .label = "lambda", .start = "^"),        \
		FUNCTION(k, .label = "lambda")

#define PROPERTY(to) to ":variable_declaration/:identifier"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},
	{.role = ONFLAME_COMMENT, .kind = "shebang"},

	{.role = ONFLAME_STRING, .kind = "string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "multiline_string_literal", .flags = ONFLAME_ENTER},

	FUNCTION("function_declaration", .parent = "source_file block lambda_literal", .head = ":function_body",
		 .name = "name", .label = "function"),
	FUNCTION("function_declaration", .head = ":function_body", .name = "name", .label = "method"),
	/* Without a block it still calls another constructor. */
	FUNCTION("secondary_constructor", .name = "'constructor'", .label = "constructor"),
	FUNCTION("anonymous_initializer", .name = "'init'", .label = "initializer"),
	FUNCTION("getter", .head = ":function_body", .name = "'get'", .label = "accessor"),
	FUNCTION("setter", .head = ":function_body", .name = "'set'", .label = "accessor"),
	LAMBDA("lambda_literal"),
	LAMBDA("anonymous_function"),

	CONTAINER("class_declaration", .head = ":\"interface\"", .name = "name", .label = "interface"),
	CONTAINER("class_declaration", .head = ":modifiers/:class_modifier", .words = "enum", .name = "name",
		  .label = "enum"),
	CONTAINER("class_declaration", .name = "name", .label = "class"),
	CONTAINER("object_declaration", .name = "name", .label = "object"),
	CONTAINER("companion_object", .name = "name|'Companion'", .label = "object"),
	CONTAINER("object_literal", .label = "object"),
	CONTAINER("enum_entry", .head = ":class_body", .name = ":identifier", .label = "class"),
	CONTAINER("property_declaration", .head = ":getter/:function_body|:setter/:function_body", .name = PROPERTY(""),
		  .label = "property"),

	BRANCH("if_expression", .parent = "if_expression", .head = "^/:\"else\"", .label = "else if"),
	BRANCH("if_expression", .label = "if"),
	BRANCH("\"else\"", .parent = "if_expression", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_while_statement", .label = "if"),
	BRANCH("catch_block", .label = "if"),
	BRANCH("when_expression", .label = "switch"),
	BRANCH("when_entry", .head = "condition", .label = "case"),
	BRANCH("\"&&\"", .label = "logical"),
	BRANCH("\"||\"", .label = "logical"),
	BRANCH("\"?:\"", .label = "logical"),
	/* break@outer and continue@outer: nothing else is a label with a name behind it. */
	BRANCH("label", .parent = "labeled_expression", .head = ".", .words = "break@ continue@", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "function_value_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "variable_declaration", .parent = "lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "multi_variable_declaration", .parent = "lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "setter"},

	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},

	{0},
};

static const onflame_language kotlin = {.name = "Kotlin", .grammar = tree_sitter_kotlin, .rules = rules};
static const onflame_language *const languages[] = {&kotlin, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "kotlin", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
