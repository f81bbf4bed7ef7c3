/* SPDX-License-Identifier: MIT */
#include "work/queue.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { FILES = 6 };

static const uint64_t sizes[FILES] = {5, 900000, 7, 300000, 7, 200000};

/* What is begun last is waited for: it is to be small. Those that are small anyway stay as they are, and so do equals. */
static void test_takes_the_largest_first(void **state)
{
	(void)state;
	static const uint32_t wanted[FILES] = {1, 3, 5, 0, 2, 4};
	uint32_t got[FILES];
	size_t count = 0;
	queue queue;
	queue_init(&queue, FILES, sizes);
	while (!queue_is_empty(&queue)) {
		size_t taken = queue_take(&queue, got + count, FILES - count, 0);
		assert_true(taken > 0);
		count += taken;
	}
	assert_int_equal(count, FILES);
	assert_memory_equal(got, wanted, sizeof(wanted));
	queue_finish(&queue);
}

/* A batch ends with what fills it, and a worker that is busy for long gets only what others would be done with at once. */
static void test_leaves_work_for_others(void **state)
{
	(void)state;
	uint32_t got[FILES];
	queue queue;
	queue_init(&queue, FILES, sizes);
	assert_int_equal(queue_take(&queue, got, FILES, 0), 1);
	assert_int_equal(got[0], 1);
	assert_int_equal(queue_bytes(&queue, got, 1), QUEUE_BATCH_BYTES);
	assert_int_equal(queue_take(&queue, got, 2, queue_bytes(&queue, got, 1)), 2);
	assert_int_equal(got[0], 4);
	assert_int_equal(got[1], 2);
	assert_int_equal(queue_take(&queue, got, FILES, 0), 1);
	assert_int_equal(got[0], 3);
	assert_int_equal(queue_fresh_count(&queue), 2);
	queue_finish(&queue);
}

/* Two huge files at once would take the memory of both: one waits as long as there is other work, small files first. */
static void test_keeps_giants_apart(void **state)
{
	(void)state;
	static const uint64_t huge[] = {5000000, 10, 4000000, 300000};
	uint32_t got[4];
	queue queue;
	queue_init(&queue, 4, huge);
	assert_int_equal(queue_fresh_count(&queue), 4);
	assert_int_equal(queue_take(&queue, got, 4, 0), 1);
	assert_int_equal(got[0], 0);
	queue.giant_at_hand = true;
	assert_int_equal(queue_take(&queue, got, 1, 0), 1);
	assert_int_equal(got[0], 1);
	assert_int_equal(queue_take(&queue, got, 1, 0), 1);
	assert_int_equal(got[0], 3);
	/* Nothing else is left. */
	assert_int_equal(queue_take(&queue, got, 4, 0), 1);
	assert_int_equal(got[0], 2);
	assert_true(queue_is_empty(&queue));
	queue_finish(&queue);
}

/* Without sizes they come as they are; what comes back is taken by itself. */
static void test_gives_each_once(void **state)
{
	(void)state;
	uint32_t got[FILES];
	bool seen[FILES] = {false};
	queue queue;
	queue_init(&queue, FILES, NULL);
	assert_int_equal(queue_take(&queue, got, 2, 0), 2);
	assert_int_equal(got[0], 0);
	assert_int_equal(got[1], 1);
	queue_return(&queue, 1);
	assert_int_equal(queue_fresh_count(&queue), FILES - 1);
	for (size_t count = 1; count < FILES; count++) {
		if (count == 3)
			assert_int_equal(queue_take_returned(&queue, got, FILES), 1);
		else
			assert_int_equal(queue_take(&queue, got, 1, count % 2 == 0 ? UINT64_MAX : 0), 1);
		assert_true(got[0] > 0 && got[0] < FILES && !seen[got[0]]);
		assert_int_equal(got[0] == 1, count == 3);
		seen[got[0]] = true;
	}
	assert_true(queue_is_empty(&queue));
	assert_int_equal(queue_take(&queue, got, FILES, 0), 0);
	queue_finish(&queue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_takes_the_largest_first),
		cmocka_unit_test(test_leaves_work_for_others),
		cmocka_unit_test(test_keeps_giants_apart),
		cmocka_unit_test(test_gives_each_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
