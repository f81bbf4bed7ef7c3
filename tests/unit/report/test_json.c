/* SPDX-License-Identifier: MIT */
/* JSON, NDJSON and YAML: read back and compared with sample_fill(). */
#include "sample.h"

#include <jansson.h>
#include <yaml.h>

static json_t *parse(const char *bytes, size_t len)
{
	json_error_t error;
	json_t *document = json_loadb(bytes, len, JSON_REJECT_DUPLICATES, &error);
	if (document == NULL)
		fail_msg("%d:%d: %s", error.line, error.column, error.text);
	return document;
}

static json_t *report(const sample *sample, const report_options *options)
{
	char *bytes = sample_report(sample, "json", options);
	json_t *document = parse(bytes, strlen(bytes));
	free(bytes);
	return document;
}

static json_int_t number(const json_t *object, const char *key)
{
	const json_t *value = json_object_get(object, key);
	assert_true(json_is_integer(value));
	return json_integer_value(value);
}

static const char *string(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));
	assert_non_null(value);
	return value;
}

static void expect_counts(const json_t *object, json_int_t code, json_int_t comment, json_int_t blank)
{
	assert_int_equal(number(object, "lines"), code + comment + blank);
	assert_int_equal(number(object, "code"), code);
	assert_int_equal(number(object, "comment"), comment);
	assert_int_equal(number(object, "blank"), blank);
}

static void test_summary(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample.skips[0] = (source_skip){"x.bin", "binary", false, false};
	sample.source.skip_count = 1;
	report_options options = sample_options(REPORT_BY_LANGUAGE);
	options.by_given = false;
	json_t *document = report(&sample, &options);
	assert_int_equal(number(document, "schema"), 1);
	assert_string_equal(string(json_object_get(document, "generator"), "name"), "onflame");
	assert_string_equal(string(json_object_get(document, "generator"), "version"), "1.2.3");
	assert_string_equal(string(document, "policy"), "default");
	assert_string_equal(json_string_value(json_array_get(json_object_get(document, "roots"), 0)), ".");
	const json_t *total = json_object_get(document, "total");
	expect_counts(total, 180, 17, 29);
	assert_int_equal(number(total, "files"), 4);
	assert_int_equal(number(total, "functions"), 3);
	assert_int_equal(number(total, "complexity"), 9);
	assert_int_equal(number(total, "cognitive"), 6);
	assert_int_equal(number(total, "bytes"), 3600);

	const json_t *languages = json_object_get(document, "languages");
	assert_int_equal(json_array_size(languages), 4);
	assert_string_equal(string(json_array_get(languages, 0), "name"), "Go");
	expect_counts(json_array_get(languages, 0), 120, 15, 25);
	/* CSS lies only within the HTML file, whose numbers hold it. */
	const json_t *css = json_array_get(languages, 3);
	assert_string_equal(string(css, "name"), "CSS");
	expect_counts(css, 0, 0, 0);
	expect_counts(json_object_get(css, "embedded"), 4, 0, 1);

	assert_null(json_object_get(document, "files"));
	const json_t *skip = json_array_get(json_object_get(document, "skipped"), 0);
	assert_string_equal(string(skip, "path"), "x.bin");
	assert_string_equal(string(skip, "why"), "binary");
	assert_true(json_is_false(json_object_get(skip, "failed")));
	json_decref(document);
	sample_finish(&sample);
}

static void expect_frame(const json_t *frames, size_t index, const char *name, json_int_t depth, json_int_t code)
{
	const json_t *frame = json_array_get(frames, index);
	assert_string_equal(string(frame, "name"), name);
	assert_int_equal(number(frame, "depth"), depth);
	assert_int_equal(number(frame, "code"), code);
}

