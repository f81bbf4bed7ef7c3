/* SPDX-License-Identifier: MIT */
/* Bytes that are no record. */
#include "codec_check.h"

/* Every beginning of a record, and a record with a byte behind it, is none. */
static void test_cut_and_extended(void **state)
{
	(void)state;
	record_frame frame = {"main", "function", true, 1, 1, 0, 0, 0, make_counts(1, 0, 0)};
	const char *notes[] = {"note"};
	record one = plain_record();
	one.frames = &frame;
	one.frame_count = 1;
	one.notes = notes;
	one.note_count = 1;
	buffer bytes = BUFFER_INIT;
	arena *arena = arena_create();
	record out;
	record_encode(&bytes, &one);
	for (size_t len = 0; len < bytes.len; len++)
		assert_int_equal(decode(bytes.data, len, arena, &out), -1);
	assert_int_equal(decode(bytes.data, bytes.len, arena, &out), 0);
	buffer_add_char(&bytes, '\0');
	assert_int_equal(decode(bytes.data, bytes.len, arena, &out), -1);
	arena_destroy(arena);
	buffer_finish(&bytes);
}

static void test_not_utf8(void **state)
{
	(void)state;
	/* a lone continuation, an overlong slash, a surrogate, beyond U+10FFFF, a character cut short */
	static const char *const broken[] = {"\x80", "a\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"};
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
		record_frame frame = {broken[i], "function", true, 1, 1, 0, 0, 0, make_counts(1, 0, 0)};
		record named = plain_record();
		named.frames = &frame;
		named.frame_count = 1;
		assert_int_equal(decode_record(&named), -1);
		record language = plain_record();
		language.language = broken[i];
		assert_int_equal(decode_record(&language), -1);
		record noted = plain_record();
		noted.notes = (const char *[]){broken[i]};
		noted.note_count = 1;
		assert_int_equal(decode_record(&noted), -1);
	}
}

/* One row: a second frame behind one of lines 1 to 10 at depth 0, and whether the two are an outline. */
static void test_outlines(void **state)
{
	(void)state;
	const counts one_line = make_counts(1, 0, 0);
	const struct {
		record_frame frame;
		int status;
	} rows[] = {
		{{"f", "function", true, 11, 12, 0, 0, 0, one_line}, 0},
		{{"f", "function", true, 2, 3, 1, 0, 0, one_line}, 0},
		{{"f", "function", true, 2, 3, 2, 0, 0, one_line}, -1}, /* no parent at depth 1 */
		{{"f", "function", true, 2, 3, UINT32_MAX, 0, 0, one_line}, -1},
		{{"f", "function", true, 3, 2, 0, 0, 0, one_line}, -1},    /* ends before it starts */
		{{"f", "function", true, 0, 2, 0, 0, 0, one_line}, -1},    /* lines count from 1 */
		{{"f\ng", "function", true, 2, 2, 0, 0, 0, one_line}, -1}, /* would forge a row */
		{{"f", "func\rtion", true, 2, 2, 0, 0, 0, one_line}, -1},
		{{"f", "function", true, 2, 2, 0, 0, 0, {.lines = 2, .code = 1}}, -1},
		{{"f", "function", true, 2, 2, 0, 0, 0, {.lines = 1, .code = 2}}, -1},
		{{"f", "function", true, 2, 2, 0, 0, 0, {.lines = 1, .code = 1, .blank = 1}}, -1},
		/* sums that come out right only by running over */
		{{"f", "function", true, 2, 2, 0, 0, 0, {.lines = 1, .code = UINT64_MAX, .comment = 2}}, -1},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		record_frame frames[] = {{"C", "class", false, 1, 10, 0, 0, 0, one_line}, rows[i].frame};
		record two = plain_record();
		two.frames = frames;
		two.frame_count = 2;
		if (decode_record(&two) != rows[i].status)
			fail_msg("row %zu: expected %d", i, rows[i].status);
	}
	/* the first frame lies at depth 0 */
	record_frame first = {"f", "function", true, 1, 1, 1, 0, 0, one_line};
	record one = plain_record();
	one.frames = &first;
	one.frame_count = 1;
	assert_int_equal(decode_record(&one), -1);
}

