/* SPDX-License-Identifier: MIT */
/*
 * C++, as the standard defines it before preprocessing; see ../c/c.c. A function that is defaulted or deleted has no
 * body and is no frame; `template <...>` belongs to what it introduces where both begin on one line.
 */
#include "../c/macro.h"

#include <stddef.h>

const TSLanguage *tree_sitter_cpp(void);

MACRO_GRAMMAR(cpp_grammar, tree_sitter_cpp)

/*
 * From a function to its name, as written (ns::Class::method), through pointers, references, parentheses and attributes.
 * A reference or an attribute holds its function declarator without a field. Where a macro leads the function,
 * API int f(), the grammar takes the name for an error or makes up a "::" without text; where one follows, it takes that
 * for the function.
 */
#define NAME                                                                                                           \
	":ERROR/:function_declarator/declarator*"                                                                      \
	"|declarator/parameters/^/:ERROR/:identifier"                                                                  \
	"|declarator/declarator/parameters/^/:ERROR/:identifier"                                                       \
	"|declarator*/:pointer_declarator/declarator*/:function_declarator/declarator*"                                \
	"|declarator*/:pointer_declarator/declarator*"                                                                 \
	"|declarator*/:reference_declarator/:function_declarator/declarator*"                                          \
	"|declarator*/:function_declarator/declarator*"                                                                \
	"|declarator/:parenthesized_declarator/:identifier"                                                            \
	"|declarator/:parenthesized_declarator/:qualified_identifier"                                                  \
	"|{declarator*/scope}{declarator*/:\"::\"}{declarator*/name}"                                                  \
	"|{declarator*/:\"::\"}{declarator*/name}"                                                                     \
	"|declarator*/scope/^/name"                                                                                    \
	"|declarator*"

/* A conversion's name ends before its parameters. */
#define CAST_NAME                                                                                                      \
	"{declarator/scope}::{declarator/name/scope}::{declarator/name/name/scope}::{declarator/name/name/name/scope}" \
	"::operator {declarator/name*/type}"                                                                           \
	"|{declarator/scope}::{declarator/name/scope}::{declarator/name/name/scope}"                                   \
	"::operator {declarator/name*/type}"                                                                           \
	"|{declarator/scope}::{declarator/name/scope}::operator {declarator/name*/type}"                               \
	"|{declarator/scope}::operator {declarator/name/type}{declarator/name/declarator/:\"*\"}"                      \
	"|{declarator/scope}::operator {declarator/name/type}"                                                         \
	"|operator {declarator/type}{declarator/declarator/:\"*\"}"                                                    \
	"|operator {declarator/type}"

#define QUALIFIED "declarator*/scope|declarator*/:function_declarator/declarator/scope"
#define IN_CLASS "^field_declaration_list|^/@body/^/:class_specifier|^/@body/^/:struct_specifier"

/* `template <class T>`, `friend` or `extern "C"` on the same line belongs to the function. */
#define FUNCTION(l, ...)                                                                                               \
	{.role = ONFLAME_FUNCTION,                                                                                     \
	 .kind = "function_definition",                                                                                \
	 .parent = "template_declaration friend_declaration linkage_specification",                                    \
	 .label = (l),                                                                                                 \
	 .start = "^/^/parameters/^|^",                                                                                \
	 __VA_ARGS__},                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_FUNCTION, .kind = "function_definition", .label = (l), __VA_ARGS__                     \
	}

#define NO_BODY(k)                                                                                                     \
	{                                                                                                              \
		.role = ONFLAME_IGNORE, .kind = "function_definition", .head = ":" k                                   \
	}

