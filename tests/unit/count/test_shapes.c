/* SPDX-License-Identifier: MIT */
/* Shapes: what the grammar said of one statement is true of the next of its shape, with other names and places. */
#include "base/buffer.h"
#include "count/shapes.h"
#include "count_check.h"

static int set_up(void **state)
{
	char folder[PATH_MAX];
	find_plugins(folder);
	*state = plugin_set_create((const char *const[]){folder, NULL});
	return 0;
}

static int tear_down(void **state)
{
	plugin_set_destroy(*state);
	return 0;
}

static shapes *create_of(void **state, const char *plugin_name, const lexis_skeleton *told)
{
	error error;
	const plugin *plugin = plugin_set_load(*state, plugin_name, &error);
	if (plugin == NULL)
		fail_msg("%s", error.message);
	return shapes_create(&plugin->languages[0], told);
}

static shapes *create(void **state)
{
	static const lexis_skeleton told = {.lines = true};
	return create_of(state, "go", &told);
}

/* "name:start-end:kind " for each frame; NULL: the grammar does not understand it. */
static void check_within(shapes *shapes, const char *header, const char *statement, const char *expected)
{
	findings found = {.arena = arena_create()};
	buffer list = BUFFER_INIT;
	bool known = shapes_find(shapes, text_of(header), text_of(statement), 60, &found);
	assert_int_equal(known, expected != NULL);
	for (size_t i = 0; i < found.frame_count; i++) {
		const found_frame *frame = &found.frames[i];
		buffer_printf(&list, "%s:%u-%u:%s ", frame->name, frame->start, frame->end, frame->kind);
	}
	assert_string_equal(buffer_string(&list), known ? expected : "");
	buffer_finish(&list);
	arena_destroy(found.arena);
	findings_finish(&found);
}

static void check(shapes *shapes, const char *statement, const char *expected)
{
	check_within(shapes, "", statement, expected);
}

/* The first of a shape is put to the grammar, others are not: both are told the same. */
static void tells_statements_of_a_shape(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() {}\n", "a:0-11:function ");
	check(shapes, "func bcd() {}\n", "bcd:0-13:function ");
	check(shapes, "func E()   {}\n", "E:0-13:function ");
	check(shapes, "func (s *Stack[T]) Push() {\n}\n", "(*Stack).Push:0-29:method ");
	check(shapes, "func (l *List[E]) Add() {\n}\n", "(*List).Add:0-27:method ");
	shapes_destroy(shapes);
}

static void tells_frames_in_frames(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() { b(func() {}) }", "a:0-25:function (anonymous):13-22:lambda ");
	check(shapes, "func cc() { dd(func() {}) }", "cc:0-27:function (anonymous):15-24:lambda ");
	check(shapes, "type A struct {\n}\n", "A:0-17:struct ");
	check(shapes, "type Bcd struct {\n\n}\n", "Bcd:0-20:struct ");
	check(shapes, "var a = b", "");
	check(shapes, "var c = d", "");
	shapes_destroy(shapes);
}

/* What stands in a class is a method; blanks make blocks; a name may mean something to the plugin's rules. */
static void tells_what_a_block_tells(void **state)
{
	static const lexis_skeleton told = {.layout = true};
	shapes *shapes = create_of(state, "python", &told);
	for (int i = 0; i < 2; i++) {
		check(shapes, "def a():\n    b\n", "a:0-14:function ");
		check_within(shapes, "class A:\n", "    def a():\n        b\n", "a:4-22:method ");
		check_within(shapes, "class Bc(D):\n", "    def ef():\n        g\n", "ef:4-23:method ");
		check_within(shapes, "def a():\n", "    def ab():\n        b\n", "ab:4-23:function ");
		check(shapes, "class A:\n    def a():\n        b\n", "A:0-31:class a:13-31:method ");
		check_within(shapes, "class A:\n", "    def __init__():\n        b\n", "__init__:4-29:constructor ");
		check_within(shapes, "class A:\n", "    @a\n    def b():\n        c\n", "b:11-29:method ");
		check(shapes, "def a(:\n    b\n", NULL);
	}
	shapes_destroy(shapes);
}

/* Words that the grammar does not know are believed where braces tell; a word that it knows is no name. */
static void believes_macros(void **state)
{
	static const char *const reserved[] = {"int", "void", NULL};
	static const lexis_skeleton told = {.reserved = reserved, .semicolons = true, .macros = true};
	shapes *shapes = create_of(state, "c", &told);
	for (int i = 0; i < 2; i++) {
		check(shapes, "static int __init a()\n{\n}\n", "a:0-25:function ");
		check(shapes, "struct a {};", "a:0-11:struct ");
		check(shapes, "A(b) {}", "A(b):0-7:function ");
		check(shapes, "static A struct b {} c[] = {};", NULL);
	}
	shapes_destroy(shapes);
}

static void sums_complexity(void **state)
{
	shapes *shapes = create(state);
	findings found = {.arena = arena_create()};
	assert_true(shapes_find(shapes, TEXT(""), TEXT("func c() {\n\tif d {\n\t}\n}"), 60, &found));
	assert_int_equal(found.frame_count, 1);
	assert_int_equal(found.frames[0].cyclomatic, 2);
	assert_int_equal(found.frames[0].cognitive, 1);
	arena_destroy(found.arena);
	findings_finish(&found);
	shapes_destroy(shapes);
}

static void learns_nothing_of_what_is_no_statement(void **state)
{
	shapes *shapes = create(state);
	for (int i = 0; i < 3; i++)
		check(shapes, "func a( {", NULL);
	for (int i = 0; i < 3; i++)
		check(shapes, "var a = \"b\"", NULL);
	shapes_destroy(shapes);
}

/* More shapes than are kept: no answer changes. */
static void keeps_a_bounded_number(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() {}", "a:0-11:function ");
	for (int i = 0; i < 20000; i++) {
		char statement[32];
		snprintf(statement, sizeof(statement), "var a = %d", i);
		check(shapes, statement, "");
	}
	check(shapes, "func b() {}", "b:0-11:function ");
	shapes_destroy(shapes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_statements_of_a_shape),
		cmocka_unit_test(tells_frames_in_frames),
		cmocka_unit_test(tells_what_a_block_tells),
		cmocka_unit_test(believes_macros),
		cmocka_unit_test(sums_complexity),
		cmocka_unit_test(learns_nothing_of_what_is_no_statement),
		cmocka_unit_test(keeps_a_bounded_number),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
