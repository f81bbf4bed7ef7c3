/* SPDX-License-Identifier: MIT */
/* Records that are written and read. */
#include "codec_check.h"

static void test_every_member_comes_back(void **state)
{
	(void)state;
	record_frame frames[] = {
		{"Klass \xc3\xa4", "class", false, 1, 90, 0, 0, 0, make_counts(80, 5, 5)},
		{"", "method", true, 2, 2, 1, 4, UINT32_MAX, make_counts(1, 0, 0)},
		{"(anonymous)", "lambda", true, 2, UINT32_MAX, 2, 0, 1, {0}},
		{"main", "function", true, 91, 95, 0, 1, 2, make_counts(UINT64_MAX, 0, 0)},
	};
	record_embedded embedded[] = {{"CSS", make_counts(3, 2, 1)}, {"JavaScript", make_counts(0, 0, 0)}};
	const char *notes[] = {"encoding: Latin-1", "", "two\nlines"};
	const record full = {
		.file = UINT32_MAX,
		.language = "Vue",
		.engine = RECORD_SYNTAX,
		.bytes = UINT64_MAX,
		.counts = make_counts(UINT64_C(1) << 40, 65535, 65536),
		.frames = frames,
		.frame_count = 4,
		.embedded = embedded,
		.embedded_count = 2,
		.notes = notes,
		.note_count = 3,
		.error_bytes = 1234,
		.roles = ROLE_ALL,
		.hash = {.high = UINT64_MAX, .low = 42},
	};
	check_round_trip(&full);
}

static void test_uncounted(void **state)
{
	(void)state;
	const record binary = {.file = 1, .failure = "binary"};
	check_round_trip(&binary);
	const record unreadable = {.language = "Go", .failed = true, .failure = "permission denied", .bytes = 5};
	check_round_trip(&unreadable);
}

/* Strings on both sides of each length at which MessagePack changes its form. */
static void test_lengths_of_strings(void **state)
{
	(void)state;
	static const size_t lengths[] = {0, 1, 31, 32, 255, 256, 65535, 65536, 1000000};
	for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
		char *name = memory_alloc(lengths[i] + 1);
		memset(name, 'x', lengths[i]);
		name[lengths[i]] = '\0';
		record_frame frame = {name, "function", true, 1, 1, 0, 0, 0, make_counts(1, 0, 0)};
		record one = plain_record();
		one.frames = &frame;
		one.frame_count = 1;
		check_round_trip(&one);
		free(name);
	}
}

static void test_numbers_of_frames(void **state)
{
	(void)state;
	static const size_t numbers[] = {15, 16, 65535, 65536};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		record_frame *frames = memory_zero(numbers[i], sizeof(*frames));
		for (size_t j = 0; j < numbers[i]; j++) {
			uint32_t line = (uint32_t)j + 1;
			frames[j] = (record_frame){"f", "function", true, line, line, 0, 0, 0, make_counts(1, 0, 0)};
		}
		record many = plain_record();
		many.frames = frames;
		many.frame_count = numbers[i];
		check_round_trip(&many);
		free(frames);
	}
}

static void test_deep_nesting(void **state)
{
	(void)state;
	enum { DEPTH = 5000 };
	record_frame *frames = memory_zero(DEPTH, sizeof(*frames));
	for (uint32_t i = 0; i < DEPTH; i++)
		frames[i] = (record_frame){"f", "lambda", true, 1, 1, i, 0, 0, {0}};
	record deep = plain_record();
	deep.frames = frames;
	deep.frame_count = DEPTH;
	check_round_trip(&deep);
	free(frames);
}

/* The layout by hand: a record that another program could write or read. */
static void test_known_bytes(void **state)
{
	(void)state;
	static const char bytes[] = "\x9f\x02\x03\xa1"
				    "C\x02\xc2\xc0\x0c\x97\x01\x01\x00\x00\x03\x07\x09\x90\x90\x90\x00\x00\x00\x00";
	const record expected = plain_record();
	buffer encoded = BUFFER_INIT;
	record_encode(&encoded, &expected);
	assert_int_equal(encoded.len, sizeof(bytes) - 1);
	assert_memory_equal(encoded.data, bytes, encoded.len);
	buffer_finish(&encoded);

	/* the same with another version, and with a NUL within the name of the language */
	arena *arena = arena_create();
	record out;
	char changed[sizeof(bytes)];
	memcpy(changed, bytes, sizeof(bytes));
	assert_int_equal(decode(changed, sizeof(bytes) - 1, arena, &out), 0);
	changed[1] = 1;
	assert_int_equal(decode(changed, sizeof(bytes) - 1, arena, &out), -1);
	memcpy(changed, bytes, sizeof(bytes));
	changed[4] = '\0';
	assert_int_equal(decode(changed, sizeof(bytes) - 1, arena, &out), -1);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_member_comes_back),
		cmocka_unit_test(test_uncounted),
		cmocka_unit_test(test_lengths_of_strings),
		cmocka_unit_test(test_numbers_of_frames),
		cmocka_unit_test(test_deep_nesting),
		cmocka_unit_test(test_known_bytes),
	};
	return cmocka_run_group_tests_name("codec", tests, NULL, NULL);
}
