/* SPDX-License-Identifier: MIT */
/*
 * Swift, as its language reference defines it. A property or subscript with several accessors holds them as a class holds
 * methods; one with a bare body is a function itself. What a protocol demands has no body and is no frame.
 */
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_swift(void);

#define FUNCTION(k, ...)                                                                                               \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), __VA_ARGS__                                                     \
	}
#define CONTAINER(k, ...)                                                                                              \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), __VA_ARGS__                                                    \
	}
#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}

/* struct, enum, extension, actor and class are one kind to the grammar. */
#define TYPE(word)                                                                                                     \
	CONTAINER("class_declaration", .head = "declaration_kind", .words = word, .name = "name", .label = word)

/* Accessors with bodies; a protocol's `{ get set }` has none. */
#define ACCESSORS                                                                                                      \
	":computed_property/:computed_getter/:\"{\"|:computed_property/:computed_setter/:\"{\""                        \
	"|:computed_property/:computed_modify/:\"{\"|:willset_didset_block"
#define ABSTRACT ":computed_property/:computed_getter|:computed_property/:computed_setter"

#define PROPERTY(k, n)                                                                                                 \
	CONTAINER(k, .head = ACCESSORS, .name = n, .label = "property"),                                               \
		{.role = ONFLAME_IGNORE, .kind = (k), .head = ABSTRACT},                                               \
		FUNCTION(k, .head = ":computed_property", .name = n, .label = "property")

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "multiline_comment"},
	{.role = ONFLAME_COMMENT, .kind = "shebang_line"},

	{.role = ONFLAME_STRING, .kind = "line_string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "multi_line_string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "raw_string_literal", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "regex_literal"},

	FUNCTION("function_declaration", .parent = "class_body enum_class_body", .head = "body", .name = "name",
		 .label = "method"),
	FUNCTION("function_declaration", .head = "body", .name = "name", .label = "function"),
	FUNCTION("init_declaration", .head = "body", .name = "'init'", .label = "constructor"),
	FUNCTION("deinit_declaration", .head = "body", .name = "'deinit'", .label = "method"),
	FUNCTION("computed_getter", .head = ":\"{\"", .name = "'get'", .label = "accessor"),
	FUNCTION("computed_setter", .head = ":\"{\"", .name = "'set'", .label = "accessor"),
	FUNCTION("computed_modify", .head = ":\"{\"", .name = "'_modify'", .label = "accessor"),
	FUNCTION("willset_clause", .name = "'willSet'", .label = "accessor"),
	FUNCTION("didset_clause", .name = "'didSet'", .label = "accessor"),
	PROPERTY("property_declaration", "name"),
	PROPERTY("subscript_declaration", "'subscript'"),
	FUNCTION("lambda_literal", .label = "lambda"),

	TYPE("class"),
	TYPE("struct"),
	TYPE("enum"),
	TYPE("extension"),
	TYPE("actor"),
	CONTAINER("protocol_declaration", .name = "name", .label = "protocol"),

	BRANCH("if_statement", .parent = "if_statement", .label = "else if"),
	BRANCH("if_statement", .label = "if"),
	BRANCH("else", .parent = "if_statement", .label = "else"),
	BRANCH("guard_statement", .label = "if"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("while_statement", .label = "if"),
	BRANCH("repeat_while_statement", .label = "if"),
	BRANCH("catch_block", .label = "if"),
	BRANCH("ternary_expression", .label = "if"),
	BRANCH("switch_statement", .label = "switch"),
	BRANCH("switch_entry", .head = "!:default_keyword", .label = "case"),
	BRANCH("\"&&\"", .parent = "conjunction_expression", .label = "logical"),
	BRANCH("\"||\"", .parent = "disjunction_expression", .label = "logical"),
	BRANCH("\"??\"", .parent = "nil_coalescing_expression", .label = "logical"),
	BRANCH("\"break\"", .parent = "control_transfer_statement", .head = "^/result", .label = "jump"),
	BRANCH("\"continue\"", .parent = "control_transfer_statement", .head = "^/result", .label = "jump"),

	{.role = ONFLAME_PARAMETER, .kind = "parameter"},
	{.role = ONFLAME_PARAMETER, .kind = "lambda_parameter"},

	{.role = ONFLAME_ANNOTATION, .kind = "attribute"},

	{0},
};

static const onflame_language swift = {.name = "Swift", .grammar = tree_sitter_swift, .rules = rules};
static const onflame_language *const languages[] = {&swift, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "swift", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