static void test_files_and_frames(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	report_options options = sample_options(REPORT_BY_FUNCTION);
	json_t *document = report(&sample, &options);
	const json_t *files = json_object_get(document, "files");
	assert_int_equal(json_array_size(files), 4);
	const json_t *readme = json_array_get(files, 0);
	assert_string_equal(string(readme, "path"), "README.html");
	assert_string_equal(string(readme, "engine"), "lexical");
	assert_string_equal(string(readme, "type"), "markup");
	assert_string_equal(json_string_value(json_array_get(json_object_get(readme, "notes"), 0)),
			    "encoding: Latin-1");
	const json_t *css = json_array_get(json_object_get(readme, "embedded"), 0);
	assert_string_equal(string(css, "language"), "CSS");
	expect_counts(css, 4, 0, 1);

	const json_t *a = json_array_get(files, 2);
	assert_string_equal(string(a, "path"), "pkg/a/a.go");
	expect_counts(a, 100, 10, 20);
	const json_t *frames = json_object_get(a, "frames");
	assert_int_equal(json_array_size(frames), 3);
	expect_frame(frames, 0, "T", 0, 40);
	expect_frame(frames, 1, "(*T).Do", 1, 30);
	expect_frame(frames, 2, "(anonymous)", 2, 4);
	const json_t *method = json_array_get(frames, 1);
	assert_string_equal(string(method, "kind"), "method");
	assert_int_equal(number(method, "start"), 12);
	assert_int_equal(number(method, "end"), 44);
	assert_int_equal(number(method, "complexity"), 8);
	assert_int_equal(number(method, "nesting"), 2);
	assert_int_equal(number(method, "parameters"), 3);
	json_decref(document);

	options.by = REPORT_BY_FILE;
	options.top = 2;
	document = report(&sample, &options);
	files = json_object_get(document, "files");
	assert_int_equal(json_array_size(files), 2);
	assert_string_equal(string(json_array_get(files, 1), "path"), "pkg/b.py");
	assert_null(json_object_get(json_array_get(files, 1), "frames"));
	assert_int_equal(json_array_size(json_object_get(document, "languages")), 4);
	json_decref(document);
	sample_finish(&sample);
}

static void test_paths_that_are_not_utf8_can_be_undone(void **state)
{
	(void)state;
	const char *names[] = {"1 100%.py", "2 100%\xff\xc3\xa9\xc3.py", "3\xed\xa0\x80.py", "4\"\\\n\x1b.py"};
	sample sample;
	sample_init(&sample);
	sample_names(&sample, names, 4, false);
	sample.roots[0] = "r\xff%";
	report_options options = sample_options(REPORT_BY_FILE);
	json_t *document = report(&sample, &options);
	const json_t *files = json_object_get(document, "files");
	assert_string_equal(string(json_array_get(files, 0), "path"), names[0]);
	assert_null(json_object_get(json_array_get(files, 0), "path_encoding"));
	assert_string_equal(string(json_array_get(files, 1), "path"), "2 100%25%FF\xc3\xa9%C3.py");
	assert_string_equal(string(json_array_get(files, 1), "path_encoding"), "percent");
	/* A surrogate is no character of UTF-8. */
	assert_string_equal(string(json_array_get(files, 2), "path"), "3%ED%A0%80.py");
	assert_string_equal(string(json_array_get(files, 3), "path"), names[3]);
	assert_string_equal(json_string_value(json_array_get(json_object_get(document, "roots"), 0)), "r%FF%25");
	assert_string_equal(string(document, "roots_encoding"), "percent");
	json_decref(document);
	sample_finish(&sample);
}

static void test_ndjson_is_an_object_a_line(void **state)
{
	(void)state;
	static const char *const records[] = {"header", "file", "file", "file", "file", "skipped", "total"};
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	sample.skips[0] = (source_skip){"a\nb\xff", "permission denied", true, false};
	sample.source.skip_count = 1;
	report_options options = sample_options(REPORT_BY_FUNCTION);
	char *bytes = sample_report(&sample, "ndjson", &options);
	const char *at = bytes;
	for (size_t i = 0; i < sizeof(records) / sizeof(records[0]); i++) {
		size_t len = strcspn(at, "\n");
		json_t *object = parse(at, len);
		assert_string_equal(string(object, "record"), records[i]);
		if (i == 3)
			assert_int_equal(json_array_size(json_object_get(object, "frames")), 3);
		if (i == 5)
			assert_string_equal(string(object, "path"), "a\nb%FF");
		if (i == 6)
			expect_counts(object, 180, 17, 29);
		json_decref(object);
		at += len + 1;
	}
	assert_int_equal(*at, '\0');
	free(bytes);
	sample_finish(&sample);
}

