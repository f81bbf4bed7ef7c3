/* SPDX-License-Identifier: MIT */
/* JavaScript, with JSX. */
#include "attributes.h"
#include "ecmascript.h"

const TSLanguage *tree_sitter_javascript(void);

static const onflame_rule rules[] = {
	ECMASCRIPT_RULES("field_definition", "property"),
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "formal_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "assignment_pattern", .parent = "formal_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "object_pattern", .parent = "formal_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "array_pattern", .parent = "formal_parameters"},
	{.role = ONFLAME_PARAMETER, .kind = "rest_pattern", .parent = "formal_parameters"},
	{.role = ONFLAME_END},
};

static const TSLanguage *grammar(void)
{
	return attributes_free(tree_sitter_javascript());
}

static const onflame_language javascript = {.name = "JavaScript", .grammar = grammar, .rules = rules};

static const onflame_language *const languages[] = {&javascript, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "javascript", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
