/* SPDX-License-Identifier: MIT */
/* The lexical counter: comments and plain strings. */
#include "lexical_check.h"

static const lexis_mark c_lines[] = {{"//", 0}};
static const lexis_block_comment c_blocks[] = {{.open = "/*", .close = "*/"}};
static const lexis_string c_strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\'},
	{.open = "'", .close = "'", .escape = '\\', .character = true},
	{.open = "R\"{*}(", .close = "){*}\"", .multiline = true},
};
static const lexis c = {LINES(c), BLOCKS(c), STRINGS(c), .backslash_continues_line_comment = true};
static const lexis no_splice = {LINES(c), BLOCKS(c), STRINGS(c)};

static void finds_comments_and_strings(void **state)
{
	(void)state;
	CHECK_NONE(&c, "");
	CHECK_NONE(&c, "int a = b / c;\n");
	CHECK(&c, "int a; // one\nint b; /* two\n three */ int c;\n", "C// one", "C/* two\n three */");
	CHECK(&c, "a = \"// no\"; // \"no\n", "S\"// no\"", "C// \"no");
	CHECK(&c, "/* \" */ a = \"/*\"; /* ' */", "C/* \" */", "S\"/*\"", "C/* ' */");
	CHECK(&c, "/**//*/*/x/**/", "C/**/", "C/*/*/", "C/**/");
	CHECK(&c, "//", "C//");
	CHECK(&c, "/* never closed\n//\n", "C/* never closed\n//\n");
}

static void ends_a_string_with_its_line(void **state)
{
	(void)state;
	CHECK(&c, "a = \"open // x\nb; // y", "S\"open // x", "C// y");
	CHECK(&c, "a = \"open\r\nb; // y\r\n", "S\"open", "C// y");
	CHECK(&c, "\"a\\\nb\" // y", "S\"a\\\nb\"", "C// y");
	CHECK(&c, "\"a\\\r\nb\" // y", "S\"a\\\r\nb\"", "C// y");
	CHECK(&c, "\"\\\\\" // y", "S\"\\\\\"", "C// y");
	CHECK(&c, "\"\\\"// no\"", "S\"\\\"// no\"");
	CHECK(&c, "\"x\\", "S\"x\\");
	CHECK(&c, "\"\r\n//", "S\"", "C//");
}

static void splices_line_comments_where_the_language_does(void **state)
{
	(void)state;
	CHECK(&c, "// a \\\n b\nc", "C// a \\\n b");
	CHECK(&c, "// a \\\r\n b\r\nc", "C// a \\\r\n b");
	CHECK(&c, "// a \\", "C// a \\");
	CHECK(&no_splice, "// a \\\n \"b\"\n", "C// a \\", "S\"b\"");
}

static void takes_one_character_only(void **state)
{
	(void)state;
	CHECK(&c, "'a' '\"' '\\'' '\\\\' '\\n' '\\x41' '\\u00e9'", "S'a'", "S'\"'", "S'\\''", "S'\\\\'", "S'\\n'",
	      "S'\\x41'", "S'\\u00e9'");
	CHECK(&c, "1'000'000 // x", "C// x");
	CHECK(&c, "'\xc3\xa9' '\xf0\x9f\x98\x80'", "S'\xc3\xa9'", "S'\xf0\x9f\x98\x80'");
	CHECK(&c, "'\xff' // broken", "S'\xff'", "C// broken");
	CHECK(&c, "'''", "S'''");
	CHECK_NONE(&c, "'\n'");
	CHECK_NONE(&c, "it's don't");
	CHECK_NONE(&c, "'");
	CHECK_NONE(&c, "'\\");
}

static void knows_raw_strings_of_cpp(void **state)
{
	(void)state;
	CHECK(&c, "R\"delim( )\" // \n )delim\" // c", "SR\"delim( )\" // \n )delim\"", "C// c");
	CHECK(&c, "R\"(a)b\")\" // c", "SR\"(a)b\")\"", "C// c");
	/* A delimiter of 17 bytes is none: an ordinary string follows the R. */
	CHECK(&c, "R\"12345678901234567(\" // c", "S\"12345678901234567(\"", "C// c");
	CHECK(&c, "R\"1234567890123456(\" )1234567890123456\" // c", "SR\"1234567890123456(\" )1234567890123456\"",
	      "C// c");
	CHECK(&c, "R\"a b(\" // c", "S\"a b(\"", "C// c");
	CHECK(&c, "R\"x(never", "SR\"x(never");
}

