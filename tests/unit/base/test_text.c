/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/buffer.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define TEXT(literal)                                                                                                  \
	{                                                                                                              \
		literal, sizeof(literal) - 1                                                                           \
	}
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static bool starts(const char *whole, const char *part)
{
	return text_starts_with(text_of(whole), text_of(part));
}

static bool ends(const char *whole, const char *part)
{
	return text_ends_with(text_of(whole), text_of(part));
}

static void test_compare(void **state)
{
	(void)state;
	assert_true(text_equals(text_of("ab"), text_of("ab")));
	assert_false(text_equals(text_of("ab"), text_of("abc")));
	assert_false(text_equals(text_of("ab"), text_of("aB")));
	assert_true(text_equals((text){NULL, 0}, text_of("")));
	assert_true(text_equals_string((text){"abc", 2}, "ab"));
	assert_false(text_equals_string((text)TEXT("ab\0c"), "ab"));
	assert_true(starts("main.go", "main"));
	assert_true(starts("main", "main"));
	assert_true(starts("main", ""));
	assert_false(starts("main", "main.go"));
	assert_true(ends("main.go", ".go"));
	assert_false(ends("go", ".go"));
	assert_true(ends("x", ""));
	assert_true(text_ends_with((text){NULL, 0}, (text){NULL, 0}));
}

static void test_trim(void **state)
{
	(void)state;
	assert_true(text_equals_string(text_trim(text_of(" \t\n\v\f\r a b \r\n")), "a b"));
	assert_true(text_equals_string(text_trim(text_of("a")), "a"));
	assert_int_equal(text_trim(text_of(" \n ")).len, 0);
	assert_int_equal(text_trim((text){NULL, 0}).len, 0);
	/* not ASCII: stays */
	assert_true(text_equals_string(text_trim(text_of("\xc2\xa0")), "\xc2\xa0"));
}

/* RFC 3629, section 4: the first and last of each row of the table, and the neighbours that it leaves out. */
static void test_utf8(void **state)
{
	(void)state;
	static const struct {
		text text;
		bool valid;
	} rows[] = {
		{TEXT(""), true},
		{TEXT("\x00"), true},
		{TEXT("\x7f"), true},
		{TEXT("\x80"), false}, /* a continuation alone */
		{TEXT("\xbf"), false},
		{TEXT("\xc0\x80"), false}, /* overlong NUL */
		{TEXT("\xc1\xbf"), false}, /* overlong U+007F */
		{TEXT("\xc2\x80"), true},
		{TEXT("\xdf\xbf"), true},
		{TEXT("\xc2\x7f"), false},
		{TEXT("\xc2\xc0"), false},
		{TEXT("\xc2"), false},
		{TEXT("\xe0\x9f\xbf"), false}, /* overlong U+07FF */
		{TEXT("\xe0\xa0\x80"), true},
		{TEXT("\xec\xbf\xbf"), true},
		{TEXT("\xed\x9f\xbf"), true},
		{TEXT("\xed\xa0\x80"), false}, /* U+D800: a surrogate */
		{TEXT("\xed\xbf\xbf"), false},
		{TEXT("\xee\x80\x80"), true},
		{TEXT("\xef\xbf\xbf"), true}, /* U+FFFF: no character, yet valid */
		{TEXT("\xe2\x82"), false},
		{TEXT("\xe2\x28\xa1"), false},
		{TEXT("\xf0\x8f\xbf\xbf"), false}, /* overlong U+FFFF */
		{TEXT("\xf0\x90\x80\x80"), true},
		{TEXT("\xf3\xbf\xbf\xbf"), true},
		{TEXT("\xf4\x8f\xbf\xbf"), true},  /* U+10FFFF, the last */
		{TEXT("\xf4\x90\x80\x80"), false}, /* U+110000 */
		{TEXT("\xf5\x80\x80\x80"), false},
		{TEXT("\xf8\x88\x80\x80\x80"), false}, /* five bytes, as of old */
		{TEXT("\xfe"), false},
		{TEXT("\xff"), false},
		{TEXT("\xf0\x9f\x98"), false},
		{TEXT("\xef\xbb\xbf"), true},              /* BOM */
		{TEXT("\xed\xa0\xbd\xed\xb8\x80"), false}, /* CESU-8 */
	};
	/* Each alone, and at each place of a longer text: the check looks at words of eight bytes. */
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_int_equal(text_is_utf8(rows[i].text), rows[i].valid);
		for (size_t at = 0; at <= 17; at++) {
			char line[24];
			memset(line, 'a', sizeof(line));
			memcpy(line + at, rows[i].text.data, rows[i].text.len);
			if (text_is_utf8((text){line, sizeof(line)}) != rows[i].valid)
				fail_msg("row %zu at %zu", i, at);
		}
	}
}

/* A character that the end of the text cuts must not be read beyond: copies of exact size show it. */
static void test_utf8_at_the_end(void **state)
{
	(void)state;
	static const char emoji[] = "\xf0\x9f\x98\x80";
	for (size_t len = 1; len <= 4; len++) {
		char *copy = malloc(len);
		assert_non_null(copy);
		memcpy(copy, emoji, len);
		text cut = {copy, len};
		buffer visible = BUFFER_INIT;
		assert_int_equal(text_is_utf8(cut), len == 4);
		assert_int_equal(text_columns(cut), len == 4 ? 2 : len);
		assert_int_equal(text_space_length(copy, copy + len), 0);
		text_add_visible(&visible, cut);
		assert_int_equal(visible.len, len == 4 ? 4 : len * 4);
		buffer_finish(&visible);
		free(copy);
	}
}

