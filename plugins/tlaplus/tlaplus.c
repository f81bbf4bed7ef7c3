/* SPDX-License-Identifier: MIT */
/*
 * TLA+, as its reference defines it. What stands outside of modules is text to it, and so is an algorithm in PlusCal, which stands in a
 * comment. An operator's definition is a frame; IF and the arms of CASE are branches.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_tlaplus(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},
	{.role = ONFLAME_COMMENT, .kind = "extramodular_text"},
	{.role = ONFLAME_STRING, .kind = "string"},

	{.role = ONFLAME_CONTAINER, .kind = "module", .name = "name", .label = "module"},
	{.role = ONFLAME_FUNCTION, .kind = "operator_definition", .name = "name", .label = "operator"},
	{.role = ONFLAME_FUNCTION, .kind = "function_definition", .name = "name", .label = "function"},
	{.role = ONFLAME_BRANCH, .kind = "if_then_else", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "case", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "case_arm", .label = "case"},
	{.role = ONFLAME_IGNORE, .kind = "identifier", .parent = "operator_definition", .head = "@name"},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "operator_definition"},
	{.role = ONFLAME_PARAMETER, .kind = "operator_declaration", .parent = "operator_definition"},
	{.role = ONFLAME_PARAMETER, .kind = "quantifier_bound", .parent = "function_definition"},
	{.role = ONFLAME_END},
};

static const onflame_language tla = {.name = "TLA", .grammar = tree_sitter_tlaplus, .rules = rules};
static const onflame_language *const languages[] = {&tla, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "tlaplus", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
