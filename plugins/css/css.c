/* SPDX-License-Identifier: MIT */
/* CSS. What the grammar calls js_comment, text behind two slashes, is no comment in CSS but a broken declaration: code. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_css(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "string_value"},
	{.role = ONFLAME_END},
};

static const onflame_language css = {.name = "CSS", .grammar = tree_sitter_css, .rules = rules};

static const onflame_language *const languages[] = {&css, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "css", .version = "1.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
