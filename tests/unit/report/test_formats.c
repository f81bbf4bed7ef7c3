/* SPDX-License-Identifier: MIT */
/* What holds for every format: found by name, same bytes twice, failed writes told, hostile names harmless. */
#include "sample.h"

#include "base/text.h"

#include <locale.h>

static void test_formats_are_found(void **state)
{
	(void)state;
	assert_string_equal(report_format_find("json")->name, "json");
	assert_null(report_format_find("jso"));
	assert_null(report_format_find(""));
	assert_string_equal(report_format_for_file("out/x.JSON")->name, "json");
	assert_string_equal(report_format_for_file("a.csv")->name, "csv");
	assert_string_equal(report_format_for_file("a.yml")->name, "yaml");
	assert_string_equal(report_format_for_file("a.md")->name, "markdown");
	assert_string_equal(report_format_for_file("a.svg")->name, "svg");
	assert_string_equal(report_format_for_file("a.speedscope.json")->name, "speedscope");
	assert_string_equal(report_format_for_file("speedscope.json")->name, "json");
	assert_string_equal(report_format_for_file("A.PB.GZ")->name, "pprof");
	assert_string_equal(report_format_for_file("a.pprof")->name, "pprof");
	assert_null(report_format_for_file("a.gz"));
	assert_null(report_format_for_file("a.json/b"));
	assert_null(report_format_for_file("json"));
	assert_null(report_format_for_file("a.xyz"));
}

static void test_values(void **state)
{
	(void)state;
	const counts counts = {.lines = 1, .code = 2, .comment = 3, .blank = 4, .functions = 5, .complexity = 6};
	assert_int_equal(report_value(&counts, REPORT_LINES), 1);
	assert_int_equal(report_value(&counts, REPORT_CODE), 2);
	assert_int_equal(report_value(&counts, REPORT_COMMENT), 3);
	assert_int_equal(report_value(&counts, REPORT_BLANK), 4);
	assert_int_equal(report_value(&counts, REPORT_FUNCTIONS), 5);
	assert_int_equal(report_value(&counts, REPORT_COMPLEXITY), 6);
}

/* A disk that is full refuses what is written at the very end, too. */
static void test_failed_writes_are_told(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	for (const report_format *format = report_formats; format->name != NULL; format++) {
		for (int by = REPORT_BY_LANGUAGE; by <= REPORT_BY_FUNCTION; by++) {
			report_options options = sample_options((enum report_by)by);
			FILE *full = fopen("/dev/full", "w");
			assert_non_null(full);
			assert_int_equal(format->write(full, sample.tree, &options), -1);
			fclose(full);
			full = fopen("/dev/full", "w");
			setvbuf(full, NULL, _IONBF, 0);
			assert_int_equal(format->write(full, sample.tree, &options), -1);
			fclose(full);
		}
	}
	sample_finish(&sample);
}

/* The same tree gives the same bytes, in a locale that writes numbers otherwise, too. */
static void test_same_tree_same_bytes(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	for (const report_format *format = report_formats; format->name != NULL; format++) {
		for (int by = REPORT_BY_LANGUAGE; by <= REPORT_BY_FUNCTION; by++) {
			report_options options = sample_options((enum report_by)by);
			options.seconds = 1.5;
			char *first = sample_report(&sample, format->name, &options);
			setlocale(LC_ALL, "");
			char *second = sample_report(&sample, format->name, &options);
			setlocale(LC_ALL, "C");
			assert_string_equal(first, second);
			free(first);
			free(second);
		}
	}
	sample_finish(&sample);
}

static size_t count_lines(const char *bytes)
{
	size_t lines = 0;
	for (; (bytes = strchr(bytes, '\n')) != NULL; bytes++)
		lines++;
	return lines;
}

/* Where people look: no control byte but the line break reaches a terminal, nothing reverses the text, all is UTF-8. */
static void expect_harmless(const char *bytes)
{
	for (const char *at = bytes; *at != '\0'; at++) {
		if ((unsigned char)*at < ' ' || *at == 0x7f)
			assert_int_equal(*at, '\n');
	}
	assert_null(strstr(bytes, "\xe2\x80\xae"));
	assert_true(text_is_utf8(text_of(bytes)));
}

static void test_hostile_names(void **state)
{
	(void)state;
	static const char *const shown[] = {"table", "tree", "markdown", "folded"};
	char longest[4001];
	memset(longest, 'x', sizeof(longest) - 1);
	longest[sizeof(longest) - 1] = '\0';
	const char *names[] = {"a\nb",
			       "a\tb",
			       "a\"b",
			       "a;b",
			       "a\x1b]0;owned\x07",
			       "\xe2\x80\xae"
			       "gpj.exe",
			       "a\xff\xfe",
			       longest,
			       "a\rb",
			       "\xcc\x81 combining",
			       "\xe6\xbc\xa2\xe5\xad\x97",
			       "\x7f"};
	size_t count = sizeof(names) / sizeof(names[0]);
	for (int frames = 0; frames < 2; frames++) {
		sample sample;
		sample_init(&sample);
		sample_names(&sample, names, count, frames != 0);
		for (size_t i = 0; i < sizeof(shown) / sizeof(shown[0]); i++) {
			report_options options = sample_options(frames != 0 ? REPORT_BY_FUNCTION : REPORT_BY_FILE);
			char *report = sample_report(&sample, shown[i], &options);
			expect_harmless(report);
			assert_true(count_lines(report) >= count);
			assert_true(count_lines(report) <= count + 8);
			free(report);
		}
		sample_finish(&sample);
	}
}

/* Whatever the terminal says it is. */
static void test_any_width(void **state)
{
	(void)state;
	static const unsigned widths[] = {0, 1, 7, 20, 33, 60, 200, 100000};
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		for (int by = REPORT_BY_LANGUAGE; by <= REPORT_BY_FUNCTION; by++) {
			report_options options = sample_options((enum report_by)by);
			options.width = widths[i];
			char *table = sample_report(&sample, "table", &options);
			char *tree = sample_report(&sample, "tree", &options);
			assert_non_null(strstr(table, "4 files: 3 by syntax, 1 lexically\n"));
			assert_non_null(strstr(tree, "4 files: 3 by syntax, 1 lexically\n"));
			for (const char *at = table; widths[i] >= 60 && *at != '\0'; at += strcspn(at, "\n") + 1)
				assert_true(text_columns((text){at, strcspn(at, "\n")}) <= widths[i]);
			free(table);
			free(tree);
		}
	}
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_formats_are_found),      cmocka_unit_test(test_values),
		cmocka_unit_test(test_failed_writes_are_told), cmocka_unit_test(test_same_tree_same_bytes),
		cmocka_unit_test(test_hostile_names),          cmocka_unit_test(test_any_width),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
