/* SPDX-License-Identifier: MIT */
#include "attributes.h"

#include "tree_sitter/parser.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Whether the token may follow in that state, by the grammar's tables: whole ones for the first states, packed ones for the rest. */
static bool may_follow(const TSLanguage *grammar, uint32_t state, TSSymbol token)
{
	if (state < grammar->large_state_count)
		return grammar->parse_table[state * grammar->symbol_count + token] != 0;
	const uint16_t *at =
		grammar->small_parse_table + grammar->small_parse_table_map[state - grammar->large_state_count];
	for (uint16_t groups = *at++; groups > 0; groups--) {
		uint16_t value = *at++;
		for (uint16_t symbols = *at++; symbols > 0; symbols--, at++)
			if (*at == token)
				return value != 0;
	}
	return false;
}

static TSSymbol find_token(const TSLanguage *grammar, const char *name)
{
	for (uint32_t i = 1; i < grammar->token_count; i++)
		if (strcmp(grammar->symbol_names[i], name) == 0)
			return (TSSymbol)i;
	return 0;
}

const TSLanguage *attributes_free(const TSLanguage *grammar)
{
	/* Used until the process ends, as the plugin is; asked for again, it is there. */
	static TSLanguage own;
	if (own.lex_modes != NULL)
		return &own;
	TSSymbol end = find_token(grammar, "/>");
	TSLexerMode *modes = malloc(grammar->state_count * sizeof(*modes));
	if (grammar->abi_version < 15 || end == 0 || modes == NULL) {
		free(modes);
		return grammar;
	}
	memcpy(modes, grammar->lex_modes, grammar->state_count * sizeof(*modes));
	for (uint32_t state = 0; state < grammar->state_count; state++)
		if (may_follow(grammar, state, end))
			modes[state].reserved_word_set_id = 0;
	own = *grammar;
	own.lex_modes = modes;
	return &own;
}
