/* SPDX-License-Identifier: MIT */
#include "report/svg_layout.h"

#include "base/memory.h"
#include "report/rows.h"

#include <stdlib.h>
#include <string.h>

/* Frames within frames without end would make a picture that is all height: deeper ones are summed up, as by --depth. */
enum { LEVELS_MOST = 400 };

/* A child that may get a box of its own. */
typedef struct candidate {
	const tree_node *node;
	uint64_t value, key;
	size_t index;
} candidate;

typedef struct layouter {
	svg_layout *out;
	const report_options *options;
	size_t depth;
	double scale; /* pixels of one unit of the metric */
	double narrowest;
	candidate *candidates;
	size_t count, capacity;
} layouter;

/* --by directory and --by file leave out what is below those. */
static bool is_shown(const report_options *options, const tree_node *node)
{
	if (!options->by_given)
		return true;
	if (options->by == REPORT_BY_DIRECTORY)
		return node->kind == TREE_FOLDER;
	return options->by != REPORT_BY_FILE || node->kind != TREE_FRAME;
}

static int most_first(const void *left, const void *right)
{
	const candidate *a = left;
	const candidate *b = right;
	int order = (a->key < b->key) - (a->key > b->key);
	return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static int by_name(const void *left, const void *right)
{
	const candidate *a = left;
	const candidate *b = right;
	int order = strcmp(a->node->name, b->node->name);
	return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static void order_candidates(layouter *layouter)
{
	candidate *all = layouter->candidates;
	if (layouter->count < 2)
		return;
	bool named = layouter->options->sort == REPORT_SORT_NAME;
	qsort(all, layouter->count, sizeof(*all), named ? by_name : most_first);
	for (size_t i = 0, j = layouter->count - 1; layouter->options->reverse && i < j; i++, j--) {
		candidate other = all[i];
		all[i] = all[j];
		all[j] = other;
	}
}

static void add_box(layouter *layouter, svg_box box)
{
	svg_layout *out = layouter->out;
	memory_reserve(&out->boxes, &out->capacity, out->count + 1, sizeof(*out->boxes));
	out->boxes[out->count++] = box;
	if (box.level >= out->levels)
		out->levels = box.level + 1;
}

/* Collects the children that are wide enough; returns the others as one box that has no place yet. */
static svg_box pick_children(layouter *layouter, const svg_box *parent)
{
	svg_box rest = {.node = parent->node, .level = parent->level + 1};
	layouter->count = 0;
	for (const tree_node *child = parent->node->first; child != NULL; child = child->next) {
		uint64_t value = report_value(&child->total, layouter->options->metric);
		if (value == 0 || !is_shown(layouter->options, child))
			continue;
		if ((double)value * layouter->scale < layouter->narrowest) {
			rest.merged++;
			rest.value += value;
			continue;
		}
		memory_reserve(&layouter->candidates, &layouter->capacity, layouter->count + 1,
			       sizeof(*layouter->candidates));
		layouter->candidates[layouter->count] = (candidate){
			.node = child,
			.value = value,
			.key = rows_key(layouter->options, &child->total, child->files),
			.index = layouter->count,
		};
		layouter->count++;
	}
	return rest;
}

/* Puts the children on the parent from its left edge on; what is left of it at the right is its own. */
static void stack_children(layouter *layouter, svg_box parent)
{
	svg_box rest = pick_children(layouter, &parent);
	order_candidates(layouter);
	uint64_t before = 0;
	for (size_t i = 0; i < layouter->count; i++) {
		const candidate *child = &layouter->candidates[i];
		add_box(layouter, (svg_box){.node = child->node,
					    .value = child->value,
					    .left = parent.left + (double)before * layouter->scale,
					    .right = parent.left + (double)(before + child->value) * layouter->scale,
					    .level = parent.level + 1});
		before += child->value;
	}
	rest.left = parent.left + (double)before * layouter->scale;
	rest.right = parent.left + (double)(before + rest.value) * layouter->scale;
	if (rest.merged > 0 && rest.right - rest.left >= layouter->narrowest)
		add_box(layouter, rest);
}

void svg_layout_init(svg_layout *layout, const tree *tree, const report_options *options, double width,
		     double narrowest)
{
	*layout = (svg_layout){0};
	uint64_t total = report_value(&tree->root->total, options->metric);
	layouter layouter = {.out = layout,
			     .options = options,
			     .depth = options->depth < LEVELS_MOST ? options->depth : LEVELS_MOST,
			     .scale = total > 0 ? width / (double)total : 0,
			     .narrowest = narrowest};
	add_box(&layouter, (svg_box){.node = tree->root, .value = total, .right = width});
	/* The boxes made so far are the queue of those that children are put on. */
	for (size_t at = 0; at < layout->count; at++) {
		const svg_box *box = &layout->boxes[at];
		if (box->merged == 0 && box->level < layouter.depth)
			stack_children(&layouter, *box);
	}
	free(layouter.candidates);
}

void svg_layout_finish(svg_layout *layout)
{
	free(layout->boxes);
	*layout = (svg_layout){0};
}
