/* SPDX-License-Identifier: MIT */
/*
 * Perl, as perlsyn, perlsub, perlop, perlpod and perlclass define it. What a sub without a signature takes from @_ in a
 * `my` counts as its parameters. POD and what stands behind __END__ is no code.
 */
#include "../bash/heredoc.h"
#include "onflame/plugin.h"

#include <stddef.h>

const TSLanguage *tree_sitter_perl(void);

#define BRANCH(k, ...)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = (k), __VA_ARGS__                                                       \
	}
#define STRING(k)                                                                                                      \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .flags = ONFLAME_ENTER                                            \
	}
#define PARAMETER(k, ...)                                                                                              \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), __VA_ARGS__                                                    \
	}
/* my ($self, %more) = @_; */
#define UNPACKED(k) PARAMETER(k, .parent = "variable_declaration", .head = "^/^/:array/:varname", .words = "_")

#define ANONYMOUS(k)                                                                                                   \
	{.role = ONFLAME_FUNCTION,                                                                                     \
	 .kind = (k),                                                                                                  \
	 .parent = "assignment_expression",                                                                            \
	 .name = "^/:glob/:varname|^/:localization_expression/#|^/left/variable|^/left",                               \
	 .label = "lambda",                                                                                            \
	 .start = "^"},                                                                                                \
		{.role = ONFLAME_FUNCTION,                                                                             \
		 .kind = (k),                                                                                          \
		 .parent = "list_expression",                                                                          \
		 .head = "^/:\"=>\"",                                                                                  \
		 .name = "</content|<",                                                                                \
		 .label = "lambda",                                                                                    \
		 .start = "<"},                                                                                        \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = (k), .label = "lambda"                                               \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},
	{.role = ONFLAME_COMMENT, .kind = "pod"},
	{.role = ONFLAME_COMMENT, .kind = "eof_marker", .flags = ONFLAME_TO_SIBLING},
	{.role = ONFLAME_COMMENT, .kind = "data_section"},

	STRING("string_literal"),
	STRING("interpolated_string_literal"),
	{.role = ONFLAME_INJECTION,
	 .kind = "heredoc_content",
	 .head = ":heredoc_end",
	 .words = HEREDOC_TAGS,
	 .name = ":heredoc_end",
	 .holes = "heredoc_end scalar array array_element_expression hash_element_expression method_call_expression"},
	STRING("heredoc_content"),
	STRING("command_string"),
	STRING("quoted_word_list"),
	STRING("match_regexp"),
	STRING("quoted_regexp"),
	STRING("substitution_regexp"),
	STRING("transliteration_expression"),
	STRING("format_content"),

	{.role = ONFLAME_FUNCTION,
	 .kind = "subroutine_declaration_statement",
	 .head = "body",
	 .name = "name",
	 .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "method_declaration_statement",
	 .head = "body",
	 .name = "name",
	 .label = "method"},
	{.role = ONFLAME_FUNCTION, .kind = "phaser_statement", .name = "phase", .label = "function"},
	{.role = ONFLAME_FUNCTION, .kind = "class_phaser_statement", .name = "phase", .label = "method"},
	ANONYMOUS("anonymous_subroutine_expression"),
	ANONYMOUS("anonymous_method_expression"),

	{.role = ONFLAME_CONTAINER, .kind = "package_statement", .head = ":block", .name = "name", .label = "package"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "package_statement",
	 .name = "name",
	 .label = "package",
	 .flags = ONFLAME_TO_SIBLING},
	{.role = ONFLAME_CONTAINER, .kind = "class_statement", .head = ":block", .name = "name", .label = "class"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "class_statement",
	 .name = "name",
	 .label = "class",
	 .flags = ONFLAME_TO_SIBLING},
	{.role = ONFLAME_CONTAINER, .kind = "role_statement", .head = ":block", .name = "name", .label = "role"},
	{.role = ONFLAME_CONTAINER,
	 .kind = "role_statement",
	 .name = "name",
	 .label = "role",
	 .flags = ONFLAME_TO_SIBLING},

	PARAMETER("mandatory_parameter", .parent = "signature"),
	PARAMETER("optional_parameter", .parent = "signature"),
	PARAMETER("slurpy_parameter", .parent = "signature"),
	PARAMETER("named_parameter", .parent = "signature"),
	UNPACKED("scalar"),
	UNPACKED("array"),
	UNPACKED("hash"),
	/* my $self = shift; */
	PARAMETER("scalar", .parent = "variable_declaration", .head = "^/^/right", .words = "shift shift() shift(@_)"),

	BRANCH("conditional_statement", .label = "if"),
	BRANCH("elsif", .label = "elif"),
	BRANCH("else", .label = "else"),
	BRANCH("for_statement", .label = "if"),
	BRANCH("cstyle_for_statement", .label = "if"),
	BRANCH("loop_statement", .label = "if"),
	BRANCH("postfix_conditional_expression", .label = "if"),
	BRANCH("postfix_for_expression", .label = "if"),
	BRANCH("postfix_loop_expression", .label = "if"),
	BRANCH("conditional_expression", .label = "if"),
	BRANCH("block", .parent = "try_statement", .head = "@catch_block", .label = "if"),
	BRANCH("\"&&\"", .label = "logical"),
	BRANCH("\"||\"", .label = "logical"),
	BRANCH("\"//\"", .parent = "binary_expression", .label = "logical"),
	BRANCH("\"and\"", .label = "logical"),
	BRANCH("\"or\"", .label = "logical"),
	BRANCH("loopex_expression", .head = ":label", .label = "jump"),
	BRANCH("goto_expression", .head = ":label", .label = "jump"),

	{0},
};

static const onflame_language perl = {.name = "Perl", .grammar = tree_sitter_perl, .rules = rules};
static const onflame_language *const languages[] = {&perl, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "perl", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
