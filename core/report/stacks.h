/* SPDX-License-Identifier: MIT */
/*
 * The tree as a profile: each node that has something of its own is a sample, the way to it the stack. Nodes of the same
 * name, file and line (lambdas on one line) are one frame. Of this module alone.
 */
#ifndef ONFLAME_REPORT_STACKS_H
#define ONFLAME_REPORT_STACKS_H

#include "report/html_walk.h"
#include "report/report.h"

typedef struct stacks {
	const tree_node **frames; /* in the order of the tree */
	size_t frame_count, frame_capacity;
	/* of next(): */
	const size_t *stack; /* indices in `frames`, the outermost first */
	size_t depth;        /* at least 1 */
	counts own;
	/* private */
	const tree *tree;
	report_options options;
	html_walk walk;
	size_t *frame_of; /* by place in the walk */
	size_t node_count, node_capacity, at;
	size_t *path;
	size_t path_capacity;
} stacks;

void stacks_init(stacks *stacks, const tree *tree, const report_options *options);
void stacks_finish(stacks *stacks);

/* Goes to the next sample, in the order of the tree; false behind the last. */
bool stacks_next(stacks *stacks);

/* Begins anew. */
void stacks_rewind(stacks *stacks);

#endif
