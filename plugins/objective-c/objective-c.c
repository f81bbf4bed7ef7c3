/* SPDX-License-Identifier: MIT */
/*
 * Objective-C, as Apple's "The Objective-C Programming Language" defines it on top of C. A method is called by the first
 * part of its selector. Macros are not expanded.
 */
#include "../c/macro.h"

#include <stddef.h>

const TSLanguage *tree_sitter_objc(void);

MACRO_GRAMMAR(objc_grammar, tree_sitter_objc)

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONTAINER(k, l)                                                                                                \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = "{:identifier} ({category})|:identifier", .label = (l) \
	}
#define TYPE(k, l)                                                                                                     \
	{.role = ONFLAME_CONTAINER,                                                                                    \
	 .kind = (k),                                                                                                  \
	 .parent = "type_definition declaration",                                                                      \
	 .head = "body",                                                                                               \
	 .name = "name|^/declarator*",                                                                                 \
	 .label = (l),                                                                                                 \
	 .start = "^"},                                                                                                \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .head = "body", .name = "name", .label = (l)                   \
	}
/* Nothing inside is looked at, so the && of #if is no branch; the line is code in either case. */
#define CONDITION(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .parent = "preproc_if preproc_elif"                               \
	}
#define SELECTOR "{:method_parameter/^/:identifier}:|{:identifier}"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "char_literal"},
	{.role = ONFLAME_STRING, .kind = "system_lib_string"},
	CONDITION("binary_expression"),
	CONDITION("parenthesized_expression"),
	CONDITION("unary_expression"),

	CONTAINER("class_interface", "interface"),
	CONTAINER("class_implementation", "class"),
	CONTAINER("protocol_declaration", "protocol"),
	TYPE("struct_specifier", "struct"),
	TYPE("union_specifier", "union"),
	TYPE("enum_specifier", "enum"),

	{.role = ONFLAME_FUNCTION, .kind = "method_definition", .name = SELECTOR, .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .name = "declarator*/:pointer_declarator/declarator*/:function_declarator/declarator*"
		 "|declarator*/:pointer_declarator/declarator*|declarator*/:function_declarator/declarator*"
		 "|declarator*/:identifier|declarator*",
	 .label = "function",
	 .flags = ONFLAME_TOP_LEVEL},
	{.role = ONFLAME_FUNCTION,
	 .kind = "block_literal",
	 .parent = "init_declarator",
	 .name = "^/..block_pointer_declarator/declarator|^/declarator*",
	 .label = "lambda",
	 .start = "^/^"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "block_literal",
	 .parent = "assignment_expression",
	 .name = "^/left",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "block_literal", .label = "lambda"},

	BRANCH("if_statement", .parent = "else_clause", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else_clause", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("case_statement", .head = "value", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("goto_statement", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "method_parameter", .parent = "method_definition"},
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = ".", .words = "void"},
	{.role = ONFLAME_PARAMETER,
	 .kind = "parameter_declaration",
	 .head = "^/^/^/body|^/^/^/^/declarator/declarator/parameters"
		 "|^/^/:\"^\"|^/^/^/^/:\"^\""},

	{0},
};

static const onflame_language objective_c = {.name = "Objective-C", .grammar = objc_grammar, .rules = rules};
static const onflame_language *const languages[] = {&objective_c, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "objective-c", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