static void test_space(void **state)
{
	(void)state;
	/* Unicode's White_Space, the BOM, and what looks like it but is none. */
	static const struct {
		const char *bytes;
		size_t len;
	} rows[] = {
		{" ", 1},
		{"\t", 1},
		{"\n", 1},
		{"\v", 1},
		{"\f", 1},
		{"\r", 1},
		{"\xc2\x85", 2},     /* U+0085 next line */
		{"\xc2\xa0", 2},     /* U+00A0 no-break space */
		{"\xe1\x9a\x80", 3}, /* U+1680 ogham space */
		{"\xe2\x80\x80", 3}, /* U+2000 en quad */
		{"\xe2\x80\x8a", 3}, /* U+200A hair space */
		{"\xe2\x80\xa8", 3}, /* U+2028 line separator */
		{"\xe2\x80\xa9", 3}, /* U+2029 paragraph separator */
		{"\xe2\x80\xaf", 3}, /* U+202F narrow no-break space */
		{"\xe2\x81\x9f", 3}, /* U+205F mathematical space */
		{"\xe3\x80\x80", 3}, /* U+3000 ideographic space */
		{"\xef\xbb\xbf", 3}, /* U+FEFF BOM */
		{"a", 0},
		{"\x1c", 0}, /* a control, no white space */
		{"\x85", 0}, /* half of a character */
		{"\xa0", 0},
		{"\xc3\xa4", 0},
		{"\xe2\xa0\x80", 0}, /* U+2800: a braille cell without dots is a symbol */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *at = rows[i].bytes;
		if (text_space_length(at, at + strlen(at)) != rows[i].len)
			fail_msg("row %zu", i);
	}
	assert_int_equal(text_space_length(NULL, NULL), 0);
}

static void test_columns(void **state)
{
	(void)state;
	static const struct {
		text text;
		size_t columns;
	} rows[] = {
		{TEXT(""), 0},
		{TEXT("main"), 4},
		{TEXT("gr\xc3\xb6\xc3\x9f"
		      "e"),
		 5},
		{TEXT("\xe4\xb8\xad\xe6\x96\x87"), 4}, /* two ideographs, each two wide */
		{TEXT("\xea\xb0\x80"), 2},             /* a Hangul syllable */
		{TEXT("\xef\xbc\xa1"), 2},             /* U+FF21 fullwidth A */
		{TEXT("\xef\xbd\xb1"), 1},             /* U+FF71 halfwidth katakana */
		{TEXT("e\xcc\x81"), 1},                /* e and a combining acute */
		{TEXT("\xf0\x9f\x98\x80"), 2},         /* an emoji */
		{TEXT("a\xff\xfe"
		      "b"),
		 4},                       /* broken bytes: one each */
		{TEXT("\xe2\x80\x8b"), 0}, /* zero width space */
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t columns = text_columns(rows[i].text);
		if (columns != rows[i].columns)
			fail_msg("row %zu: %zu columns, not %zu", i, columns, rows[i].columns);
	}
}

static void test_visible(void **state)
{
	(void)state;
	static const struct {
		text text;
		const char *visible;
	} rows[] = {
		{TEXT(""), ""},
		{TEXT("main.c"), "main.c"},
		{TEXT("a b"), "a b"},
		{TEXT("back\\slash"), "back\\slash"},
		{TEXT("\xc3\xa4\xe4\xb8\xad"), "\xc3\xa4\xe4\xb8\xad"},
		{TEXT("a\nb\rc\td"), "a\\nb\\rc\\td"},
		{TEXT("\0"), "\\x00"},
		{TEXT("\x1b[31m"), "\\x1B[31m"},
		{TEXT("\x7f"), "\\x7F"},
		{TEXT("\xc2\x9b"
		      "31m"),
		 "\\u{009B}31m"}, /* the C1 form of ESC [ */
		/* right-to-left override, and its end */
		{TEXT("\xe2\x80\xae.exe\xe2\x80\xac"), "\\u{202E}.exe\\u{202C}"},
		{TEXT("\xe2\x81\xa6x\xe2\x81\xa9"), "\\u{2066}x\\u{2069}"},
		{TEXT("a\xe2\x80\x8b"
		      "b"),
		 "a\\u{200B}b"},
		{TEXT("\xd8\x9c"), "\\u{061C}"}, /* Arabic letter mark */
		{TEXT("\xef\xbb\xbf"), "\\u{FEFF}"},
		{TEXT("\xe2\x80\xa8"), "\\u{2028}"},
		{TEXT("a\xff"
		      "b"),
		 "a\\xFFb"},
		{TEXT("\xc3"), "\\xC3"},
		{TEXT("\xed\xa0\x80"), "\\xED\\xA0\\x80"},
	};
	buffer out = BUFFER_INIT;
	for (size_t i = 0; i < COUNT(rows); i++) {
		buffer_clear(&out);
		text_add_visible(&out, rows[i].text);
		assert_string_equal(buffer_string(&out), rows[i].visible);
	}
	/* added to what is there */
	buffer_clear(&out);
	buffer_add_string(&out, "at ");
	text_add_visible(&out, text_of("x\n"));
	assert_string_equal(out.data, "at x\\n");
	buffer_finish(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compare),         cmocka_unit_test(test_trim),  cmocka_unit_test(test_utf8),
		cmocka_unit_test(test_utf8_at_the_end), cmocka_unit_test(test_space), cmocka_unit_test(test_columns),
		cmocka_unit_test(test_visible),
	};
	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
