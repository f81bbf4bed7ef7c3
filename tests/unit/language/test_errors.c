/* SPDX-License-Identifier: MIT */
/* What is wrong in a map is told with its place, and what was expected. */
#include "sample.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct refusal {
	const char *yaml;
	const char *place; /* how the message begins */
	const char *says;  /* what it holds */
} refusal;

static void check(const refusal *refusal, bool trusted)
{
	error error = {""};
	language_map *map = language_map_create();
	int status = language_map_parse(map, "m.yaml", text_of(refusal->yaml), trusted, &error);
	if (status == 0)
		status = language_map_seal(map, &error);
	language_map_destroy(map);
	if (status == 0)
		fail_msg("accepted: %s", refusal->yaml);
	if (strncmp(error.message, refusal->place, strlen(refusal->place)) != 0 ||
	    strstr(error.message, refusal->says) == NULL)
		fail_msg("'%s' where '%s ... %s' was expected", error.message, refusal->place, refusal->says);
}

#define CHECK_ALL(table)                                                                                               \
	for (size_t i = 0; i < sizeof(table) / sizeof((table)[0]); i++)                                                \
	check(&(table)[i], true)

static void test_roles(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"roles: [a]\n", "m.yaml:1:8: ", "expected a mapping of roles"},
		{"roles:\n  own: {}\n", "m.yaml:2:3: ", "vendored, minified, generated, test or documentation"},
		{"roles:\n  duplicate: {}\n", "m.yaml:2:3: ", "unknown role 'duplicate'"},
		{"roles:\n  test: [a]\n", "m.yaml:2:9: ", "expected a mapping"},
		{"roles:\n  test: {path: [a]}\n", "m.yaml:2:10: ", "did you mean 'paths'"},
		{"roles:\n  test: {paths: a}\n", "m.yaml:2:17: ", "expected a list"},
		{"roles:\n  test: {paths: ['!']}\n", "m.yaml:2:18: ", ".gitignore"},
		{"roles:\n  test: {paths: [/]}\n", "m.yaml:2:18: ", ".gitignore"},
		{"roles:\n  test: {content: a}\n", "m.yaml:2:19: ", "expected a list of rules"},
		{"roles:\n  test: {content: [{}]}\n", "m.yaml:2:20: ", "a rule without a test"},
		{"roles:\n  test: {content: [{extensions: [c], head: a}]}\n", "m.yaml:2:34: ", "as in \".go\""},
		{"roles:\n  test: {content: [{mean_line: 0}]}\n", "m.yaml:2:32: ", "a number of characters"},
		{"roles:\n  test: {content: [{mean_line: 1x}]}\n", "m.yaml:2:32: ", "a number of characters"},
		{"roles:\n  test: {content: [{head: []}]}\n", "m.yaml:2:27: ", "a pattern"},
		{"roles:\n  test: {content: [{tail: '('}]}\n", "m.yaml:2:20: ", "closing parenthesis"},
	};
	CHECK_ALL(table);
}

static void test_wrong_types(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"- Go\n", "m.yaml:1:1: ", "a mapping of languages"},
		{"Go: 5\n", "m.yaml:1:5: ", "expected a mapping"},
		{"Go:\n", "m.yaml:1:", "nothing for the language 'Go'"},
		{"Go:\n  extensions: .go\n", "m.yaml:2:15: ", "expected a list"},
		{"Go:\n  extensions: {a: b}\n", "m.yaml:2:15: ", "expected a list"},
		{"Go:\n  extensions: [.go, [.x]]\n", "m.yaml:2:21: ", "expected a text"},
		{"Go:\n  extensions: [.1]\n", "m.yaml:2:16: ", "in quotes"},
		{"Go:\n  filenames: [true]\n", "m.yaml:2:15: ", "in quotes"},
		{"Go:\n  filenames: [~]\n", "m.yaml:2:15: ", "expected a text"},
		{"Go:\n  filenames: ['']\n", "m.yaml:2:15: ", "empty"},
		{"Go:\n  type: programing\n", "m.yaml:2:9: ", "programming, markup, data or prose"},
		{"Go:\n  type: [data]\n", "m.yaml:2:9: ", "expected a text"},
		{"Go:\n  nested_comments: maybe\n", "m.yaml:2:20: ", "true or false"},
		{"Go:\n  nested_comments: 'true'\n", "m.yaml:2:20: ", "true or false"},
		{"Go:\n  color: '#00ADD'\n", "m.yaml:2:10: ", "#RRGGBB"},
		{"Go:\n  color: '#00ADDG'\n", "m.yaml:2:10: ", "#RRGGBB"},
		{"Go:\n  color: #00ADD8\n", "m.yaml:2:", "in quotes"},
		{"Go:\n  plugin: ../evil\n", "m.yaml:2:11: ", "small letters"},
		{"Go:\n  plugin: Go\n", "m.yaml:2:11: ", "small letters"},
		{"Go:\n  aliases: [Golang]\n", "m.yaml:2:13: ", "lower case"},
	};
	CHECK_ALL(table);
}

