/* SPDX-License-Identifier: MIT */
#include "cache/shelf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

enum { ITEMS = 50 };

static void fill(shelf *shelf, char values[ITEMS][16])
{
	for (size_t i = 0; i < ITEMS; i++) {
		snprintf(values[i], sizeof(values[i]), "%.*s%zu", (int)(i % 7), "xxxxxxx", i);
		const shelf_item item = {
			.name = (i * 37 + 5) % ITEMS * UINT64_C(0x0500000000000000),
			.stamp = {i, i + 1},
			.elsewhere = i % 3 == 0,
			.value = text_of(values[i]),
		};
		shelf_add(shelf, &item);
	}
	shelf_order(shelf);
}

static void test_finds_what_was_written(void **state)
{
	(void)state;
	char values[ITEMS][16];
	shelf made = {0}, read = {0};
	buffer out = BUFFER_INIT;
	fill(&made, values);
	assert_int_equal(made.count, ITEMS);
	shelf_write(&made, &out);
	assert_true(shelf_read(&read, (text){out.data, out.len}));
	assert_int_equal(read.count, ITEMS);
	for (size_t i = 0; i < ITEMS; i++) {
		const shelf_item *item = shelf_find(&read, (i * 37 + 5) % ITEMS * UINT64_C(0x0500000000000000));
		assert_non_null(item);
		assert_true(item->stamp.high == i && item->stamp.low == i + 1);
		assert_int_equal(item->elsewhere, i % 3 == 0);
		assert_int_equal(item->value.len, strlen(values[i]));
		assert_memory_equal(item->value.data, values[i], item->value.len);
	}
	assert_null(shelf_find(&read, 1));
	assert_null(shelf_find(&read, UINT64_MAX));
	shelf_finish(&made);
	shelf_finish(&read);
	buffer_finish(&out);
}

static void test_one_of_a_name(void **state)
{
	(void)state;
	shelf shelf = {0};
	const shelf_item items[] = {{.name = 9}, {.name = 4}, {.name = 9}, {.name = 4}, {.name = 9}};
	assert_null(shelf_find(&shelf, 4));
	shelf_order(&shelf);
	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++)
		shelf_add(&shelf, &items[i]);
	shelf_order(&shelf);
	assert_int_equal(shelf.count, 2);
	assert_true(shelf.items[0].name == 4 && shelf.items[1].name == 9);
	shelf_finish(&shelf);
}

/* Cut short anywhere, and with each byte turned over: it is refused, or what it holds lies within it, in order. */
static void test_nonsense(void **state)
{
	(void)state;
	char values[ITEMS][16], cut[ITEMS * 64];
	shelf made = {0}, read = {0};
	buffer out = BUFFER_INIT;
	fill(&made, values);
	shelf_write(&made, &out);
	assert_in_range(out.len, 1, sizeof(cut));
	size_t refused = 0;
	for (size_t at = 0; at < out.len; at++) {
		refused += !shelf_read(&read, (text){out.data, at});
		memcpy(cut, out.data, out.len);
		cut[at] = (char)~cut[at];
		if (!shelf_read(&read, (text){cut, out.len}))
			continue;
		for (size_t i = 0; i < read.count; i++) {
			const shelf_item *item = &read.items[i];
			assert_true(item->value.data >= cut && item->value.data + item->value.len <= cut + out.len);
			assert_true(i == 0 || item[-1].name < item->name);
		}
	}
	assert_int_equal(refused, out.len - ITEMS);
	assert_true(shelf_read(&read, (text){"", 0}));
	assert_int_equal(read.count, 0);
	shelf_finish(&made);
	shelf_finish(&read);
	buffer_finish(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_what_was_written),
		cmocka_unit_test(test_one_of_a_name),
		cmocka_unit_test(test_nonsense),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
