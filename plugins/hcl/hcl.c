/* SPDX-License-Identifier: MIT */
/*
 * HCL, the language of Terraform, Packer and Nomad, as its specification of the native syntax defines it. A block goes by its
 * type and labels; a conditional and a `for` of an expression or a template are branches of the file.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_hcl(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "heredoc_template", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "quoted_template", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "string_lit"},

	/* Two labels: a kind and a name. */
	{.role = ONFLAME_CONTAINER,
	 .kind = "block",
	 .head = ":identifier",
	 .words = "resource data ephemeral source build",
	 .name = "{:identifier} {:string_lit/:template_literal} {>string_lit/:template_literal}|{:identifier} {:string_lit/:template_literal}|:identifier",
	 .label = "block"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "block",
	 .name = "{:identifier} {:string_lit/:template_literal}|:identifier",
	 .label = "block"},

	{.role = ONFLAME_BRANCH, .kind = "conditional", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "for_expr", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "template_if", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "template_else_intro", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "template_for", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .label = "logical"},
	{.role = ONFLAME_END},
};

static const onflame_language hcl = {.name = "HCL", .grammar = tree_sitter_hcl, .rules = rules};
static const onflame_language *const languages[] = {&hcl, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "hcl", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
