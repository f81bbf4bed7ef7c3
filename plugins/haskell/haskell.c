/* SPDX-License-Identifier: MIT */
/*
 * Haskell, as the Haskell 2010 report and GHC's extensions define it. Each equation of a function is a frame. A binding
 * without parameters is one at the top level and in classes and instances; within functions it is a value, unless it is
 * a lambda. A guard is one more way, `otherwise` the last.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_haskell(void);

#define NAME "name|:infix/operator|:parens/name|:function_head_parens/name"
#define LAMBDA "match/:lambda|match/:lambda_case|match/:lambda_cases"

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define CONTAINER(k, n, l)                                                                                             \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .name = (n), .label = (l)                                      \
	}
/* A lambda that is all of a binding is the binding's function. */
#define ANONYMOUS(k)                                                                                                   \
	{.role = ONFLAME_FUNCTION,                                                                                     \
	 .kind = (k),                                                                                                  \
	 .parent = "match",                                                                                            \
	 .head = "^/^/name",                                                                                           \
	 .name = "^/^/name",                                                                                           \
	 .label = "function",                                                                                          \
	 .start = "^/^"},                                                                                              \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), .label = "lambda"                                               \
	}
/* Parameters are patterns; types have patterns too. */
#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_PARAMETER, .kind = (k), .parent = "patterns", .head = "^/^/match"},                           \
		{.role = ONFLAME_PARAMETER, .kind = (k), .parent = "patterns", .head = "^/^/:\"->\""},                 \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "infix", .head = "^/^/match"                         \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "haddock"},
	/* Written as a comment. */
	{.role = ONFLAME_COMMENT, .kind = "pragma"},

	{.role = ONFLAME_STRING, .kind = "string"},
	{.role = ONFLAME_STRING, .kind = "char"},
	{.role = ONFLAME_STRING, .kind = "quasiquote_body"},

	{.role = ONFLAME_CONTAINER, .kind = "header", .name = "module", .label = "module", .flags = ONFLAME_TO_SIBLING},
	CONTAINER("class", "name|:infix/operator", "class"),
	CONTAINER("instance", "{name} {patterns}|name", "instance"),
	CONTAINER("data_type", "name", "data"),
	CONTAINER("newtype", "name", "newtype"),

	{.role = ONFLAME_FUNCTION,
	 .kind = "function",
	 .parent = "class_declarations instance_declarations",
	 .name = NAME,
	 .label = "method"},
	/* The arrow of types is of this kind too. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "function",
	 .parent = "declarations local_binds",
	 .name = NAME,
	 .label = "function"},
	{.role = ONFLAME_IGNORE, .kind = "bind", .head = LAMBDA},
	{.role = ONFLAME_FUNCTION,
	 .kind = "bind",
	 .parent = "class_declarations instance_declarations",
	 .name = NAME,
	 .label = "method"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "bind",
	 .parent = "declarations",
	 .name = "name|pattern",
	 .label = "function"},
	ANONYMOUS("lambda"),
	ANONYMOUS("lambda_case"),
	ANONYMOUS("lambda_cases"),

	BRANCH("conditional", .parent = "conditional", .head = "@else", .label = "else if"),
	BRANCH("conditional", .label = "if"),
	BRANCH("\"else\"", .parent = "conditional", .label = "else"),
	BRANCH("case", .label = "switch"),
	BRANCH("lambda_case", .label = "switch"),
	{.role = ONFLAME_IGNORE, .kind = "alternative", .head = "pattern", .words = "_"},
	BRANCH("alternative", .label = "case"),
	{.role = ONFLAME_IGNORE, .kind = "guards", .words = "otherwise True", .head = "."},
	BRANCH("guards", .parent = "match", .label = "elif"),
	BRANCH("operator", .parent = "infix", .head = ".", .words = "&& ||", .label = "logical"),

	PARAMETER("variable"),
	PARAMETER("wildcard"),
	PARAMETER("literal"),
	PARAMETER("constructor"),
	PARAMETER("parens"),
	PARAMETER("tuple"),
	PARAMETER("list"),
	PARAMETER("unit"),
	PARAMETER("as"),
	PARAMETER("strict"),
	PARAMETER("irrefutable"),
	PARAMETER("record"),
	PARAMETER("qualified"),
	PARAMETER("splice"),

	{0},
};

static const onflame_language haskell = {.name = "Haskell", .grammar = tree_sitter_haskell, .rules = rules};
static const onflame_language *const languages[] = {&haskell, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "haskell", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
