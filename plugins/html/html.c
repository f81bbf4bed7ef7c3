/* SPDX-License-Identifier: MIT */
/* HTML, with what its script and style elements hold. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_html(void);

#define VALUE ":quoted_attribute_value/:attribute_value|:attribute_value"

#define TYPED(values, language)                                                                                        \
	{                                                                                                              \
		.role = ONFLAME_INJECTION, .kind = "attribute", .parent = "start_tag", .head = VALUE, .words = values, \
		.label = language, .start = "^/^/:raw_text"                                                            \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_STRING, .kind = "quoted_attribute_value"},
	/* Elements whose content is text alone. */
	{.role = ONFLAME_IGNORE,
	 .kind = "comment",
	 .parent = "element",
	 .head = "^/:start_tag/:tag_name",
	 .words = "textarea title"},
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	/* Attributes of a script or style say what it holds; others have no such text. Else it is what the element says. */
	TYPED("module text/javascript application/javascript application/x-javascript text/ecmascript text/babel text/jsx",
	      "JavaScript"),
	TYPED("ts typescript text/typescript application/typescript", "TypeScript"),
	TYPED("importmap speculationrules application/json application/ld+json text/json", "JSON"),
	TYPED("text/css", "CSS"),
	{.role = ONFLAME_INJECTION,
	 .kind = "attribute",
	 .parent = "start_tag",
	 .head = ":attribute_name",
	 .words = "type",
	 .name = VALUE,
	 .start = "^/^/:raw_text"},
	{.role = ONFLAME_INJECTION, .kind = "raw_text", .parent = "script_element", .label = "JavaScript"},
	{.role = ONFLAME_INJECTION, .kind = "raw_text", .parent = "style_element", .label = "CSS"},
	{.role = ONFLAME_END},
};

static const onflame_language html = {.name = "HTML", .grammar = tree_sitter_html, .rules = rules};

static const onflame_language *const languages[] = {&html, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "html", .version = "1.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
