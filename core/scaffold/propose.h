/* SPDX-License-Identifier: MIT */
/* A first table for a grammar: what its names, fields and queries say of its kinds. */
#ifndef ONFLAME_SCAFFOLD_PROPOSE_H
#define ONFLAME_SCAFFOLD_PROPOSE_H

#include "scaffold/node_types.h"
#include "scaffold/query.h"
#include "scaffold/rule_list.h"

/*
 * Adds the rows to `out`. Every kind, field and parent that they name is one of `types`, and no supertype. `tags` and `highlights`
 * may be NULL.
 */
void propose_table(const node_types *types, const query_pattern *tags, const query_pattern *highlights, rule_list *out);

/* The parts; private to propose*.c. */
void propose_texts(const node_types *types, const query_pattern *highlights, rule_list *out);
void propose_frames(const node_types *types, uint32_t role, rule_list *out);
void propose_branches(const node_types *types, rule_list *out);
void propose_parameters(const node_types *types, rule_list *out);
void propose_annotations(const node_types *types, rule_list *out);

#endif
