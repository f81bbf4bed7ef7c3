/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

/* Pieces of growing size, across many blocks of the arena: each keeps what was written to it, and is aligned. */
static void test_pieces_are_apart(void **state)
{
	(void)state;
	enum { PIECES = 2000 };
	unsigned char *pieces[PIECES];
	arena *arena = arena_create();
	for (size_t i = 0; i < PIECES; i++) {
		pieces[i] = arena_alloc(arena, i);
		assert_non_null(pieces[i]);
		assert_int_equal((uintptr_t)pieces[i] % alignof(max_align_t), 0);
		memset(pieces[i], (int)(i % 251), i);
	}
	for (size_t i = 0; i < PIECES; i++) {
		for (size_t j = 0; j < i; j++)
			assert_int_equal(pieces[i][j], i % 251);
	}
	arena_destroy(arena);
}

static void test_piece_larger_than_a_block(void **state)
{
	(void)state;
	const size_t size = (size_t)20 * 1024 * 1024;
	arena *arena = arena_create();
	char *small = arena_copy_string(arena, "small");
	char *large = arena_alloc(arena, size);
	memset(large, 'x', size);
	char *behind = arena_copy_string(arena, "behind");
	assert_string_equal(small, "small");
	assert_string_equal(behind, "behind");
	assert_int_equal(large[size - 1], 'x');
	assert_true(arena_used(arena) >= size);
	arena_destroy(arena);
}

static void test_zero_clears_used_memory(void **state)
{
	(void)state;
	arena *arena = arena_create();
	memset(arena_alloc(arena, 60000), 0xff, 60000);
	arena_reset(arena);
	const unsigned char *piece = arena_zero(arena, 100, 600);
	for (size_t i = 0; i < 60000; i++)
		assert_int_equal(piece[i], 0);
	arena_destroy(arena);
}

static void test_used(void **state)
{
	(void)state;
	arena *arena = arena_create();
	assert_int_equal(arena_used(arena), 0);
	arena_reset(arena); /* of one that was never used */
	size_t before = 0;
	for (size_t i = 0; i < 100; i++) {
		(void)arena_alloc(arena, 5000);
		assert_true(arena_used(arena) >= before + 5000);
		before = arena_used(arena);
	}
	arena_reset(arena);
	assert_int_equal(arena_used(arena), 0);
	(void)arena_alloc(arena, 16);
	assert_in_range(arena_used(arena), 16, 16 + alignof(max_align_t));
	arena_destroy(arena);
}

static void test_copies(void **state)
{
	(void)state;
	arena *arena = arena_create();
	char source[] = "ab\0cd";
	char *bytes = arena_copy(arena, source, 5);
	char *string = arena_copy_string(arena, source);
	source[0] = 'X';
	assert_memory_equal(bytes, "ab\0cd", 6); /* and a NUL behind it */
	assert_string_equal(string, "ab");
	assert_string_equal(arena_copy(arena, NULL, 0), "");
	arena_destroy(arena);
}

static void test_printf(void **state)
{
	(void)state;
	arena *arena = arena_create();
	assert_string_equal(arena_printf(arena, "%s", ""), "");
	assert_string_equal(arena_printf(arena, "%d of %s", 3, "four"), "3 of four");
	char *wide = arena_printf(arena, "%100000d", 7);
	assert_int_equal(strlen(wide), 100000);
	assert_int_equal(wide[99999], '7');
	arena_destroy(arena);
}

static void test_destroy_nothing(void **state)
{
	(void)state;
	arena_destroy(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pieces_are_apart),
		cmocka_unit_test(test_piece_larger_than_a_block),
		cmocka_unit_test(test_zero_clears_used_memory),
		cmocka_unit_test(test_used),
		cmocka_unit_test(test_copies),
		cmocka_unit_test(test_printf),
		cmocka_unit_test(test_destroy_nothing),
	};
	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
