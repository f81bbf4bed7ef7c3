/* SPDX-License-Identifier: MIT */
/*
 * C, as the standard defines it before preprocessing: macros are not expanded, their definitions are no functions,
 * and the conditions of #if are no branches of the function around them.
 */
#include "macro.h"

#include <stddef.h>

const TSLanguage *tree_sitter_c(void);

MACRO_GRAMMAR(c_grammar, tree_sitter_c)

/*
 * From a function to its name, through pointers, parentheses and attributes: char *(*f(int))[3]. Where a macro leads it,
 * API int f(void), the grammar takes the type for the name and the name for an error.
 */
#define NAME                                                                                                           \
	"declarator/parameters/^/:ERROR/:identifier"                                                                   \
	"|declarator/declarator/parameters/^/:ERROR/:identifier"                                                       \
	"|declarator*/:pointer_declarator/declarator*/:function_declarator/declarator*"                                \
	"|declarator*/:pointer_declarator/declarator*"                                                                 \
	"|declarator*/:function_declarator/declarator*"                                                                \
	"|declarator*/:identifier"                                                                                     \
	"|declarator*"

/* A parameter's way up to its function, past what leads a name; parameters of other declarations have none. */
#define OF_FUNCTION                                                                                                    \
	"^/^/^/body"                                                                                                   \
	"|^/^/^/^/declarator/declarator/parameters"                                                                    \
	"|^/^/^/:attribute_declaration/^/^/body"                                                                       \
	"|^/^/^/^/^/declarator/declarator/declarator/parameters"                                                       \
	"|^/^/^/^/^/^/declarator/:parenthesized_declarator"

/* `struct PACKED name {`, PACKED a macro, is read as a function that returns a structure and takes nothing. */
#define MARKED(k, l)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = "function_definition", .head = ":" k "/^/:identifier",              \
		.name = "declarator", .label = (l)                                                                     \
	}

#define CONDITION(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .parent = "preproc_if preproc_elif"                               \
	}

#define TYPE(k, l)                                                                                                     \
	{.role = ONFLAME_CONTAINER,                                                                                    \
	 .kind = (k),                                                                                                  \
	 .parent = "type_definition",                                                                                  \
	 .head = "body",                                                                                               \
	 .name = "name|^/declarator*",                                                                                 \
	 .label = (l),                                                                                                 \
	 .start = "^"},                                                                                                \
		{.role = ONFLAME_CONTAINER,                                                                            \
		 .kind = (k),                                                                                          \
		 .parent = "declaration",                                                                              \
		 .head = "body",                                                                                       \
		 .name = "name",                                                                                       \
		 .label = (l),                                                                                         \
		 .start = "^"},                                                                                        \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .head = "body", .name = "name", .label = (l)                   \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "char_literal"},
	{.role = ONFLAME_STRING, .kind = "system_lib_string"},
	/* Nothing inside is looked at, so the && of #if is no branch; the line is code in either case. */
	CONDITION("binary_expression"),
	CONDITION("parenthesized_expression"),
	CONDITION("unary_expression"),

	MARKED("struct_specifier", "struct"),
	MARKED("union_specifier", "union"),
	MARKED("enum_specifier", "enum"),
	/* `else if (...) {` behind an #if, which hides the if before it, is read as a function. */
	{.role = ONFLAME_BRANCH,
	 .kind = "function_definition",
	 .head = "declarator/declarator",
	 .words = "if",
	 .label = "elif"},
	/* Behind a macro, BEGIN_THREADS, other statements are too. */
	{.role = ONFLAME_BRANCH,
	 .kind = "function_definition",
	 .head = "declarator/declarator",
	 .words = "for while",
	 .label = "if"},
	{.role = ONFLAME_BRANCH,
	 .kind = "function_definition",
	 .head = "declarator/declarator",
	 .words = "switch",
	 .label = "switch"},
	/*
	 * A macro call before a body, TEST(name) { }, is read as type and declarator. Within a function it stands for a loop,
	 * for_each (x) { }; what has parameters is a function even there, of GNU C or behind a brace that is missing.
	 */
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .head = ":parenthesized_declarator/:identifier",
	 .name = "{type}{declarator}",
	 .label = "function",
	 .flags = ONFLAME_TOP_LEVEL},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .head = "declarator/parameters|declarator/declarator/parameters|declarator/declarator/declarator/parameters",
	 .name = NAME,
	 .label = "function"},
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .name = NAME,
	 .label = "function",
	 .flags = ONFLAME_TOP_LEVEL},
	/* A body behind what is no head to the grammar: SYSCALL_DEFINE3(read, ...) { }, char *f(a) char *a; { }. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "compound_statement",
	 .parent = "translation_unit declaration_list preproc_if preproc_ifdef preproc_else preproc_elif",
	 .head = "</:call_expression|</..parameter_list",
	 .name = "{</:call_expression/function}({</:call_expression/arguments/#})|</:call_expression/function|</declarator*",
	 .label = "function",
	 .start = "<",
	 .flags = ONFLAME_TOP_LEVEL | ONFLAME_FAR_START},

	TYPE("struct_specifier", "struct"),
	TYPE("union_specifier", "union"),
	TYPE("enum_specifier", "enum"),

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .parent = "else_clause", .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "else_clause", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "do_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "conditional_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "seh_except_clause", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "switch_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "case_statement", .head = "value", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "goto_statement", .label = "jump"},

	/* (void) is no parameter, nor is what a function that is returned or taken takes. */
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = ".", .words = "void"},
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = "^/^/declarator", .words = "if"},
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = "^/^/declarator/..function_declarator"},
	{.role = ONFLAME_PARAMETER, .kind = "parameter_declaration", .head = OF_FUNCTION},
	{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "parameter_list", .head = OF_FUNCTION},

	{0},
};

static const onflame_language c = {.name = "C", .grammar = c_grammar, .rules = rules};
static const onflame_language *const languages[] = {&c, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "c", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
