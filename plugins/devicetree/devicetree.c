/* SPDX-License-Identifier: MIT */
/* Devicetree source as its specification (0.4) defines it, with the preprocessor that kernels run over it. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_devicetree(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "system_lib_string"},
	{.role = ONFLAME_STRING, .kind = "byte_string_literal"},
	{.role = ONFLAME_CONTAINER, .kind = "node", .name = "{name}@{:unit_address}|name", .label = "node"},
	{.role = ONFLAME_END},
};

static const onflame_language devicetree = {.name = "Devicetree", .grammar = tree_sitter_devicetree, .rules = rules};
static const onflame_language *const languages[] = {&devicetree, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "devicetree", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
