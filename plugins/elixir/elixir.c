/* SPDX-License-Identifier: MIT */
/*
 * Elixir, as its syntax reference and Kernel define it. Definitions are calls of macros: def, defmodule and their like are
 * told by name and by the body that they are given. Each clause of a function is a frame. @doc is code.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_elixir(void);

/* From a call up to its own target, if it is given a block, or a block as keyword. */
#define WITH_BLOCK ":do_block/^/target"
#define WITH_BODY ":do_block/^/target|:arguments/:keywords/^/^/target"

/* f(x), f, a + b, -a, each also before a guard. */
#define GUARDED ":arguments/:binary_operator/:\"when\"/^/left"
#define NAME                                                                                                           \
	":arguments/:call/target|" GUARDED "/target|" GUARDED "/operator|" GUARDED                                     \
	"|:arguments/:binary_operator/operator|:arguments/:unary_operator/operator|:arguments/:identifier"

#define DEFINITION(h, w, l)                                                                                            \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = "call", .head = (h), .words = (w), .name = NAME, .label = (l)        \
	}
#define CONTAINER(w, n, l)                                                                                             \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = "call", .head = WITH_BLOCK, .words = (w), .name = (n), .label = (l) \
	}
#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define STRING(k)                                                                                                      \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .flags = ONFLAME_ENTER                                            \
	}

/* Any term may be a parameter: it is matched. With a guard, the call stands in an operator's left. */
#define DEFINING "def defp defmacro defmacrop defguard defguardp defdelegate defn defnp"
#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_PARAMETER,                                                                                    \
	 .kind = (k),                                                                                                  \
	 .parent = "arguments",                                                                                        \
	 .head = "^/^/^/:\"fn\""}, /* A call that stands in the definition's block. */                                 \
		{.role = ONFLAME_IGNORE, .kind = (k), .parent = "arguments", .head = "^/^/^/:\"do\""},                 \
		{.role = ONFLAME_PARAMETER,                                                                            \
		 .kind = (k),                                                                                          \
		 .parent = "arguments",                                                                                \
		 .head = "^/^/@left/^/:\"when\"/^/^/^/target",                                                         \
		 .words = DEFINING},                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "arguments", .head = "^/^/^/^/target",               \
		.words = DEFINING                                                                                      \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	STRING("string"),
	STRING("charlist"),
	STRING("sigil"),
	STRING("quoted_atom"),
	STRING("quoted_keyword"),

	CONTAINER("defmodule", ":arguments/#", "module"),
	CONTAINER("defprotocol", ":arguments/#", "protocol"),
	CONTAINER("defimpl", "{:arguments/:alias} for {:arguments/:keywords/:pair/value}|:arguments/#", "impl"),
	CONTAINER("describe", ":arguments/:string/:quoted_content|:arguments/#", "describe"),

	/* What a type is told of: @spec defguard(Macro.t()) :: Macro.t(). */
	{.role = ONFLAME_IGNORE, .kind = "call", .parent = "binary_operator", .head = "^/:\"::\""},
	DEFINITION(WITH_BODY, "def defp defn defnp", "function"),
	DEFINITION(WITH_BODY, "defmacro defmacrop", "macro"),
	DEFINITION("target", "defdelegate", "function"),
	DEFINITION("target", "defguard defguardp", "macro"),
	{.role = ONFLAME_FUNCTION,
	 .kind = "call",
	 .head = WITH_BLOCK,
	 .words = "test property",
	 .name = ":arguments/:string/:quoted_content|:arguments/#",
	 .label = "test"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "anonymous_function",
	 .parent = "binary_operator",
	 .head = "^/:\"=\"",
	 .name = "^/left",
	 .label = "lambda",
	 .start = "^"},
	{.role = ONFLAME_FUNCTION, .kind = "anonymous_function", .label = "lambda"},

	BRANCH("call", .head = WITH_BODY, .words = "if unless for with while", .label = "if"),
	BRANCH("call", .head = WITH_BLOCK, .words = "case cond receive", .label = "switch"),
	BRANCH("else_block", .head = "^/^/target", .words = "if unless", .label = "else"),
	BRANCH("rescue_block", .label = "if"),
	BRANCH("catch_block", .label = "if"),
	{.role = ONFLAME_IGNORE, .kind = "stab_clause", .head = "left", .words = "_ true"},
	BRANCH("stab_clause", .parent = "do_block", .head = "^/^/target", .words = "case cond receive",
	       .label = "case"),
	BRANCH("\"&&\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"and\"", .parent = "binary_operator", .label = "logical"),
	BRANCH("\"or\"", .parent = "binary_operator", .label = "logical"),

	PARAMETER("identifier"),
	/* def a + b */
	{.role = ONFLAME_IGNORE, .kind = "identifier", .parent = "binary_operator", .head = "^/:\"when\""},
	{.role = ONFLAME_IGNORE, .kind = "identifier", .parent = "binary_operator", .head = "^/^/:\"do\""},
	{.role = ONFLAME_PARAMETER,
	 .kind = "identifier",
	 .parent = "binary_operator",
	 .head = "^/^/^/target",
	 .words = DEFINING},
	PARAMETER("binary_operator"),
	PARAMETER("unary_operator"),
	PARAMETER("tuple"),
	PARAMETER("list"),
	PARAMETER("map"),
	PARAMETER("bitstring"),
	PARAMETER("atom"),
	PARAMETER("quoted_atom"),
	PARAMETER("integer"),
	PARAMETER("float"),
	PARAMETER("boolean"),
	PARAMETER("nil"),
	PARAMETER("alias"),
	PARAMETER("char"),
	PARAMETER("keywords"),

	{0},
};

static const onflame_language elixir = {.name = "Elixir", .grammar = tree_sitter_elixir, .rules = rules};
static const onflame_language *const languages[] = {&elixir, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "elixir", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
