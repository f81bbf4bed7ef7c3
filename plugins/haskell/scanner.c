/* SPDX-License-Identifier: MIT */
/*
 * Stands before the grammar's own scanner of tokens that no rule can describe; see WRAP. That one takes all dashes at the
 * start of a comment for its opening mark, and so misses the end of {---}. It is given blanks in their place, but for a
 * dash right before a brace.
 */
#include <stdbool.h>
#include <string.h>
#include <tree_sitter/parser.h>

/* The lexer that the grammar's scanner is given. Within a run of dashes the real one is a character ahead. */
typedef struct proxy {
	TSLexer lexer; /* first: the scanner hands back a pointer to it */
	TSLexer *real;
	int32_t before; /* the character before lexer.lookahead */
	bool ahead;
} proxy;

/* NOLINTBEGIN(bugprone-reserved-identifier): the linker's names for what was meant and for what is called instead. */
bool __real_tree_sitter_haskell_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
bool __wrap_tree_sitter_haskell_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
/* NOLINTEND(bugprone-reserved-identifier) */

static int32_t hide_dash(proxy *proxy)
{
	proxy->real->advance(proxy->real, false);
	proxy->ahead = true;
	return proxy->real->lookahead == '}' ? '-' : ' ';
}

static void advance(TSLexer *lexer, bool skip)
{
	proxy *proxy = (struct proxy *)lexer;
	bool opened = proxy->before == '{' && lexer->lookahead == '-';
	bool hiding = opened || proxy->ahead;
	proxy->before = lexer->lookahead;
	if (!proxy->ahead)
		proxy->real->advance(proxy->real, skip);
	proxy->ahead = false;
	lexer->lookahead = proxy->real->lookahead;
	if (hiding && lexer->lookahead == '-')
		lexer->lookahead = hide_dash(proxy);
}

static void mark_end(TSLexer *lexer)
{
	TSLexer *real = ((proxy *)lexer)->real;
	real->mark_end(real);
}

static uint32_t get_column(TSLexer *lexer)
{
	proxy *proxy = (struct proxy *)lexer;
	return proxy->real->get_column(proxy->real) - (proxy->ahead ? 1 : 0);
}

static bool is_at_included_range_start(const TSLexer *lexer)
{
	const TSLexer *real = ((const proxy *)lexer)->real;
	return real->is_at_included_range_start(real);
}

static bool eof(const TSLexer *lexer)
{
	const proxy *proxy = (const struct proxy *)lexer;
	return !proxy->ahead && proxy->real->eof(proxy->real);
}

bool __wrap_tree_sitter_haskell_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted)
{
	proxy proxy = {.real = lexer};
	memcpy(&proxy.lexer, lexer, sizeof(*lexer));
	proxy.lexer.advance = advance;
	proxy.lexer.mark_end = mark_end;
	proxy.lexer.get_column = get_column;
	proxy.lexer.is_at_included_range_start = is_at_included_range_start;
	proxy.lexer.eof = eof;
	bool found = __real_tree_sitter_haskell_external_scanner_scan(payload, &proxy.lexer, wanted);
	lexer->result_symbol = proxy.lexer.result_symbol;
	return found;
}
