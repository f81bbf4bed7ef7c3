/* SPDX-License-Identifier: MIT */
/*
 * What JavaScript, JSX, TypeScript and TSX share: their grammars call these things alike.
 *
 * A function or class without a name of its own takes that of what it is assigned to: a variable, the last property of
 * a path (`exports.parse = function`), a key, a field; behind `export default` it is "default". Its frame then begins
 * with that left side, and with `export`, where these stand on its line.
 *
 * Complexity: if, for, while, do, catch, ?:, each case but the default, && || and ??. Not: else, try, finally, ?. &&=.
 */
#ifndef ONFLAME_ECMASCRIPT_H
#define ONFLAME_ECMASCRIPT_H

#include <onflame/plugin.h>

#include <stddef.h>

/* The text of a string without its quotes, or whatever else the path leads to. */
#define UNQUOTED(path) path "/:string_fragment|" path

#define FRAME(r, k, above, test, path, what, from)                                                                     \
	{                                                                                                              \
		.role = r, .kind = k, .parent = above, .head = test, .name = path, .label = what, .start = from        \
	}

/* The token: decorators may stand before it. */
#define EXPORT "^/:\"export\""

/* A declaration that is a frame, alone and under `export`. */
#define DECLARATION(role, kind, label)                                                                                 \
	FRAME(role, kind, "export_statement", NULL, "name", label, EXPORT),                                            \
		FRAME(role, kind, NULL, NULL, "name", label, NULL)

/*
 * An expression that is a frame named by what holds it. `own`: a path to its own name with '|' behind it, "" if it has
 * none. `label` is for one with a name, `member` for one in a class's field, which is of kind `field` and named in
 * `field_name`. Only what is declared under `export` is found in a field `declaration`.
 */
#define ASSIGNED(role, kind, own, label, member, field, field_name)                                                    \
	FRAME(role, kind, "variable_declarator", "^/^/^/declaration", own "^/name", label, "^/^/^"),                   \
		FRAME(role, kind, "variable_declarator", NULL, own "^/name", label, "^/^"),                            \
		FRAME(role, kind, "assignment_expression augmented_assignment_expression", NULL,                       \
		      own "^/left/property|^/left", label, "^/^"),                                                     \
		FRAME(role, kind, "pair", NULL, own UNQUOTED("^/key"), label, "^"),                                    \
		FRAME(role, kind, field, "^/decorator", own UNQUOTED("^/" field_name), member, "^/" field_name),       \
		FRAME(role, kind, field, NULL, own UNQUOTED("^/" field_name), member, "^"),                            \
		FRAME(role, kind, "export_statement", NULL, own "'default'", label, EXPORT)

#define EXPRESSION(role, kind, label, member, bare, field, field_name)                                                 \
	ASSIGNED(role, kind, "name|", label, member, field, field_name),                                               \
		FRAME(role, kind, NULL, "name", "name", label, NULL), FRAME(role, kind, NULL, NULL, NULL, bare, NULL)

#define ECMASCRIPT_FRAMES(field, field_name)                                                                           \
	DECLARATION(ONFLAME_FUNCTION, "function_declaration", "function"),                                             \
		DECLARATION(ONFLAME_FUNCTION, "generator_function_declaration", "function"),                           \
		FRAME(ONFLAME_FUNCTION, "method_definition", "class_body", ":\"static\"", UNQUOTED("name"), "method",  \
		      NULL),                                                                                           \
		{.role = ONFLAME_FUNCTION,                                                                             \
		 .kind = "method_definition",                                                                          \
		 .parent = "class_body",                                                                               \
		 .head = "name",                                                                                       \
		 .words = "constructor",                                                                               \
		 .name = "name",                                                                                       \
		 .label = "constructor"},                                                                              \
		FRAME(ONFLAME_FUNCTION, "method_definition", NULL, NULL, UNQUOTED("name"), "method", NULL),            \
		FRAME(ONFLAME_FUNCTION, "class_static_block", NULL, NULL, "'static'", "initializer", NULL),            \
		EXPRESSION(ONFLAME_FUNCTION, "function_expression", "function", "method", "lambda", field,             \
			   field_name),                                                                                \
		EXPRESSION(ONFLAME_FUNCTION, "generator_function", "function", "method", "lambda", field, field_name), \
		ASSIGNED(ONFLAME_FUNCTION, "arrow_function", "", "function", "method", field, field_name),             \
		FRAME(ONFLAME_FUNCTION, "arrow_function", NULL, NULL, NULL, "lambda", NULL),                           \
		DECLARATION(ONFLAME_CONTAINER, "class_declaration", "class"),                                          \
		EXPRESSION(ONFLAME_CONTAINER, "class", "class", "class", "class", field, field_name)

