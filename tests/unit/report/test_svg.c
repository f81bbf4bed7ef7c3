/* SPDX-License-Identifier: MIT */
/* The static picture: where boxes stand, what is merged, what text fits, what colours say. */
#include "sample.h"

#include "report/svg_colour.h"
#include "report/svg_text.h"

/* 720 pixels for the boxes between margins of 16: 4 for each of the sample's 180 lines of code. */
static report_options picture_options(void)
{
	report_options options = sample_options(REPORT_BY_FUNCTION);
	options.picture_width = 752;
	options.title = "sample";
	return options;
}

static char *draw_sample(const report_options *options)
{
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	char *svg = sample_report(&sample, "svg", options);
	sample_finish(&sample);
	return svg;
}

/* The box whose tooltip begins with `tip` has the rectangle that `rect` says. */
static void expect_box(const char *svg, const char *tip, const char *rect)
{
	char wanted[256];
	snprintf(wanted, sizeof(wanted), "<title>%s", tip);
	const char *at = strstr(svg, wanted);
	if (at == NULL)
		fail_msg("no box %s", tip);
	const char *found = strstr(at, "<rect ");
	snprintf(wanted, sizeof(wanted), "<rect %s/>", rect);
	if (strncmp(found, wanted, strlen(wanted)) != 0)
		fail_msg("%s: %.70s, not %s", tip, found, wanted);
}

static size_t count_of(const char *text, const char *part)
{
	size_t count = 0;
	for (; (text = strstr(text, part)) != NULL; text++)
		count++;
	return count;
}

/*
 * The head takes 98 pixels, a row 20 of which a box takes 19; between neighbours half a pixel is free. Seven rows: root, pkg,
 * a, a.go, T, Do, the lambda. The largest stand left: pkg 150 lines, cmd 20, README.html 10.
 */
static void test_flame_grows_upwards(void **state)
{
	(void)state;
	report_options options = picture_options();
	char *svg = draw_sample(&options);
	assert_non_null(strstr(svg, " width=\"752\" height=\"254\" viewBox=\"0 0 752 254\">\n<title>sample</title>"));
	assert_int_equal(count_of(svg, "<g class="), 12);
	expect_box(svg, "sample\n180 lines of code, 100.0%<", "x=\"16\" y=\"218\" width=\"719.5\" height=\"19\"");
	expect_box(svg, "pkg\n150 lines of code, 83.3%<", "x=\"16\" y=\"198\" width=\"599.5\" height=\"19\"");
	expect_box(svg, "cmd\n20 lines", "x=\"616\" y=\"198\" width=\"79.5\" height=\"19\"");
	expect_box(svg, "README.html\nHTML, 10 lines", "x=\"696\" y=\"198\" width=\"39.5\" height=\"19\"");
	expect_box(svg, "cmd / main.go\nGo, 20 lines", "x=\"616\" y=\"178\" width=\"79.5\" height=\"19\"");
	expect_box(svg, "cmd / main.go:7 main\nfunction, 6 lines", "x=\"616\" y=\"158\" width=\"23.5\" height=\"19\"");
	expect_box(svg, "pkg / b.py\nPython, 50 lines", "x=\"416\" y=\"178\" width=\"199.5\" height=\"19\"");
	expect_box(svg, "pkg / a / a.go:10 T\nstruct, 40 lines", "x=\"16\" y=\"138\" width=\"159.5\" height=\"19\"");
	expect_box(svg, "pkg / a / a.go:12 T › (*T).Do\nmethod, 30 lines of code, 16.7%<",
		   "x=\"16\" y=\"118\" width=\"119.5\" height=\"19\"");
	expect_box(svg, "pkg / a / a.go:20 T › (*T).Do › (anonymous)\nlambda, 4 lines",
		   "x=\"16\" y=\"98\" width=\"15.5\" height=\"19\"");
	free(svg);
}

static void test_icicle_grows_downwards(void **state)
{
	(void)state;
	report_options options = picture_options();
	options.inverted = true;
	char *svg = draw_sample(&options);
	expect_box(svg, "sample\n", "x=\"16\" y=\"98\" width=\"719.5\" height=\"19\"");
	expect_box(svg, "pkg\n", "x=\"16\" y=\"118\" width=\"599.5\" height=\"19\"");
	expect_box(svg, "pkg / a / a.go:20", "x=\"16\" y=\"218\" width=\"15.5\" height=\"19\"");
	free(svg);
}

