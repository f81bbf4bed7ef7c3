/* SPDX-License-Identifier: MIT */
/*
 * To the grammars of C's family a macro's body ends at the first slash-star, one within a string as well: behind a macro for any media
 * type all was a comment up to where the next comment ends. What is here stands before the grammar's lexer and reads on to the
 * string's end.
 */
#ifndef ONFLAME_PLUGIN_C_MACRO_H
#define ONFLAME_PLUGIN_C_MACRO_H

#include "onflame/plugin.h"

#include <string.h>

#include "tree_sitter/parser.h"

enum { MACRO_STATES = 1 << 16 };

/* A grammar's language with another lexer in front; filled once, when the plugin is loaded. */
typedef struct macro_grammar {
	TSLanguage language;
	bool (*lex)(TSLexer *, TSStateId);
	TSSymbol body;                          /* preproc_arg */
	unsigned char states[MACRO_STATES / 8]; /* lexer's states in which a body may stand */
} macro_grammar;

/* The runtime's lexer, watched. */
typedef struct macro_lexer {
	TSLexer watched; /* first: what the grammar is given */
	TSLexer *lexer;
	int32_t quote; /* of the string that is open; 0: none */
	int32_t last;
	bool escaped, comment; /* behind a backslash; behind two slashes */
} macro_lexer;

static void macro_note(macro_lexer *m, int32_t c)
{
	if (m->escaped)
		m->escaped = c == '\r';
	else if (c == '\\')
		m->escaped = true;
	else if (m->quote != 0)
		m->quote = c == m->quote ? 0 : m->quote;
	else if (c == '/' && m->last == '/')
		m->comment = true;
	else if (!m->comment && (c == '"' || c == '\''))
		m->quote = c;
	m->last = c;
}

static void macro_advance(TSLexer *watched, bool skip)
{
	macro_lexer *m = (macro_lexer *)(void *)watched;
	if (!skip)
		macro_note(m, watched->lookahead);
	m->lexer->advance(m->lexer, skip);
	watched->lookahead = m->lexer->lookahead;
}

static void macro_mark_end(TSLexer *watched)
{
	macro_lexer *m = (macro_lexer *)(void *)watched;
	m->lexer->mark_end(m->lexer);
}

static uint32_t macro_get_column(TSLexer *watched)
{
	macro_lexer *m = (macro_lexer *)(void *)watched;
	return m->lexer->get_column(m->lexer);
}

static bool macro_at_range_start(const TSLexer *watched)
{
	const macro_lexer *m = (const macro_lexer *)(const void *)watched;
	return m->lexer->is_at_included_range_start(m->lexer);
}

static bool macro_eof(const TSLexer *watched)
{
	const macro_lexer *m = (const macro_lexer *)(const void *)watched;
	return m->lexer->eof(m->lexer);
}

static bool macro_line_ends(const macro_lexer *m)
{
	return m->lexer->eof(m->lexer) || (m->watched.lookahead == '\n' && !m->escaped);
}

static bool macro_at_slash_star(const macro_lexer *m)
{
	return m->last == '/' && m->watched.lookahead == '*';
}

/* Behind the comment, before whose star we are: true if it and something behind it stand on this line. */
static bool macro_passes_comment(macro_lexer *m)
{
	bool ended = false;
	int32_t last = 0;
	macro_advance(&m->watched, false);
	while (!ended && !m->lexer->eof(m->lexer) && m->watched.lookahead != '\n') {
		ended = last == '*' && m->watched.lookahead == '/';
		last = m->watched.lookahead;
		macro_advance(&m->watched, false);
	}
	m->quote = 0;
	m->escaped = m->comment = false;
	while (m->watched.lookahead == ' ' || m->watched.lookahead == '\t' || m->watched.lookahead == '\r')
		macro_advance(&m->watched, false);
	m->last = 0;
	return ended && !macro_line_ends(m);
}

/*
 * On from the slash-star where the grammar stopped. A comment with more of the body behind it is passed, for the grammar has no body in
 * two parts. A string that does not end is left as the grammar has it.
 */
static void macro_read_on(macro_lexer *m)
{
	bool held = false; /* an open string holds a slash-star: only its end tells whether it is one */
	for (;;) {
		bool star = macro_at_slash_star(m) && !m->comment;
		if (m->quote != 0)
			held = held || star;
		else if (star && !macro_passes_comment(m))
			return;
		else
			held = false;
		if (!held && m->last != '/')
			macro_mark_end(&m->watched);
		if (macro_line_ends(m))
			break;
		macro_advance(&m->watched, false);
	}
	if (!held)
		macro_mark_end(&m->watched);
}

static bool macro_lex(const macro_grammar *grammar, TSLexer *lexer, TSStateId state)
{
	if (!(grammar->states[state / 8] >> (state % 8) & 1))
		return grammar->lex(lexer, state);
	macro_lexer m = {.watched = *lexer, .lexer = lexer};
	m.watched.advance = macro_advance;
	m.watched.mark_end = macro_mark_end;
	m.watched.get_column = macro_get_column;
	m.watched.is_at_included_range_start = macro_at_range_start;
	m.watched.eof = macro_eof;
	bool found = grammar->lex(&m.watched, state);
	lexer->result_symbol = m.watched.result_symbol;
	if (found && lexer->result_symbol == grammar->body && macro_at_slash_star(&m))
		macro_read_on(&m);
	return found;
}

/* A lexer over one character that no token but a macro's body goes on from: it tells the states. */
static void macro_probe_advance(TSLexer *lexer, bool skip)
{
	(void)skip;
	lexer->lookahead = lexer->lookahead == '`' ? '\n' : 0;
}

static void macro_probe_mark_end(TSLexer *lexer)
{
	(void)lexer;
}

static bool macro_probe_eof(const TSLexer *lexer)
{
	return lexer->lookahead == 0;
}

/* `lex` calls macro_lex() with `made`. */
static const TSLanguage *macro_grammar_fill(macro_grammar *made, const TSLanguage *from,
					    bool (*lex)(TSLexer *, TSStateId))
{
	made->lex = from->lex_fn;
	made->language = *from;
	made->language.lex_fn = lex;
	for (uint32_t i = 0; i < from->token_count; i++)
		if (strcmp(from->symbol_names[i], "preproc_arg") == 0)
			made->body = (TSSymbol)i;
	for (uint32_t i = 0; i < from->state_count; i++) {
		TSStateId state = from->lex_modes[i].lex_state;
		TSLexer probe = {.lookahead = '`',
				 .advance = macro_probe_advance,
				 .mark_end = macro_probe_mark_end,
				 .eof = macro_probe_eof};
		if (state != (TSStateId)-1 && made->lex(&probe, state) && probe.result_symbol == made->body)
			made->states[state / 8] |= (unsigned char)(1u << (state % 8));
	}
	return &made->language;
}

/* Defines NAME(), the grammar FROM() with macros that hold such strings. */
#define MACRO_GRAMMAR(name, from)                                                                                      \
	static macro_grammar name##_macros;                                                                            \
	static bool name##_lex(TSLexer *lexer, TSStateId state)                                                        \
	{                                                                                                              \
		return macro_lex(&name##_macros, lexer, state);                                                        \
	}                                                                                                              \
	static const TSLanguage *name(void)                                                                            \
	{                                                                                                              \
		if (name##_macros.lex == NULL)                                                                         \
			macro_grammar_fill(&name##_macros, from(), name##_lex);                                        \
		return &name##_macros.language;                                                                        \
	}

#endif
