/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static void test_empty(void **state)
{
	(void)state;
	buffer buffer = BUFFER_INIT;
	assert_null(buffer.data);
	assert_string_equal(buffer_string(&buffer), "");
	buffer_clear(&buffer);
	buffer_truncate(&buffer, 0);
	buffer_finish(&buffer);

	buffer_add(&buffer, NULL, 0);
	assert_int_equal(buffer.len, 0);
	assert_string_equal(buffer.data, "");
	buffer_finish(&buffer);
}

static void test_every_way_to_add(void **state)
{
	(void)state;
	buffer buffer = BUFFER_INIT;
	buffer_add_string(&buffer, "ab");
	buffer_add_char(&buffer, 'c');
	buffer_add(&buffer, "\0d", 2);
	buffer_printf(&buffer, "<%u%s>", 7u, "x");
	assert_int_equal(buffer.len, 9);
	assert_memory_equal(buffer.data, "abc\0d<7x>", 10);
	buffer_truncate(&buffer, 2);
	assert_string_equal(buffer.data, "ab");
	buffer_add_string(&buffer, "z");
	assert_string_equal(buffer_string(&buffer), "abz");
	buffer_finish(&buffer);
	assert_null(buffer.data);
	assert_int_equal(buffer.capacity, 0);
}

/* Byte by byte to a size that takes many moves. */
static void test_growth(void **state)
{
	(void)state;
	buffer buffer = BUFFER_INIT;
	for (size_t i = 0; i < 100000; i++) {
		buffer_add_char(&buffer, (char)('a' + i % 26));
		assert_true(buffer.len < buffer.capacity);
		assert_int_equal(buffer.data[buffer.len], '\0');
	}
	for (size_t i = 0; i < 100000; i++)
		assert_int_equal(buffer.data[i], 'a' + i % 26);
	buffer_printf(&buffer, "%200000d", 1);
	assert_int_equal(buffer.len, 300000);
	buffer_finish(&buffer);
}

static void test_clear_keeps_memory(void **state)
{
	(void)state;
	buffer buffer = BUFFER_INIT;
	buffer_reserve(&buffer, 1000);
	assert_true(buffer.capacity > 1000);
	assert_string_equal(buffer_string(&buffer), ""); /* room alone is no content */
	size_t capacity = buffer.capacity;
	const char *data = buffer.data;
	for (size_t i = 0; i < 1000; i++)
		buffer_add_char(&buffer, 'x');
	buffer_clear(&buffer);
	assert_int_equal(buffer.len, 0);
	assert_string_equal(buffer.data, "");
	assert_int_equal(buffer.capacity, capacity);
	assert_ptr_equal(buffer.data, data);
	buffer_finish(&buffer);
}

static void test_memory_reserve(void **state)
{
	(void)state;
	uint64_t *items = NULL;
	size_t capacity = 0, moves = 0;
	for (size_t count = 0; count < 100000; count++) {
		size_t before = capacity;
		memory_reserve(&items, &capacity, count + 1, sizeof(*items));
		assert_true(capacity > count);
		moves += capacity != before;
		items[count] = count * count;
	}
	for (size_t i = 0; i < 100000; i++)
		assert_int_equal(items[i], i * i);
	assert_true(moves <= 20); /* doubling: no more than the binary logarithm and a few */
	size_t before = capacity;
	memory_reserve(&items, &capacity, 1, sizeof(*items)); /* never shrinks */
	assert_int_equal(capacity, before);
	memory_reserve(&items, &capacity, before * 5, sizeof(*items)); /* more than double at once */
	assert_true(capacity >= before * 5);
	items[before * 5 - 1] = 1;
	assert_int_equal(items[777], 777 * 777);
	free(items);
}

static void test_memory_of_no_size(void **state)
{
	(void)state;
	void *pieces[] = {memory_alloc(0), memory_zero(0, 8), memory_zero(8, 0), memory_resize(NULL, 0, 8),
			  memory_copy_bytes(NULL, 0)};
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		assert_non_null(pieces[i]);
		free(pieces[i]);
	}
	char *copy = memory_copy_bytes("a\0b", 3);
	assert_memory_equal(copy, "a\0b", 4);
	free(copy);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_empty),          cmocka_unit_test(test_every_way_to_add),
		cmocka_unit_test(test_growth),         cmocka_unit_test(test_clear_keeps_memory),
		cmocka_unit_test(test_memory_reserve), cmocka_unit_test(test_memory_of_no_size),
	};
	return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