static void test_order(void **state)
{
	(void)state;
	report_options options = picture_options();
	options.sort = REPORT_SORT_NAME;
	char *svg = draw_sample(&options);
	expect_box(svg, "README.html\n", "x=\"16\" y=\"198\" width=\"39.5\" height=\"19\"");
	expect_box(svg, "cmd\n", "x=\"56\" y=\"198\" width=\"79.5\" height=\"19\"");
	expect_box(svg, "pkg\n", "x=\"136\" y=\"198\" width=\"599.5\" height=\"19\"");
	free(svg);
	options.sort = REPORT_SORT_DEFAULT;
	options.reverse = true;
	svg = draw_sample(&options);
	expect_box(svg, "README.html\n", "x=\"16\" y=\"198\" width=\"39.5\" height=\"19\"");
	expect_box(svg, "pkg\n", "x=\"136\" y=\"198\" width=\"599.5\" height=\"19\"");
	free(svg);
}

/* cmd has 80 pixels, README.html 40: together 120. The lambda has 16, so that there are six rows. */
static void test_narrow_frames_are_merged(void **state)
{
	(void)state;
	report_options options = picture_options();
	options.min_width = 81;
	char *svg = draw_sample(&options);
	expect_box(svg, "sample … 2 more\n30 lines of code, 16.7%<",
		   "x=\"616\" y=\"178\" width=\"119.5\" height=\"19\"");
	assert_non_null(strstr(svg, ">… 2 more</text>"));
	assert_null(strstr(svg, "<title>cmd"));
	free(svg);
	options.min_width = 121;
	svg = draw_sample(&options);
	assert_null(strstr(svg, " more"));
	free(svg);
}

static void test_depth_by_and_metric(void **state)
{
	(void)state;
	report_options options = picture_options();
	options.depth = 1;
	char *svg = draw_sample(&options);
	assert_int_equal(count_of(svg, "<g class="), 4);
	free(svg);
	options = picture_options();
	options.by = REPORT_BY_DIRECTORY;
	svg = draw_sample(&options);
	assert_int_equal(count_of(svg, "<g class="), 4);
	free(svg);
	options.by = REPORT_BY_FILE;
	svg = draw_sample(&options);
	assert_int_equal(count_of(svg, "<g class="), 8);
	free(svg);
	options.by = REPORT_BY_FUNCTION;
	options.metric = REPORT_COMPLEXITY; /* 9 in all, 80 pixels each */
	svg = draw_sample(&options);
	expect_box(svg, "pkg / a / a.go\nGo, complexity 8, 88.9%<", "x=\"16\" y=\"158\" width=\"639.5\" height=\"19\"");
	assert_null(strstr(svg, "<title>pkg / b.py"));
	free(svg);
}

static void test_nothing_to_draw(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	tree_close(sample.tree);
	report_options options = picture_options();
	char *svg = sample_report(&sample, "svg", &options);
	assert_int_equal(count_of(svg, "<g class="), 1);
	assert_non_null(strstr(svg, "0 lines of code in 0 files"));
	free(svg);
	sample_finish(&sample);
}

static void test_legend(void **state)
{
	(void)state;
	report_options options = picture_options();
	char *svg = draw_sample(&options);
	assert_non_null(strstr(svg, ">180 lines of code in 4 files, 3 functions</text>"));
	assert_non_null(strstr(svg, ">Go 66.7%</text>"));
	assert_non_null(strstr(svg, ">Python 27.8%</text>"));
	assert_non_null(strstr(svg, ">HTML 5.6%</text>"));
	free(svg);
	options.palette = REPORT_PALETTE_KIND;
	svg = draw_sample(&options);
	/* Own lines: files 10 + 14 + 60 + 50, T 10, Do 26, main 6, the lambda 4. */
	assert_non_null(strstr(svg, ">File 74.4%</text>"));
	assert_non_null(strstr(svg, ">Method 14.4%</text>"));
	assert_non_null(strstr(svg, ">Class, type 5.6%</text>"));
	assert_non_null(strstr(svg, ">Function 3.3%</text>"));
	assert_non_null(strstr(svg, ">Lambda 2.2%</text>"));
	free(svg);
	options.palette = REPORT_PALETTE_HOT;
	svg = draw_sample(&options);
	assert_null(strstr(svg, "66.7%</text>\n"));
	free(svg);
}

