/* SPDX-License-Identifier: MIT */
/* JSON, with the comments that many of its readers allow. Its strings end on the line they begin on: no row. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_json(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_END},
};

static const onflame_language json = {.name = "JSON", .grammar = tree_sitter_json, .rules = rules};

static const onflame_language *const languages[] = {&json, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "json", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
