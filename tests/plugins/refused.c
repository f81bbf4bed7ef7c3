/* SPDX-License-Identifier: MIT */
/* A plugin with one fault in its descriptor or table; the definition says which. */
#include <onflame/plugin.h>

#include <stddef.h>

const TSLanguage *tree_sitter_json(void);

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
#if defined(BAD_KIND)
	{.role = ONFLAME_STRING, .kind = "strnig"},
#elif defined(BAD_SUPERTYPE)
	{.role = ONFLAME_STRING, .kind = "_value"},
#elif defined(BAD_FIELD)
	{.role = ONFLAME_CONTAINER, .kind = "pair", .label = "class", .name = "nmae"},
#elif defined(BAD_PARENT)
	{.role = ONFLAME_STRING, .kind = "string", .parent = "documnet"},
#elif defined(BAD_LABEL)
	{.role = ONFLAME_BRANCH, .kind = "pair", .label = "fork"},
#endif
	{.role = ONFLAME_END},
};

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	(void)host;
	(void)text;
	(void)len;
	return 0;
}

#if defined(BAD_GRAMMAR)
/* Its first member is the version of tree-sitter's ABI. */
static const uint32_t old_grammar[64] = {9};

static const TSLanguage *give_old_grammar(void)
{
	return (const TSLanguage *)(const void *)old_grammar;
}
#endif

static const onflame_language language = {
	.name = "JSON",
#if defined(BAD_GRAMMAR)
	.grammar = give_old_grammar,
	.rules = rules,
#elif !defined(BAD_NEITHER)
	.grammar = tree_sitter_json,
	.rules = rules,
#endif
#if defined(BAD_BOTH)
	.scan = scan,
#endif
};

#if defined(BAD_EMPTY)
static const onflame_language *const languages[] = {NULL};
#else
static const onflame_language *const languages[] = {&language, NULL};
#endif

static const onflame_plugin descriptor = {
	ONFLAME_PLUGIN_HEAD,
#if defined(BAD_ALIEN)
	.name = "somebody_else",
#else
	.name = BAD_NAME,
#endif
	.version = "1",
	.languages = languages,
};

#if defined(BAD_ABI)
static const onflame_plugin other_descriptor = {.abi = ONFLAME_PLUGIN_ABI + 1,
						.size = sizeof(onflame_plugin),
						.name = BAD_NAME,
						.version = "1",
						.languages = languages};
#elif defined(BAD_SIZE)
static const onflame_plugin other_descriptor = {
	.abi = ONFLAME_PLUGIN_ABI, .size = 8, .name = BAD_NAME, .version = "1", .languages = languages};
#else
static const onflame_plugin other_descriptor;
#endif

#if !defined(BAD_ENTRY)
const onflame_plugin *onflame_plugin_entry(void)
{
	(void)scan;
#if defined(BAD_ABI) || defined(BAD_SIZE)
	(void)descriptor;
	return &other_descriptor;
#else
	(void)other_descriptor;
	return &descriptor;
#endif
}
#else
__attribute__((visibility("default"))) const void *another_entry(void);

const void *another_entry(void)
{
	(void)scan;
	(void)other_descriptor;
	return &descriptor;
}
#endif
