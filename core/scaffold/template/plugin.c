/*
 * What the nodes of @FUNCTION@ mean for onflame. The rows were proposed from the grammar's names and queries: go over them.
 * Of the rows for a kind, the first whose tests all hold wins. onflame/plugin.h tells what every column means:
 * @HEADER@
 */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *@FUNCTION@(void);

static const onflame_rule rules[] = {
@RULES@
	{.role = ONFLAME_END},
};

static const onflame_language language = {.name = "@LANGUAGE@", .grammar = @FUNCTION@, .rules = rules};
static const onflame_language *const languages[] = {&language, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "@NAME@", .version = "0.1.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
