/* SPDX-License-Identifier: MIT */
/*
 * Ruby, as its syntax documentation defines it. `->`, lambda, proc and Proc.new make functions; other blocks are part of what
 * they stand in. A class made by Struct.new, Class.new, Module.new or Data.define with a block holds what the block holds.
 */
#include "../bash/heredoc.h"
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_ruby(void);

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

/* From the block of a call to what the call is assigned to: f = lambda { }, f ||= lambda { }. */
#define ASSIGNED "^/^/:\"=\"/^/left|^/^/:\"||=\"/^/left"
#define FROM_ASSIGNMENT "^/^/:\"=\"/^|^/^/:\"||=\"/^|^"

#define OF_RECEIVER(k, words_, ...)                                                                                    \
	{                                                                                                              \
		.kind = (k), .parent = "call", .head = "^/receiver", .words = words_, .name = ASSIGNED,                \
		.start = FROM_ASSIGNMENT, __VA_ARGS__                                                                  \
	}

#define BLOCK(k)                                                                                                       \
	OF_RECEIVER(k, "Struct Class Data", .role = ONFLAME_CONTAINER, .label = "class"),                              \
		OF_RECEIVER(k, "Module", .role = ONFLAME_CONTAINER, .label = "module"),                                \
		OF_RECEIVER(k, "Proc", .role = ONFLAME_FUNCTION, .label = "lambda"),                                   \
		{.role = ONFLAME_IGNORE, .kind = (k), .parent = "call", .head = "^/receiver"},                         \
		FUNCTION(k, .parent = "call", .head = "^/method", .words = "lambda proc", .name = ASSIGNED,            \
			 .label = "lambda", .start = FROM_ASSIGNMENT)

/* A method is led by what takes it as argument: private def f. */
#define METHOD(k, n, ...)                                                                                              \
	FUNCTION(k, .parent = "argument_list", .name = n, .start = "^/^", __VA_ARGS__),                                \
		FUNCTION(k, .name = n, __VA_ARGS__)

/* Of the blocks of calls, those of the functions above have parameters. */
#define OF_BLOCK(k, ...)                                                                                               \
	{                                                                                                              \
		.kind = (k), .parent = "block_parameters", __VA_ARGS__                                                 \
	}
#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_PARAMETER, .kind = (k), .parent = "method_parameters lambda_parameters"},                     \
		OF_BLOCK(k, .role = ONFLAME_PARAMETER, .head = "^/^/^/receiver", .words = "Proc"),                     \
		OF_BLOCK(k, .role = ONFLAME_IGNORE, .head = "^/^/^/receiver"),                                         \
		OF_BLOCK(k, .role = ONFLAME_PARAMETER, .head = "^/^/^/method", .words = "lambda proc")

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	/* Of __END__ only what follows it is a node. */
	{.role = ONFLAME_COMMENT, .kind = "uninterpreted", .flags = ONFLAME_WHOLE_LINE},

	{.role = ONFLAME_STRING, .kind = "string", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_INJECTION,
	 .kind = "heredoc_body",
	 .head = ":heredoc_end",
	 .words = HEREDOC_TAGS,
	 .name = ":heredoc_end",
	 .holes = "interpolation heredoc_end"},
	{.role = ONFLAME_STRING, .kind = "heredoc_body", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "subshell", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "regex", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "delimited_symbol", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "string_array", .flags = ONFLAME_ENTER},
	{.role = ONFLAME_STRING, .kind = "symbol_array", .flags = ONFLAME_ENTER},

	METHOD("method", "name", .head = "name", .words = "initialize", .label = "constructor"),
	METHOD("method", "name", .label = "method"),
	METHOD("singleton_method", "{object}.{name}", .label = "method"),
	FUNCTION("lambda", .parent = "assignment operator_assignment", .name = "^/left", .label = "lambda",
		 .start = "^"),
	FUNCTION("lambda", .label = "lambda"),

	CONTAINER("module", .name = "name", .label = "module"),
	CONTAINER("class", .name = "name", .label = "class"),
	CONTAINER("singleton_class", .name = "value", .label = "class"),
	BLOCK("block"),
	BLOCK("do_block"),

	BRANCH("if", .label = "if"),
	BRANCH("unless", .label = "if"),
	BRANCH("elsif", .label = "elif"),
	BRANCH("else", .parent = "if elsif unless", .label = "else"),
	BRANCH("if_modifier", .label = "if"),
	BRANCH("unless_modifier", .label = "if"),
	BRANCH("conditional", .label = "if"),
	BRANCH("while", .label = "if"),
	BRANCH("until", .label = "if"),
	BRANCH("while_modifier", .label = "if"),
	BRANCH("until_modifier", .label = "if"),
	BRANCH("for", .label = "if"),
	BRANCH("rescue", .label = "if"),
	BRANCH("rescue_modifier", .label = "if"),
	BRANCH("case", .label = "switch"),
	BRANCH("when", .label = "case"),
	BRANCH("case_match", .label = "switch"),
	BRANCH("in_clause", .label = "case"),
	BRANCH("\"&&\"", .parent = "binary", .label = "logical"),
	BRANCH("\"||\"", .parent = "binary", .label = "logical"),
	BRANCH("\"and\"", .parent = "binary", .label = "logical"),
	BRANCH("\"or\"", .parent = "binary", .label = "logical"),

	PARAMETER("identifier"),
	PARAMETER("optional_parameter"),
	PARAMETER("keyword_parameter"),
	PARAMETER("splat_parameter"),
	PARAMETER("hash_splat_parameter"),
	PARAMETER("block_parameter"),
	PARAMETER("destructured_parameter"),
	PARAMETER("forward_parameter"),

	{0},
};

static const onflame_language ruby = {.name = "Ruby", .grammar = tree_sitter_ruby, .rules = rules};
static const onflame_language *const languages[] = {&ruby, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "ruby", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
