/* SPDX-License-Identifier: MIT */
/*
 * Markdown: CommonMark with front matter; R Markdown and Quarto, whose chunks are fences with attributes. All but what is in
 * another language is prose.
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_markdown(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_INJECTION, .kind = "minus_metadata", .label = "YAML"},
	{.role = ONFLAME_INJECTION, .kind = "plus_metadata", .label = "TOML"},
	{.role = ONFLAME_INJECTION,
	 .kind = "html_block",
	 .label = "HTML",
	 .flags = ONFLAME_MARKS,
	 .holes = "block_continuation"},
	{.role = ONFLAME_INJECTION,
	 .kind = "fenced_code_block",
	 .head = ":code_fence_content",
	 .name = ":info_string/:language|:info_string",
	 .start = ":code_fence_content",
	 .flags = ONFLAME_MARKS,
	 .holes = "block_continuation"},
	/* Only headings with number signs open a section in the grammar; an underlined one reaches to the next. */
	{.role = ONFLAME_CONTAINER,
	 .kind = "section",
	 .head = ":atx_heading",
	 .name = ":atx_heading/heading_content",
	 .label = "section",
	 .flags = ONFLAME_CLOSED},
	{.role = ONFLAME_CONTAINER,
	 .kind = "setext_heading",
	 .parent = "section",
	 .name = "heading_content/:inline",
	 .label = "section",
	 .flags = ONFLAME_TO_SIBLING},
	{.role = ONFLAME_END},
};

static const onflame_language markdown = {.name = "Markdown", .grammar = tree_sitter_markdown, .rules = rules};

static const onflame_language rmarkdown = {.name = "RMarkdown", .grammar = tree_sitter_markdown, .rules = rules};

static const onflame_language *const languages[] = {&markdown, &rmarkdown, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "markdown", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
