/* SPDX-License-Identifier: MIT */
/* The profile for speedscope. */
#include "sample.h"

static void expect(const report_options *options, const char *expected)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample_expect(&sample, "speedscope", options, expected);
	sample_finish(&sample);
}

#define HEAD                                                                                                           \
	"{\"$schema\":\"https://www.speedscope.app/file-format-schema.json\",\"name\":\"sample\","                     \
	"\"exporter\":\"onflame@1.2.3\",\"activeProfileIndex\":0,\"shared\":{\"frames\":["

/* Own lines: README.html 10, main.go 20 - 6, main 6, a.go 100 - 40, T 40 - 30, Do 30 - 4, the lambda 4, b.py 50. */
static void test_stacks_and_weights(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.title = "sample";
	expect(&options, HEAD "{\"name\":\"sample\",\"file\":\".\"},"
			      "{\"name\":\"README.html\",\"file\":\"README.html\"},"
			      "{\"name\":\"cmd\",\"file\":\"cmd\"},"
			      "{\"name\":\"main.go\",\"file\":\"cmd/main.go\"},"
			      "{\"name\":\"main\",\"file\":\"cmd/main.go\",\"line\":7},"
			      "{\"name\":\"pkg\",\"file\":\"pkg\"},"
			      "{\"name\":\"a\",\"file\":\"pkg/a\"},"
			      "{\"name\":\"a.go\",\"file\":\"pkg/a/a.go\"},"
			      "{\"name\":\"T\",\"file\":\"pkg/a/a.go\",\"line\":10},"
			      "{\"name\":\"(*T).Do\",\"file\":\"pkg/a/a.go\",\"line\":12},"
			      "{\"name\":\"(anonymous)\",\"file\":\"pkg/a/a.go\",\"line\":20},"
			      "{\"name\":\"b.py\",\"file\":\"pkg/b.py\"}]},"
			      "\"profiles\":[{\"type\":\"sampled\",\"name\":\"180 lines of code\",\"unit\":\"none\","
			      "\"startValue\":0,\"endValue\":180,"
			      "\"samples\":[[0,1],[0,2,3],[0,2,3,4],[0,5,6,7],[0,5,6,7,8],[0,5,6,7,8,9],"
			      "[0,5,6,7,8,9,10],[0,5,11]],"
			      "\"weights\":[10,14,6,60,10,26,4,50]}]}\n");
}

/* What is empty of the metric is no sample; by directory the files' lines are the folders' own. */
static void test_metric_and_by(void **state)
{
	(void)state;
	report_options options = sample_options(REPORT_BY_DIRECTORY);
	options.title = "sample";
	options.metric = REPORT_COMMENT;
	expect(&options, HEAD "{\"name\":\"sample\",\"file\":\".\"},{\"name\":\"cmd\",\"file\":\"cmd\"},"
			      "{\"name\":\"pkg\",\"file\":\"pkg\"},{\"name\":\"a\",\"file\":\"pkg/a\"}]},"
			      "\"profiles\":[{\"type\":\"sampled\",\"name\":\"17 comment lines\",\"unit\":\"none\","
			      "\"startValue\":0,\"endValue\":17,"
			      "\"samples\":[[0],[0,1],[0,2,3]],\"weights\":[2,5,10]}]}\n");
}

/* Of one file, name and line: one frame, two samples. On another line: another frame. */
static void test_equal_frames_are_shared(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	record_frame frames[4] = {sample_function("f", 3, 0, 1), sample_function("g", 3, 0, 1),
				  sample_function("f", 3, 0, 1), sample_function("f", 4, 0, 1)};
	record record = {.file = sample_file(&sample, "a.py"),
			 .language = "Python",
			 .engine = RECORD_SYNTAX,
			 .counts = sample_counts(4, 0, 0),
			 .frames = frames,
			 .frame_count = 4};
	tree_add(sample.tree, &record);
	tree_close(sample.tree);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.title = "sample";
	sample_expect(&sample, "speedscope", &options,
		      HEAD
		      "{\"name\":\"sample\",\"file\":\".\"},{\"name\":\"a.py\",\"file\":\"a.py\"},"
		      "{\"name\":\"f\",\"file\":\"a.py\",\"line\":3},{\"name\":\"g\",\"file\":\"a.py\",\"line\":3},"
		      "{\"name\":\"f\",\"file\":\"a.py\",\"line\":4}]},"
		      "\"profiles\":[{\"type\":\"sampled\",\"name\":\"4 lines of code\",\"unit\":\"none\","
		      "\"startValue\":0,\"endValue\":4,"
		      "\"samples\":[[0,1,2],[0,1,3],[0,1,2],[0,1,4]],\"weights\":[1,1,1,1]}]}\n");
	sample_finish(&sample);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stacks_and_weights),
		cmocka_unit_test(test_metric_and_by),
		cmocka_unit_test(test_equal_frames_are_shared),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
