/* SPDX-License-Identifier: MIT */
/* Frames from a grammar's tags.scm: what it calls @definition.function, .class ... */
#ifndef ONFLAME_SCAFFOLD_TAGS_H
#define ONFLAME_SCAFFOLD_TAGS_H

#include "scaffold/node_types.h"
#include "scaffold/query.h"
#include "scaffold/rule_list.h"

/* Adds rows for functions, or for containers; definitions that a row cannot tell, or of kinds that are not there, are left out. */
void tags_propose(const query_pattern *query, const node_types *types, uint32_t role, rule_list *out);

/*
 * The head that a frame needs: "body" where the kind has none at times; NULL: no test. Where blocks end with a word, an empty one may
 * have no node: then nothing can be told from it.
 */
const char *tags_body_test(const node_types *types, const node_type *type);

/* Whether a kind holds what could be a body. */
bool tags_has_body(const node_types *types, const node_type *type);

#endif
