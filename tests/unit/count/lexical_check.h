/* SPDX-License-Identifier: MIT */
/* For the tests of the lexical counter: what spans a text has. */
#ifndef ONFLAME_TESTS_LEXICAL_CHECK_H
#define ONFLAME_TESTS_LEXICAL_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "count/lexical.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A lexis of arrays that are called NAME_lines, NAME_blocks, NAME_strings, NAME_heredocs. */
#define LINES(name) .line_comments = name##_lines, .line_comment_count = COUNT(name##_lines)
#define BLOCKS(name) .block_comments = name##_blocks, .block_comment_count = COUNT(name##_blocks)
#define STRINGS(name) .strings = name##_strings, .string_count = COUNT(name##_strings)
#define HEREDOCS(name) .heredocs = name##_heredocs, .heredoc_count = COUNT(name##_heredocs)

static inline char role_letter(const span *span)
{
	return span->role == SPAN_COMMENT ? 'C' : span->role == SPAN_STRING ? 'S' : 'D';
}

/*
 * Checks that the spans of `source` are `expected`, which ends with NULL: each a letter (C comment, S string, D docstring)
 * and the text. They must lie in order, so equal texts are told apart by their places.
 */
static inline void check_bytes(const lexis *lexis, const char *source, size_t len, const char *const *expected)
{
	lexical_scanner *scanner = lexical_scanner_create(lexis);
	span_list spans = {0};
	size_t count = 0, end = 0;

	lexical_scan(scanner, (text){source, len}, &spans);
	while (expected[count] != NULL)
		count++;
	for (size_t i = 0; i < spans.count; i++) {
		const span *span = &spans.items[i];
		assert_true(span->start >= end && span->start < span->end && span->end <= len);
		end = span->end;
		char *found = calloc(end - span->start + 2, 1);
		assert_non_null(found);
		found[0] = role_letter(span);
		memcpy(found + 1, source + span->start, end - span->start);
		if (i >= count || strcmp(found, expected[i]) != 0)
			print_error("in: %s\n", source);
		assert_string_equal(found, i < count ? expected[i] : "(no more)");
		free(found);
	}
	if (spans.count < count)
		print_error("in: %s\nmissing: %s\n", source, expected[spans.count]);
	assert_int_equal(spans.count, count);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
}

#define CHECK(lexis, source, ...)                                                                                      \
	check_bytes(lexis, source, sizeof(source) - 1, (const char *const[]){__VA_ARGS__, NULL})
#define CHECK_NONE(lexis, source) check_bytes(lexis, source, sizeof(source) - 1, (const char *const[]){NULL})

#endif
