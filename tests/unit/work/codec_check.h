/* SPDX-License-Identifier: MIT */
/* For tests of the codec: records there and back. */
#ifndef ONFLAME_TESTS_CODEC_CHECK_H
#define ONFLAME_TESTS_CODEC_CHECK_H

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

static inline counts make_counts(uint64_t code, uint64_t comment, uint64_t blank)
{
	return (counts){code + comment + blank, code, comment, blank, 3, 7, 9};
}

/* The smallest record of a counted file. */
static inline record plain_record(void)
{
	return (record){
		.file = 3, .language = "C", .engine = RECORD_LEXICAL, .bytes = 12, .counts = make_counts(1, 0, 0)};
}

static inline void assert_counts_equal(const counts *a, const counts *b)
{
	assert_int_equal(a->lines, b->lines);
	assert_int_equal(a->code, b->code);
	assert_int_equal(a->comment, b->comment);
	assert_int_equal(a->blank, b->blank);
	assert_int_equal(a->functions, b->functions);
	assert_int_equal(a->complexity, b->complexity);
	assert_int_equal(a->cognitive, b->cognitive);
}

static inline void assert_frames_equal(const record *a, const record *b)
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

static inline void assert_text_equal(const char *a, const char *b)
{
	assert_int_equal(a == NULL, b == NULL);
	if (a != NULL)
		assert_string_equal(a, b);
}

static inline void assert_records_equal(const record *a, const record *b)
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
static inline int decode(const char *bytes, size_t len, arena *arena, record *out)
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

static inline void check_round_trip(const record *original)
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

static inline int decode_record(const record *original)
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

#endif
