/* SPDX-License-Identifier: MIT */
/* Lines and their classes: each rule of the policies, and what stands together on a line. */
#include "count_check.h"

#include "count/lines.h"

/*
 * Marks in the source say where spans are: '\1' begins a comment, '\2' a string, '\3' a docstring, '\4' a shebang, '\5' prose,
 * '\6' ends the span. What is expected is a letter a line: c code, m comment, b blank.
 */
typedef struct marked {
	char text[512];
	size_t len;
	span spans[32];
	size_t span_count;
} marked;

static void unmark(const char *source, marked *out)
{
	static const enum span_role roles[] = {SPAN_COMMENT, SPAN_STRING, SPAN_DOCSTRING, SPAN_SHEBANG, SPAN_PROSE};
	*out = (marked){.len = 0};
	for (; *source != '\0'; source++) {
		assert_true(out->len < sizeof(out->text) && out->span_count < COUNT(out->spans));
		size_t count = out->span_count;
		if (*source >= 1 && *source <= 5) {
			uint16_t role = (uint16_t)roles[*source - 1];
			out->spans[count] = (span){(uint32_t)out->len, 0, role, (uint16_t)count};
			out->span_count++;
		} else if (*source == 6) {
			out->spans[count - 1].end = (uint32_t)out->len;
		} else {
			out->text[out->len++] = *source;
		}
	}
}

static void read_classes(const marked *marked, const count_policy *policy, char *out)
{
	line_reader reader = {
		.source = {marked->text, marked->len},
		.spans = marked->spans,
		.span_count = marked->span_count,
		.policy = policy,
	};
	line line;
	uint32_t at = 0;
	while (line_reader_next(&reader, &line)) {
		assert_int_equal(line.start, at);
		assert_in_range(line.token, line.start, line.end);
		at = line.end + 1;
		*out++ = line.class == LINE_CODE ? 'c' : line.class == LINE_COMMENT ? 'm' : 'b';
	}
	*out = '\0';
}

static void check(const char *policy, const char *source, const char *expected)
{
	marked marked;
	char classes[512];
	unmark(source, &marked);
	read_classes(&marked, count_policy_find(policy), classes);
	if (strcmp(classes, expected) != 0)
		fail_msg("%s: %s, not %s, in:\n%.*s", policy, classes, expected, (int)marked.len, marked.text);
}

