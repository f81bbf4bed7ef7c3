/* SPDX-License-Identifier: MIT */
#include "count/walk_state.h"

enum { CHAIN_MAX = 512 };

/* The topmost expression that the operator's own expression is part of, through like expressions and parentheses. */
static const void *find_run(const walk *walk)
{
	if (walk->depth == 0)
		return NULL;
	size_t at = walk->depth - 1;
	TSSymbol kind = ts_node_symbol(walk->ancestors[at]);
	for (size_t steps = 0; at > 0 && steps < CHAIN_MAX; at--, steps++) {
		TSSymbol above = ts_node_symbol(walk->ancestors[at - 1]);
		if (above != kind && (above != walk->parenthesized || above == 0))
			break;
	}
	return walk->ancestors[at].id;
}

static uint32_t cognitive_cost(walk *walk, const rule *rule)
{
	const rule_branch *branch = rule->branch;
	if (branch->run) {
		const void *run = find_run(walk);
		if (run == walk->run && rule->symbol == walk->run_operator)
			return 0;
		walk->run = run;
		walk->run_operator = rule->symbol;
	}
	return branch->cognitive + (branch->by_nesting ? walk->nesting : 0);
}

void walk_add_branch(walk *walk, const rule *rule)
{
	uint32_t cognitive = cognitive_cost(walk, rule);
	found_frame *frame = walk_frame(walk);
	if (frame == NULL) {
		walk->out->cyclomatic += rule->branch->cyclomatic;
		walk->out->cognitive += cognitive;
	} else {
		frame->cyclomatic += rule->branch->cyclomatic;
		frame->cognitive += cognitive;
	}
	if (!rule->branch->nests)
		return;
	walk_add_mark(walk, MARK_NESTING, walk->depth);
	walk->nesting++;
	if (frame != NULL && walk->nesting - walk->marks[walk->frame_mark].base > frame->nesting)
		frame->nesting = walk->nesting - walk->marks[walk->frame_mark].base;
}
