/* SPDX-License-Identifier: MIT */
/* The table. The numbers are those of sample_fill(). */
#include "sample.h"

static void expect_table(const report_options *options, const char *expected)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample_expect(&sample, "table", options, expected);
	sample_finish(&sample);
}

static void test_by_language(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	expect_table(&options, "Language  Files  Lines  Code  Comment  Blank  Functions  Complexity\n"
			       "───────────────────────────────────────────────────────────────────\n"
			       "Go            2    160   120       15     25          3           9\n"
			       "Python        1     51    50        0      1          0           0\n"
			       "HTML          1     15    10        2      3          0           0\n"
			       "───────────────────────────────────────────────────────────────────\n"
			       "Total         4    226   180       17     29          3           9\n"
			       "───────────────────────────────────────────────────────────────────\n"
			       "Embedded in files of other languages and counted there:\n"
			       "CSS           1      5     4        0      1          0           0\n"
			       "───────────────────────────────────────────────────────────────────\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

/* Where nobody asked for functions they were not counted, and no column says 0 of them. */
static void test_lines_alone(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.functions = options.utf8 = false;
	expect_table(&options, "Language  Files  Lines  Code  Comment  Blank\n"
			       "--------------------------------------------\n"
			       "Go            2    160   120       15     25\n"
			       "Python        1     51    50        0      1\n"
			       "HTML          1     15    10        2      3\n"
			       "--------------------------------------------\n"
			       "Total         4    226   180       17     29\n"
			       "--------------------------------------------\n"
			       "Embedded in files of other languages and counted there:\n"
			       "CSS           1      5     4        0      1\n"
			       "--------------------------------------------\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

/* Every file in one row: pkg holds b.py alone, what is in pkg/a counts there. */
static void test_by_directory(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_DIRECTORY);
	options.utf8 = false;
	expect_table(&options, "Directory  Files  Lines  Code  Comment  Blank  Functions  Complexity\n"
			       "--------------------------------------------------------------------\n"
			       "pkg/a          1    130   100       10     20          2           8\n"
			       "pkg            1     51    50        0      1          0           0\n"
			       "cmd            1     30    20        5      5          1           1\n"
			       ".              1     15    10        2      3          0           0\n"
			       "--------------------------------------------------------------------\n"
			       "Total          4    226   180       17     29          3           9\n"
			       "--------------------------------------------------------------------\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

static void test_depth_sums_folders_up(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_DIRECTORY);
	options.utf8 = false;
	options.depth = 1;
	options.sort = REPORT_SORT_NAME;
	expect_table(&options, "Directory  Files  Lines  Code  Comment  Blank  Functions  Complexity\n"
			       "--------------------------------------------------------------------\n"
			       ".              1     15    10        2      3          0           0\n"
			       "cmd            1     30    20        5      5          1           1\n"
			       "pkg            2    181   150       10     21          2           8\n"
			       "--------------------------------------------------------------------\n"
			       "Total          4    226   180       17     29          3           9\n"
			       "--------------------------------------------------------------------\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

/* What is cut off is summed, so that the column still adds up. */
static void test_top_merges_the_rest(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	options.sort = REPORT_COMMENT;
	options.reverse = true;
	options.top = 2;
	expect_table(&options, "File         Lines  Code  Comment  Blank  Functions  Complexity\n"
			       "───────────────────────────────────────────────────────────────\n"
			       "pkg/b.py        51    50        0      1          0           0\n"
			       "README.html     15    10        2      3          0           0\n"
			       "… 2 more       160   120       15     25          3           9\n"
			       "───────────────────────────────────────────────────────────────\n"
			       "Total          226   180       17     29          3           9\n"
			       "───────────────────────────────────────────────────────────────\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

static void test_by_function(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FUNCTION);
	expect_table(&options, "Function     Kind      Location       Lines  Code  Complexity  Cognitive\n"
			       "────────────────────────────────────────────────────────────────────────\n"
			       "(*T).Do      method    pkg/a/a.go:12     33    30           8          6\n"
			       "main         function  cmd/main.go:7      6     6           1          0\n"
			       "(anonymous)  lambda    pkg/a/a.go:20      4     4           2          0\n"
			       "────────────────────────────────────────────────────────────────────────\n"
			       "Total                                   226   180           9          6\n"
			       "────────────────────────────────────────────────────────────────────────\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

/* 30 columns: titles are short, gaps too, and Complexity, Functions, Lines and Blank are given up, in this order. */
static void test_narrow_terminal_drops_columns(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.width = 30;
	options.utf8 = false;
	options.top = 1;
	expect_table(&options, "Language   Files Code Comment\n"
			       "-----------------------------\n"
			       "Go             2  120      15\n"
			       "... 2 more     2   60       2\n"
			       "-----------------------------\n"
			       "Total          4  180      17\n"
			       "-----------------------------\n"
			       "Embedded in files of other languages and counted there:\n"
			       "CSS            1    4       0\n"
			       "-----------------------------\n"
			       "4 files: 3 by syntax, 1 lexically\n");
}

static void test_speed_and_failures_close_the_table(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample.skips[0] = (source_skip){"se\ncret", "permission denied", true, false};
	sample.skips[1] = (source_skip){"picture.png", "binary", false, false};
	sample.source.skip_count = 2;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.seconds = 2.04;
	char *report = sample_report(&sample, "table", &options);
	/* 4 / 2.04 = 1.96, 226 / 2.04 = 110.8 */
	assert_non_null(strstr(report, "\n4 files: 3 by syntax, 1 lexically in 2.0 s (1 files/s, 110 lines/s)\n"
				       "not counted: se\\ncret: permission denied\n"));
	assert_null(strstr(report, "picture"));
	free(report);
	sample_finish(&sample);
}

static void test_thousands_and_long_names(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_file(&sample, "a/very/long/path/that/does/not/fit/into/the/first/column/of/a/table/of/80/columns.py");
	tree_add(sample.tree,
		 &(record){.language = "Python", .engine = RECORD_SYNTAX, .counts = sample_counts(1234567, 0, 0)});
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_FILE);
	char *report = sample_report(&sample, "table", &options);
	const char *row = strstr(report, "a/very/");
	assert_non_null(row);
	assert_non_null(strstr(row, "/columns.py 1,234,567 1,234,567"));
	/* A row has as many columns as the terminal, and the ellipsis is one of them in three bytes. */
	text line = {row, strcspn(row, "\n")};
	assert_int_equal(text_columns(line), 80);
	assert_int_equal(line.len, 82);
	free(report);
	sample_finish(&sample);
}

static void test_colour_only_where_wanted(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	for (int by = REPORT_BY_LANGUAGE; by <= REPORT_BY_FUNCTION; by++) {
		report_options options = sample_options((enum report_by)by);
		char *plain = sample_report(&sample, "table", &options);
		assert_null(strchr(plain, '\x1b'));
		options.colour = true;
		char *coloured = sample_report(&sample, "table", &options);
		assert_non_null(strstr(coloured, "\x1b[1m"));
		free(plain);
		free(coloured);
	}
	sample_finish(&sample);
}

static void test_nothing_counted(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.utf8 = false;
	sample_expect(&sample, "table", &options,
		      "Language  Files  Lines  Code  Comment  Blank  Functions  Complexity\n"
		      "-------------------------------------------------------------------\n"
		      "-------------------------------------------------------------------\n"
		      "Total         0      0     0        0      0          0           0\n"
		      "-------------------------------------------------------------------\n"
		      "0 files: 0 by syntax, 0 lexically\n");
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_language),
		cmocka_unit_test(test_lines_alone),
		cmocka_unit_test(test_by_directory),
		cmocka_unit_test(test_depth_sums_folders_up),
		cmocka_unit_test(test_top_merges_the_rest),
		cmocka_unit_test(test_by_function),
		cmocka_unit_test(test_narrow_terminal_drops_columns),
		cmocka_unit_test(test_speed_and_failures_close_the_table),
		cmocka_unit_test(test_thousands_and_long_names),
		cmocka_unit_test(test_colour_only_where_wanted),
		cmocka_unit_test(test_nothing_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