#define BRANCH(k, test, what)                                                                                          \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = k, .head = test, .label = what                                         \
	}
#define LOGICAL(token)                                                                                                 \
	{                                                                                                              \
		.role = ONFLAME_BRANCH, .kind = token, .parent = "binary_expression", .label = "logical"               \
	}

#define ECMASCRIPT_BRANCHES                                                                                            \
	{.role = ONFLAME_BRANCH, .kind = "if_statement", .parent = "else_clause", .label = "else if"},                 \
		BRANCH("if_statement", NULL, "if"), BRANCH("else_clause", NULL, "else"),                               \
		BRANCH("for_statement", NULL, "if"), BRANCH("for_in_statement", NULL, "if"),                           \
		BRANCH("while_statement", NULL, "if"), BRANCH("do_statement", NULL, "if"),                             \
		BRANCH("catch_clause", NULL, "if"), BRANCH("ternary_expression", NULL, "if"),                          \
		BRANCH("switch_statement", NULL, "switch"), BRANCH("switch_case", NULL, "case"), LOGICAL("\"&&\""),    \
		LOGICAL("\"||\""), LOGICAL("\"??\""), BRANCH("break_statement", "label", "jump"),                      \
		BRANCH("continue_statement", "label", "jump")

/*
 * Templates in other languages, told by their tag or by a comment before them: css`a { b: ${c}; }`, styled.a`...`,
 * graphql(`...`), an HTML comment before `...` `...`.
 */
#define TEMPLATE(above, test, tags, language)                                                                          \
	{                                                                                                              \
		.role = ONFLAME_INJECTION, .kind = "template_string", .parent = above, .head = test, .words = tags,    \
		.label = language, .holes = "template_substitution \"`\""                                              \
	}
#define TAGGED(tags, language) TEMPLATE("call_expression", "^/function", tags, language)
/* styled.a, styled(A), styled.a.attrs(), styled(A).attrs(), styled.a.withConfig().attrs() */
#define STYLED(path) TEMPLATE("call_expression", "^/function/" path, "styled", "CSS")
/* styled(A)<B>`...`: what the grammar takes for comparisons are arguments of types. */
#define COMPARED(path, tags, language) TEMPLATE("binary_expression", "^/left/left" path, tags, language)
#define ANNOUNCED(words, language) TEMPLATE(NULL, "~", words, language)

#define ECMASCRIPT_TEMPLATES                                                                                           \
	TAGGED("css keyframes createGlobalStyle injectGlobal css.global css.resolve", "CSS"), STYLED("object"),        \
		STYLED("function"), STYLED("function/object/object"), STYLED("function/object/function"),              \
		STYLED("function/object/function/object/object"), STYLED("#/#/object"), STYLED("#/#/function"),        \
		COMPARED("/function", "styled", "CSS"), COMPARED("/object", "styled", "CSS"),                          \
		COMPARED("", "css keyframes", "CSS"), COMPARED("", "gql graphql", "GraphQL"),                          \
		TAGGED("html svg", "HTML"), TAGGED("gql graphql", "GraphQL"),                                          \
		TEMPLATE("arguments", "^/^/function", "gql graphql", "GraphQL"), TAGGED("sql SQL Prisma.sql", "SQL"),  \
		TAGGED("glsl", "GLSL"), TAGGED("markdown md", "Markdown"),                                             \
		ANNOUNCED("GraphQL graphql gql", "GraphQL"), ANNOUNCED("HTML html lit-html", "HTML"),                  \
		ANNOUNCED("CSS css", "CSS"), ANNOUNCED("SQL sql", "SQL"), ANNOUNCED("GLSL glsl", "GLSL")

/*
 * Of a template the text alone is string: what stands in `${}` is code like any other, with its own comments and blank
 * lines. `x => x`: the parameter has nothing named before it, the body has.
 */
#define ECMASCRIPT_RULES(field, field_name)                                                                            \
	{.role = ONFLAME_COMMENT, .kind = "comment"}, {.role = ONFLAME_COMMENT, .kind = "html_comment"},               \
		{.role = ONFLAME_COMMENT, .kind = "hash_bang_line"}, {.role = ONFLAME_STRING, .kind = "string"},       \
		{.role = ONFLAME_STRING, .kind = "string_fragment"}, {.role = ONFLAME_STRING, .kind = "regex"},        \
		{.role = ONFLAME_ANNOTATION, .kind = "decorator"},                                                     \
		{.role = ONFLAME_PARAMETER, .kind = "identifier", .parent = "arrow_function", .flags = ONFLAME_FIRST}, \
		ECMASCRIPT_TEMPLATES, ECMASCRIPT_FRAMES(field, field_name), ECMASCRIPT_BRANCHES

#endif