static void test_wrong_values(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"Go:\n  extensions: [go]\n", "m.yaml:2:16: ", "a dot"},
		{"Go:\n  extensions: [.]\n", "m.yaml:2:16: ", "a dot"},
		{"Go:\n  filenames: [a/b]\n", "m.yaml:2:15: ", "no '/'"},
		{"Go:\n  line_comments: [['#']]\n", "m.yaml:2:19: ", "expected a mapping"},
		{"Go:\n  line_comments: [{line_start: true}]\n", "m.yaml:2:19: ", "without 'open'"},
		{"Go:\n  block_comments: [['/*']]\n", "m.yaml:2:20: ", "[open, close]"},
		{"Go:\n  block_comments: ['/*']\n", "m.yaml:2:20: ", "expected a mapping"},
		{"Go:\n  strings: [{open: '\"', escape: '\\\\'}]\n", "m.yaml:2:33: ", "one visible ASCII character"},
		{"Go:\n  strings: [{open: \"a\\nb\"}]\n", "m.yaml:2:20: ", "no control characters"},
		{"Go:\n  strings: [{open: 'r{#}\"', close: '\"{=}'}]\n", "m.yaml:2:13: ", "fence"},
		{"Go:\n  strings: [{open: '\"', close: '\"{#}'}]\n", "m.yaml:2:13: ", "fence"},
		{"Go:\n  strings: [{open: '\"', interpolation: '${'}]\n", "m.yaml:2:40: ", "[open, close]"},
		{"Go:\n  strings: [{open: []}]\n", "m.yaml:2:20: ", "empty list"},
		{"Go:\n  strings: [{open: ['a', 5]}]\n", "m.yaml:2:26: ", "in quotes"},
		{"Go:\n  heredocs: [{signs: '-'}]\n", "m.yaml:2:14: ", "without 'open'"},
	};
	CHECK_ALL(table);
}

static void test_unknown_and_duplicate_keys(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"Go:\n  type: data\n  extension: [.go]\n", "m.yaml:3:3: ", "did you mean 'extensions'?"},
		{"Go:\n  line_comment: ['//']\n", "m.yaml:2:3: ", "did you mean 'line_comments'?"},
		{"Go:\n  xyzzy: 1\n", "m.yaml:2:3: ", "expected one of type, aliases"},
		{"Go:\n  strings: [{open: '\"', esc: '\\'}]\n", "m.yaml:2:25: ", "did you mean 'escape'?"},
		{"Go:\n  strings: [{open: '\"', multi_line: true}]\n", "m.yaml:2:25: ", "did you mean 'multiline'?"},
		{"Go:\n  type: data\n  color: null\n  type: data\n",
		 "m.yaml:4:3: ", "'type' is given twice (first in line 2"},
		{"Go:\n  type: data\nC:\n  type: data\nGo:\n  type: data\n", "m.yaml:5:1: ", "'Go' is given twice"},
		{"? [a]\n: {}\n", "m.yaml:1:3: ", "as a key"},
	};
	CHECK_ALL(table);
}

static void test_broken_yaml(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"Go:\n  type: [data\nC: {}\n", "m.yaml:", "expected YAML"},
		{"Go:\n\ttype: data\n", "m.yaml:2:1: ", "expected YAML"},
		{"Go:\n  type: 'data\n", "m.yaml:", "expected YAML"},
		{"Go: &a {type: data}\n", "m.yaml:1:5: ", "anchors"},
		{"Go: {type: data}\nC: *Go\n", "m.yaml:2:4: ", "aliases"},
		{"Go: !!map {type: data}\n", "m.yaml:1:5: ", "tags"},
		{"Go: {type: data}\n---\nC: {type: data}\n", "m.yaml:2:1: ", "second document"},
		{"G\xC3\xB6: {type: data}\nC\xFF: {}\n", "m.yaml:2:1: ", "UTF-8"},
		{"Go: {filenames: [\"a\\0b\"]}\n", "m.yaml:1:18: ", "NUL"},
		{"a: [[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]\n", "m.yaml:1:", "too deeply"},
		{"\x01: {}\n", "m.yaml:1:1: ", "expected YAML"},
	};
	CHECK_ALL(table);
}

static void test_nul_byte(void **state)
{
	(void)state;
	static const char yaml[] = "Go:\n  ty\0pe: data\n";
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m.yaml", (text){yaml, sizeof(yaml) - 1}, true, &error), -1);
	assert_non_null(strstr(error.message, "m.yaml:2:5: NUL byte"));
	language_map_destroy(map);
}