/* The table of the design, and what cloc, tokei and scc mean by the same lines. */
static void test_policies(void **state)
{
	(void)state;
	static const struct {
		const char *source;
		const char *plain, *cloc, *tokei, *scc;
	} rows[] = {
		{"code\n", "c", "c", "c", "c"},
		{"\1/* comment */\6\n", "m", "m", "m", "m"},
		{"\n", "b", "b", "b", "b"},
		{"  \t\n", "b", "b", "b", "b"},
		{"code \1// comment\6\n", "c", "c", "c", "c"},
		/* inner blank lines */
		{"\1/*\n\n*/\6\n", "mmm", "mbm", "mmm", "mmm"},
		{"x = \2`a\n\nb`\6\n", "ccc", "cbc", "ccc", "ccc"},
		{"\3'''doc\n\n'''\6\n", "mmm", "mbm", "ccc", "mmm"},
		{"\4#!/bin/sh\6\n", "m", "c", "m", "m"},
		{"\5prose\n\nprose\n\6", "mbm", "cbc", "mbm", "cbc"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		check("default", rows[i].source, rows[i].plain);
		check("cloc", rows[i].source, rows[i].cloc);
		check("tokei", rows[i].source, rows[i].tokei);
		check("scc", rows[i].source, rows[i].scc);
	}
	assert_null(count_policy_find("nobody"));
	assert_null(count_policy_find(""));
}

/* Every switch of its own: a docstring that is code has the blank lines of strings. */
static void test_switches(void **state)
{
	(void)state;
	static const struct {
		count_policy policy;
		const char *source, *expected;
	} rows[] = {
		{{"", LINE_BLANK, LINE_CODE, LINE_COMMENT, LINE_COMMENT, LINE_COMMENT, false, true},
		 "\3'''\n\n'''\6\n",
		 "mbm"},
		{{"", LINE_BLANK, LINE_CODE, LINE_CODE, LINE_COMMENT, LINE_COMMENT, false, true},
		 "\3'''\n\n'''\6\n",
		 "ccc"},
		{{"", LINE_COMMENT, LINE_BLANK, LINE_CODE, LINE_COMMENT, LINE_COMMENT, false, true},
		 "\3'''\n\n'''\6\n",
		 "cbc"},
		{{"", LINE_COMMENT, LINE_BLANK, LINE_COMMENT, LINE_COMMENT, LINE_COMMENT, false, true},
		 "\2'\n\n'\6\n",
		 "cbc"},
		{{"", LINE_BLANK, LINE_CODE, LINE_COMMENT, LINE_COMMENT, LINE_COMMENT, false, true},
		 "\1/*\n\n*/\6\n",
		 "mbm"},
		{{"", LINE_COMMENT, LINE_CODE, LINE_COMMENT, LINE_CODE, LINE_COMMENT, false, true},
		 "\4#!x\6\n\1#\6\n",
		 "cm"},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		marked marked;
		char classes[64];
		unmark(rows[i].source, &marked);
		read_classes(&marked, &rows[i].policy, classes);
		if (strcmp(classes, rows[i].expected) != 0)
			fail_msg("row %zu: %s", i, classes);
	}
}

static void test_together(void **state)
{
	(void)state;
	check("default", "\1/* a */\6 \1/* b */\6\n", "m");
	check("default", "\1/* a */\6 x \1/* b */\6\n", "c");
	check("default", "\1/* a */\6\1/* b */\6x\n", "c");
	check("default", "\1/* a\n*/\6 x\n", "mc");
	check("default", "x \1/*\n a */\6\n", "cm");
	check("default", "\1/*\n*/\6 \1/*\n*/\6\n", "mmm");
	check("default", "\2'a'\6 \1# b\6\n", "c");
	check("default", "\1# b\6\n\2'a'\6\n", "mc");
	check("default", "\3'''doc'''\6\n", "m");
	check("default", "\3'''doc'''\6; x\n", "c");
	check("default", "\3'''doc'''\6 \1# c\6\n", "m");
	check("tokei", "\3'''doc'''\6 \1# c\6\n", "c");
	check("default", "x\1\6y\n", "c");
	check("default", "\1\6\n", "b");
	/* the last span ends, the next begins, and code stands between them on other lines */
	check("default", "\1/*\n*/\6\n\nx\n\n\1//\6\n", "mmbcbm");
	/* a span that holds the line break does not reach into the line behind it */
	check("default", "\1// a\n\6\n", "mb");
	check("default", "\1// a\n\6x\n", "mc");
	/* a string that begins with a line break */
	check("default", "x <<A\n\2\n\ntext\n\6A\n", "ccccc");
}

static void test_last_line(void **state)
{
	(void)state;
	check("default", "", "");
	check("default", "\n", "b");
	check("default", "x", "c");
	check("default", "x\n", "c");
	check("default", "x\n\n", "cb");
	check("default", "x\ny", "cc");
	check("default", "x\n ", "cb");
	check("default", "\1# end\6", "m");
	check("default", "\1/* never closed\n\n\n\6", "mmm");
	check("default", "\1/* never closed\n\n x\6", "mmm");
	check("default", "\2'never closed\n\n\6", "cc");
	check("default", "\r\n", "b");
	check("default", "x\r\n\r\n\1#\6\r\n", "cbm");
	check("default", "\1/*\r\n\r\n*/\6\r\n", "mmm");
	check("cloc", "\1/*\r\n\r\n*/\6\r\n", "mbm");
}

/* What shows nothing is blank: form feeds, and the spaces of Unicode; a control character shows. */
static void test_white_space(void **state)
{
	(void)state;
	check("default", "\f\n", "b");
	check("default", "\v\n", "b");
	check("default", " \f \v\t\r\n", "b");
	check("default", "\xC2\xA0\n", "b");                 /* no-break space */
	check("default", "\xE3\x80\x80\xE2\x80\x83\n", "b"); /* ideographic and em space */
	check("default", "\xEF\xBB\xBF\n", "b");             /* a mark in the midst of a file */
	check("default", "\xE3\x80\x80x\n", "c");
	check("default", "\xC3\xA4\n", "c");
	check("default", "\xE3\x80\x80\1# m\6\n", "m");
	check("default", "\1/*\n\xE3\x80\x80\n*/\6\n", "mmm");
	check("cloc", "\1/*\n\xE3\x80\x80\n*/\6\n", "mbm");
	check("default", "\x1B\n", "c");
	check("default", "\f\1# m\6\n", "m");
	check("default", "a\fb\n", "c"); /* a form feed ends no line */
}

/* The token is the first visible character; the rule that of the span which decided. */
static void test_token_and_rule(void **state)
{
	(void)state;
	marked marked;
	unmark("  \1/* a */\6 x\n\n\t\1# b\6\n\xE3\x80\x80\1# c\6 \1# d\6\n", &marked);
	line_reader reader = {
		{marked.text, marked.len}, marked.spans, marked.span_count, count_policy_find("default"), 0, 0};
	line line;
	assert_true(line_reader_next(&reader, &line));
	assert_int_equal(line.token, 2);
	assert_int_equal(line.rule, UINT16_MAX); /* code outside all spans */
	assert_true(line_reader_next(&reader, &line));
	assert_int_equal(line.token, line.start);
	assert_int_equal(line.rule, UINT16_MAX);
	assert_true(line_reader_next(&reader, &line));
	assert_int_equal(line.token, line.start + 1);
	assert_int_equal(line.rule, 1);
	assert_true(line_reader_next(&reader, &line));
	assert_int_equal(line.token, line.start + 3);
	assert_int_equal(line.rule, 2);
	assert_false(line_reader_next(&reader, &line));
	assert_false(line_reader_next(&reader, &line));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_policies),    cmocka_unit_test(test_switches),
		cmocka_unit_test(test_together),    cmocka_unit_test(test_last_line),
		cmocka_unit_test(test_white_space), cmocka_unit_test(test_token_and_rule),
	};
	return cmocka_run_group_tests_name("lines", tests, NULL, NULL);
}
