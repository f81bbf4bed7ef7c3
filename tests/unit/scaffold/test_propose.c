/* SPDX-License-Identifier: MIT */
/* Tables proposed for small grammars: what their names and tags mean to a reader. */
#include "scaffold/propose.h"

#include "base/memory.h"
#include "scaffold/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#define LEAF(name) "{\"type\": \"" name "\", \"named\": true}"
#define REF(name) "{\"type\": \"" name "\", \"named\": true}"
#define FIELD(name, required, types)                                                                                   \
	"\"" name "\": {\"multiple\": false, \"required\": " required ", \"types\": [" types "]}"
#define NODE(name, fields, children)                                                                                   \
	"{\"type\": \"" name "\", \"named\": true, \"fields\": {" fields                                               \
	"}, \"children\": {\"multiple\": true, \"required\": true, \"types\": [" children "]}}"

static char *propose(const char *json, const char *tags)
{
	char path[] = "node-types-XXXXXX";
	error error;
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	close(fd);
	assert_int_equal(file_write(path, json, strlen(json), 0600, &error), 0);
	arena *arena = arena_create();
	node_types types;
	int status = node_types_read(path, arena, &types, &error);
	unlink(path);
	if (status != 0)
		fail_msg("%s", error.message);
	query_pattern *query = tags != NULL ? query_parse("tags.scm", text_of(tags), arena, &error) : NULL;
	assert_true(tags == NULL || query != NULL);
	rule_list rules;
	rule_list_init(&rules, arena);
	propose_table(&types, query, NULL, &rules);
	buffer out = BUFFER_INIT;
	rule_list_write(&rules, &out);
	char *text = memory_copy_string(buffer_string(&out));
	buffer_finish(&out);
	rule_list_finish(&rules);
	arena_destroy(arena);
	return text;
}

static void assert_row(const char *table, const char *row)
{
	if (strstr(table, row) == NULL)
		fail_msg("no row %s in:\n%s", row, table);
}

static void assert_no_row(const char *table, const char *row)
{
	if (strstr(table, row) != NULL)
		fail_msg("row %s in:\n%s", row, table);
}

static void names_say_what_kinds_are(void **state)
{
	char *table = propose(
		"[" LEAF("identifier") "," LEAF("line_comment") "," LEAF("string_literal") "," LEAF("string_type") "," NODE(
			"function_declaration",
			FIELD("name", "true", REF("identifier")) "," FIELD("body", "false", REF("block")),
			"") "," NODE("function_type", FIELD("name", "true", REF("identifier")),
				     "") "," NODE("block", "",
						  REF("if_statement")) "," NODE("class_declaration",
										FIELD("name", "true", REF("identifier")) "," FIELD(
											"body", "true", REF("block")),
										"") "," NODE("while_statement",
											     FIELD("body", "true",
												   REF("block")),
											     "") "," NODE("if_statement",
													  FIELD("body", "true", REF("block")) "," FIELD(
														  "alternative",
														  "false",
														  REF("if_statement")),
													  "") ",{\"type\": \"else\", \"named\": false},{\"type\": \"_statement\", \"named\": true, \"subtypes\": [" REF("if_statement") "]}]",
		NULL);
	assert_row(table, "COMMENT, .kind = \"line_comment\"}");
	assert_row(table, "STRING, .kind = \"string_literal\"}");
	assert_no_row(table, "string_type");
	assert_row(
		table,
		"FUNCTION, .kind = \"function_declaration\", .head = \"body\", .name = \"name\", .label = \"function\"}");
	assert_no_row(table, "function_type");
	assert_row(table, "CONTAINER, .kind = \"class_declaration\", .name = \"name\", .label = \"class\"}");
	assert_row(table, "BRANCH, .kind = \"while_statement\", .label = \"if\"}");
	assert_row(
		table,
		"BRANCH, .kind = \"if_statement\", .parent = \"if_statement\", .head = \"@alternative\", .label = \"else "
		"if\"}");
	assert_no_row(table, "_statement\", .label = \"switch");
	assert_no_row(table, "\"_statement\"");
	free(table);
	(void)state;
}

static const char calls[] = "[" LEAF("identifier") "," LEAF("word") "," NODE("arguments", "", REF("word")) "," NODE(
	"call", FIELD("target", "true", REF("identifier")),
	REF("arguments")) "," NODE("lambda_expression", FIELD("body", "true", REF("word")),
				   "") "," NODE("pair",
						FIELD("key", "true", REF("word")) "," FIELD("value", "true",
											    REF("lambda_expression")),
						"") "]";

static void tags_say_where_a_name_is(void **state)
{
	char *table = propose(calls, "(call target: (identifier) @how (arguments (word) @name)\n"
				     " (#any-of? @how \"def\" \"defp\")) @definition.function\n"
				     "(pair key: (word) @name value: (lambda_expression)) @definition.method\n");
	assert_row(
		table,
		"FUNCTION, .kind = \"call\", .head = \"target\", .words = \"def defp\", .name = \":arguments/:word\"");
	/* The function is the frame; its name is above it. */
	assert_row(table,
		   "FUNCTION, .kind = \"lambda_expression\", .parent = \"pair\", .head = \"^/key\", .name = \"^/key\", "
		   ".label = \"method\", .start = \"^\"}");
	assert_row(table, "FUNCTION, .kind = \"lambda_expression\", .label = \"lambda\"}");
	free(table);
	(void)state;
}

static void tags_of_strangers_are_left_out(void **state)
{
	char *table = propose(calls, "(stranger name: (word) @name) @definition.function\n"
				     "(call nowhere: (word) @name) @definition.function\n"
				     "(call target: (identifier) @how (arguments (word) @name)\n"
				     " (#match? @how \"^d.*f$\")) @definition.function\n");
	assert_no_row(table, "stranger");
	assert_no_row(table, "nowhere");
	/* What a row cannot tell would take every call. */
	assert_no_row(table, "\"call\"");
	free(table);
	(void)state;
}

static void names_that_are_no_words_are_left_out(void **state)
{
	char *table = propose(
		"[{\"type\": \"a\\\"}; comment\", \"named\": true},{\"type\": \"x*/comment\", \"named\": true}," LEAF(
			"comment") "]",
		NULL);
	assert_string_equal(table, "\t{.role = ONFLAME_COMMENT, .kind = \"comment\"},\n");
	free(table);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_say_what_kinds_are),
		cmocka_unit_test(tags_say_where_a_name_is),
		cmocka_unit_test(tags_of_strangers_are_left_out),
		cmocka_unit_test(names_that_are_no_words_are_left_out),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
