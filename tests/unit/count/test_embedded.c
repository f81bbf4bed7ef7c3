/* SPDX-License-Identifier: MIT */
/* Texts in other languages, which may come in many parts: whose each line is, and that many parts cost no more than one by one. */
#include "counter_check.h"

#include <time.h>

static const record_embedded *embedded_in(const record *record, const char *language)
{
	for (size_t i = 0; i < record->embedded_count; i++) {
		if (strcmp(record->embedded[i].language, language) == 0)
			return &record->embedded[i];
	}
	return NULL;
}

/* What lies between the parts of a comment is still what it is: PHP runs in an HTML comment, too. */
static void test_over_the_parts(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	record record;
	static const char source[] = "<!-- one\n"
				     "<?php f(); ?>\n"
				     "two -->\n"
				     "<p>\n"
				     "<?php\n"
				     "// comment\n"
				     "?>\n";
	count(setup, &options, "a.php", text_of(source), &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	assert_int_equal(record.counts.comment, 3); /* one, two, the PHP comment */
	assert_int_equal(record.counts.code, 4);
}

/* What a script in HTML holds of PHP is PHP's: neither a comment of it nor a string is the script's. */
static void test_guest_of_guest(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	record record;
	static const char source[] = "<script>\n"
				     "var a = <?php\n"
				     "# not JavaScript\n"
				     "echo '/*';\n"
				     "?>;\n"
				     "// JavaScript\n"
				     "</script>\n";
	count(setup, &options, "a.php", text_of(source), &record);
	assert_int_equal(record.counts.comment, 2);
	assert_int_equal(record.counts.code, 5);
	const record_embedded *script = embedded_in(&record, "JavaScript");
	assert_non_null(script);
	assert_int_equal(script->counts.comment, 1);
	assert_int_equal(script->counts.code, 1); /* the other lines begin outside of it */
}

/* Many parts, among them a comment that begins in one and ends in another. */
static void fill(buffer *out, int islands)
{
	buffer_clear(out);
	for (int i = 0; i < islands; i++)
		buffer_add_string(out, "<b><?= 1 ?></b>\n");
	buffer_add_string(out, "<!-- <?= 2 ?>\n\nstill -->\n");
}

static void test_many_parts(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	buffer source = BUFFER_INIT;
	for (int islands = 1; islands <= 4096; islands *= 4) {
		fill(&source, islands);
		for (int engine = COUNT_AUTO; engine <= COUNT_SYNTAX; engine++) {
			options.engine = (enum count_engine)engine;
			record record;
			count(setup, &options, "a.php", (text){source.data, source.len}, &record);
			assert_int_equal(record.engine, RECORD_SYNTAX);
			assert_int_equal(record.counts.code, islands + 1);
			assert_int_equal(record.counts.comment, 2);
			assert_int_equal(record.counts.blank, 0);
		}
	}
	buffer_finish(&source);
}

static double seconds_for(const setup *setup, const buffer *source)
{
	const count_options options = default_options();
	record record;
	clock_t start = clock();
	count(setup, &options, "a.php", (text){source->data, source->len}, &record);
	assert_int_equal(record.engine, RECORD_SYNTAX);
	return (double)(clock() - start) / CLOCKS_PER_SEC;
}

/* Eight times the parts would take 64 times the time if it went by their square. */
static void test_linear(void **state)
{
	const setup *setup = *state;
	buffer source = BUFFER_INIT;
	fill(&source, 6000);
	double few = seconds_for(setup, &source);
	fill(&source, 48000);
	double many = seconds_for(setup, &source);
	if (many > 24 * few + 1)
		fail_msg("6000 parts took %.2f s, 48000 took %.2f s", few, many);
	buffer_finish(&source);
}

static void repeat(buffer *out, const char *before, const char *part, int times, const char *behind)
{
	buffer_clear(out);
	buffer_add_string(out, before);
	for (int i = 0; i < times; i++)
		buffer_add_string(out, part);
	buffer_add_string(out, behind);
}

/* Texts that are put together of pieces: one of many pieces, and many of them. */
static void test_linear_pieces(void **state)
{
	const setup *setup = *state;
	const count_options options = default_options();
	static const struct {
		const char *path, *before, *part, *behind;
	} rows[] = {
		{"a.js", "css`", "a { b: ${c}; }\n", "`;\n"},
		{"a.js", "", "a = css`b { c: ${d}; }`;\n", ""},
		{"a.md", "> ```js\n", "> let a = 1;\n>\n", "> ```\n"},
		{"a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n", "\"# c\\n\",\n\"\\n\",\n",
		 "\"\"]}]}\n"},
		{"a.ipynb", "{\"cells\": [\n", "{\"cell_type\": \"code\", \"source\": [\n\"# c\\n\"\n]},\n", "0]}\n"},
	};
	buffer source = BUFFER_INIT;
	for (size_t i = 0; i < COUNT(rows); i++) {
		double took[2];
		for (int many = 0; many < 2; many++) {
			record record;
			repeat(&source, rows[i].before, rows[i].part, many ? 16000 : 2000, rows[i].behind);
			clock_t start = clock();
			count(setup, &options, rows[i].path, (text){source.data, source.len}, &record);
			took[many] = (double)(clock() - start) / CLOCKS_PER_SEC;
			assert_int_equal(record.engine, RECORD_SYNTAX);
			assert_int_equal(record.embedded_count > 0 || i == 1, true);
		}
		if (took[1] > 24 * took[0] + 1)
			fail_msg("row %zu: 2000 parts took %.2f s, 16000 took %.2f s", i, took[0], took[1]);
	}
	buffer_finish(&source);
}

/* Where embedded languages do not count by their own rules, all is as it stands in the file. */
static void test_not_embedded(void **state)
{
	const setup *setup = *state;
	count_options options = default_options();
	options.policy.embedded = false;
	static const struct {
		const char *path, *source;
		uint32_t code, comment, blank;
	} rows[] = {
		{"a.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n\"# c\\n\",\n\"\\n\"\n]}]}\n", 4, 0,
		 0},
		{"a.rb", "x = <<~SQL\n  -- c\n\n  #{y # d\n  }\nSQL\n", 6, 0, 0},
		{"a.js", "css`\n/* c */\n\n`;\n", 4, 0, 0},
		{"a.rst", ".. code:: c\n\n   int a;\n", 0, 2, 1},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		record record;
		count(setup, &options, rows[i].path, text_of(rows[i].source), &record);
		if (record.counts.code != rows[i].code || record.counts.comment != rows[i].comment ||
		    record.counts.blank != rows[i].blank || record.embedded_count != 0)
			fail_msg("%s: %u %u %u", rows[i].path, (unsigned)record.counts.code,
				 (unsigned)record.counts.comment, (unsigned)record.counts.blank);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_over_the_parts), cmocka_unit_test(test_guest_of_guest),
		cmocka_unit_test(test_many_parts),     cmocka_unit_test(test_linear),
		cmocka_unit_test(test_linear_pieces),  cmocka_unit_test(test_not_embedded),
	};
	return cmocka_run_group_tests_name("embedded", tests, set_up, tear_down);
}
