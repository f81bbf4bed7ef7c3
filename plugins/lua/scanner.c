/* SPDX-License-Identifier: MIT */
/*
 * Stands before the grammar's own scanner of tokens that no rule can describe; see WRAP. Two things it does not know:
 * It is asked for a comment within quotes too, where "--[[" begins none. So the quote that was opened is kept here; the
 * parser asks before each piece of a string, and never for a long string in one.
 * A parser in search of a way out of an error asks for every token there is. The content of a long string would then be
 * found everywhere.
 */
#include <stdbool.h>
#include <stdlib.h>
#include <tree_sitter/parser.h>

/* The tokens, in the order in which the grammar names them. */
enum token { COMMENT_START, COMMENT_CONTENT, COMMENT_END, STRING_START, STRING_CONTENT, STRING_END, TOKEN_COUNT };

typedef struct state {
	void *scanner; /* the grammar's */
	int32_t quote; /* 0: outside quotes */
} state;

/* NOLINTBEGIN(bugprone-reserved-identifier): the linker's names for what was meant and for what is called instead. */
void *__real_tree_sitter_lua_external_scanner_create(void);
void *__wrap_tree_sitter_lua_external_scanner_create(void);
void __real_tree_sitter_lua_external_scanner_destroy(void *scanner);
void __wrap_tree_sitter_lua_external_scanner_destroy(void *payload);
bool __real_tree_sitter_lua_external_scanner_scan(void *scanner, TSLexer *lexer, const bool *wanted);
bool __wrap_tree_sitter_lua_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted);
unsigned __real_tree_sitter_lua_external_scanner_serialize(void *scanner, char *to);
unsigned __wrap_tree_sitter_lua_external_scanner_serialize(void *payload, char *to);
void __real_tree_sitter_lua_external_scanner_deserialize(void *scanner, const char *from, unsigned len);
void __wrap_tree_sitter_lua_external_scanner_deserialize(void *payload, const char *from, unsigned len);
/* NOLINTEND(bugprone-reserved-identifier) */

void *__wrap_tree_sitter_lua_external_scanner_create(void)
{
	state *state = calloc(1, sizeof(*state));
	if (state == NULL)
		abort();
	state->scanner = __real_tree_sitter_lua_external_scanner_create();
	return state;
}

void __wrap_tree_sitter_lua_external_scanner_destroy(void *payload)
{
	state *state = payload;
	__real_tree_sitter_lua_external_scanner_destroy(state->scanner);
	free(state);
}

unsigned __wrap_tree_sitter_lua_external_scanner_serialize(void *payload, char *to)
{
	state *state = payload;
	return __real_tree_sitter_lua_external_scanner_serialize(state->scanner, to);
}

void __wrap_tree_sitter_lua_external_scanner_deserialize(void *payload, const char *from, unsigned len)
{
	state *state = payload;
	__real_tree_sitter_lua_external_scanner_deserialize(state->scanner, from, len);
}

bool __wrap_tree_sitter_lua_external_scanner_scan(void *payload, TSLexer *lexer, const bool *wanted)
{
	state *state = payload;
	bool asked[TOKEN_COUNT];
	bool lost = true;
	for (int i = 0; i < TOKEN_COUNT; i++) {
		asked[i] = wanted[i];
		lost = lost && wanted[i];
	}
	if (lost)
		asked[COMMENT_CONTENT] = asked[COMMENT_END] = asked[STRING_CONTENT] = asked[STRING_END] = false;
	if (state->quote != 0 && !wanted[STRING_START]) {
		if (lexer->lookahead == state->quote)
			state->quote = 0;
		return false;
	}
	state->quote = 0;
	if (__real_tree_sitter_lua_external_scanner_scan(state->scanner, lexer, asked))
		return true;
	/* It has skipped white space. */
	if (wanted[STRING_START] && (lexer->lookahead == '"' || lexer->lookahead == '\''))
		state->quote = lexer->lookahead;
	return false;
}
