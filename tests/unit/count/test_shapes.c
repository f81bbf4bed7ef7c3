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

static shapes *create(void **state)
{
	error error;
	const plugin *go = plugin_set_load(*state, "go", &error);
	if (go == NULL)
		fail_msg("%s", error.message);
	return shapes_create(&go->languages[0], NULL);
}

/* "name:start-end:kind " for each frame; NULL: the shape is not known. */
static void check(shapes *shapes, const char *statement, const char *expected)
{
	findings found = {.arena = arena_create()};
	buffer list = BUFFER_INIT;
	bool known = shapes_find(shapes, text_of(statement), 60, &found);
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

static void asks_at_the_second_statement(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() {}\n", NULL);
	check(shapes, "func bcd() {}\n", "bcd:0-13:function ");
	check(shapes, "func E()   {}\n", "E:0-13:function ");
	check(shapes, "func (s *Stack[T]) Push() {\n}\n", NULL);
	check(shapes, "func (l *List[E]) Add() {\n}\n", "(*List).Add:0-27:method ");
	shapes_destroy(shapes);
}

static void tells_frames_in_frames(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() { b(func() {}) }", NULL);
	check(shapes, "func cc() { dd(func() {}) }", "cc:0-27:function (anonymous):15-24:lambda ");
	check(shapes, "type A struct {\n}\n", NULL);
	check(shapes, "type Bcd struct {\n\n}\n", "Bcd:0-20:struct ");
	check(shapes, "var a = b", NULL);
	check(shapes, "var c = d", "");
	shapes_destroy(shapes);
}

static void sums_complexity(void **state)
{
	shapes *shapes = create(state);
	findings found = {.arena = arena_create()};
	assert_false(shapes_find(shapes, TEXT("func a() {\n\tif b {\n\t}\n}"), 60, &found));
	assert_true(shapes_find(shapes, TEXT("func c() {\n\tif d {\n\t}\n}"), 60, &found));
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

/* More shapes than are kept: those behind are left to the grammar, those before stay. */
static void keeps_a_bounded_number(void **state)
{
	shapes *shapes = create(state);
	check(shapes, "func a() {}", NULL);
	for (int i = 0; i < 20000; i++) {
		char statement[32];
		snprintf(statement, sizeof(statement), "var a = %d", i);
		check(shapes, statement, NULL);
	}
	check(shapes, "func b() {}", "b:0-11:function ");
	check(shapes, "func b() int {}", NULL);
	check(shapes, "func b() int {}", NULL);
	shapes_destroy(shapes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(asks_at_the_second_statement),
		cmocka_unit_test(tells_frames_in_frames),
		cmocka_unit_test(sums_complexity),
		cmocka_unit_test(learns_nothing_of_what_is_no_statement),
		cmocka_unit_test(keeps_a_bounded_number),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
