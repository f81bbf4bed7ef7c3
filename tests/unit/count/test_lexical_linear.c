/* SPDX-License-Identifier: MIT */
/*
 * The lexical counter on text made to be slow: a pattern repeated to half a megabyte. Time is not measured; a scan that
 * looks at the rest again from each mark would need minutes for each and run into the test's time limit.
 */
#include "lexical_check.h"

static const lexis_mark lines[] = {{"//", 0}, {"%", LEXIS_FIRST}, {"--", LEXIS_WORD}};
static const lexis_block_comment blocks[] = {
	{.open = "/*", .close = "*/"},
	{.open = "--[{=}[", .close = "]{=}]"},
	{.open = "{-", .close = "-}", .nested = true, .strings = true},
	{.open = "=pod", .close = "=cut", .place = LEXIS_LINE_START, .close_place = LEXIS_LINE_START},
};
static const lexis_string strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .interpolation_open = "${", .interpolation_close = "}"},
	{.open = "'", .close = "'", .escape = '\\', .character = true},
	{.open = "`",
	 .close = "`",
	 .escape = '\\',
	 .multiline = true,
	 .interpolation_open = "${",
	 .interpolation_close = "}"},
	{.open = "\"\"\"", .close = "\"\"\"", .multiline = true, .docstring = true},
	{.open = "/", .close = "/", .escape = '\\', .place = LEXIS_OPERAND},
	{.open = "%r", .close = "/", .escape = '\\', .multiline = true, .place = LEXIS_OPERAND},
	{.open = "r{#}\"", .close = "\"{#}", .multiline = true},
	{.open = "{#}@", .close = "@{#}", .multiline = true},
	{.open = "!", .close = "{#}!", .multiline = true},
	{.open = "R\"{*}(", .close = "){*}\"", .multiline = true},
	{.open = "q{", .close = "}", .multiline = true, .nested = true},
	{.open = "$", .close = "", .character = true, .place = LEXIS_WORD},
};
static const lexis_heredoc heredocs[] = {
	{.open = "<<", .signs = "-", .quotes = "'\""},
	{.open = "<~", .quotes = "'\"", .upper = true},
};
static const char *const words[] = {"a", "return", NULL};
static const lexis everything = {
	.operand_words = words,
	.statement_heads = words,
	.docstring_heads = words,
	.line_comments = lines,
	.line_comment_count = COUNT(lines),
	.block_comments = blocks,
	.block_comment_count = COUNT(blocks),
	.strings = strings,
	.string_count = COUNT(strings),
	.heredocs = heredocs,
	.heredoc_count = COUNT(heredocs),
	.backslash_continues_line_comment = true,
};

static const char *const patterns[] = {
	"\"",     "'",     "`",        "/*",        "{-",     "{-\"",   "--[=",   "--[[",     "--[=[",    "/",
	"(/[",    "= /[ ", "(%r[",     "#",         "r#",     "r#\"",   "##\"",   "R\"",      "R\"a(",    "R\"(x",
	"`${",    "\"${",  "`${}",     "q{",        "q{}",    "<<A ",   "<<A\n",  "<<'",      "<<\"<<'",  "<<-A\nA\n",
	"((<<a ", "a<~B ", "<~'A",     "$",         "\\",     "\\\n",   "//\\\n", "=pod\n",   " ",        "\n",
	" %",     "a",     "\"\"\"\n", ":\n\"\"\"", "/**/ /", "/**/",   "--",     "return ",  "return /", "}",
	"{",      "'\\u{", "'\\",      "!#",        "@#",     "\t\t<<", "\xff",   "\xf0\x9f", "",         "\r",
	"\r\n",   "*/",    "-}{-",     "]=",        "`/",     "(/`",
};

static void scan_repeated(const lexical_scanner *scanner, const char *head, const char *pattern)
{
	enum { SIZE = 1 << 19 };
	size_t len = pattern[0] != '\0' ? strlen(pattern) : 1; /* "": NUL bytes */
	char *source = malloc(SIZE);
	span_list spans = {0};
	size_t end = strlen(head);

	assert_non_null(source);
	memcpy(source, head, end);
	for (size_t i = end; i < SIZE; i++)
		source[i] = pattern[(i - end) % len];
	end = 0;
	lexical_scan(scanner, (text){source, SIZE}, &spans);
	for (size_t i = 0; i < spans.count; i++) {
		assert_true(spans.items[i].start >= end && spans.items[i].end > spans.items[i].start);
		end = spans.items[i].end;
	}
	assert_true(end <= SIZE);
	spans.count = 0;
	lexical_scan_surely(scanner, (text){source, SIZE}, &spans);
	span_list_finish(&spans);
	free(source);
}

static void needs_time_in_proportion_to_the_text(void **state)
{
	static const char *const heads[] = {"", "{-", "`${"};
	(void)state;
	lexical_scanner *scanner = lexical_scanner_create(&everything);
	for (size_t head = 0; head < COUNT(heads); head++)
		for (size_t i = 0; i < COUNT(patterns); i++)
			scan_repeated(scanner, heads[head], patterns[i]);
	lexical_scanner_destroy(scanner);
}

/* A fence of half the text, then closing marks that almost fit. */
static void compares_long_fences_once(void **state)
{
	enum { SIZE = 1 << 21 };
	static const char *const opens[] = {"r", "", "--["};
	static const char *const rest[] = {"\"", "@", "["};
	static const char fences[] = {'#', '#', '='};
	(void)state;
	lexical_scanner *scanner = lexical_scanner_create(&everything);
	for (size_t i = 0; i < COUNT(opens); i++) {
		char *source = malloc(SIZE);
		assert_non_null(source);
		memset(source, fences[i], SIZE);
		memcpy(source, opens[i], strlen(opens[i]));
		source[SIZE / 2] = rest[i][0];
		span_list spans = {0};
		lexical_scan(scanner, (text){source, SIZE}, &spans);
		assert_int_equal(spans.count, 1);
		assert_int_equal(spans.items[0].start, 0);
		/* There is no closing mark: to the end. */
		assert_int_equal(spans.items[0].end, SIZE);
		span_list_finish(&spans);
		free(source);
	}
	lexical_scanner_destroy(scanner);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(needs_time_in_proportion_to_the_text),
		cmocka_unit_test(compares_long_fences_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
