/* SPDX-License-Identifier: MIT */
/* Going over the nodes that a picture shows: --by and --depth leave some out. Of this module alone. */
#ifndef ONFLAME_REPORT_HTML_WALK_H
#define ONFLAME_REPORT_HTML_WALK_H

#include "report/report.h"

/* A place in the walk, made by html_walk_begin(). */
typedef struct html_walk {
	const tree_node *top, *node;
	const report_options *options;
	size_t depth; /* of `node` */
} html_walk;

html_walk html_walk_begin(const tree *tree, const report_options *options);

/* The next node, parents first; NULL behind the last. */
const tree_node *html_walk_next(html_walk *walk);

/* How many children of the walk's node are shown. */
size_t html_walk_children(const html_walk *walk);

/* The counts of the walk's node less those of its shown children. */
counts html_walk_own(const html_walk *walk);

#endif
