/* SPDX-License-Identifier: MIT */
/* Tables for GitHub. */
#include "sample.h"

static void test_by_language(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.top = 1;
	sample_expect(&sample, "markdown", &options,
		      "| Language | Files | Lines | Code | Comment | Blank | Functions | Complexity |\n"
		      "|:---|---:|---:|---:|---:|---:|---:|---:|\n"
		      "| Go | 2 | 160 | 120 | 15 | 25 | 3 | 9 |\n"
		      "| … 2 more | 2 | 66 | 60 | 2 | 4 | 0 | 0 |\n"
		      "| **Total** | **4** | **226** | **180** | **17** | **29** | **3** | **9** |\n"
		      "\nEmbedded in files of other languages and counted there:\n\n"
		      "| Language | Files | Lines | Code | Comment | Blank | Functions | Complexity |\n"
		      "|:---|---:|---:|---:|---:|---:|---:|---:|\n"
		      "| CSS | 1 | 5 | 4 | 0 | 1 | 0 | 0 |\n"
		      "\n4 files: 3 by syntax, 1 lexically.\n");
	sample_finish(&sample);
}

static void test_lines_alone(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.functions = false;
	options.top = 1;
	sample_expect(&sample, "markdown", &options,
		      "| Language | Files | Lines | Code | Comment | Blank |\n"
		      "|:---|---:|---:|---:|---:|---:|\n"
		      "| Go | 2 | 160 | 120 | 15 | 25 |\n"
		      "| … 2 more | 2 | 66 | 60 | 2 | 4 |\n"
		      "| **Total** | **4** | **226** | **180** | **17** | **29** |\n"
		      "\nEmbedded in files of other languages and counted there:\n\n"
		      "| Language | Files | Lines | Code | Comment | Blank |\n"
		      "|:---|---:|---:|---:|---:|---:|\n"
		      "| CSS | 1 | 5 | 4 | 0 | 1 |\n"
		      "\n4 files: 3 by syntax, 1 lexically.\n");
	sample_finish(&sample);
}

static void test_by_function(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.top = 2;
	sample_expect(&sample, "markdown", &options,
		      "| Function | Kind | Location | Lines | Code | Complexity | Cognitive |\n"
		      "|:---|:---|:---|---:|---:|---:|---:|\n"
		      "| (\\*T).Do | method | pkg/a/a.go:12 | 33 | 30 | 8 | 6 |\n"
		      "| main | function | cmd/main.go:7 | 6 | 6 | 1 | 0 |\n"
		      "| … 1 more | | | | | | |\n"
		      "| **Total** | | | **226** | **180** | **9** | **6** |\n"
		      "\n4 files: 3 by syntax, 1 lexically.\n");
	sample_finish(&sample);
}

static void test_names_are_no_markup(void **state)
{
	(void)state;
	const char *names[] = {"a|b.py",    "b`c`.py",    "c<script>.py", "d&amp;.py",
			       "e\n| f.py", "f[x](y).py", "g__init__.py"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 7, false);
	report_options options = sample_options(REPORT_BY_FILE);
	char *report = sample_report(&sample, "markdown", &options);
	assert_non_null(strstr(report, "\n| a\\|b.py | 5 |"));
	assert_non_null(strstr(report, "\n| b\\`c\\`.py | 5 |"));
	assert_non_null(strstr(report, "\n| c&lt;script&gt;.py | 5 |"));
	assert_non_null(strstr(report, "\n| d&amp;amp;.py | 5 |"));
	assert_non_null(strstr(report, "\n| e\\\\n\\| f.py | 5 |"));
	assert_non_null(strstr(report, "\n| f\\[x\\](y).py | 5 |"));
	assert_non_null(strstr(report, "\n| g\\_\\_init\\_\\_.py | 5 |"));
	free(report);
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_by_language),
		cmocka_unit_test(test_lines_alone),
		cmocka_unit_test(test_by_function),
		cmocka_unit_test(test_names_are_no_markup),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
