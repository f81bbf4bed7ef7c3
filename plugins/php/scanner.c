/* SPDX-License-Identifier: MIT */
/*
 * Stands before the grammar's own scanner of tokens that no rule can describe; see WRAP. Since PHP 7.3 any character that no name
 * goes on with may follow the end of a here-document: EOT . $x, EOT], EOT ?? 1. The scanner knows of few, and so is shown a
 * semicolon behind the first word of a line; within the text that is one character like another to it.
 */
#include <stdbool.h>
#include <string.h>
#include <tree_sitter/parser.h>

/* The scanner's tokens, in its order, that a here-document's lines begin with. */
enum { CHARS_HEREDOC = 5, CHARS_NOWDOC = 10 };

enum place { BEFORE_WORD, IN_WORD, BEHIND_WORD, PAST };

typedef struct proxy {
	TSLexer lexer; /* first: the scanner hands back a pointer to it */
	TSLexer *real;
	enum place place;
} proxy;

/* NOLINTBEGIN(bugprone-reserved-identifier): the linker's names for what was meant and for what is called instead. */
bool __real_tree_sitter_php_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
bool __wrap_tree_sitter_php_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
/* NOLINTEND(bugprone-reserved-identifier) */

static bool is_of_name(int32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c >= 0x80;
}

/* What follows a here-document's end in an expression and means nothing within its text. */
static bool is_shown_otherwise(int32_t c)
{
	return c != 0 && c < 0x80 && strchr(".]:?=+*/|&<>}%^!", c) != NULL;
}

static void look(proxy *proxy)
{
	int32_t c = proxy->real->lookahead;
	proxy->lexer.lookahead = c;
	if (proxy->place == PAST)
		return;
	bool space = c == ' ' || c == '\t', line_end = c == '\n' || c == '\r';
	if (is_of_name(c) && proxy->place != BEHIND_WORD) {
		proxy->place = IN_WORD;
	} else if (space && proxy->place == IN_WORD) {
		proxy->place = BEHIND_WORD;
	} else if (!space && !(line_end && proxy->place == BEFORE_WORD)) {
		if (proxy->place != BEFORE_WORD && is_shown_otherwise(c))
			proxy->lexer.lookahead = ';';
		proxy->place = PAST;
	}
}

static void advance(TSLexer *lexer, bool skip)
{
	proxy *proxy = (struct proxy *)lexer;
	proxy->real->advance(proxy->real, skip);
	look(proxy);
}

static void mark_end(TSLexer *lexer)
{
	TSLexer *real = ((proxy *)lexer)->real;
	real->mark_end(real);
}

static uint32_t get_column(TSLexer *lexer)
{
	TSLexer *real = ((proxy *)lexer)->real;
	return real->get_column(real);
}

static bool is_at_included_range_start(const TSLexer *lexer)
{
	const TSLexer *real = ((const proxy *)lexer)->real;
	return real->is_at_included_range_start(real);
}

static bool eof(const TSLexer *lexer)
{
	const TSLexer *real = ((const proxy *)lexer)->real;
	return real->eof(real);
}

bool __wrap_tree_sitter_php_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted)
{
	if (!wanted[CHARS_HEREDOC] && !wanted[CHARS_NOWDOC])
		return __real_tree_sitter_php_external_scanner_scan(payload, lexer, wanted);
	proxy proxy = {.lexer = *lexer, .real = lexer};
	proxy.lexer.advance = advance;
	proxy.lexer.mark_end = mark_end;
	proxy.lexer.get_column = get_column;
	proxy.lexer.is_at_included_range_start = is_at_included_range_start;
	proxy.lexer.eof = eof;
	look(&proxy);
	bool found = __real_tree_sitter_php_external_scanner_scan(payload, &proxy.lexer, wanted);
	lexer->result_symbol = proxy.lexer.result_symbol;
	return found;
}
