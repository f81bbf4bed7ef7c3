/* SPDX-License-Identifier: MIT */
/* Folded stacks. */
#include "sample.h"

static void expect(const report_options *options, const char *expected)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample_expect(&sample, "folded", options, expected);
	sample_finish(&sample);
}

/* Own lines: a.go 100 - 40, T 40 - 30, Do 30 - 4. */
static void test_own_lines_of_every_node(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FUNCTION);
	expect(&options, "README.html 10\n"
			 "cmd;main.go 14\n"
			 "cmd;main.go;main 6\n"
			 "pkg;a;a.go 60\n"
			 "pkg;a;a.go;T 10\n"
			 "pkg;a;a.go;T;(*T).Do 26\n"
			 "pkg;a;a.go;T;(*T).Do;(anonymous) 4\n"
			 "pkg;b.py 50\n");
}

static void test_depth_sums_up(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.by_given = false;
	options.depth = 3;
	expect(&options, "README.html 10\ncmd;main.go 14\ncmd;main.go;main 6\npkg;a;a.go 100\npkg;b.py 50\n");
	options.depth = 1;
	expect(&options, "README.html 10\ncmd 20\npkg 150\n");
	options.depth = 0;
	expect(&options, ". 180\n");
}

static void test_metric_and_by(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FILE);
	options.metric = REPORT_COMPLEXITY;
	expect(&options, "cmd;main.go 1\npkg;a;a.go 8\n");
	options = sample_options(REPORT_BY_DIRECTORY);
	expect(&options, ". 10\ncmd 20\npkg 50\npkg;a 100\n");
}

static void test_names_forge_nothing(void **state)
{
	(void)state;
	const char *names[] = {"a;b",       "c\nd 7",  " lead",  "trail ", "Chapter 12", "v 1.5",
			       "two words", "\x1b[2J", "x\xffy", "",       "\t",         "e\xc2\xa0 9"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 12, true);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	sample_expect(&sample, "folded", &options,
		      "a.py;a\\x3Bb 5\n"
		      "a.py;c\\nd_7 5\n"
		      "a.py;_lead 5\n"
		      "a.py;trail_ 5\n"
		      "a.py;Chapter_12 5\n"
		      "a.py;v_1.5 5\n"
		      "a.py;two words 5\n"
		      "a.py;\\x1B[2J 5\n"
		      "a.py;x\\xFFy 5\n"
		      "a.py;_ 5\n"
		      "a.py;\\t 5\n"
		      "a.py;e_9 5\n");
	sample_finish(&sample);
}

/* Only what would be taken for one and the same is told apart, and within one parent only. */
static void test_equal_siblings_stay_apart(void **state)
{
	(void)state;
	const char *names[] = {"f", "g", "f", "a;", "a\\x3B"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 5, true);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	sample_expect(&sample, "folded", &options,
		      "a.py;f:1 5\na.py;g 5\na.py;f:11 5\na.py;a\\x3B:16 5\na.py;a\\x3B:21 5\n");
	sample_finish(&sample);
}

static void test_equal_siblings_on_one_line(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	record_frame frames[3] = {sample_function("f", 3, 0, 1), sample_function("f", 3, 0, 1),
				  sample_function("f", 4, 0, 1)};
	record record = {.file = sample_file(&sample, "a.py"),
			 .language = "Python",
			 .engine = RECORD_SYNTAX,
			 .counts = sample_counts(3, 0, 0),
			 .frames = frames,
			 .frame_count = 3};
	record.counts.functions = record.counts.complexity = 3;
	tree_add(sample.tree, &record);
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	sample_expect(&sample, "folded", &options, "a.py;f:3 1\na.py;f:3:2 1\na.py;f:4 1\n");
	sample_finish(&sample);
}

/* 20,000 functions within each other: output in proportion to what can be drawn, and no line of code lost. */
static void test_endless_nesting_is_summed_up(void **state)
{
	(void)state;
	enum { DEPTH = 20000 };
	sample sample;
	sample_init(&sample);
	record_frame *frames = calloc(DEPTH, sizeof(*frames));
	assert_non_null(frames);
	for (uint32_t i = 0; i < DEPTH; i++)
		frames[i] = sample_function("f", 1, i, DEPTH - i);
	record record = {.file = sample_file(&sample, "a.py"),
			 .language = "Python",
			 .engine = RECORD_SYNTAX,
			 .counts = sample_counts(DEPTH, 0, 0),
			 .frames = frames,
			 .frame_count = DEPTH};
	tree_add(sample.tree, &record);
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	char *report = sample_report(&sample, "folded", &options);
	uint64_t sum = 0;
	size_t lines = 0;
	for (char *at = report; *at != '\0'; lines++) {
		char *end = strchr(at, '\n');
		*end = '\0';
		sum += strtoull(strrchr(at, ' '), NULL, 10);
		at = end + 1;
	}
	assert_int_equal(sum, DEPTH);
	assert_true(lines < 5000);
	free(report);
	free(frames);
	sample_finish(&sample);
}

static void test_several_roots_are_named(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample.roots[0] = "one/";
	sample.roots[1] = "../two";
	sample.source.root_count = 2;
	tree_destroy(sample.tree);
	sample.tree = tree_create(&sample.source, sample.map);
	const char *names[] = {"a.py", "b.py"};
	sample_file(&sample, names[0]);
	sample.files[sample_file(&sample, names[1])].root = 1;
	for (uint32_t i = 0; i < 2; i++)
		tree_add(sample.tree, &(record){.file = i,
						.language = "Python",
						.engine = RECORD_SYNTAX,
						.counts = sample_counts(2, 0, 0)});
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	sample_expect(&sample, "folded", &options, "../two;b.py 2\none;a.py 2\n");
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_own_lines_of_every_node),
		cmocka_unit_test(test_depth_sums_up),
		cmocka_unit_test(test_metric_and_by),
		cmocka_unit_test(test_names_forge_nothing),
		cmocka_unit_test(test_equal_siblings_stay_apart),
		cmocka_unit_test(test_equal_siblings_on_one_line),
		cmocka_unit_test(test_endless_nesting_is_summed_up),
		cmocka_unit_test(test_several_roots_are_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