/* `class EXPORT Name : Base {`, EXPORT a macro, is read as a function that returns a class and takes nothing. */
#define EXPORTED(k, l)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = "function_definition",                                              \
		.head = ":" k "/^/:identifier|:" k "/^/:template_function|:" k "/^/:qualified_identifier",             \
		.name = "..identifier|..template_function|declarator", .label = (l)                                    \
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
		 .parent = "declaration template_declaration",                                                         \
		 .head = "body",                                                                                       \
		 .name = "name",                                                                                       \
		 .label = (l),                                                                                         \
		 .start = "^"},                                                                                        \
	{                                                                                                              \
		.role = ONFLAME_CONTAINER, .kind = (k), .head = "body", .name = "name", .label = (l)                   \
	}

#define CONDITION(k)                                                                                                   \
	{                                                                                                              \
		.role = ONFLAME_STRING, .kind = (k), .parent = "preproc_if preproc_elif"                               \
	}

/* A parameter's way up to its lambda or function, past what leads a name; parameters of other declarations have none. */
#define OF_FUNCTION                                                                                                    \
	"^/^/^/captures"                                                                                               \
	"|^/^/^/body"                                                                                                  \
	"|^/^/^/^/declarator/declarator/parameters"                                                                    \
	"|^/^/^/:\"&\"/^/^/body|^/^/^/:\"&&\"/^/^/body"                                                                \
	"|^/^/^/:attribute_declaration/^/^/body"                                                                       \
	"|^/^/^/^/^/declarator/declarator/declarator/parameters"                                                       \
	"|^/^/^/^/^/declarator/declarator/:function_declarator"                                                        \
	"|^/^/^/^/^/^/declarator/:parenthesized_declarator"

/* Not those of a handler, nor of what a function returns. */
#define PARAMETER(k)                                                                                                   \
	{.role = ONFLAME_IGNORE, .kind = (k), .head = "^/^/:\"catch\"|^/^/declarator/..function_declarator"},          \
	{                                                                                                              \
		.role = ONFLAME_PARAMETER, .kind = (k), .head = OF_FUNCTION                                            \
	}