static void takes_any_bytes(void **state)
{
	(void)state;
	static const char source[] = "\0\"\0\"\xff/*\0*/\x80";
	CHECK(&c, "\xef\xbb\xbf// x\n", "C// x");
	lexical_scanner *scanner = lexical_scanner_create(&c);
	span_list spans = {0};
	lexical_scan(scanner, (text){source, sizeof(source) - 1}, &spans);
	assert_int_equal(spans.count, 2);
	assert_int_equal(spans.items[0].start, 1);
	assert_int_equal(spans.items[0].end, 4);
	assert_int_equal(spans.items[1].start, 5);
	assert_int_equal(spans.items[1].end, 10);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
}

static void numbers_and_names_rules(void **state)
{
	(void)state;
	lexical_scanner *scanner = lexical_scanner_create(&c);
	span_list spans = {0};
	lexical_scan(scanner, text_of("R\"(x)\" \"\" '\"' /**/ //"), &spans);
	assert_int_equal(spans.count, 5);
	assert_string_equal(lexical_rule_name(scanner, spans.items[0].rule), "R\"{*}(");
	assert_int_equal(spans.items[1].rule, 2);
	assert_int_equal(spans.items[2].rule, 3);
	assert_int_equal(spans.items[3].rule, 1);
	assert_int_equal(spans.items[4].rule, 0);
	assert_string_equal(lexical_rule_name(scanner, 1), "/*");
	assert_string_equal(lexical_rule_name(scanner, 5), "");
	assert_string_equal(lexical_rule_name(scanner, UINT16_MAX), "");
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
	lexical_scanner_destroy(NULL);
}

static void works_without_any_rule(void **state)
{
	(void)state;
	static const lexis nothing = {0};
	static const lexis_block_comment empty_blocks[] = {{.open = "", .close = ""}};
	static const lexis empty = {BLOCKS(empty)};
	CHECK_NONE(&nothing, "a \" /* \n");
	CHECK_NONE(&empty, "a \" /* \n");
}

static const lexis_string sql_strings[] = {
	{.open = "'", .close = "'", .doubled = true, .multiline = true},
	{.open = "\"", .close = "\"", .doubled = true, .multiline = true},
	{.open = "${_}$", .close = "${_}$", .multiline = true},
};
static const lexis_mark sql_lines[] = {{"--", 0}};
static const lexis_block_comment sql_blocks[] = {{.open = "/*", .close = "*/", .nested = true}};
static const lexis sql = {LINES(sql), BLOCKS(sql), STRINGS(sql), .ignore_case = true};

static void knows_sql(void **state)
{
	(void)state;
	CHECK(&sql, "x = 'it''s -- no' -- yes", "S'it''s -- no'", "C-- yes");
	CHECK(&sql, "''''", "S''''");
	CHECK(&sql, "'a' 'b'", "S'a'", "S'b'");
	CHECK(&sql, "'a\n\n-- b' -- c", "S'a\n\n-- b'", "C-- c");
	CHECK(&sql, "$$ -- ' $$ $fn$ $$ -- $x$ $fn$ -- c", "S$$ -- ' $$", "S$fn$ $$ -- $x$ $fn$", "C-- c");
	CHECK(&sql, "$1+$2 -- c", "C-- c");
	CHECK(&sql, "/* /* */ -- */ 'x'", "C/* /* */ -- */", "S'x'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_comments_and_strings),
		cmocka_unit_test(ends_a_string_with_its_line),
		cmocka_unit_test(splices_line_comments_where_the_language_does),
		cmocka_unit_test(takes_one_character_only),
		cmocka_unit_test(knows_raw_strings_of_cpp),
		cmocka_unit_test(takes_any_bytes),
		cmocka_unit_test(numbers_and_names_rules),
		cmocka_unit_test(works_without_any_rule),
		cmocka_unit_test(knows_sql),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
