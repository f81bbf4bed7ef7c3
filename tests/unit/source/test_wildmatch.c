/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buffer.h"
#include "source/wildmatch.h"

#include <string.h>
#include <time.h>

struct example {
	const char *pattern, *name;
	bool matches;
};

/* By gitignore(5) and fnmatch(3) with FNM_PATHNAME. */
static const struct example examples[] = {
	{"", "", true},
	{"", "a", false},
	{"a", "", false},
	{"abc", "abc", true},
	{"abc", "abcd", false},
	{"abcd", "abc", false},
	{"Abc", "abc", false},

	{"?", "a", true},
	{"?", "/", false},
	{"?", "\xFF", true},
	{"??", "a", false},

	{"*", "", true},
	{"*", "abc", true},
	{"*", "a/b", false},
	{"*.c", "a.b.c", true},
	{"*.c", ".c", true},
	{"*.c", "a.cc", false},
	{"a*b*c", "a--b--b--c", true},
	{"a*b*c", "a--c--b", false},
	{"*/b", "a/b", true},
	{"*/b", "a/c/b", false},
	{"a/*/c", "a//c", true},
	{"*a*/b*", "xax/bz", true},
	{"a**c", "abc", true},
	{"a**c", "a/c", false},
	{"a/**b", "a/xb", true},
	{"a/**b", "a/x/b", false},

	{"**", "a/b/c", true},
	{"**/a", "a", true},
	{"**/a", "x/y/a", true},
	{"**/a", "xa", false},
	{"**/a", "x/ya", false},
	{"a/**", "a/b/c", true},
	{"a/**", "a", false},
	{"a/**", "ab/c", false},
	{"a/**/b", "a/b", true},
	{"a/**/b", "a/x/y/b", true},
	{"a/**/b", "a/xb", false},
	{"a/**/b", "ab", false},
	{"**/a/**/b", "x/a/y/a/z/b", true},
	{"**/*a/b*/**/c", "ax/xa/by/c", true},
	{"**/a*b/c", "axb/d/ab/c", true},
	{"***/a", "x/y/a", true},

	{"[abc]", "b", true},
	{"[abc]", "d", false},
	{"[a-c]x", "bx", true},
	{"[c-a]", "b", false},
	{"[!a]", "b", true},
	{"[!a]", "a", false},
	{"[^a]", "b", true},
	{"[!a]", "/", false},
	{"[/]", "/", false},
	{"[]]", "]", true},
	{"[!]]", "]", false},
	{"[]-a]", "^", true},
	{"[a-]", "-", true},
	{"[-a]", "-", true},
	{"[\\]]", "]", true},
	{"[\\a-\\c]", "b", true},
	{"[a-c-e]", "d", false},
	{"[a-c-e]", "-", true},
	{"[\x80-\xFF]", "\xC3", true},
	{"[\x80-\xFF]", "a", false},
	{"[a", "a", false},
	{"[", "[", false},
	{"[]", "]", false},
	{"[a-", "a", false},
	{"[[:alpha:]]", "q", true},
	{"[[:alpha:]]", "1", false},
	{"[[:alpha:]1]", "1", true},
	{"[![:digit:]]", "1", false},
	{"[[:upper:][:digit:]]x", "7x", true},
	{"[[:xdigit:]]", "F", true},
	{"[[:xdigit:]]", "g", false},
	{"[[:space:]]", "\t", true},
	{"[[:blank:]]", "\n", false},
	{"[[:punct:]]", "!", true},
	{"[[:punct:]]", "a", false},
	{"[[:cntrl:]]", "\x7F", true},
	{"[[:print:]]", " ", true},
	{"[[:graph:]]", " ", false},
	{"[[:lower:]]", "\xE9", false},
	{"[[:nothing:]]", "a", false},
	{"[[:]", ":", true},
	{"[[:a]", "[", true},

	{"\\*", "*", true},
	{"\\*", "a", false},
	{"\\a", "a", true},
	{"a\\", "a", false},
	{"a\\", "a\\", false},
	{"\\\\", "\\", true},
	{"*\\?", "a?", true},
};

static void covers_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(examples) / sizeof(examples[0]); i++) {
		const struct example *e = &examples[i];
		if (wildmatch(text_of(e->pattern), text_of(e->name)) != e->matches)
			fail_msg("pattern \"%s\", name \"%s\": should be %d", e->pattern, e->name, e->matches);
	}
}

static double seconds(clock_t since)
{
	return (double)(clock() - since) / CLOCKS_PER_SEC;
}

/* With backtracking over every star each of these takes longer than anybody lives. */
static void is_quick_on_many_stars(void **state)
{
	(void)state;
	static const char *const parts[] = {"*a", "**/a", "*[a-z]", "*?", "a*/", "**/*a*a/"};
	enum { TIMES = 200, LENGTH = 4000 };
	char name[LENGTH + 1], slashed[LENGTH + 1];
	memset(name, 'a', LENGTH);
	for (size_t i = 0; i < LENGTH; i++)
		slashed[i] = i % 2 == 0 ? 'a' : '/';
	name[LENGTH] = slashed[LENGTH] = '\0';

	clock_t start = clock();
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		buffer pattern = BUFFER_INIT;
		for (size_t j = 0; j < TIMES; j++)
			buffer_add_string(&pattern, parts[i]);
		buffer_add_char(&pattern, 'b');
		assert_false(wildmatch(text_of(pattern.data), text_of(name)));
		assert_false(wildmatch(text_of(pattern.data), text_of(slashed)));
		buffer_finish(&pattern);
	}
	assert_true(seconds(start) < 5);
}

static void is_quick_on_long_sets(void **state)
{
	(void)state;
	buffer pattern = BUFFER_INIT;
	buffer_add_char(&pattern, '[');
	for (size_t i = 0; i < 200000; i++)
		buffer_add_string(&pattern, "[:");
	buffer_add_string(&pattern, "a]");
	clock_t start = clock();
	assert_true(wildmatch(text_of(pattern.data), text_of(":")));
	assert_false(wildmatch(text_of(pattern.data), text_of("b")));
	assert_true(seconds(start) < 2);
	buffer_finish(&pattern);
}

static void literal_length_stops_at_special_bytes(void **state)
{
	(void)state;
	assert_int_equal(wildmatch_literal_length(text_of("abc")), 3);
	assert_int_equal(wildmatch_literal_length(text_of("ab*c")), 2);
	assert_int_equal(wildmatch_literal_length(text_of("a?")), 1);
	assert_int_equal(wildmatch_literal_length(text_of("[a]")), 0);
	assert_int_equal(wildmatch_literal_length(text_of("a/\\b")), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(covers_what_it_should),
		cmocka_unit_test(is_quick_on_many_stars),
		cmocka_unit_test(is_quick_on_long_sets),
		cmocka_unit_test(literal_length_stops_at_special_bytes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
