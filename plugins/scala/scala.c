/* SPDX-License-Identifier: MIT */
/*
 * Scala 2 and 3, as their language specification and reference define them. A block of cases that stands for a function is
 * a lambda. Of a try, each case of its catch is a way.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_scala(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONTAINER(k, n, l)                                                                                             \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = (n), .label = (l)                                      \
	}
#define ANONYMOUS(k)                                                                                                   \
	{.role = ONFLAME_FUNCTION,                                                                                     \
	 .kind = (k),                                                                                                  \
	 .parent = "val_definition var_definition",                                                                    \
	 .name = "^/pattern",                                                                                          \
	 .label = "lambda",                                                                                            \
	 .start = "^"},                                                                                                \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), .label = "lambda"                                               \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},

	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "interpolated_string", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "character_literal"},

	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},

	CONTAINER("class_definition", "name", "class"),
	CONTAINER("object_definition", "name", "object"),
	CONTAINER("package_object", "name", "object"),
	CONTAINER("trait_definition", "name", "trait"),
	CONTAINER("enum_definition", "name", "enum"),
	CONTAINER("given_definition", "name|return_type", "given"),
	CONTAINER("extension_definition", "parameters/:parameter/type", "extension"),
	{.role = ONFLAME_CONTAINER, .kind = "package_clause", .head = "body", .name = "name", .label = "package"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "instance_expression",
	 .head = ":template_body|:with_template_body",
	 .name = "#",
	 .label = "class"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .head = "name",
	 .words = "this",
	 .name = "name",
	 .label = "constructor"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "template_body with_template_body enum_body extension_definition",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	/* { x => ... }: the braces are the function's. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "block",
	 .parent = "val_definition var_definition",
	 .head = "#/:\"=>\"",
	 .name = "^/pattern",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "block", .head = "#/:\"=>\"", .label = "lambda"},
	{.role = ONFLAME_IGNORE, .kind = "lambda_expression", .parent = "block", .flags = ONFLAME_FIRST},
	ANONYMOUS("lambda_expression"),
	{.role = ONFLAME_IGNORE, .kind = "case_block", .parent = "match_expression catch_clause"},
	ANONYMOUS("case_block"),

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "parameters", .head = "^/^/body"},
	{.role = ONFLAME_PARAMETER, .kind = "binding", .parent = "bindings"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "lambda_expression", .head = "@parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "wildcard", .parent = "lambda_expression", .head = "@parameters"},

	BRANCH("if_expression", .parent = "if_expression", .head = "@alternative", .label = "else if"),
	BRANCH("if_expression", .label = "if"),
	BRANCH("\"else\"", .parent = "if_expression", .label = "else"),
	BRANCH("for_expression", .label = "if"),
	BRANCH("guard", .parent = "enumerator enumerators", .label = "case"),
	BRANCH("while_expression", .label = "if"),
	BRANCH("do_while_expression", .label = "if"),
	BRANCH("match_expression", .label = "switch"),
	BRANCH("catch_clause", .label = "switch"),
	BRANCH("case_clause", .parent = "case_block indented_cases", .head = "^/^/:\"catch\"", .label = "case"),
	{.role = ONFLAME_IGNORE, .kind = "case_clause", .head = "pattern", .words = "_"},
	BRANCH("case_clause", .label = "case"),
	BRANCH("operator_identifier", .parent = "infix_expression", .head = ".", .words = "&& ||", .label = "logical"),

	{0},
};

static const onflame_language scala = {.name = "Scala", .grammar = tree_sitter_scala, .rules = rules};
static const onflame_language *const languages[] = {&scala, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "scala", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
