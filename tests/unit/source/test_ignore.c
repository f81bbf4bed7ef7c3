/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "source/ignore.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct example {
	const char *rules, *path; /* a path that ends with '/' is a folder */
	enum ignore_verdict verdict;
};

static const struct example examples[] = {
	/* names and paths */
	{"a", "a", IGNORE_OUT},
	{"a", "x/y/a", IGNORE_OUT},
	{"a", "a/b", IGNORE_SILENT},
	{"a", "ab", IGNORE_SILENT},
	{"/a", "a", IGNORE_OUT},
	{"/a", "x/a", IGNORE_SILENT},
	{"a/b", "a/b", IGNORE_OUT},
	{"a/b", "x/a/b", IGNORE_SILENT},
	{"/a/b", "a/b", IGNORE_OUT},
	{"*.o", "x/y.o", IGNORE_OUT},
	{"*.o", ".o", IGNORE_OUT},
	{"*.o", "o", IGNORE_SILENT},
	{"*.tar.gz", "a.tar.gz", IGNORE_OUT},
	{"*.tar.gz", "a.gz", IGNORE_SILENT},
	{"/*.o", "x/y.o", IGNORE_SILENT},
	{"a*c", "d/abc", IGNORE_OUT},

	/* folders */
	{"a/", "a/", IGNORE_OUT},
	{"a/", "a", IGNORE_SILENT},
	{"a/", "x/a/", IGNORE_OUT},
	{"/a/", "x/a/", IGNORE_SILENT},
	{"a/b/", "a/b/", IGNORE_OUT},
	{"*.d/", "x.d", IGNORE_SILENT},
	{"*.d/", "x.d/", IGNORE_OUT},
	{"a//", "a/", IGNORE_SILENT},

	/* ** */
	{"**/a", "x/y/a", IGNORE_OUT},
	{"**/a", "a", IGNORE_OUT},
	{"a/**", "a/b", IGNORE_OUT},
	{"a/**", "a/", IGNORE_SILENT},
	{"a/**/b", "a/b", IGNORE_OUT},
	{"a/**/b", "a/x/y/b", IGNORE_OUT},

	/* the last rule wins */
	{"a\n!a", "a", IGNORE_KEEP},
	{"!a\na", "a", IGNORE_OUT},
	{"*.o\n!b.o", "b.o", IGNORE_KEEP},
	{"!b.o\n*.o", "b.o", IGNORE_OUT},
	{"*\n!*/\n!*.c", "a.c", IGNORE_KEEP},
	{"*\n!*/\n!*.c", "a.h", IGNORE_OUT},
	{"*\n!*/\n!*.c", "a/", IGNORE_KEEP},
	{"a/\n!a", "a/", IGNORE_KEEP},
	{"!a\na/", "a/", IGNORE_OUT},
	{"!a\na/", "a", IGNORE_KEEP},
	{"?\n!a\n?", "a", IGNORE_OUT},

	/* lines */
	{"# a\n#a", "#a", IGNORE_SILENT},
	{"\\#a", "#a", IGNORE_OUT},
	{"\\!a", "!a", IGNORE_OUT},
	{"a ", "a", IGNORE_OUT},
	{"a   ", "a   ", IGNORE_SILENT},
	{"a\\ ", "a ", IGNORE_OUT},
	{"a\\  ", "a ", IGNORE_OUT},
	{"a b", "a b", IGNORE_OUT},
	{" a", "a", IGNORE_SILENT},
	{" a", " a", IGNORE_OUT},
	{"a\t", "a", IGNORE_SILENT},
	{"a\t", "a\t", IGNORE_OUT},
	{"a\r\nb\r\n", "a", IGNORE_OUT},
	{"a\r\nb\r\n", "b", IGNORE_OUT},
	{"a\r\nb\r", "b", IGNORE_OUT},
	{"\xEF\xBB\xBF"
	 "a\nb",
	 "a", IGNORE_OUT},
	{"\n\n  \n/\n!\n!/\n\\\n", "a", IGNORE_SILENT},
	{"caf\xE9", "caf\xE9", IGNORE_OUT},
	{"caf?", "caf\xE9", IGNORE_OUT},
	{"caf?", "caf\xC3\xA9", IGNORE_SILENT},
	{"A", "a", IGNORE_SILENT},
};

static enum ignore_verdict verdict_of(const char *rules_text, const char *path)
{
	ignore_rules *rules = ignore_parse(text_of(rules_text));
	text name = text_of(path);
	bool folder = path[name.len - 1] == '/';
	name.len -= folder;
	ignore_entry entry = ignore_entry_of(name, folder);
	enum ignore_verdict verdict = ignore_match(rules, &entry, 0);
	ignore_destroy(rules);
	return verdict;
}

static void rules_say_what_they_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		const struct example *e = &examples[i];
		enum ignore_verdict verdict = verdict_of(e->rules, e->path);
		if (verdict != e->verdict)
			fail_msg("rules \"%s\", path \"%s\": %d, should be %d", e->rules, e->path, verdict, e->verdict);
	}
}

static void paths_count_from_the_rules_own_folder(void **state)
{
	(void)state;
	ignore_rules *rules = ignore_parse(text_of("/a\nb/c\n"));
	ignore_entry entry = ignore_entry_of(text_of("x/y/a"), false);
	assert_int_equal(ignore_match(rules, &entry, 4), IGNORE_OUT);
	assert_int_equal(ignore_match(rules, &entry, 2), IGNORE_SILENT);
	entry = ignore_entry_of(text_of("x/b/c"), false);
	assert_int_equal(ignore_match(rules, &entry, 2), IGNORE_OUT);
	assert_int_equal(ignore_match(rules, &entry, 0), IGNORE_SILENT);
	ignore_destroy(rules);
}

