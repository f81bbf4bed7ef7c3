/* SPDX-License-Identifier: MIT */
/*
 * Rust, as the Rust Reference defines it. Attributes are siblings of what they are for, so no frame holds them. What a
 * macro is given is not expanded: its tokens make neither frames nor branches, unless they are items as they stand. Cyclomatic complexity is McCabe's: an arm
 * of `match` is a case, `_` the default; `?` is no branch, nor is the guard of an arm beside its arm.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_rust(void);

#define TYPE(k, l)                                                                                                     \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .head = "body", .name = "name", .label = (l)                   \
	}

#define PATTERN(k)                                                                                                     \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .parent = "closure_parameters"                                 \
	}

/*
 * What a macro is given in braces among items, where all of it reads as items: cfg_rt! { pub fn f() {} }. The macro stands in the
 * file itself or in a module, an implementation or a trait.
 */
#define ITEMS(path)                                                                                                    \
	{                                                                                                              \
		.role = ONFLAME_INJECTION, .kind = "token_tree", .parent = "macro_invocation", .head = (path),         \
		.label = "Rust", .flags = ONFLAME_SOUND, .holes = "\"{\" \"}\""                                        \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "line_comment"},
	{.role = ONFLAME_COMMENT, .kind = "block_comment"},
	{.role = ONFLAME_COMMENT, .kind = "shebang"},

	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "raw_string_literal"},
	{.role = ONFLAME_STRING, .kind = "char_literal"},

	ITEMS("!^/^/^"),
	ITEMS("^/^/^/:declaration_list"),

	{.role = ONFLAME_ANNOTATION, .kind = "attribute_item"},

	{.role = ONFLAME_FUNCTION,
	 .kind = "function_item",
	 .parent = "declaration_list",
	 .head = "^/^/type|^/^/:\"trait\"",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "function_item", .name = "name", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "closure_expression", .label = "lambda"},

	{.role = ONFLAME_CONTAINER,
	 .kind = "impl_item",
	 .head = ":\"!\"",
	 .name = "!{trait} for {type}",
	 .label = "impl"},
	{.role = ONFLAME_CONTAINER, .kind = "impl_item", .name = "{trait} for {type}|type", .label = "impl"},
	{.role = ONFLAME_CONTAINER, .kind = "trait_item", .name = "name", .label = "trait"},
	TYPE("mod_item", "module"),
	TYPE("struct_item", "struct"),
	TYPE("union_item", "union"),
	TYPE("enum_item", "enum"),
	{.role = ONFLAME_CONTAINER, .kind = "macro_definition", .name = "name", .label = "macro"},

	{.role = ONFLAME_BRANCH, .kind = "if_expression", .parent = "else_clause", .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "else_clause", .label = "else"},
	/* let Some(x) = y else { return }; */
	{.role = ONFLAME_BRANCH, .kind = "\"else\"", .parent = "let_declaration", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "for_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "loop_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "match_expression", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "match_arm", .head = "!pattern", .words = "_", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .parent = "binary_expression let_chain", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "break_expression", .head = ":label", .label = "jump"},
	{.role = ONFLAME_BRANCH, .kind = "continue_expression", .head = ":label", .label = "jump"},

	/* Not those of a function type; a closure's are patterns, with or without a type. */
	{.role = ONFLAME_PARAMETER, .kind = "parameter", .head = "^/^/body"},
	{.role = ONFLAME_PARAMETER, .kind = "self_parameter", .head = "^/^/body"},
	PATTERN("identifier"),
	PATTERN("\"_\""),
	PATTERN("captured_pattern"),
	PATTERN("mut_pattern"),
	PATTERN("ref_pattern"),
	PATTERN("reference_pattern"),
	PATTERN("slice_pattern"),
	PATTERN("struct_pattern"),
	PATTERN("tuple_pattern"),
	PATTERN("tuple_struct_pattern"),

	{0},
};

static const onflame_language rust = {.name = "Rust", .grammar = tree_sitter_rust, .rules = rules};
static const onflame_language *const languages[] = {&rust, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "rust", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
