/* SPDX-License-Identifier: MIT */
/*
 * Julia, as its manual defines it. f(x) = ... defines a function as `function` does. A docstring is code. The parameters of
 * the short form are not counted: no path tells them from what the body's call is given.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_julia(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define STRING(k)                                                                                                      \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .flags = ONFLAME_ENTER                                            \
	}
#define NAME ":signature/..call_expression/#|:signature/:identifier"

/* What an assignment's left side is if it defines: f(x), f(x)::T, f(x) where T, a + b. */
#define TYPED "#/:call_expression/^/:\"::\"|#/:typed_expression/:call_expression"
#define SHORT "#/:argument_list|#/:call_expression/^/:\"where\"|" TYPED "|#/:operator"
#define SHORT_NAME "#/:argument_list/^/#|#/:call_expression/#|#/:typed_expression/:call_expression/#|#/:operator"

#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_IGNORE, .kind = (k), .parent = "argument_list", .head = "^/^/#", .words = "typeof"},          \
		{.role = ONFLAME_PARAMETER, .kind = (k), .parent = "argument_list", .head = "^/^/:\"->\""},            \
		{.role = ONFLAME_PARAMETER, .kind = (k), .parent = "argument_list", .head = "^/^/:\"do\""},            \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "argument_list", .head = "^signature"                \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},

	STRING("string_literal"),
	STRING("prefixed_string_literal"),
	STRING("command_literal"),
	STRING("prefixed_command_literal"),

	{.role = ONFLAME_CONTAINER, .kind = "module_definition", .name = "name", .label = "module"},
	{.role = ONFLAME_CONTAINER, .kind = "struct_definition", .name = ":type_head/..identifier", .label = "struct"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "struct_definition",
	 .name = NAME,
	 .label = "constructor"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "assignment",
	 .name = NAME "|^/#",
	 .label = "function",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = NAME, .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "macro_definition", .name = NAME, .label = "macro"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "assignment",
	 .parent = "struct_definition",
	 .head = SHORT,
	 .name = SHORT_NAME,
	 .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "assignment", .head = SHORT, .name = SHORT_NAME, .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "arrow_function_expression",
	 .parent = "assignment",
	 .name = "^/#",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "arrow_function_expression", .label = "lambda"},
	{.role = ONFLAME_FUNCTION, .kind = "do_clause", .label = "lambda"},

	{.role = ONFLAME_PARAMETER,
	 .kind = "identifier",
	 .parent = "arrow_function_expression",
	 .flags = ONFLAME_FIRST},
	PARAMETER("identifier"),
	PARAMETER("typed_expression"),
	PARAMETER("unary_typed_expression"),
	PARAMETER("named_argument"),
	PARAMETER("splat_expression"),
	PARAMETER("tuple_expression"),

	BRANCH("if_statement", .label = "if"),
	BRANCH("elseif_clause", .label = "elif"),
	BRANCH("else_clause", .parent = "if_statement", .label = "else"),
	BRANCH("ternary_expression", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("for_clause", .label = "case"),
	BRANCH("if_clause", .label = "case"),
	BRANCH("operator", .parent = "binary_expression", .head = ".", .words = "&& ||", .label = "logical"),

	{0},
};

static const onflame_language julia = {.name = "Julia", .grammar = tree_sitter_julia, .rules = rules};
static const onflame_language *const languages[] = {&julia, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "julia", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