static void a_nul_ends_a_line(void **state)
{
	(void)state;
	static const char content[] = "a\0b\nc\n";
	ignore_rules *rules = ignore_parse((text){content, sizeof(content) - 1});
	static const struct {
		const char *name;
		enum ignore_verdict verdict;
	} cases[] = {{"a", IGNORE_OUT}, {"b", IGNORE_SILENT}, {"c", IGNORE_OUT}};
	for (size_t i = 0; i < 3; i++) {
		ignore_entry entry = ignore_entry_of(text_of(cases[i].name), false);
		assert_int_equal(ignore_match(rules, &entry, 0), cases[i].verdict);
	}
	ignore_destroy(rules);
}

static void nothing_is_empty(void **state)
{
	(void)state;
	ignore_rules *rules = ignore_parse(text_of("# nothing\n\n/\n"));
	assert_true(ignore_is_empty(rules));
	ignore_entry entry = ignore_entry_of(text_of("a"), false);
	assert_int_equal(ignore_match(rules, &entry, 0), IGNORE_SILENT);
	ignore_destroy(rules);
	ignore_destroy(NULL);
}

/* Rules that are looked up must keep their order among those that are tried in turn. */
static void many_rules_keep_their_order(void **state)
{
	(void)state;
	enum { COUNT = 20000 };
	char *content = malloc((size_t)COUNT * 16), *at = content;
	assert_non_null(content);
	for (int i = 0; i < COUNT; i++)
		at += sprintf(at, "%sname%d\n", i % 3 == 0 ? "!" : "", i / 2);
	ignore_rules *rules = ignore_parse(text_of(content));
	for (int i = 0; i < COUNT / 2; i++) {
		char name[32];
		snprintf(name, sizeof(name), "d/name%d", i);
		ignore_entry entry = ignore_entry_of(text_of(name), false);
		enum ignore_verdict wanted = (2 * i + 1) % 3 == 0 ? IGNORE_KEEP : IGNORE_OUT;
		assert_int_equal(ignore_match(rules, &entry, 0), wanted);
	}
	ignore_destroy(rules);
	free(content);
}

static void single_rules_are_taken_literally(void **state)
{
	(void)state;
	ignore_rules *rules = ignore_create();
	ignore_add(rules, text_of("#a"), false, false);
	ignore_add(rules, text_of("build"), true, false);
	ignore_close(rules);
	ignore_entry entry = ignore_entry_of(text_of("#a"), false);
	assert_int_equal(ignore_match(rules, &entry, 0), IGNORE_OUT);
	entry = ignore_entry_of(text_of("x/build"), false);
	assert_int_equal(ignore_match(rules, &entry, 0), IGNORE_SILENT);
	entry = ignore_entry_of(text_of("x/build"), true);
	assert_int_equal(ignore_match(rules, &entry, 0), IGNORE_OUT);
	ignore_destroy(rules);
}

/* A pattern or a path of few different letters, so that many of the one cover many of the other. */
static text make_text(unsigned *seed, const char *letters, char out[16])
{
	size_t len = 1 + (size_t)rand_r(seed) % 7, count = strlen(letters);
	for (size_t i = 0; i < len; i++)
		out[i] = letters[(size_t)rand_r(seed) % count];
	return (text){out, len};
}

/* However many there are, the last that covers an entry decides, as if each were asked by itself. */
static void many_rules_say_what_each_says(void **state)
{
	(void)state;
	enum { RULES = 60, ROUNDS = 40, PATHS = 40 };
	unsigned seed = 7, covered = 0;
	for (int round = 0; round < ROUNDS; round++) {
		char patterns[RULES][16], path[16];
		text texts[RULES];
		uint32_t numbers[RULES];
		bool folder_only[RULES];
		ignore_rules *rules = ignore_create();
		for (int i = 0; i < RULES; i++) {
			texts[i] = make_text(&seed, "aabbc.*?/", patterns[i]);
			folder_only[i] = rand_r(&seed) % 4 == 0;
			numbers[i] = ignore_add(rules, texts[i], folder_only[i], false);
		}
		ignore_close(rules);
		for (int i = 0; i < PATHS; i++) {
			bool folder = rand_r(&seed) % 2 == 0;
			ignore_entry entry = ignore_entry_of(make_text(&seed, "aabbc./", path), folder);
			uint32_t wanted = 0;
			for (int j = 0; j < RULES; j++) {
				ignore_rules *one = ignore_create();
				ignore_add(one, texts[j], folder_only[j], false);
				ignore_close(one);
				if (ignore_match_rule(one, &entry, 0) != 0)
					wanted = numbers[j];
				ignore_destroy(one);
			}
			assert_int_equal(ignore_match_rule(rules, &entry, 0), wanted);
			covered += wanted != 0;
		}
		ignore_destroy(rules);
	}
	assert_in_range(covered, ROUNDS * PATHS / 4, ROUNDS * PATHS - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_say_what_they_should),
		cmocka_unit_test(paths_count_from_the_rules_own_folder),
		cmocka_unit_test(a_nul_ends_a_line),
		cmocka_unit_test(nothing_is_empty),
		cmocka_unit_test(many_rules_keep_their_order),
		cmocka_unit_test(single_rules_are_taken_literally),
		cmocka_unit_test(many_rules_say_what_each_says),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
