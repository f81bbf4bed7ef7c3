/* SPDX-License-Identifier: MIT */
/*
 * Stands before the grammar's own scanner of tokens that no rule can describe; see WRAP. Two things it does not know:
 * A brace closes the statement before it: in `class A { val x = 1 }` no line break tells that the declaration is over.
 * A parser in search of a way out of an error asks for every token there is. A string's content would then be found
 * everywhere, and everything up to the next quotes, functions and comments, would be lost in it.
 */
#include <stdbool.h>
#include <tree_sitter/parser.h>

/* The tokens, in the order in which the grammar names them. */
enum token { SEMICOLON, MEMBER_SEMICOLON, STRING_CONTENT = 6, TOKEN_COUNT = 11 };

/* NOLINTBEGIN(bugprone-reserved-identifier): the linker's names for what was meant and for what is called instead. */
bool __real_tree_sitter_kotlin_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
bool __wrap_tree_sitter_kotlin_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
/* NOLINTEND(bugprone-reserved-identifier) */

static bool closes_brace(TSLexer *lexer)
{
	lexer->mark_end(lexer);
	while (lexer->lookahead == ' ' || lexer->lookahead == '\t')
		lexer->advance(lexer, true);
	return lexer->lookahead == '}';
}

bool __wrap_tree_sitter_kotlin_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted)
{
	bool asked[TOKEN_COUNT];
	bool lost = true;
	for (int i = 0; i < TOKEN_COUNT; i++) {
		asked[i] = wanted[i];
		lost = lost && wanted[i];
	}
	if (lost)
		asked[STRING_CONTENT] = false;
	bool semicolon = asked[SEMICOLON] || asked[MEMBER_SEMICOLON];
	if (semicolon && !lost && !asked[STRING_CONTENT] && closes_brace(lexer)) {
		lexer->result_symbol = asked[SEMICOLON] ? SEMICOLON : MEMBER_SEMICOLON;
		return true;
	}
	return __real_tree_sitter_kotlin_external_scanner_scan(payload, lexer, asked);
}
