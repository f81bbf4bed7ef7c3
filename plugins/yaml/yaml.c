/* SPDX-License-Identifier: MIT */
/* YAML 1.2. Blank lines within a scalar are part of it. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_yaml(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_STRING, .kind = "block_scalar"},
	{.role = ONFLAME_STRING, .kind = "double_quote_scalar"},
	{.role = ONFLAME_STRING, .kind = "single_quote_scalar"},
	{.role = ONFLAME_STRING, .kind = "plain_scalar"},
	{.role = ONFLAME_END},
};

/* The grammar's scanner keeps line numbers in 16 bits. */
static const onflame_language yaml = {
	.name = "YAML",
	.grammar = tree_sitter_yaml,
	.rules = rules,
	.max_lines = 32767,
};

static const onflame_language *const languages[] = {&yaml, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "yaml", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