/* What no map looks like is refused soon, whatever its size; only blanks are no map at all. */
static void check_repeated(const char *unit, size_t size, bool accepted)
{
	error error = {""};
	size_t len = strlen(unit);
	char *bytes = malloc(size + len);
	assert_non_null(bytes);
	size_t at = 0;
	for (; at < size; at += len)
		memcpy(bytes + at, unit, len);
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m.yaml", (text){bytes, at}, true, &error), accepted ? 0 : -1);
	language_map_destroy(map);
	free(bytes);
}

static void test_huge_input(void **state)
{
	(void)state;
	static const char *const units[] = {"[", "{a: ", "- ", "a,", "x: 1\n", "? ", "a: [b]\n", "\n", " "};
	const size_t count = sizeof(units) / sizeof(units[0]);
	for (size_t i = 0; i < count; i++) {
		check_repeated(units[i], 100000, i >= count - 2);
		check_repeated(units[i], 5u << 20, false);
	}
}

static void test_many_languages(void **state)
{
	(void)state;
	const size_t count = 20000;
	char *yaml = malloc(count * 64);
	assert_non_null(yaml);
	size_t len = 0;
	for (size_t i = 0; i < count; i++)
		len += (size_t)sprintf(yaml + len, "L%zu: {type: data, extensions: [.e%zu]}\n", i, i);
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m.yaml", (text){yaml, len}, true, &error), 0);
	assert_int_equal(language_map_seal(map, &error), 0);
	assert_int_equal(language_map_count(map), count);
	assert_string_equal(language_detect(map, "x.e19999", text_of(""), NULL)->name, "L19999");
	language_map_destroy(map);
	free(yaml);
}

static void test_rules(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"extension_rules: []\n", "m.yaml:1:18: ", "a mapping"},
		{"extension_rules: {h: [{language: C}]}\n", "m.yaml:1:19: ", "a dot"},
		{"extension_rules: {.h: []}\n", "m.yaml:1:23: ", "empty list"},
		{"extension_rules: {.h: [{pattern: a}]}\n", "m.yaml:1:24: ", "without 'language'"},
		{"extension_rules: {.h: [{language: C, patern: a}]}\n", "m.yaml:1:38: ", "did you mean 'pattern'?"},
		{"extension_rules: {.h: [{language: C}]}\n", "m.yaml:1:24: ", "unknown language 'C'"},
		{"C: {type: data}\nextension_rules:\n  .h:\n    - {language: C, pattern: '('}\n",
		 "m.yaml:4:7: ", "pattern '('"},
	};
	CHECK_ALL(table);
}

static void test_seal(void **state)
{
	(void)state;
	static const refusal table[] = {
		{"Go:\n  extensions: [.go]\n", "m.yaml:1:1: ", "'Go' has no type"},
		{"A:\n  type: data\n  extensions: [.x]\nB:\n  type: data\n  extensions: [.y, .x]\n",
		 "m.yaml:6:15: ", "'.x' is claimed by both B and A (m.yaml:3:15)"},
		{"A: {type: data, filenames: [F]}\nB: {type: data, filenames: [F]}\n", "m.yaml:2:28: ", "B and A"},
		{"A: {type: data, interpreters: [i]}\nB: {type: data, interpreters: [i]}\n",
		 "m.yaml:2:31: ", "B and A"},
		{"A: {type: data, aliases: [x]}\nB: {type: data, aliases: [x]}\n", "m.yaml:2:26: ", "'x' of B"},
		{"Go: {type: data}\ngo: {type: data}\n", "m.yaml:", "'go'"},
	};
	CHECK_ALL(table);
}

/* A counted tree may describe languages but not name what is loaded into the program. */
static void test_untrusted(void **state)
{
	(void)state;
	static const refusal plugin = {"Go:\n  type: data\n  plugin: go\n", "m.yaml:3:3: ", "plugin"};
	check(&plugin, false);
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_parse(map, "m", text_of("Go: {type: data, color: '#000000'}"), false, &error), 0);
	language_map_destroy(map);
}

static void test_files(void **state)
{
	(void)state;
	error error = {""};
	language_map *map = language_map_create();
	assert_int_equal(language_map_load(map, "no/such/map.yaml", true, &error), -1);
	assert_non_null(strstr(error.message, "no/such/map.yaml"));
	assert_int_equal(language_map_load(map, "/", true, &error), -1);
	assert_int_equal(language_map_load(map, "/dev/zero", true, &error), -1);
	language_map_destroy(map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_wrong_types),  cmocka_unit_test(test_roles),
		cmocka_unit_test(test_wrong_values), cmocka_unit_test(test_unknown_and_duplicate_keys),
		cmocka_unit_test(test_broken_yaml),  cmocka_unit_test(test_nul_byte),
		cmocka_unit_test(test_huge_input),   cmocka_unit_test(test_many_languages),
		cmocka_unit_test(test_rules),        cmocka_unit_test(test_seal),
		cmocka_unit_test(test_untrusted),    cmocka_unit_test(test_files),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
