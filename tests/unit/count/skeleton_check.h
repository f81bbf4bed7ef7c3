/* SPDX-License-Identifier: MIT */
/* For tests of skeletons: what is left of a text, and where it stood. */
#ifndef ONFLAME_TESTS_SKELETON_CHECK_H
#define ONFLAME_TESTS_SKELETON_CHECK_H

#include "count/skeleton.h"
#include "count_check.h"

/* A span for each "text" and each comment: from // or a # with a blank behind it, or between slash and star. */
static inline void find_spans(const char *source, span_list *spans)
{
	for (const char *at = source; *at != '\0'; at++) {
		const char *end = at;
		if (*at == '"')
			end = strchr(at + 1, '"') + 1;
		else if (at[0] == '/' && at[1] == '*')
			end = strstr(at, "*/") + 2;
		else if ((at[0] == '/' && at[1] == '/') || (at[0] == '#' && at[1] == ' '))
			end = at + strcspn(at, "\n");
		if (end == at)
			continue;
		span_list_add(spans, (uint32_t)(at - source), (uint32_t)(end - source),
			      *at == '"' ? SPAN_STRING : SPAN_COMMENT, 0);
		at = end - 1;
	}
}

/* Every byte of it must be the one in the source that it says it is. */
static inline void check_places(const skeleton *skeleton, const char *source)
{
	uint32_t last = 0;
	for (uint32_t i = 0; i < skeleton->text.len; i++) {
		uint32_t place = skeleton_source_of(skeleton, i);
		assert_true(i == 0 || place > last);
		assert_int_equal(source[place], skeleton->text.data[i]);
		last = place;
	}
}

/* "header statement " for each, blanks around them aside. */
static inline void list_statements(const skeleton *skeleton, buffer *out)
{
	for (size_t i = 0; i < skeleton->statement_count; i++) {
		const skeleton_statement *noted = &skeleton->statements[i];
		const char *left = skeleton->text.data;
		text header = text_trim((text){left + noted->header_start, noted->header_end - noted->header_start});
		text body = text_trim((text){left + noted->start, noted->end - noted->start});
		buffer_printf(out, "<%.*s|%.*s>", (int)header.len, header.data, (int)body.len, body.data);
	}
}

/* NULL as `expected`: there is none. NULL as `statements`: whichever. */
static inline void check_noted(const lexis *lexis, bool branches, const char *source, const char *expected,
			       const char *statements)
{
	skeleton_rules *rules = skeleton_rules_create(lexis);
	skeleton skeleton = {0};
	span_list spans = {0};
	buffer noted = BUFFER_INIT;
	find_spans(source, &spans);
	const skeleton_source whole = {
		.text = text_of(source),
		.range = {0, (uint32_t)strlen(source)},
		.spans = spans.items,
		.span_count = spans.count,
	};
	bool made = skeleton_make(&skeleton, rules, &whole, branches);
	assert_int_equal(made, expected != NULL);
	if (made) {
		assert_string_equal(buffer_string(&skeleton.text), expected);
		check_places(&skeleton, source);
		list_statements(&skeleton, &noted);
		assert_string_equal(buffer_string(&noted), statements != NULL ? statements : buffer_string(&noted));
	}
	buffer_finish(&noted);
	span_list_finish(&spans);
	skeleton_finish(&skeleton);
	skeleton_rules_destroy(rules);
}

static inline void check(const lexis *lexis, bool branches, const char *source, const char *expected)
{
	check_noted(lexis, branches, source, expected, NULL);
}

#endif
