/* SPDX-License-Identifier: MIT */
/*
 * Apex, Salesforce's language, and its query languages SOQL and SOSL alone. A query's conditions are no branches. A trigger's body is
 * a function's.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_apex(void);
const TSLanguage *tree_sitter_soql(void);
const TSLanguage *tree_sitter_sosl(void);

static const onflame_rule apex_rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},
	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "multi_line_string_literal"},

	{.role = ONFLAME_FUNCTION, .kind = "method_declaration", .head = "body", .name = "name", .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "constructor_declaration", .name = "name", .label = "constructor"},
	{.role = ONFLAME_FUNCTION, .kind = "trigger_declaration", .name = "name", .label = "trigger"},
	{.role = ONFLAME_FUNCTION, .kind = "static_initializer", .name = "'static'", .label = "initializer"},
	{.role = ONFLAME_FUNCTION, .kind = "block", .parent = "class_body", .name = "'init'", .label = "initializer"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "accessor_declaration",
	 .head = "body",
	 .name = "accessor",
	 .label = "accessor"},

	{.role = ONFLAME_CONTAINER, .kind = "class_declaration", .name = "name", .label = "class"},
	{.role = ONFLAME_CONTAINER, .kind = "interface_declaration", .name = "name", .label = "interface"},
	{.role = ONFLAME_CONTAINER, .kind = "enum_declaration", .name = "name", .label = "enum"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "field_declaration",
	 .head = ":accessor_list/..block",
	 .name = "declarator/name",
	 .label = "property"},

	{.role = ONFLAME_BRANCH,
	 .kind = "if_statement",
	 .parent = "if_statement",
	 .head = "@alternative",
	 .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"else\"", .parent = "if_statement", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "enhanced_for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "do_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "catch_clause", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "ternary_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "switch_expression", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "switch_label", .head = "#", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"??\"", .parent = "binary_expression", .label = "logical"},

	{.role = ONFLAME_PARAMETER, .kind = "formal_parameter", .parent = "formal_parameters"},
	{.role = ONFLAME_ANNOTATION, .kind = "annotation"},
	{.role = ONFLAME_END},
};

static const onflame_rule soql_rules[] = {
	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_END},
};

static const onflame_rule sosl_rules[] = {
	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_END},
};

static const onflame_language apex = {.name = "Apex", .grammar = tree_sitter_apex, .rules = apex_rules};
static const onflame_language soql = {.name = "SOQL", .grammar = tree_sitter_soql, .rules = soql_rules};
static const onflame_language sosl = {.name = "SOSL", .grammar = tree_sitter_sosl, .rules = sosl_rules};
static const onflame_language *const languages[] = {&apex, &soql, &sosl, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "apex", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
