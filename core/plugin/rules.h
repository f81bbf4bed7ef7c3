/* SPDX-License-Identifier: MIT */
/* A plugin's table made ready for the walk: kinds as symbol ids, paths and names parsed, all proved against the grammar. */
#ifndef ONFLAME_PLUGIN_RULES_H
#define ONFLAME_PLUGIN_RULES_H

#include "base/buffer.h"
#include "base/error.h"
#include "onflame/plugin.h"

#include <stdbool.h>
#include <stddef.h>
#include <tree_sitter/api.h>

/* What a BRANCH adds; see onflame/plugin.h. */
typedef struct rule_branch {
	const char *label;
	uint8_t cyclomatic;
	uint8_t cognitive;
	bool by_nesting; /* cognitive grows with the nesting */
	bool nests;
	bool run; /* cognitive counts once for a run of like operators */
} rule_branch;

/* NULL as a label means "if". NULL: there is no such label. */
const rule_branch *rule_branch_find(const char *label);

/* One row, compiled. */
typedef struct rule {
	const onflame_rule *source; /* a copy of the row, of full size */
	TSSymbol symbol;
	TSSymbol *parents;
	size_t parent_count;
	struct path_list *head;
	bool head_absent;
	char **words;
	size_t word_count;
	struct name_template *name;
	struct path_list *start;
	const rule_branch *branch; /* of a BRANCH */
	TSSymbol *holes;           /* of an INJECTION */
	size_t hole_count;
	const struct rule *next; /* further row for the same symbol; NULL: none */
} rule;

typedef struct rule_table {
	const TSLanguage *grammar;
	const rule **by_symbol; /* first row of each symbol of the grammar; NULL: none */
	uint32_t symbol_count;
	rule *rules;
	size_t rule_count;
	bool tells_frames;  /* or texts in other languages, which may have some */
	bool wants_order;   /* a row asks for what stands before a node */
	bool wants_comment; /* a row asks for the comment before a node */
	struct arena *arena;
} rule_table;

/* `rules` ends with ONFLAME_END; each is `rule_size` bytes large. NULL: a row is wrong, "rule 7: ...". */
rule_table *rule_table_create(const TSLanguage *grammar, const onflame_rule *rules, size_t rule_size, error *error);
void rule_table_destroy(rule_table *table); /* accepts NULL */

/* Where a rule is tried: a node, the nodes above it from the root on, and the text. */
typedef struct rule_site {
	TSNode node;
	const TSNode *ancestors;
	size_t depth; /* of them */
	const char *text;
	TSNode previous; /* the named sibling before, extras aside; null: none */
	TSNode comment;  /* right before it; null: none */
} rule_site;

/* Whether all tests of the row hold there, its kind aside. */
bool rule_holds(const rule *rule, const rule_site *site);

/* Adds the name; false: the row has none that leads somewhere, or it is empty, and nothing was added. */
bool rule_name(const rule *rule, const rule_site *site, buffer *out);

/* The node that `start` leads to; a null node: none. */
TSNode rule_start(const rule *rule, const rule_site *site);

#endif
