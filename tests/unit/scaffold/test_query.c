/* SPDX-License-Identifier: MIT */
/* Queries, as tree-sitter's documentation defines them. */
#include "scaffold/query.h"

#include "base/buffer.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static query_pattern *parse(arena *arena, const char *source, error *error)
{
	return query_parse("tags.scm", text_of(source), arena, error);
}

static const query_pattern *parse_one(arena *arena, const char *source)
{
	error error;
	query_pattern *top = parse(arena, source, &error);
	if (top == NULL)
		fail_msg("%s", error.message);
	assert_non_null(top->first);
	assert_null(top->first->next);
	return top->first;
}

static void assert_text(text found, const char *expected)
{
	assert_int_equal(found.len, strlen(expected));
	assert_memory_equal(found.data, expected, found.len);
}

static void reads_fields_and_captures(void **state)
{
	arena *arena = arena_create();
	const query_pattern *node =
		parse_one(arena, "; why\n(function name: (identifier)? @name @x body: (_)*) @definition.function");
	assert_int_equal(node->form, QUERY_NODE);
	assert_text(node->text, "function");
	assert_int_equal(node->capture_count, 1);
	assert_text(node->captures[0], "definition.function");
	const query_pattern *name = node->first;
	assert_text(name->field, "name");
	assert_text(name->text, "identifier");
	assert_int_equal(name->capture_count, 2);
	assert_text(name->captures[1], "x");
	assert_text(name->next->field, "body");
	assert_text(name->next->text, "_");
	assert_null(name->next->next);
	arena_destroy(arena);
	(void)state;
}

static void reads_choices_groups_and_predicates(void **state)
{
	arena *arena = arena_create();
	const query_pattern *group =
		parse_one(arena, "((comment)* @doc . [(a) \"if\\\"\" _] @b !field (#any-of? @b \"x\" y))");
	assert_int_equal(group->form, QUERY_GROUP);
	const query_pattern *choice = group->first->next;
	assert_int_equal(choice->form, QUERY_CHOICE);
	assert_text(choice->captures[0], "b");
	assert_int_equal(choice->first->next->form, QUERY_ANONYMOUS);
	assert_text(choice->first->next->text, "if\"");
	assert_int_equal(choice->first->next->next->text.len, 0);
	const query_pattern *predicate = choice->next;
	assert_int_equal(predicate->form, QUERY_PREDICATE);
	assert_text(predicate->text, "any-of?");
	assert_text(predicate->first->text, "@b");
	assert_text(predicate->first->next->text, "x");
	assert_text(predicate->first->next->next->text, "y");
	arena_destroy(arena);
	(void)state;
}

static void refuses_what_is_no_query(void **state)
{
	static const char *const bad[] = {"(",     "(a", "[",       "\"a",     "(a))", ")",
					  "(a b)", "@x", "(#eq? (", "(a @)x(", "\\",   "(!)"};
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		arena *arena = arena_create();
		error error = {""};
		if (parse(arena, bad[i], &error) != NULL)
			fail_msg("taken: %s", bad[i]);
		assert_non_null(strstr(error.message, "tags.scm:1:"));
		arena_destroy(arena);
	}
	(void)state;
}

static void refuses_depth(void **state)
{
	arena *arena = arena_create();
	buffer deep = BUFFER_INIT;
	error error;
	for (int i = 0; i < 100000; i++)
		buffer_add_string(&deep, i % 2 != 0 ? "(" : "[");
	assert_null(parse(arena, deep.data, &error));
	assert_non_null(strstr(error.message, "too deep"));
	buffer_finish(&deep);
	arena_destroy(arena);
	(void)state;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_fields_and_captures),
		cmocka_unit_test(reads_choices_groups_and_predicates),
		cmocka_unit_test(refuses_what_is_no_query),
		cmocka_unit_test(refuses_depth),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
