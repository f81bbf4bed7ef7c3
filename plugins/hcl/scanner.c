/* SPDX-License-Identifier: MIT */
/*
 * Stands before the grammar's own scanner of tokens that no rule can describe; see WRAP. A parser in search of a way out of an
 * error asks for every token there is. A heredoc's name, which may be empty, would then be found anywhere, and all up to the file's
 * end, blocks and comments, would be its text.
 */
#include <stdbool.h>
#include <tree_sitter/parser.h>

/* The tokens, in the order in which the grammar names them. */
enum token { HEREDOC_NAME = 7, TOKEN_COUNT };

/* NOLINTBEGIN(bugprone-reserved-identifier): the linker's names for what was meant and for what is called instead. */
bool __real_tree_sitter_hcl_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
bool __wrap_tree_sitter_hcl_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
/* NOLINTEND(bugprone-reserved-identifier) */

bool __wrap_tree_sitter_hcl_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted)
{
	bool asked[TOKEN_COUNT];
	bool lost = true;
	for (int i = 0; i < TOKEN_COUNT; i++) {
		asked[i] = wanted[i];
		lost = lost && wanted[i];
	}
	if (lost)
		asked[HEREDOC_NAME] = false;
	return __real_tree_sitter_hcl_external_scanner_scan(payload, lexer, asked);
}