static void test_contradictions(void **state)
{
	(void)state;
	record unsound = plain_record();
	unsound.counts.lines++;
	assert_int_equal(decode_record(&unsound), -1);
	record no_reason = plain_record();
	no_reason.engine = RECORD_UNCOUNTED;
	assert_int_equal(decode_record(&no_reason), -1);
	record reason = plain_record();
	reason.failure = "binary";
	assert_int_equal(decode_record(&reason), -1);
	record no_language = plain_record();
	no_language.language = NULL;
	assert_int_equal(decode_record(&no_language), -1);
	record engine = plain_record();
	engine.engine = (enum record_engine)(RECORD_CERTIFIED + 1);
	assert_int_equal(decode_record(&engine), -1);
	record roles = plain_record();
	roles.roles = ROLE_ALL + 1;
	assert_int_equal(decode_record(&roles), -1);
	record embedded = plain_record();
	record_embedded css = {"CSS", {.lines = 1}};
	embedded.embedded = &css;
	embedded.embedded_count = 1;
	assert_int_equal(decode_record(&embedded), -1);
}

/*
 * Bytes made by hand after MessagePack's specification: 0x9N array of N, 0xdd array of 32-bit size, 0xdb string of 32-bit
 * size, 0xc6 binary, 0x8N map, 0xcb float, 0xc1 never used.
 */
static void test_hostile_bytes(void **state)
{
	(void)state;
#define BYTES(literal)                                                                                                 \
	{                                                                                                              \
		literal, sizeof(literal) - 1                                                                           \
	}
	static const text rows[] = {
		BYTES(""),
		BYTES("\x00"),
		BYTES("\xc0"),
		BYTES("\xc1"),
		BYTES("\x90"),
		BYTES("\x9f"),
		BYTES("\x81\x01\x01"),
		BYTES("\xdd\xff\xff\xff\xff"),                         /* 4 G elements, none there */
		BYTES("\xdd\xff\xff\xff\xff\xdd\xff\xff\xff\xff\xdd"), /* and nested */
		BYTES("\xdb\xff\xff\xff\xff"),
		BYTES("\xc6\xff\xff\xff\xff"),
		BYTES("\x9f\x02\x03\xa1"),
		BYTES("\x9f\xcb\x00\x00\x00\x00\x00\x00\x00\x00"),
		BYTES("\xd9"),
		BYTES("\xcf\x00"),
	};
#undef BYTES
	arena *arena = arena_create();
	record out;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(decode(rows[i].data, rows[i].len, arena, &out), -1);

	/* A million brackets, one in the other, and a list of as many nils in place of frames. */
	buffer deep = BUFFER_INIT;
	for (size_t i = 0; i < 1000000; i++)
		buffer_add_char(&deep, '\x91');
	assert_int_equal(decode(deep.data, deep.len, arena, &out), -1);
	buffer_clear(&deep);
	buffer_add(&deep, "\x9f\x02\x03\xa1\x43\x02\xc2\xc0\x0c\x97\x00\x00\x00\x00\x00\x00\x00\xdd\x00\x0f\x42\x40",
		   22);
	for (size_t i = 0; i < 1000000; i++)
		buffer_add_char(&deep, '\xc0');
	buffer_add(&deep, "\x90\x90\x00\x00\x00\x00", 6);
	assert_int_equal(decode(deep.data, deep.len, arena, &out), -1);
	assert_true(arena_used(arena) < 1000000);
	buffer_finish(&deep);
	arena_destroy(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cut_and_extended), cmocka_unit_test(test_not_utf8),
		cmocka_unit_test(test_outlines),         cmocka_unit_test(test_contradictions),
		cmocka_unit_test(test_hostile_bytes),
	};
	return cmocka_run_group_tests_name("codec refusals", tests, NULL, NULL);
}