/* Of WCAG: black and white have 21, #767676 is the lightest grey that white text may stand on. */
static void test_contrast(void **state)
{
	(void)state;
	double most = svg_colour_contrast(0x000000, 0xffffff);
	double grey = svg_colour_contrast(0x767676, 0xffffff);
	double lighter = svg_colour_contrast(0x787878, 0xffffff);
	assert_true(most > 20.9 && most < 21.1);
	assert_true(grey >= 4.5 && lighter < 4.5);
	svg_colour colour = 0;
	assert_true(svg_colour_parse("#0aF", &colour));
	assert_int_equal(colour, 0x00aaff);
	assert_true(svg_colour_parse("#00ADD8", &colour));
	assert_int_equal(colour, 0x00add8);
	assert_false(svg_colour_parse("red", &colour));
	assert_false(svg_colour_parse("#12345", &colour));
	assert_false(svg_colour_parse("#12345g", &colour));
	assert_false(svg_colour_parse(NULL, &colour));
}

/* On each fill of each palette, by day and by night. */
static void test_text_can_be_read(void **state)
{
	(void)state;
	for (int palette = REPORT_PALETTE_LANGUAGE; palette <= REPORT_PALETTE_ORANGE; palette++) {
		report_options options = picture_options();
		options.palette = (enum report_palette)palette;
		char *svg = draw_sample(&options);
		size_t fills = 0;
		for (const char *at = svg; (at = strstr(at, "\n.c")) != NULL; at++) {
			unsigned fill, ink;
			assert_int_equal(sscanf(at, "\n.c%*u{fill:#%6x}.c%*u text{fill:#%6x}", &fill, &ink), 2);
			assert_true(svg_colour_contrast(fill, ink) >= 4.5);
			fills++;
		}
		assert_true(fills >= 6);
		free(svg);
	}
}

/* 'a' and 'b' are 0.62 and 0.64 wide in the widest of the fonts, '…' 1. */
static void test_labels_fit(void **state)
{
	(void)state;
	bool exact;
	double width = svg_text_width(text_of("ab"), 10, &exact);
	assert_true(width > 12.55 && width < 12.65 && exact);
	svg_label label = {.exact = true};
	svg_label_fit(&label, text_of("abab"), 10, 25.3);
	assert_string_equal(label.text.data, "abab");
	assert_true(label.whole);
	svg_label_fit(&label, text_of("abab"), 10, 24.9);
	assert_string_equal(label.text.data, "ab…");
	assert_false(label.whole);
	assert_true(label.width <= 24.9);
	svg_label_fit(&label, text_of("abab"), 10, 20);
	assert_int_equal(label.text.len, 0);
	svg_label_fit(&label, text_of("\xe6\xbc\xa2"), 10, 20);
	assert_false(label.exact); /* whoever shows it forces it to its width */
	buffer_finish(&label.text);
}

/* For any room: never wider than it. */
static void test_labels_never_overflow(void **state)
{
	(void)state;
	static const char *const names[] = {"wWmM@%",
					    "illi",
					    "\xff\xfe",
					    "a\xcc\x81\xcc\x81\xcc\x81\xcc\x81",
					    "",
					    "\xf0\x9f\x94\xa5 flame",
					    "(*Server).ListenAndServe"};
	svg_label label = {.exact = true};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		for (double room = -1; room < 200; room += 0.7) {
			svg_label_fit(&label, text_of(names[i]), 12, room);
			assert_true(label.text.len == 0 || label.width <= room);
			assert_true(text_is_utf8((text){buffer_string(&label.text), label.text.len}));
		}
	}
	buffer_finish(&label.text);
}

