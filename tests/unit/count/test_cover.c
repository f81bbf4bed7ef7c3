/* SPDX-License-Identifier: MIT */
/* Intervals over a text: nested, equal, touching, cut; the innermost one at each point, checked against a plain search. */
#include "count_check.h"

#include "count/cover.h"

typedef struct expectation {
	uint32_t start, end;
	size_t parent, item;
} expectation;

static void check(interval *given, size_t count, const expectation *expected)
{
	cover cover = cover_create(given, count);
	assert_int_equal(cover.count, count);
	for (size_t i = 0; i < count; i++) {
		const interval *got = &cover.intervals[i];
		if (got->start != expected[i].start || got->end != expected[i].end ||
		    got->parent != expected[i].parent || got->item != expected[i].item)
			fail_msg("interval %zu: %u-%u in %zd, item %zu", i, got->start, got->end, (ssize_t)got->parent,
				 got->item);
	}
}

#define CHECK(given, ...) check(given, COUNT(given), (const expectation[]){__VA_ARGS__})

static void test_nested(void **state)
{
	(void)state;
	interval given[] = {
		{.start = 20, .end = 30, .item = 0},
		{.start = 0, .end = 100, .item = 1},
		{.start = 22, .end = 25, .item = 2},
		{.start = 40, .end = 100, .item = 3},
	};
	CHECK(given, {0, 100, COVER_NONE, 1}, {20, 30, 0, 0}, {22, 25, 1, 2}, {40, 100, 0, 3});
}

/* Equal ones: the one found first is around the other. */
static void test_equal(void **state)
{
	(void)state;
	interval given[] = {{.start = 5, .end = 9, .item = 1},
			    {.start = 5, .end = 9, .item = 0},
			    {.start = 5, .end = 9, .item = 2}};
	CHECK(given, {5, 9, COVER_NONE, 0}, {5, 9, 0, 1}, {5, 9, 1, 2});
	cover cover = {.intervals = given, .count = 3, .innermost = COVER_NONE};
	assert_int_equal(cover_find(&cover, 4), COVER_NONE);
	assert_int_equal(cover_find(&cover, 5), 2);
	assert_int_equal(cover_find(&cover, 9), COVER_NONE);
}

static void test_touching(void **state)
{
	(void)state;
	interval given[] = {{.start = 0, .end = 10, .item = 0}, {.start = 10, .end = 20, .item = 1}};
	CHECK(given, {0, 10, COVER_NONE, 0}, {10, 20, COVER_NONE, 1});
	cover cover = cover_create(given, 2);
	assert_int_equal(cover_find(&cover, 9), 0);
	assert_int_equal(cover_find(&cover, 10), 1);
	assert_int_equal(cover_find(&cover, 20), COVER_NONE);
}

/* One that reaches out of the one around it ends with that. */
static void test_cut(void **state)
{
	(void)state;
	interval given[] = {
		{.start = 0, .end = 10, .item = 0},
		{.start = 5, .end = 15, .item = 1},
		{.start = 7, .end = 20, .item = 2},
		{.start = 12, .end = 18, .item = 3},
	};
	CHECK(given, {0, 10, COVER_NONE, 0}, {5, 10, 0, 1}, {7, 10, 1, 2}, {12, 18, COVER_NONE, 3});
}

static void test_empty(void **state)
{
	(void)state;
	cover none = cover_create(NULL, 0);
	assert_int_equal(cover_find(&none, 0), COVER_NONE);
	assert_int_equal(cover_find(&none, 1000), COVER_NONE);
	interval given[] = {{.start = 3, .end = 3, .item = 0}, {.start = 3, .end = 6, .item = 1}};
	CHECK(given, {3, 6, COVER_NONE, 1}, {3, 3, 0, 0});
	cover cover = cover_create(given, 2);
	assert_int_equal(cover_find(&cover, 3), 0); /* an empty interval holds nothing */
}

/* The innermost at a point: of all that hold it, the one that stands last in the order. */
static size_t search(const cover *cover, uint32_t at)
{
	size_t found = COVER_NONE;
	for (size_t i = 0; i < cover->count; i++) {
		if (cover->intervals[i].start <= at && at < cover->intervals[i].end)
			found = i;
	}
	return found;
}

static void test_against_search(void **state)
{
	(void)state;
	uint32_t seed = 12345;
	for (int round = 0; round < 300; round++) {
		interval given[24];
		for (size_t i = 0; i < COUNT(given); i++) {
			seed = seed * 1664525u + 1013904223u;
			uint32_t start = (seed >> 16) % 60;
			seed = seed * 1664525u + 1013904223u;
			given[i] = (interval){.start = start, .end = start + (seed >> 16) % 20, .item = i};
		}
		cover cover = cover_create(given, COUNT(given));
		for (size_t i = 0; i < cover.count; i++) {
			const interval *interval = &cover.intervals[i];
			if (interval->parent == COVER_NONE)
				continue;
			assert_true(interval->parent < i);
			assert_true(cover.intervals[interval->parent].start <= interval->start);
			assert_true(interval->end <= cover.intervals[interval->parent].end);
		}
		for (uint32_t at = 0; at < 85; at += 1 + (uint32_t)round % 3)
			assert_int_equal(cover_find(&cover, at), search(&cover, at));
	}
}

/* Very many, one in the other: not slower than their number. */
static void test_deep(void **state)
{
	(void)state;
	enum { DEPTH = 200000 };
	interval *given = calloc(DEPTH, sizeof(*given));
	assert_non_null(given);
	for (uint32_t i = 0; i < DEPTH; i++)
		given[i] = (interval){.start = i, .end = 2 * DEPTH - i, .item = i};
	cover cover = cover_create(given, DEPTH);
	assert_int_equal(cover.intervals[DEPTH - 1].parent, DEPTH - 2);
	for (uint32_t at = 0; at < 2 * DEPTH; at++) {
		size_t expected = at < DEPTH ? at : 2 * DEPTH - at - 1;
		if (cover_find(&cover, at) != expected)
			fail_msg("at %u", at);
	}
	free(given);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nested), cmocka_unit_test(test_equal), cmocka_unit_test(test_touching),
		cmocka_unit_test(test_cut),    cmocka_unit_test(test_empty), cmocka_unit_test(test_against_search),
		cmocka_unit_test(test_deep),
	};
	return cmocka_run_group_tests_name("cover", tests, NULL, NULL);
}
