/* SPDX-License-Identifier: MIT */
/*
 * Python, as its language reference and the module `ast` see it.
 *
 * A docstring is the first statement of a module, class or function if that is one plain string; implicitly
 * joined strings and parentheses make no difference, but bytes, f-strings and tuples are no docstrings.
 *
 * Complexity: if, elif, for, while, except, the conditional expression, each `for` and `if` of a comprehension, each
 * case but a bare `_`, a case's guard, and `and` and `or`. Not: with, assert, try, finally, the else of a loop.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_python(void);

/* The opening of a string that holds text and nothing to compute. */
#define PLAIN_STRING "\"\"\" \" ''' ' r\"\"\" r\" r''' r' R\"\"\" R\" R''' R' u\"\"\" u\" u''' u' U\"\"\" U\" U''' U'"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	/* A block whose owner has a name is that of a class or function. */
	{.role = ONFLAME_IGNORE,
	 .kind = "expression_statement",
	 .parent = "block",
	 .head = "!^/^/name",
	 .flags = ONFLAME_FIRST},
	{.role = ONFLAME_IGNORE,
	 .kind = "expression_statement",
	 .parent = "block module",
	 .head = ":\",\"",
	 .flags = ONFLAME_FIRST},
	{.role = ONFLAME_DOCSTRING,
	 .kind = "expression_statement",
	 .parent = "block module",
	 .head = ":string/:string_start",
	 .words = PLAIN_STRING,
	 .flags = ONFLAME_FIRST},
	{.role = ONFLAME_IGNORE,
	 .kind = "expression_statement",
	 .parent = "block module",
	 .head = ":concatenated_string/..interpolation|:parenthesized_expression/:concatenated_string/..interpolation",
	 .flags = ONFLAME_FIRST},
	/* All parts are plain, or at least the first and the last. */
	{.role = ONFLAME_IGNORE,
	 .kind = "expression_statement",
	 .parent = "block module",
	 .head = "!:concatenated_string/>string/:string_start|:parenthesized_expression/:string/:string_start|"
		 ":parenthesized_expression/:concatenated_string/>string/:string_start",
	 .words = PLAIN_STRING,
	 .flags = ONFLAME_FIRST},
	{.role = ONFLAME_DOCSTRING,
	 .kind = "expression_statement",
	 .parent = "block module",
	 .head = ":concatenated_string/:string/:string_start|:parenthesized_expression/:string/:string_start|"
		 ":parenthesized_expression/:concatenated_string/:string/:string_start",
	 .words = PLAIN_STRING,
	 .flags = ONFLAME_FIRST},
	/* Its text alone: what an f-string computes is code like any other. */
	{.role = ONFLAME_STRING, .kind = "string_content"},

	{.role = ONFLAME_CONTAINER, .kind = "class_definition", .name = "name", .label = "class"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .head = "name",
	 .words = "__init__",
	 .name = "name",
	 .label = "constructor"},
	/* Whose block it stands in, also through decorators or one if: a function has parameters, a class but a name. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "block",
	 .head = "^/^/parameters",
	 .name = "name",
	 .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "block",
	 .head = "^/^/name",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "decorated_definition",
	 .head = "^/^/^/parameters",
	 .name = "name",
	 .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "decorated_definition",
	 .head = "^/^/^/name",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "block",
	 .head = "^/^/^/^/parameters",
	 .name = "name",
	 .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "block",
	 .head = "^/^/^/^/name",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "lambda", .label = "lambda"},

	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "default_parameter", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "typed_parameter", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "typed_default_parameter", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "list_splat_pattern", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "dictionary_splat_pattern", .parent = "parameters lambda_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "tuple_pattern", .parent = "parameters lambda_parameters"},

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "elif_clause", .label = "elif"},
	{.role = ONFLAME_BRANCH, .kind = "else_clause", .parent = "if_statement", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "except_clause", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "conditional_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "match_statement", .label = "switch"},
	{.role = ONFLAME_IGNORE, .kind = "case_clause", .head = ":case_pattern", .words = "_"},
	{.role = ONFLAME_BRANCH, .kind = "case_clause", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "for_in_clause", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "if_clause", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"and\"", .parent = "boolean_operator", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"or\"", .parent = "boolean_operator", .label = "logical"},
	{.role = ONFLAME_END},
};

static const onflame_language python = {.name = "Python", .grammar = tree_sitter_python, .rules = rules};
/* Bazel's and Buck's dialect, without classes, loops that never end and exceptions. */
static const onflame_language starlark = {.name = "Starlark", .grammar = tree_sitter_python, .rules = rules};

static const onflame_language *const languages[] = {&python, &starlark, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "python", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
