/* SPDX-License-Identifier: MIT */
/*
 * PHP, as its manual defines it, with the HTML around it. A property whose hooks have bodies holds them as a class holds methods.
 * A method without a body is a declaration and no frame. `namespace A;` reaches to the next one.
 */
#include "../bash/heredoc.h"
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_php(void);

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

/* A closure goes by the variable that it is assigned to. */
#define LAMBDA(k)                                                                                                      \
	FUNCTION(k, .parent = "assignment_expression", .name = "^/left", .label = "lambda", .start = "^"),             \
		FUNCTION(k, .label = "lambda")

#define HEREDOC(k)                                                                                                     \
	{                                                                                                              \
		.role = ONFLAME_INJECTION, .kind = (k), .head = "^/identifier", .words = HEREDOC_TAGS,                 \
		.name = "^/identifier",                                                                                \
		.holes = "variable_name dynamic_variable_name member_access_expression "                               \
			 "nullsafe_member_access_expression subscript_expression member_call_expression "              \
			 "nullsafe_member_call_expression scoped_property_access_expression "                          \
			 "scoped_call_expression function_call_expression \"{\" \"}\""                                 \
	}

static const onflame_rule rules[] = {
	/* The grammar takes lines of a here-document that look like comments for such. */
	{.role = ONFLAME_IGNORE, .kind = "comment", .parent = "heredoc heredoc_body nowdoc encapsed_string"},
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	/* Behind `__halt_compiler();` stands data, whatever it looks like. */
	{.role = ONFLAME_COMMENT,
	 .kind = "arguments",
	 .parent = "function_call_expression",
	 .head = "^/function",
	 .words = "__halt_compiler __HALT_COMPILER",
	 .flags = ONFLAME_TO_SIBLING},

	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "encapsed_string", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "heredoc", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "nowdoc", .flags = ONFLAME_ENTER},
	HEREDOC("heredoc_body"),
	HEREDOC("nowdoc_body"),
	{.role = ONFLAME_STRING, .kind = "shell_command_expression", .flags = ONFLAME_ENTER},

	{.role = ONFLAME_INJECTION, .kind = "text", .label = "HTML", .flags = ONFLAME_COMBINED},

	FUNCTION("function_definition", .name = "name", .label = "function"),
	{.role = ONFLAME_IGNORE, .kind = "method_declaration", .head = "!body"},
	FUNCTION("method_declaration", .head = "name", .words = "__construct", .name = "name", .label = "constructor"),
	FUNCTION("method_declaration", .name = "name", .label = "method"),
	FUNCTION("property_hook", .head = "body", .name = ":name", .label = "accessor"),
	LAMBDA("anonymous_function"),
	LAMBDA("arrow_function"),

	CONTAINER("namespace_definition", .head = "body", .name = "name", .label = "namespace"),
	CONTAINER("namespace_definition", .name = "name", .label = "namespace", .flags = ONFLAME_TO_SIBLING),
	CONTAINER("class_declaration", .name = "name", .label = "class"),
	CONTAINER("interface_declaration", .name = "name", .label = "interface"),
	CONTAINER("trait_declaration", .name = "name", .label = "trait"),
	CONTAINER("enum_declaration", .name = "name", .label = "enum"),
	CONTAINER("anonymous_class", .label = "class"),
	CONTAINER("property_declaration", .head = ":property_hook_list/..property_hook/body",
		  .name = ":property_element/name", .label = "property"),

	BRANCH("if_statement", .parent = "else_clause", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else_if_clause", .label = "elif"),
	BRANCH("else_clause", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("foreach_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("do_statement", .label = "if"),
	BRANCH("catch_clause", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("case_statement", .label = "case"),
	BRANCH("match_expression", .label = "switch"),
	BRANCH("match_conditional_expression", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"and\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"or\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"??\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("goto_statement", .label = "jump"),
	/* break 2 leaves an outer loop as a label would. */
	BRANCH("break_statement", .head = ":integer", .label = "jump"),
	BRANCH("continue_statement", .head = ":integer", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "simple_parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "variadic_parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "property_promotion_parameter"},

	{.role = ONFLAME_ANNOTATION, .kind = "attribute_list"},

	{0},
};

static const onflame_language php = {.name = "PHP", .grammar = tree_sitter_php, .rules = rules};
static const onflame_language *const languages[] = {&php, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "php", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