static void test_hostile_names(void **state)
{
	(void)state;
	const char *names[] = {"</title><script>alert(1)</script>",
			       "\" onload=\"alert(1)",
			       "]]>&lt;",
			       "a\x01\x0c\x1b[2J",
			       "\xe2\x80\xaegpj",
			       "x\xffy",
			       "\xef\xbf\xbe\xef\xbf\xbf",
			       "so\xc2\xad"
			       "ft",
			       "\xed\xa0\x80"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, sizeof(names) / sizeof(names[0]), true);
	report_options options = picture_options();
	options.title = "<b>&\x02";
	options.picture_width = 10000;
	char *svg = sample_report(&sample, "svg", &options);
	assert_null(strstr(svg, "<script"));
	assert_null(strstr(svg, "<b>"));
	assert_null(strstr(svg, "\" onload"));
	assert_null(strstr(svg, "]]>"));
	assert_null(strstr(svg, "\xe2\x80\xae"));
	assert_null(strstr(svg, "\xef\xbf\xbe"));
	assert_null(strstr(svg, "\xc2\xad"));
	assert_true(text_is_utf8(text_of(svg)));
	for (const char *at = svg; *at != '\0'; at++)
		assert_true((unsigned char)*at >= ' ' || *at == '\n');
	assert_non_null(strstr(svg, "&lt;b&gt;&amp;\\x02"));
	assert_non_null(strstr(svg, "a\\x01\\x0C\\x1B[2J"));
	assert_non_null(strstr(svg, "\\u{202E}gpj"));
	assert_non_null(strstr(svg, "x\\xFFy"));
	assert_non_null(strstr(svg, "\\u{FFFE}\\u{FFFF}"));
	assert_non_null(strstr(svg, "so\\u{00AD}ft"));
	assert_non_null(strstr(svg, "\\xED\\xA0\\x80"));
	free(svg);
	sample_finish(&sample);
}

/* `count` functions: within each other, or beside each other, a line each. */
static char *draw_many(uint32_t count, bool nested)
{
	sample sample;
	sample_init(&sample);
	record_frame *frames = calloc(count, sizeof(*frames));
	assert_non_null(frames);
	for (uint32_t i = 0; i < count; i++)
		frames[i] = nested ? sample_function("f", 1, i, count - i) : sample_function("f", i + 1, 0, 1);
	record record = {.file = sample_file(&sample, "a.py"),
			 .language = "Python",
			 .engine = RECORD_SYNTAX,
			 .counts = sample_counts(count, 0, 0),
			 .frames = frames,
			 .frame_count = count};
	tree_add(sample.tree, &record);
	tree_close(sample.tree);
	report_options options = picture_options();
	char *svg = sample_report(&sample, "svg", &options);
	free(frames);
	sample_finish(&sample);
	return svg;
}

/* Deeper than anybody scrolls is summed up; narrower than anybody sees is merged. */
static void test_size_is_bounded(void **state)
{
	(void)state;
	char *svg = draw_many(20000, true);
	assert_int_equal(count_of(svg, "<g class="), 401);
	free(svg);
	svg = draw_many(250000, false);
	assert_int_equal(count_of(svg, "<g class="), 3);
	assert_non_null(strstr(svg, "<title>a.py … 250,000 more\n250,000 lines of code, 100.0%"));
	free(svg);
}

static void test_widths(void **state)
{
	(void)state;
	static const struct {
		double given;
		const char *made;
	} widths[] = {
		{0, " width=\"1200\""}, {1, " width=\"200\""}, {800.7, " width=\"800\""}, {1e300, " width=\"100000\""}};
	for (size_t i = 0; i < sizeof(widths) / sizeof(widths[0]); i++) {
		report_options options = picture_options();
		options.picture_width = widths[i].given;
		char *svg = draw_sample(&options);
		assert_non_null(strstr(svg, widths[i].made));
		free(svg);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_flame_grows_upwards),
		cmocka_unit_test(test_icicle_grows_downwards),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_narrow_frames_are_merged),
		cmocka_unit_test(test_depth_by_and_metric),
		cmocka_unit_test(test_nothing_to_draw),
		cmocka_unit_test(test_legend),
		cmocka_unit_test(test_contrast),
		cmocka_unit_test(test_text_can_be_read),
		cmocka_unit_test(test_labels_fit),
		cmocka_unit_test(test_labels_never_overflow),
		cmocka_unit_test(test_hostile_names),
		cmocka_unit_test(test_size_is_bounded),
		cmocka_unit_test(test_widths),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
