/* SPDX-License-Identifier: MIT */
/* Go, as the Go specification and go/ast define it. Cyclomatic complexity counts what gocyclo counts. */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_go(void);

/* From a parameter list up to its function: not a receiver or results, nor of a function's type or an interface. */
#define OF_FUNCTION(up) up "/@parameters/^/body|" up "/@parameters/^/:identifier|" up "/@parameters/^/receiver"

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "interpreted_string_literal"},
	{.role = ONFLAME_STRING, .kind = "raw_string_literal"},
	{.role = ONFLAME_STRING, .kind = "rune_literal"},

	{.role = ONFLAME_FUNCTION, .kind = "function_declaration", .name = "name", .label = "function"},
	/* The receiver's type as in a method expression, without type parameters: (*Stack).Push, Stack.Len. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "method_declaration",
	 .head = "receiver/:parameter_declaration/:pointer_type"
		 "|receiver/:parameter_declaration/:parenthesized_type/..pointer_type",
	 .name = "(*{receiver/..type_identifier}).{name}|{name}",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "method_declaration",
	 .name = "{receiver/..type_identifier}.{name}|{name}",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "func_literal", .label = "lambda"},

	{.role = ONFLAME_CONTAINER,
	 .kind = "type_spec",
	 .head = ":struct_type",
	 .name = "name",
	 .label = "struct",
	 .start = "^"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "type_spec",
	 .head = ":interface_type",
	 .name = "name",
	 .label = "interface",
	 .start = "^"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "type_alias",
	 .head = ":struct_type",
	 .name = "name",
	 .label = "struct",
	 .start = "^"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "type_alias",
	 .head = ":interface_type",
	 .name = "name",
	 .label = "interface",
	 .start = "^"},

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .parent = "if_statement", .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"else\"", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "expression_switch_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "type_switch_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "select_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "expression_case", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "type_case", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "communication_case", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "goto_statement", .label = "jump"},
	{.role = ONFLAME_BRANCH, .kind = "break_statement", .head = ":label_name", .label = "jump"},
	{.role = ONFLAME_BRANCH, .kind = "continue_statement", .head = ":label_name", .label = "jump"},

	/* Several names may share a type, and a parameter need not have a name. */
	{.role = ONFLAME_PARAMETER,
	 .kind = "identifier",
	 .parent = "parameter_declaration variadic_parameter_declaration",
	 .head = OF_FUNCTION("^/^")},
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = "name"},
	{.role = ONFLAME_PARAMETER, .kind = "parameter_declaration", .head = OF_FUNCTION("^")},
	{.role = ONFLAME_IGNORE, .kind = "variadic_parameter_declaration", .head = "name"},
	{.role = ONFLAME_PARAMETER, .kind = "variadic_parameter_declaration", .head = OF_FUNCTION("^")},

	{0},
};

static const onflame_language go = {.name = "Go", .grammar = tree_sitter_go, .rules = rules};
static const onflame_language *const languages[] = {&go, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "go", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
