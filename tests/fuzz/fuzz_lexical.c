/* SPDX-License-Identifier: MIT */
/*
 * Any bytes through the lexical counter. The first byte chooses the lexis; with 'm' for it, the first lines are the marks
 * themselves, so that the compiling of rules is tried as well.
 */
#include "count/lexical.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define MARKS 8

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const lexis_mark lines[] = {
	{"//", 0},
	{"--", LEXIS_WORD},
	{"rem", LEXIS_FIRST | LEXIS_WORD},
	{"#", LEXIS_BEHIND_BLANK},
	{"*", LEXIS_COLUMN_7},
};
static const lexis_block_comment blocks[] = {
	{.open = "/*", .close = "*/"},
	{.open = "{-", .close = "-}", .nested = true, .strings = true},
	{.open = "--[{=}[", .close = "]{=}]"},
	{.open = "=pod", .close = "=cut", .place = LEXIS_LINE_START, .close_place = LEXIS_LINE_START},
	{.open = "%{", .close = "%}", .place = LEXIS_ALONE, .close_place = LEXIS_FIRST | LEXIS_ALONE, .nested = true},
	{.open = "__END__", .place = LEXIS_LINE_START},
};
static const lexis_string strings[] = {
	{.open = "\"", .close = "\"", .escape = '\\', .interpolation_open = "${", .interpolation_close = "}"},
	{.open = "'", .close = "'", .escape = '\\', .character = true, .place = LEXIS_NOT_BEHIND_WORD},
	{.open = "`", .close = "`", .multiline = true, .interpolation_open = "${", .interpolation_close = "}"},
	{.open = "\"\"\"", .close = "\"\"\"", .escape = '\\', .multiline = true, .docstring = true},
	{.open = "/", .close = "/", .escape = '\\', .place = LEXIS_OPERAND},
	{.open = "r{#}\"", .close = "\"{#}", .multiline = true},
	{.open = "R\"{*}(", .close = "){*}\"", .multiline = true},
	{.open = "${_}$", .close = "${_}$", .multiline = true},
	{.open = "q{", .close = "}", .escape = '\\', .multiline = true, .nested = true},
	{.open = "s{", .close = "}", .multiline = true, .nested = true, .twice = true},
	{.open = "y/", .close = "/", .twice = true, .doubled = true},
	{.open = "\\", .close = "", .character = true},
	{.open = "$#", .close = ""},
	{.open = "@\"", .close = "\"@", .multiline = true, .close_place = LEXIS_LINE_START},
};
static const lexis_heredoc heredocs[] = {
	{.open = "<<", .signs = "-~", .quotes = "'\"`", .upper = true},
	{.open = "<<<", .quotes = "'\"", .indented = true},
	{.open = "<:", .signs = "-", .quotes = "'"},
};

static const char *const operand_words[] = {"return", "if", NULL};
static const char *const statement_heads[] = {"if", NULL};
static const char *const docstring_heads[] = {"def", "async def", NULL};

static const lexis_mark doubts[] = {{"</", 0}, {"`", LEXIS_BEHIND_OPERAND}};

/* All rules, or by the bits of `choice` every kind from some rule on. */
static lexis choose_lexis(uint8_t choice)
{
	size_t line = choice & 3, block = choice >> 2 & 3, string = choice >> 4 & 7;

	return (lexis){
		.line_comments = lines + line,
		.line_comment_count = COUNT(lines) - line,
		.block_comments = blocks + block,
		.block_comment_count = COUNT(blocks) - block,
		.strings = strings + string,
		.string_count = COUNT(strings) - string,
		.heredocs = heredocs,
		.heredoc_count = COUNT(heredocs),
		.doubts = doubts,
		.doubt_count = choice >> 6 & 1 ? COUNT(doubts) : 0,
		.operand_words = operand_words,
		.statement_heads = statement_heads,
		.docstring_heads = docstring_heads,
		.ignore_case = choice >> 7,
		.backslash_continues_line_comment = choice >> 7,
		.code_open = choice >> 7 ? "<?" : NULL,
		.code_close = choice >> 7 ? "?>" : NULL,
	};
}

/* A scan that is sure found what the plain one finds. */
static void check_sure(const lexical_scanner *scanner, text source, const span_list *spans)
{
	span_list sure = {0};
	if (lexical_scan_surely(scanner, source, &sure) &&
	    (sure.count != spans->count ||
	     (sure.count > 0 && memcmp(sure.items, spans->items, sure.count * sizeof(*sure.items)) != 0)))
		abort();
	span_list_finish(&sure);
}

static void scan(const lexis *lexis, text source)
{
	lexical_scanner *scanner = lexical_scanner_create(lexis);
	size_t rules =
		lexis->line_comment_count + lexis->block_comment_count + lexis->string_count + lexis->heredoc_count;
	span_list spans = {0};
	uint32_t end = 0;

	lexical_scan(scanner, source, &spans);
	for (size_t i = 0; i < spans.count; i++) {
		const span *span = &spans.items[i];
		if (span->start < end || span->end <= span->start || span->end > source.len || span->rule >= rules ||
		    span->role > SPAN_DOCSTRING || lexical_rule_name(scanner, span->rule)[0] == '\0')
			abort();
		end = span->end;
	}
	check_sure(scanner, source, &spans);
	span_list_finish(&spans);
	lexical_scanner_destroy(scanner);
}

/* The first lines of the text are marks; what is left of it is scanned. */
static void scan_with_marks(const uint8_t *data, size_t size)
{
	char marks[MARKS][32] = {{0}};
	size_t at = 0;

	for (size_t i = 0; i < MARKS; i++) {
		size_t len = 0;
		for (; at < size && data[at] != '\n'; at++)
			if (len + 1 < sizeof(marks[i]) && data[at] != '\0')
				marks[i][len++] = (char)data[at];
		at += at < size;
	}
	const lexis_mark line = {marks[0], (unsigned char)marks[7][0] & 0x7fu};
	const lexis_block_comment block = {
		.open = marks[1], .close = marks[2], .nested = marks[7][0] & 1, .strings = true};
	const lexis_string string = {
		.open = marks[3],
		.close = marks[4],
		.escape = marks[7][1],
		.multiline = marks[7][0] & 2,
		.doubled = marks[7][0] & 4,
		.nested = marks[7][0] & 8,
		.interpolation_open = marks[5],
		.interpolation_close = marks[6],
	};
	scan(&(lexis){.line_comments = &line,
		      .block_comments = &block,
		      .strings = &string,
		      .line_comment_count = 1,
		      .block_comment_count = 1,
		      .string_count = 1,
		      .ignore_case = marks[7][0] & 16},
	     (text){(const char *)data + at, size - at});
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size == 0)
		return 0;
	if (data[0] == 'm') {
		scan_with_marks(data + 1, size - 1);
		return 0;
	}
	lexis lexis = choose_lexis(data[0]);
	scan(&lexis, (text){(const char *)data + 1, size - 1});
	return 0;
}
