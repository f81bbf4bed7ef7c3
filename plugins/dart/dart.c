/* SPDX-License-Identifier: MIT */
/*
 * Dart, as its language specification defines it. The grammar puts a function's signature and body side by side: the body
 * is the frame, which begins at the signature.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_dart(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONTAINER(k, n, l)                                                                                             \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = (n), .label = (l)                                      \
	}
#define BODY(h, n, l)                                                                                                  \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = "function_body", .head = (h), .name = (n), .label = (l),             \
		.start = "<", .flags = ONFLAME_FAR_START                                                               \
	}
#define CONSTRUCTOR(k)                                                                                                 \
	BODY("</:" k, "{</:" k "/:\".\"/^/:identifier}.{</:" k "/>identifier}|{</:" k "/:identifier}", "constructor")
#define LAMBDA(p, n)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = "function_expression", .parent = (p), .name = (n),                   \
		.label = "lambda", .start = "^"                                                                        \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "documentation_comment"},
	{.role = ONFLAME_COMMENT, .kind = "script_tag"},

	{.role = ONFLAME_STRING, .kind = "string_literal", .flags = ONFLAME_ENTER},

	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},

	CONTAINER("class_definition", "name", "class"),
	CONTAINER("mixin_declaration", ":identifier", "mixin"),
	CONTAINER("enum_declaration", "name", "enum"),
	CONTAINER("extension_declaration", "name|class", "extension"),
	CONTAINER("extension_type_declaration", "name", "extension"),

	/* A local function has a node of its own. */
	{.role = ONFLAME_FUNCTION, .kind = "lambda_expression", .name = "parameters/name", .label = "function"},
	{.role = ONFLAME_IGNORE, .kind = "function_body", .parent = "lambda_expression"},
	CONSTRUCTOR("constructor_signature"),
	CONSTRUCTOR("factory_constructor_signature"),
	BODY("</:operator_signature", "operator {</:operator_signature/:binary_operator}|'operator'", "method"),
	BODY("</:function_signature", "</:function_signature/name", "method"),
	BODY("</:getter_signature", "</:getter_signature/name", "method"),
	BODY("</:setter_signature", "</:setter_signature/name", "method"),
	BODY("</name", "</name", "function"),
	LAMBDA("initialized_variable_definition", "^/name"),
	LAMBDA("initialized_identifier static_final_declaration", "^/:identifier"),
	LAMBDA("named_argument", "^/:label/:identifier"),
	LAMBDA("pair", "^/key"),
	{.role = ONFLAME_FUNCTION, .kind = "function_expression", .label = "lambda"},

	/* Only where one node holds them and the body. */
	{.role = ONFLAME_PARAMETER,
	 .kind = "formal_parameter",
	 .parent = "formal_parameter_list",
	 .head = "^/^/:function_expression_body|^/^/^/body"},
	{.role = ONFLAME_PARAMETER,
	 .kind = "formal_parameter",
	 .parent = "optional_formal_parameters",
	 .head = "^/^/^/:function_expression_body|^/^/^/^/body/:block/^"},
	/* Elsewhere the body comes behind them; those of a parameter that is a function are its type's. */
	{.role = ONFLAME_PARAMETER,
	 .kind = "formal_parameter",
	 .parent = "formal_parameter_list optional_formal_parameters",
	 .head = "!^/^formal_parameter",
	 .flags = ONFLAME_AHEAD},

	BRANCH("if_statement", .parent = "if_statement", .head = "@alternative", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("\"else\"", .parent = "if_statement", .label = "else"),
	BRANCH("if_element", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("for_element", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("switch_expression", .label = "switch"),
	BRANCH("switch_statement_case", .label = "case"),
	{.role = ONFLAME_IGNORE, .kind = "switch_expression_case", .head = "#", .words = "_"},
	BRANCH("switch_expression_case", .label = "case"),
	/* The blocks of a try that are not its own are its handlers'. */
	BRANCH("block", .parent = "try_statement", .head = "!@body", .label = "if"),
	BRANCH("logical_and_operator", .label = "logical"),
	BRANCH("logical_or_operator", .label = "logical"),
	BRANCH("\"??\"", .parent = "if_null_expression", .label = "logical"),
	BRANCH("break_statement", .head = ":identifier", .label = "jump"),
	BRANCH("continue_statement", .head = ":identifier", .label = "jump"),

	{0},
};

static const onflame_language dart = {.name = "Dart", .grammar = tree_sitter_dart, .rules = rules};
static const onflame_language *const languages[] = {&dart, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "dart", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