static const onflame_rule rules[] = {
	{.role = ONFLAME_COMMENT, .kind = "comment"},

	{.role = ONFLAME_STRING, .kind = "string_literal"},
	{.role = ONFLAME_STRING, .kind = "raw_string_literal"},
	{.role = ONFLAME_STRING, .kind = "char_literal"},
	{.role = ONFLAME_STRING, .kind = "system_lib_string"},
	/* Nothing inside is looked at, so the && of #if is no branch; the line is code in either case. */
	CONDITION("binary_expression"),
	CONDITION("parenthesized_expression"),
	CONDITION("unary_expression"),

	NO_BODY("default_method_clause"),
	NO_BODY("delete_method_clause"),
	NO_BODY("pure_virtual_clause"),
	EXPORTED("class_specifier", "class"),
	EXPORTED("struct_specifier", "struct"),
	/* `else if (...) {` behind an #if, which hides the if before it, is read as a function. */
	{.role = ONFLAME_BRANCH,
	 .kind = "function_definition",
	 .head = "declarator/declarator",
	 .words = "if",
	 .label = "elif"},
	/* GLSL: uniform Block { mat4 m; }; */
	{.role = ONFLAME_CONTAINER,
	 .kind = "function_definition",
	 .head = ":identifier/^/type",
	 .words = "uniform in out patch buffer readonly writeonly coherent restrict",
	 .name = ":ERROR/:identifier|declarator",
	 .label = "block"},
	FUNCTION("destructor", .head = "declarator/:destructor_name|declarator/declarator/..destructor_name",
		 .name = NAME),
	FUNCTION("method", .head = "declarator/type|declarator/name*/type", .name = CAST_NAME),
	{.role = ONFLAME_FUNCTION,
	 .kind = "function_definition",
	 .parent = "friend_declaration",
	 .name = NAME,
	 .label = "function",
	 .start = "^/^/parameters/^|^"},
	/*
	 * Neither type nor class: a macro. The names of tests tell one from the next. Within a function other macros stand for
	 * loops, Q_FOREACH (...) { }, while a test there is one behind a brace that is missing.
	 */
	FUNCTION("function", .head = "declarator/declarator",
		 .words = "TEST TEST_F TEST_P TYPED_TEST TYPED_TEST_P BENCHMARK_F BENCHMARK_DEFINE_F",
		 .name = "declarator"),
	FUNCTION("function", .head = "!type|declarator/..ERROR|" IN_CLASS "|" QUALIFIED, .name = "declarator",
		 .flags = ONFLAME_TOP_LEVEL),
	FUNCTION("function", .head = "!type|" IN_CLASS "|" QUALIFIED, .name = NAME, .flags = ONFLAME_TOP_LEVEL),
	FUNCTION("constructor", .head = "!type", .name = NAME),
	FUNCTION("method", .head = IN_CLASS "|" QUALIFIED, .name = NAME),
	FUNCTION("function", .name = NAME),
	/* A body behind what is no head to the grammar: SYSCALL_DEFINE3(read, ...) { }, char *f(a) char *a; { }. */
	{.role = ONFLAME_FUNCTION,
	 .kind = "compound_statement",
	 .parent = "translation_unit declaration_list preproc_if preproc_ifdef preproc_else preproc_elif",
	 .head = "</:call_expression|</..parameter_list",
	 .name = "{</:call_expression/function}({</:call_expression/arguments/#})|</:call_expression/function|</declarator*",
	 .label = "function",
	 .start = "<",
	 .flags = ONFLAME_TOP_LEVEL | ONFLAME_FAR_START},
	{.role = ONFLAME_FUNCTION, .kind = "lambda_expression", .label = "lambda"},

	{.role = ONFLAME_CONTAINER, .kind = "namespace_definition", .name = "name", .label = "namespace"},
	TYPE("class_specifier", "class"),
	TYPE("struct_specifier", "struct"),
	TYPE("union_specifier", "union"),
	TYPE("enum_specifier", "enum"),

	{.role = ONFLAME_BRANCH, .kind = "if_statement", .parent = "else_clause", .label = "else if"},
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "else_clause", .label = "else"},
	{.role = ONFLAME_BRANCH, .kind = "for_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "for_range_loop", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "while_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "do_statement", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "conditional_expression", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "catch_clause", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "seh_except_clause", .label = "if"},
	{.role = ONFLAME_BRANCH, .kind = "switch_statement", .label = "switch"},
	{.role = ONFLAME_BRANCH, .kind = "case_statement", .head = "value", .label = "case"},
	{.role = ONFLAME_BRANCH, .kind = "\"&&\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"||\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"and\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "\"or\"", .parent = "binary_expression", .label = "logical"},
	{.role = ONFLAME_BRANCH, .kind = "goto_statement", .label = "jump"},

	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = ".", .words = "void"},
	{.role = ONFLAME_IGNORE, .kind = "parameter_declaration", .head = "^/^/declarator", .words = "if"},
	PARAMETER("parameter_declaration"),
	PARAMETER("optional_parameter_declaration"),
	PARAMETER("variadic_parameter_declaration"),

	{0},
};

static const onflame_language cpp = {.name = "C++", .grammar = cpp_grammar, .rules = rules};
/* Dialects: what they add is read as a type, an attribute, or at worst as a small error. */
static const onflame_language cuda = {.name = "Cuda", .grammar = cpp_grammar, .rules = rules};
static const onflame_language opencl = {.name = "OpenCL", .grammar = cpp_grammar, .rules = rules};
static const onflame_language metal = {.name = "Metal", .grammar = cpp_grammar, .rules = rules};
static const onflame_language glsl = {.name = "GLSL", .grammar = cpp_grammar, .rules = rules};
static const onflame_language hlsl = {.name = "HLSL", .grammar = cpp_grammar, .rules = rules};
static const onflame_language hip = {.name = "HIP", .grammar = cpp_grammar, .rules = rules};
static const onflame_language *const languages[] = {&cpp, &cuda, &opencl, &metal, &glsl, &hlsl, &hip, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "cpp", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
