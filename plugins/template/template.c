/* SPDX-License-Identifier: MIT */
/*
 * Templates whose code stands between <% and %>: ERB with Ruby, EJS with JavaScript. What is between is HTML, all of it one text;
 * all code is one text as well, in which the end of each part ends a line.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_embedded_template(void);

#define TEMPLATE(language)                                                                                             \
	{.role = ONFLAME_COMMENT, .kind = "comment_directive"},                                                        \
		{.role = ONFLAME_INJECTION, .kind = "code", .label = language, .flags = ONFLAME_APART},                \
		{.role = ONFLAME_INJECTION, .kind = "content", .label = "HTML", .flags = ONFLAME_COMBINED},            \
	{                                                                                                              \
		.role = ONFLAME_END                                                                                    \
	}

static const onflame_rule erb_rules[] = {TEMPLATE("Ruby")};
static const onflame_rule ejs_rules[] = {TEMPLATE("JavaScript")};

static const onflame_language erb = {.name = "HTML+ERB", .grammar = tree_sitter_embedded_template, .rules = erb_rules};
static const onflame_language ejs = {.name = "EJS", .grammar = tree_sitter_embedded_template, .rules = ejs_rules};
static const onflame_language *const languages[] = {&erb, &ejs, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "template", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
