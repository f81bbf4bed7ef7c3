/* SPDX-License-Identifier: MIT */
/* The tree with shares and bars. The numbers are those of sample_fill(). */
#include "sample.h"

static void expect_tree(const report_options *options, const char *expected)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample_expect(&sample, "tree", options, expected);
	sample_finish(&sample);
}

/* Bars of 11 columns: 100 of 180 are 6.1 of them, an eighth at a time. */
static void test_down_to_functions(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FUNCTION);
	expect_tree(&options, "                                                Files  Code   Share\n"
			      ".                                                   4   180  100.0%  ███████████\n"
			      "├── pkg/                                            2   150   83.3%  █████████▏\n"
			      "│   ├── a/                                          1   100   55.6%  ██████▏\n"
			      "│   │   └── a.go                                        100   55.6%  ██████▏\n"
			      "│   │       └── T:10                                     40   22.2%  ██▌\n"
			      "│   │           └── (*T).Do:12                           30   16.7%  █▉\n"
			      "│   │               └── (anonymous):20                    4    2.2%  ▎\n"
			      "│   └── b.py                                             50   27.8%  ███\n"
			      "├── cmd/                                            1    20   11.1%  █▎\n"
			      "│   └── main.go                                          20   11.1%  █▎\n"
			      "│       └── main:7                                        6    3.3%  ▍\n"
			      "└── README.html                                          10    5.6%  ▋\n"
			      "\n"
			      "4 files: 3 by syntax, 1 lexically\n");
}

static void test_ascii_by_directory(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_DIRECTORY);
	options.utf8 = false;
	options.sort = REPORT_SORT_NAME;
	expect_tree(&options, "                                                Files  Code   Share\n"
			      ".                                                   4   180  100.0%  ###########\n"
			      "|-- cmd/                                            1    20   11.1%  #\n"
			      "`-- pkg/                                            2   150   83.3%  #########\n"
			      "    `-- a/                                          1   100   55.6%  ######\n"
			      "\n"
			      "4 files: 3 by syntax, 1 lexically\n");
}

static void test_depth_and_top(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	options.utf8 = false;
	options.depth = 1;
	options.top = 1;
	expect_tree(&options, "                                                Files  Code   Share\n"
			      ".                                                   4   180  100.0%  ###########\n"
			      "|-- pkg/                                            2   150   83.3%  #########\n"
			      "`-- ... 2 more                                      2    30   16.7%  ##\n"
			      "\n"
			      "4 files: 3 by syntax, 1 lexically\n");
}

/* One that is left over is merged like many. */
static void test_top_holds_on_every_level(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	options.utf8 = false;
	options.top = 2;
	expect_tree(&options, "                                                Files  Code   Share\n"
			      ".                                                   4   180  100.0%  ###########\n"
			      "|-- pkg/                                            2   150   83.3%  #########\n"
			      "|   |-- a/                                          1   100   55.6%  ######\n"
			      "|   |   `-- a.go                                        100   55.6%  ######\n"
			      "|   `-- b.py                                             50   27.8%  ###\n"
			      "|-- cmd/                                            1    20   11.1%  #\n"
			      "|   `-- main.go                                          20   11.1%  #\n"
			      "`-- ... 1 more                                      1    10    5.6%  #\n"
			      "\n"
			      "4 files: 3 by syntax, 1 lexically\n");
}

static void test_metric_and_reverse(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	options.utf8 = false;
	options.depth = 1;
	options.metric = REPORT_COMPLEXITY;
	options.reverse = true;
	expect_tree(&options, "                                           Files  Complexity   Share\n"
			      ".                                              4           9  100.0%  ##########\n"
			      "|-- README.html                                            0    0.0%\n"
			      "|-- cmd/                                       1           1   11.1%  #\n"
			      "`-- pkg/                                       2           8   88.9%  #########\n"
			      "\n"
			      "4 files: 3 by syntax, 1 lexically\n");
}

/* Far down, the level's number stands for lines that would leave no room; no line is wider than the terminal. */
static void test_deep_folders_stay_within_the_terminal(void **state)
{
	(void)state;
	enum { DEPTH = 2000 };
	char path[2 * DEPTH + 5];
	for (size_t i = 0; i < DEPTH; i++)
		memcpy(path + 2 * i, "d/", 2);
	memcpy(path + 2 * DEPTH, "f.py", 5);
	const char *names[] = {path};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 1, false);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	char *report = sample_report(&sample, "tree", &options);
	size_t lines = 0;
	for (const char *at = report; *at != '\0'; lines++) {
		size_t len = strcspn(at, "\n");
		assert_true(text_columns((text){at, len}) <= 80);
		at += len + 1;
	}
	/* Heading, root, folders, file, empty line, closing line. */
	assert_int_equal(lines, 1 + 1 + DEPTH + 1 + 1 + 1);
	assert_non_null(strstr(report, "(2001) f.py"));
	free(report);
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_down_to_functions),  cmocka_unit_test(test_ascii_by_directory),
		cmocka_unit_test(test_depth_and_top),      cmocka_unit_test(test_top_holds_on_every_level),
		cmocka_unit_test(test_metric_and_reverse), cmocka_unit_test(test_deep_folders_stay_within_the_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
