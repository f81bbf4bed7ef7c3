/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include "base/memory.h"
#include "work/codec.h"

#include <stdlib.h>
#include <string.h>

static counts make_counts(uint64_t code, uint64_t comment, uint64_t blank)
{
	return (counts){code + comment + blank, code, comment, blank, 3, 7, 9};
}

/* The smallest record of a counted file. */
static record plain_record(void)
{
	return (record){
		.file = 3, .language = "C", .engine = RECORD_LEXICAL, .bytes = 12, .counts = make_counts(1, 0, 0)};
}

static void assert_counts_equal(const counts *a, const counts *b)
{
	assert_int_equal(a->lines, b->lines);
	assert_int_equal(a->code, b->code);
	assert_int_equal(a->comment, b->comment);
	assert_int_equal(a->blank, b->blank);
	assert_int_equal(a->functions, b->functions);
	assert_int_equal(a->complexity, b->complexity);
	assert_int_equal(a->cognitive, b->cognitive);
}

static void assert_frames_equal(const record *a, const record *b)
{
	assert_int_equal(a->frame_count, b->frame_count);
	for (size_t i = 0; i < a->frame_count; i++) {
		const record_frame *one = &a->frames[i], *other = &b->frames[i];
		assert_string_equal(one->name, other->name);
		assert_string_equal(one->kind, other->kind);
		assert_int_equal(one->is_function, other->is_function);
		assert_int_equal(one->start, other->start);
		assert_int_equal(one->end, other->end);
		assert_int_equal(one->depth, other->depth);
		assert_int_equal(one->nesting, other->nesting);
		assert_int_equal(one->parameters, other->parameters);
		assert_counts_equal(&one->counts, &other->counts);
	}
}

static void assert_text_equal(const char *a, const char *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a != NULL)
		assert_string_equal(a, b);
}

static void assert_records_equal(const record *a, const record *b)
{
	assert_int_equal(a->file, b->file);
	assert_text_equal(a->language, b->language);
	assert_int_equal(a->engine, b->engine);
	assert_int_equal(a->failed, b->failed);
	assert_text_equal(a->failure, b->failure);
	assert_int_equal(a->bytes, b->bytes);
	assert_counts_equal(&a->counts, &b->counts);
	assert_frames_equal(a, b);
	assert_int_equal(a->embedded_count, b->embedded_count);
	for (size_t i = 0; i < a->embedded_count; i++) {
		assert_string_equal(a->embedded[i].language, b->embedded[i].language);
		assert_counts_equal(&a->embedded[i].counts, &b->embedded[i].counts);
	}
	assert_int_equal(a->note_count, b->note_count);
	for (size_t i = 0; i < a->note_count; i++)
		assert_string_equal(a->notes[i], b->notes[i]);
	assert_int_equal(a->error_bytes, b->error_bytes);
	assert_int_equal(a->roles, b->roles);
	assert_true(hash128_equals(a->hash, b->hash));
}

/* Decodes from a copy of exactly that size, so that a sanitizer sees any read beyond, and frees it before the check. */
static int decode(const char *bytes, size_t len, arena *arena, record *out)
{
	error error;
	char *copy = malloc(len > 0 ? len : 1);
	assert_non_null(copy);
	if (len > 0)
		memcpy(copy, bytes, len);
	int status = record_decode((text){copy, len}, arena, out, &error);
	free(copy);
	return status;
}

static void check_round_trip(const record *original)
{
	buffer bytes = BUFFER_INIT;
	arena *arena = arena_create();
	record back;
	record_encode(&bytes, original);
	assert_int_equal(decode(bytes.data, bytes.len, arena, &back), 0);
	assert_records_equal(original, &back);
	arena_destroy(arena);
	buffer_finish(&bytes);
}

static int decode_record(const record *original)
{
	buffer bytes = BUFFER_INIT;
	arena *arena = arena_create();
	record back;
	record_encode(&bytes, original);
	int status = decode(bytes.data, bytes.len, arena, &back);
	arena_destroy(arena);
	buffer_finish(&bytes);
	return status;
}

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
		cmocka_unit_test(test_cut_and_extended),
		cmocka_unit_test(test_not_utf8),
		cmocka_unit_test(test_outlines),
		cmocka_unit_test(test_contradictions),
		cmocka_unit_test(test_hostile_bytes),
		cmocka_unit_test(test_known_bytes),
	};
	return cmocka_run_group_tests_name("codec", tests, NULL, NULL);
}
