/* SPDX-License-Identifier: MIT */
#include "source/list.h"
#include "source/order.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void add(source_list *list, uint32_t root, const char *path)
{
	const list_facts facts = {.place = NULL};
	/* The size tells the files apart. */
	list_add_file(list, root, path, 0, list->file_count, (seen_key){.name = "n"}, &facts, false);
}

static void check_order(source_list *list)
{
	bool met[4096] = {false};
	list_order(list);
	assert_true(list->file_count <= sizeof(met));
	for (size_t i = 0; i < list->file_count; i++) {
		const source_file *file = &list->files[i];
		assert_false(met[file->size]);
		met[file->size] = true;
		if (i == 0)
			continue;
		const source_file *before = &list->files[i - 1];
		assert_true(before->root <= file->root);
		assert_true(before->root < file->root || strcmp(before->shown, file->shown) <= 0);
	}
}

static void check_paths(const char *const *paths)
{
	source_list *list = source_list_create();
	for (size_t i = 0; paths[i] != NULL; i++)
		add(list, 0, paths[i]);
	check_order(list);
	source_list_destroy(list);
}

static void test_walked(void **state)
{
	(void)state;
	/* A folder's row, then those of its folders, as a walk has them; '.' and '-' come before '/', '0' behind. */
	check_paths((const char *[]){"z", "a0", "a.c", "a-b/x", "a/y", "a/b.c", "a/b/q", "a/b/c/d", "a/b-/r", NULL});
	/* Folders without files of their own, and names that are longer than what is compared at first. */
	check_paths((const char *[]){"p/q/longer_name_2", "p/q/longer_name_10", "p/q/longer_n", "p/r/s/t", "p/r.s/t",
				     NULL});
	check_paths((const char *[]){"b/\xff", "b/\x01", "b\x01/x", "b\xff/x", "", "b/", NULL});
}

static void test_folder_in_two_rows(void **state)
{
	(void)state;
	check_paths((const char *[]){"a/z", "b/y", "a/x", "c", "b/w", "a", NULL});
}

static void test_roots(void **state)
{
	(void)state;
	source_list *list = source_list_create();
	add(list, 1, "b/x");
	add(list, 1, "a");
	add(list, 0, "b/z");
	add(list, 0, "b/y");
	add(list, 2, "");
	check_order(list);
	source_list_destroy(list);
}

/* The same numbers on each run. */
static uint32_t next_random(uint32_t *state)
{
	*state = *state * UINT32_C(1664525) + UINT32_C(1013904223);
	return *state >> 16;
}

/* Adds rows of files below `folder`, deeper ones behind it. */
static void add_folder(source_list *list, uint32_t *random, const char *folder, int depth)
{
	static const char bytes[] = "a.-0~_b";
	for (uint32_t i = next_random(random) % 6; i > 0; i--) {
		char path[128];
		snprintf(path, sizeof(path), "%s%c%c%u", folder, bytes[next_random(random) % 7],
			 bytes[next_random(random) % 7], (unsigned)next_random(random) % 3);
		add(list, 0, path);
	}
	for (uint32_t i = depth > 0 ? 1 + next_random(random) % 3 : 0; i > 0; i--) {
		char path[128];
		snprintf(path, sizeof(path), "%s%c%u%u/", folder, bytes[next_random(random) % 7], (unsigned)i,
			 (unsigned)next_random(random) % 2);
		add_folder(list, random, path, depth - 1);
	}
}

static void test_trees(void **state)
{
	(void)state;
	for (uint32_t seed = 1; seed <= 200; seed++) {
		uint32_t random = seed;
		source_list *list = source_list_create();
		add_folder(list, &random, "", 4);
		check_order(list);
		check_order(list);
		source_list_destroy(list);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_walked),
		cmocka_unit_test(test_folder_in_two_rows),
		cmocka_unit_test(test_roots),
		cmocka_unit_test(test_trees),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
