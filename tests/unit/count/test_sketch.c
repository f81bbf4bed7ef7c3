/* SPDX-License-Identifier: MIT */
/* Sketches: which statements are of one shape, what is asked in their place, and how names come back. */
#include "count/sketch.h"
#include "count_check.h"
#include "plugin/plugin.h"

typedef struct setup {
	plugin_set *plugins;
	sketch_words *words;
} setup;

static const char *const reserved[] = {"int", "n", NULL};

static int set_up(void **state)
{
	static setup made;
	char folder[PATH_MAX];
	error error;
	find_plugins(folder);
	made.plugins = plugin_set_create((const char *const[]){folder, NULL});
	const plugin *go = plugin_set_load(made.plugins, "go", &error);
	if (go == NULL)
		fail_msg("%s", error.message);
	made.words = sketch_words_create(&go->languages[0], reserved);
	*state = &made;
	return 0;
}

static int tear_down(void **state)
{
	setup *made = *state;
	sketch_words_destroy(made->words);
	plugin_set_destroy(made->plugins);
	return 0;
}

static bool same(const setup *setup, const char *a, const char *b)
{
	sketch left = {0}, right = {0};
	assert_true(sketch_draw(&left, setup->words, text_of(a), false));
	assert_true(sketch_draw(&right, setup->words, text_of(b), false));
	return hash128_equals(sketch_hash(&left, 1), sketch_hash(&right, 1));
}

static void tells_shapes_from_names(void **state)
{
	const setup *setup = *state;
	assert_true(same(setup, "func a() {}\n", "func Other9() {}\n"));
	assert_true(same(setup, "func (a *B) c()  D {\n\n}", "func (x_1 *Yy) z()\tInt {\n}"));
	assert_false(same(setup, "func a() {}", "func a() { }"));
	assert_false(same(setup, "func a() {\n}", "func a() { }"));
	assert_false(same(setup, "func a()", "type a()"));
	assert_false(same(setup, "a b", "func b"));
	assert_false(same(setup, "a = 1", "a = 2"));
	assert_false(same(setup, "a = nil", "a = b"));
	assert_false(same(setup, "a", "_"));
	assert_false(same(setup, "a.b", "a b"));
	assert_false(same(setup, "a int", "a b"));
	assert_false(same(setup, "a n", "a m"));
	assert_true(same(setup, "a int", "b int"));
	assert_true(same(setup, "a {\n\"\"\n}", "b {\n\"\"\n}"));
	assert_true(same(setup, "a ints", "b m"));
}

static void tells_blanks_where_they_make_blocks(void **state)
{
	const setup *setup = *state;
	sketch left = {0}, right = {0};
	assert_true(sketch_draw(&left, setup->words, TEXT("a:\n  b"), true));
	assert_true(sketch_draw(&right, setup->words, TEXT("cd:\n  e"), true));
	assert_int_equal(left.count, 6);
	assert_true(hash128_equals(sketch_hash(&left, 1), sketch_hash(&right, 1)));
	assert_true(sketch_draw(&right, setup->words, TEXT("cd:\n\te"), true));
	assert_false(hash128_equals(sketch_hash(&left, 1), sketch_hash(&right, 1)));
	assert_true(sketch_draw(&right, setup->words, TEXT("cd:\n e"), true));
	assert_false(hash128_equals(sketch_hash(&left, 1), sketch_hash(&right, 1)));
}

static void refuses_what_may_mean_something(void **state)
{
	const setup *setup = *state;
	sketch sketch = {0};
	char name[SKETCH_NAME_MAX + 2], signs[SKETCH_PIECES + 2];
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = \"b\""), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = 'b'"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = `b`"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = r\"\""), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = \"\"\""), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a = \"\"b"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("caf\xC3\xA9()"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a\0b"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("a \x01"), false));
	assert_false(sketch_draw(&sketch, setup->words, TEXT("#endif\na"), false));
	memset(name, 'a', sizeof(name));
	assert_true(sketch_draw(&sketch, setup->words, (text){name, SKETCH_NAME_MAX}, false));
	assert_false(sketch_draw(&sketch, setup->words, (text){name, SKETCH_NAME_MAX + 1}, false));
	memset(signs, ';', sizeof(signs));
	assert_true(sketch_draw(&sketch, setup->words, (text){signs, SKETCH_PIECES}, false));
	assert_false(sketch_draw(&sketch, setup->words, (text){signs, SKETCH_PIECES + 1}, false));
}

/* Pieces: func, one a byte, then " ", name, "(", ")", " ", name. */
static void places_come_back(void **state)
{
	const setup *setup = *state;
	sketch sketch = {0};
	buffer spelled = BUFFER_INIT;
	uint32_t piece = 0;
	assert_true(sketch_draw(&sketch, setup->words, TEXT("func abc()   D"), false));
	sketch_spell(&sketch, &spelled);
	assert_memory_equal(spelled.data, "func ", 5);
	const char *bracket = strchr(buffer_string(&spelled), '(');
	assert_non_null(bracket);
	assert_true(sketch_piece_at(&sketch, 5, &piece));
	assert_int_equal(sketch_place_of(&sketch, piece), 5);
	assert_false(sketch_piece_at(&sketch, 6, &piece));
	assert_true(sketch_piece_at(&sketch, (uint32_t)(bracket - spelled.data), &piece));
	assert_int_equal(sketch_place_of(&sketch, piece), 8);
	assert_true(sketch_piece_at(&sketch, (uint32_t)(bracket + 3 - spelled.data), &piece));
	assert_int_equal(sketch_place_of(&sketch, piece), 13);
	assert_true(sketch_piece_at(&sketch, (uint32_t)spelled.len, &piece));
	assert_int_equal(sketch_place_of(&sketch, piece), 14);
	buffer_finish(&spelled);
}

static void names_come_back(void **state)
{
	const setup *setup = *state;
	sketch sketch = {0};
	buffer spelled = BUFFER_INIT, filled = BUFFER_INIT;
	assert_true(sketch_draw(&sketch, setup->words, TEXT("n000z.bb(n1z)"), false));
	sketch_spell(&sketch, &spelled);
	sketch_fill(&sketch, TEXT("n000z.bb(n1z)"), buffer_string(&spelled), &filled);
	assert_string_equal(buffer_string(&filled), "n000z.bb(n1z)");
	buffer_clear(&filled);
	sketch_fill(&sketch, TEXT("n000z.bb(n1z)"), "(*n00) n999z n00", &filled);
	assert_string_equal(buffer_string(&filled), "(*n00) n999z n00");
	buffer_finish(&spelled);
	buffer_finish(&filled);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_shapes_from_names),
		cmocka_unit_test(tells_blanks_where_they_make_blocks),
		cmocka_unit_test(refuses_what_may_mean_something),
		cmocka_unit_test(places_come_back),
		cmocka_unit_test(names_come_back),
	};
	return cmocka_run_group_tests(tests, set_up, tear_down);
}
