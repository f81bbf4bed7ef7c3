/* SPDX-License-Identifier: MIT */
/*
 * OCaml, as its manual defines it. A binding is a function if it has parameters or is `fun` or `function`; others are
 * values. A handler of `try` is a branch. Interfaces have a grammar of their own: what they say of values defines none.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_ocaml(void);
const TSLanguage *tree_sitter_ocaml_interface(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
/* A binding begins at its let, or at its and. */
#define BINDING(r, k, h, n, l)                                                                                         \
	{.role = (r), .kind = (k), .head = (h), .name = (n), .label = (l), .start = "^", .flags = ONFLAME_FIRST},      \
	{                                                                                                              \
		.role = (r), .kind = (k), .head = (h), .name = (n), .label = (l), .start = "^/:\"and\"|^"              \
	}

#define TEXTS                                                                                                          \
	{.role = ONFLAME_COMMENT, .kind = "comment"}, {.role = ONFLAME_STRING, .kind = "string"},                      \
		{.role = ONFLAME_STRING, .kind = "quoted_string"},                                                     \
		{.role = ONFLAME_STRING, .kind = "quoted_extension"},                                                  \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = "quoted_item_extension"                                                \
	}
#define SIGNATURES                                                                                                     \
	{.role = ONFLAME_CONTAINER,                                                                                    \
	 .kind = "module_type_definition",                                                                             \
	 .head = ":signature",                                                                                         \
	 .name = ":module_type_name",                                                                                  \
	 .label = "signature"},                                                                                        \
		BINDING(ONFLAME_CONTAINER, "class_type_binding", "body", ":class_type_name", "interface"),             \
		BINDING(ONFLAME_CONTAINER, "type_binding", "body", "name", "type")

static const onflame_rule interface_rules[] = {
	TEXTS,
	BINDING(ONFLAME_CONTAINER, "module_binding", ":signature", ":module_name|'_'", "module"),
	BINDING(ONFLAME_CONTAINER, "class_binding", "..class_body_type", ":class_name", "class"),
	SIGNATURES,
	{0},
};

static const onflame_rule rules[] = {
	TEXTS,
	{.role = ONFLAME_COMMENT, .kind = "shebang"},

	BINDING(ONFLAME_CONTAINER, "module_binding", ":structure|:functor/..structure|:signature", ":module_name|'_'",
		"module"),
	SIGNATURES,
	BINDING(ONFLAME_CONTAINER, "class_binding", "body", ":class_name", "class"),
	{.role = ONFLAME_IGNORE, .kind = "object_expression", .parent = "class_binding class_function"},
	{.role = ONFLAME_CONTAINER, .kind = "object_expression", .label = "object"},

	BINDING(ONFLAME_FUNCTION, "let_binding", ":parameter|:fun_expression|:function_expression", "pattern",
		"function"),
	{.role = ONFLAME_FUNCTION,
	 .kind = "method_definition",
	 .head = "body",
	 .name = ":method_name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "class_initializer", .name = "'initializer'", .label = "constructor"},
	{.role = ONFLAME_IGNORE, .kind = "fun_expression", .parent = "let_binding fun_expression"},
	BRANCH("function_expression", .parent = "let_binding fun_expression", .label = "switch"),
	{.role = ONFLAME_FUNCTION, .kind = "fun_expression", .label = "lambda"},
	{.role = ONFLAME_FUNCTION, .kind = "function_expression", .label = "lambda"},

	{.role = ONFLAME_PARAMETER, .kind = "parameter", .parent = "let_binding fun_expression method_definition"},

	BRANCH("if_expression", .parent = "else_clause", .label = "else if"),
	BRANCH("if_expression", .label = "if"),
	BRANCH("else_clause", .label = "else"),
	BRANCH("while_expression", .label = "if"),
	BRANCH("for_expression", .label = "if"),
	BRANCH("match_expression", .label = "switch"),
	BRANCH("match_case", .parent = "try_expression", .label = "if"),
	{.role = ONFLAME_IGNORE, .kind = "match_case", .head = "pattern", .words = "_"},
	BRANCH("match_case", .label = "case"),
	BRANCH("and_operator", .parent = "infix_expression", .label = "logical"),
	BRANCH("or_operator", .parent = "infix_expression", .label = "logical"),

	{0},
};

static const onflame_language ocaml = {.name = "OCaml", .grammar = tree_sitter_ocaml, .rules = rules};
static const onflame_language interface = {
	.name = "OCaml",
	.grammar = tree_sitter_ocaml_interface,
	.rules = interface_rules,
	.endings = ".mli .eliomi",
};
static const onflame_language *const languages[] = {&interface, &ocaml, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "ocaml", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