/* Compares a node of YAML with the JSON of the same report. Text is quoted, numbers and booleans are plain. */
static void compare(yaml_document_t *yaml, int index, const json_t *json)
{
	const yaml_node_t *node = yaml_document_get_node(yaml, index);
	assert_non_null(node);
	if (json_is_object(json)) {
		assert_int_equal(node->type, YAML_MAPPING_NODE);
		size_t count = (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
		assert_int_equal(count, json_object_size(json));
		for (size_t i = 0; i < count; i++) {
			const yaml_node_pair_t *pair = &node->data.mapping.pairs.start[i];
			const yaml_node_t *key = yaml_document_get_node(yaml, pair->key);
			const json_t *value = json_object_get(json, (const char *)key->data.scalar.value);
			assert_non_null(value);
			compare(yaml, pair->value, value);
		}
	} else if (json_is_array(json)) {
		assert_int_equal(node->type, YAML_SEQUENCE_NODE);
		size_t count = (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
		assert_int_equal(count, json_array_size(json));
		for (size_t i = 0; i < count; i++)
			compare(yaml, node->data.sequence.items.start[i], json_array_get(json, i));
	} else if (json_is_string(json)) {
		assert_int_equal(node->data.scalar.style, YAML_DOUBLE_QUOTED_SCALAR_STYLE);
		assert_string_equal((const char *)node->data.scalar.value, json_string_value(json));
	} else {
		char *plain = json_dumps(json, JSON_ENCODE_ANY);
		assert_int_equal(node->data.scalar.style, YAML_PLAIN_SCALAR_STYLE);
		assert_string_equal((const char *)node->data.scalar.value, plain);
		free(plain);
	}
}

static void expect_yaml_as_json(const sample *sample, const report_options *options)
{
	json_t *json = report(sample, options);
	char *bytes = sample_report(sample, "yaml", options);
	yaml_parser_t parser;
	yaml_document_t document;
	assert_int_equal(yaml_parser_initialize(&parser), 1);
	yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, strlen(bytes));
	assert_int_equal(yaml_parser_load(&parser, &document), 1);
	compare(&document, 1, json);
	yaml_document_delete(&document);
	yaml_parser_delete(&parser);
	free(bytes);
	json_decref(json);
}

static void test_yaml_says_the_same(void **state)
{
	(void)state;
	sample sample;
	sample_init(&sample);
	sample_fill(&sample);
	for (int by = REPORT_BY_LANGUAGE; by <= REPORT_BY_FUNCTION; by++) {
		report_options options = sample_options((enum report_by)by);
		expect_yaml_as_json(&sample, &options);
	}
	sample_finish(&sample);
}

static void test_yaml_holds_any_name(void **state)
{
	(void)state;
	char longest[4001];
	memset(longest, ' ', sizeof(longest) - 1);
	longest[0] = longest[sizeof(longest) - 2] = 'x';
	longest[sizeof(longest) - 1] = '\0';
	const char *names[] = {"yes",
			       "1.5",
			       "a: b # c",
			       "\xe2\x80\xae"
			       "bidi",
			       "\x1b[31m",
			       "\t\n\r ",
			       "- ",
			       "\xff",
			       "\xef\xbb\xbf",
			       "\xf0\x9f\x94\xa5",
			       longest,
			       "\xc2\x85\xe2\x80\xa8"};
	for (int frames = 0; frames < 2; frames++) {
		sample sample;
		sample_init(&sample);
		sample_names(&sample, names, sizeof(names) / sizeof(names[0]), frames != 0);
		report_options options = sample_options(REPORT_BY_FUNCTION);
		expect_yaml_as_json(&sample, &options);
		sample_finish(&sample);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_summary),
		cmocka_unit_test(test_files_and_frames),
		cmocka_unit_test(test_paths_that_are_not_utf8_can_be_undone),
		cmocka_unit_test(test_ndjson_is_an_object_a_line),
		cmocka_unit_test(test_yaml_says_the_same),
		cmocka_unit_test(test_yaml_holds_any_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
