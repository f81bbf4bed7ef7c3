/* SPDX-License-Identifier: MIT */
/* A key changes with everything that shapes a record, and with nothing else. */
#include "cache/key.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { VARIANTS = 32, SEED = 99 };

static count_options count_of(void)
{
	return (count_options){.policy = *count_policy_find("default"), .timeout = 10};
}

/* One ingredient of the setting at a time. False: there are no more. */
static bool change_setting(size_t which, cache_setting *setting, count_options *count)
{
	switch (which) {
	case 0:
		setting->program.low++;
		break;
	case 1:
		setting->map.high++;
		break;
	case 2:
		setting->plugins.low++;
		break;
	case 3:
		setting->memory++;
		break;
	case 4:
		count->engine = COUNT_LEXICAL;
		break;
	case 5:
		count->unwanted = 1;
		break;
	case 6:
		count->timeout = 11;
		break;
	case 7:
		count->policy.blank_in_comment = LINE_CODE;
		break;
	case 8:
		count->policy.blank_in_string = LINE_COMMENT;
		break;
	case 9:
		count->policy.docstring = LINE_CODE;
		break;
	case 10:
		count->policy.shebang = LINE_CODE;
		break;
	case 11:
		count->policy.prose = LINE_CODE;
		break;
	case 12:
		count->policy.shebang_marked = !count->policy.shebang_marked;
		break;
	case 13:
		count->policy.embedded = !count->policy.embedded;
		break;
	case 14:
		setting->detail++;
		break;
	default:
		return false;
	}
	return true;
}

static void expect_new(hash128 *known, size_t *count, hash128 key)
{
	for (size_t i = 0; i < *count; i++)
		assert_false(hash128_equals(known[i], key));
	assert_true(*count < VARIANTS);
	known[(*count)++] = key;
}

static void test_setting(void **state)
{
	(void)state;
	hash128 known[VARIANTS];
	size_t known_count = 0, which = 0;
	for (bool more = true; more; which++) {
		count_options count = count_of();
		cache_setting setting = {.count = &count, .memory = 5};
		more = change_setting(which, &setting, &count);
		expect_new(known, &known_count, key_of_setting(&setting, SEED));
		/* The same again gives the same. */
		assert_true(hash128_equals(known[known_count - 1], key_of_setting(&setting, SEED)));
	}
	count_options count = count_of();
	cache_setting setting = {.count = &count, .memory = 5};
	expect_new(known, &known_count, key_of_setting(&setting, SEED + 1));
	/* Which languages are wanted does not shape a record. */
	const bool wanted[] = {true};
	count.wanted = wanted;
	assert_true(hash128_equals(known[which - 1], key_of_setting(&setting, SEED)));
}

static const source_file plain_file = {.path = "a/b.c", .shown = "b.c", .place = "src/b.c", .size = 3};

static void test_file(void **state)
{
	(void)state;
	const hash128 setting = {1, 2};
	buffer scratch = BUFFER_INIT;
	source_file files[] = {plain_file, plain_file, plain_file, plain_file, plain_file, plain_file, plain_file};
	files[1].path = "a/b.h";
	files[2].place = "test/b.c";
	files[3].attributes.language = "C++";
	files[4].attributes.vendored = 1;
	files[5].attributes.generated = 1;
	files[6].attributes.documentation = 1;
	hash128 known[VARIANTS];
	size_t count = 0;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		expect_new(known, &count, key_of_content(setting, &files[i], text_of("abc"), &scratch));
		expect_new(known, &count, key_of_blob(setting, &files[i], text_of("abc"), &scratch));
	}
	expect_new(known, &count, key_of_content(setting, &plain_file, text_of("abd"), &scratch));
	expect_new(known, &count, key_of_content((hash128){1, 3}, &plain_file, text_of("abc"), &scratch));
	expect_new(known, &count, key_of_blob((hash128){2, 2}, &plain_file, text_of("abc"), &scratch));
	source_file longer = plain_file;
	longer.size = 4;
	expect_new(known, &count, key_of_blob(setting, &longer, text_of("abc"), &scratch));

	/* Where the repository lies does not matter. */
	source_file elsewhere = plain_file;
	elsewhere.path = "/home/x/src/b.c";
	elsewhere.shown = "src/b.c";
	elsewhere.root = 3;
	assert_true(hash128_equals(known[0], key_of_content(setting, &elsewhere, text_of("abc"), &scratch)));
	buffer_finish(&scratch);
}

/* One part of a file's status at a time. */
static void test_stamp(void **state)
{
	(void)state;
	const hash128 setting = {1, 2};
	buffer scratch = BUFFER_INIT;
	hash128 known[VARIANTS];
	size_t count = 0;
	source_file files[9];
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		files[i] = plain_file;
	files[1].size++;
	files[2].stamp.device++;
	files[3].stamp.inode++;
	files[4].stamp.modified++;
	files[5].stamp.modified_part++;
	files[6].stamp.changed++;
	files[7].stamp.changed_part++;
	files[8].path = "a/c.c";
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		hash128 name = key_of_name(setting, &files[i], &scratch);
		expect_new(known, &count, key_of_stamp(name, &files[i]));
		assert_int_equal(hash128_equals(name, key_of_name(setting, &plain_file, &scratch)), i != 8);
	}
	source_file other = plain_file;
	expect_new(known, &count, key_of_folder(setting, &other, 7, &scratch));
	expect_new(known, &count, key_of_folder(setting, &other, 8, &scratch));
	expect_new(known, &count, key_of_folder((hash128){1, 3}, &other, 7, &scratch));
	other.folder++;
	expect_new(known, &count, key_of_folder(setting, &other, 7, &scratch));
	other.stamp.device++;
	expect_new(known, &count, key_of_folder(setting, &other, 7, &scratch));
	/* All files of a folder are on one shelf. */
	other.path = "a/z.c";
	other.stamp.inode++;
	assert_true(hash128_equals(known[count - 1], key_of_folder(setting, &other, 7, &scratch)));
	buffer_finish(&scratch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_setting),
		cmocka_unit_test(test_file),
		cmocka_unit_test(test_stamp),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
