/* SPDX-License-Identifier: MIT */
#include "report/html_walk.h"

html_walk html_walk_begin(const tree *tree, const report_options *options)
{
	return (html_walk){.top = tree->root, .options = options};
}

static bool is_shown(const html_walk *walk, const tree_node *node)
{
	if (node->kind == TREE_ROOT || !walk->options->by_given)
		return true;
	if (walk->options->by == REPORT_BY_DIRECTORY)
		return node->kind == TREE_FOLDER;
	return walk->options->by != REPORT_BY_FILE || node->kind != TREE_FRAME;
}

/* Whether children of the node, which stands at `depth`, may be shown at all. */
static bool is_open(const html_walk *walk, const tree_node *node, size_t depth)
{
	return depth < walk->options->depth && is_shown(walk, node);
}

const tree_node *html_walk_next(html_walk *walk)
{
	if (walk->node == NULL)
		return walk->node = walk->top;
	const tree_node *node = walk->node;
	do {
		const tree_node *before = node;
		node = tree_next(before, walk->top, is_open(walk, before, walk->depth));
		if (node == NULL)
			break;
		if (node->parent == before)
			walk->depth++;
		for (const tree_node *left = before; node->parent != before && left->parent != node->parent;
		     left = left->parent)
			walk->depth--;
	} while (!is_shown(walk, node));
	return walk->node = node;
}

size_t html_walk_children(const html_walk *walk)
{
	size_t count = 0;
	if (!is_open(walk, walk->node, walk->depth))
		return 0;
	for (const tree_node *child = walk->node->first; child != NULL; child = child->next)
		count += is_shown(walk, child) ? 1 : 0;
	return count;
}

counts html_walk_own(const html_walk *walk)
{
	counts own = walk->node->total;
	if (!is_open(walk, walk->node, walk->depth))
		return own;
	for (const tree_node *child = walk->node->first; child != NULL; child = child->next) {
		if (is_shown(walk, child))
			counts_subtract(&own, &child->total);
	}
	return own;
}
