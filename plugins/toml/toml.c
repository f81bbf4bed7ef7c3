/* SPDX-License-Identifier: MIT */
/* TOML 1.0. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_toml(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_END},
};

static const onflame_language toml = {.name = "TOML", .grammar = tree_sitter_toml, .rules = rules};

static const onflame_language *const languages[] = {&toml, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "toml", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
