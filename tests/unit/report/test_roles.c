/* SPDX-License-Identifier: MIT */
/* What reports say of what files are for. */
#include "sample.h"

enum { VENDORED = ROLE_BIT(ROLE_VENDORED), GENERATED = ROLE_BIT(ROLE_GENERATED), TEST = ROLE_BIT(ROLE_TEST) };

static void add(sample *sample, const char *path, uint64_t code, role_set roles, uint64_t content)
{
	tree_add(sample->tree, &(record){.file = sample_file(sample, path),
					 .language = "Go",
					 .engine = RECORD_SYNTAX,
					 .bytes = 10,
					 .counts = sample_counts(code, 1, 0),
					 .roles = roles,
					 .hash = {.low = content}});
}

/* 100 lines of code: 25 vendored, of which 5 are tests; 40 tests in all, 1 generated; a.go comes twice. */
static void fill(sample *sample)
{
	sample_init(sample);
	add(sample, "a.go", 20, 0, 7);
	add(sample, "b.go", 19, 0, 8);
	add(sample, "lib/c.go", 20, VENDORED, 7);
	add(sample, "lib/c_test.go", 5, VENDORED | TEST, 9);
	add(sample, "b_test.go", 35, TEST, 10);
	add(sample, "made.go", 1, GENERATED, 11);
	tree_close(sample->tree);
}

static void expect_report(const char *format, const report_options *options, const char *expected)
{
	sample sample;
	fill(&sample);
	sample_expect(&sample, format, options, expected);
	sample_finish(&sample);
}

static void test_table(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_ROLE);
	options.utf8 = false;
	expect_report("table", &options,
		      "Role        Files  Lines  Code  Comment  Blank  Functions  Complexity\n"
		      "---------------------------------------------------------------------\n"
		      "production      2     41    39        2      0          0           0\n"
		      "test            1     36    35        1      0          0           0\n"
		      "vendored        2     27    25        2      0          0           0\n"
		      "generated       1      2     1        1      0          0           0\n"
		      "---------------------------------------------------------------------\n"
		      "Total           6    106   100        6      0          0           0\n"
		      "---------------------------------------------------------------------\n"
		      "6 files: 6 by syntax, 0 lexically\n"
		      "Of the code 40.0% is test, 25.0% vendored, 1.0% generated; 21 lines in 1 duplicate file\n");
}

static void test_csv(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_ROLE);
	options.sort = REPORT_SORT_NAME;
	expect_report("csv", &options,
		      "files,role,blank,comment,code\n"
		      "1,generated,0,1,1\n"
		      "2,production,0,2,39\n"
		      "1,test,0,1,35\n"
		      "2,vendored,0,2,25\n"
		      "6,SUM,0,6,100\n");
}

/* Roles are no levels of a tree: it shows all there is. */
static void test_tree(void **state)
{
	(void)state;
	sample sample;
	fill(&sample);
	report_options by_role = sample_options(REPORT_BY_ROLE), by_language = sample_options(REPORT_BY_LANGUAGE);
	char *expected = sample_report(&sample, "tree", &by_language);
	assert_non_null(strstr(expected, "\nOf the code 40.0% is test, "));
	sample_expect(&sample, "tree", &by_role, expected);
	free(expected);
	sample_finish(&sample);
}

static void expect_in(const char *report, const char *text)
{
	if (strstr(report, text) == NULL)
		fail_msg("no %s in\n%s", text, report);
}

static void test_json(void **state)
{
	(void)state;
	sample sample;
	fill(&sample);
	report_options options = sample_options(REPORT_BY_ROLE);
	char *report = sample_report(&sample, "json", &options);
	expect_in(report, "{\"name\": \"vendored\", \"files\": 2, \"lines\": 27, \"code\": 25, ");
	expect_in(report, "{\"name\": \"test\", \"files\": 2, \"lines\": 42, \"code\": 40, ");
	expect_in(report, "{\"name\": \"duplicate\", \"files\": 1, \"lines\": 21, \"code\": 20, ");
	const char *rows = strstr(report, "\"by_role\": [");
	assert_non_null(rows);
	expect_in(rows, "{\"name\": \"production\", \"files\": 2, \"lines\": 41, \"code\": 39, ");
	expect_in(rows, "{\"name\": \"test\", \"files\": 1, \"lines\": 36, \"code\": 35, ");
	assert_null(strstr(rows, "\"duplicate\""));
	free(report);
	options.by = REPORT_BY_FILE;
	report = sample_report(&sample, "json", &options);
	assert_null(strstr(report, "\"by_role\""));
	expect_in(strstr(report, "\"lib/c.go\""), "\"roles\": [\"vendored\", \"duplicate\"]");
	expect_in(strstr(report, "\"lib/c_test.go\""), "\"roles\": [\"vendored\", \"test\"]");
	expect_in(strstr(report, "\"b.go\""), "\"roles\": []");
	free(report);
	sample_finish(&sample);
}

static void test_little_is_not_nothing(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	add(&sample, "a.go", 99999, 0, 1);
	add(&sample, "b_test.go", 1, TEST, 2);
	add(&sample, "README.go", 0, ROLE_BIT(ROLE_DOCUMENTATION), 3);
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	char *report = sample_report(&sample, "markdown", &options);
	expect_in(report, "\nOf the code <0.1% is test.\n");
	free(report);
	sample_finish(&sample);
}

static void test_picture(void **state)
{
	(void)state;
	sample sample;
	fill(&sample);
	report_options options = sample_options(REPORT_BY_FILE);
	options.palette = REPORT_PALETTE_ROLE;
	char *svg = sample_report(&sample, "svg", &options);
	expect_in(svg, ">Production 39.0%</text>");
	expect_in(svg, ">Test 35.0%</text>");
	expect_in(svg, ">Vendored 25.0%</text>");
	expect_in(svg, ">Generated 1.0%</text>");
	assert_null(strstr(svg, ">Minified"));
	free(svg);
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_table),
		cmocka_unit_test(test_csv),
		cmocka_unit_test(test_tree),
		cmocka_unit_test(test_json),
		cmocka_unit_test(test_little_is_not_nothing),
		cmocka_unit_test(test_picture),
	};
	return cmocka_run_group_tests_name("roles", tests, NULL, NULL);
}
