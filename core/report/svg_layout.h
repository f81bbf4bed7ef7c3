/* SPDX-License-Identifier: MIT */
/* Where the boxes of a static flame graph stand. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_LAYOUT_H
#define ONFLAME_REPORT_SVG_LAYOUT_H

#include "report/report.h"

typedef struct svg_box {
	const tree_node *node; /* of a merged box: the parent of those it stands for */
	uint64_t merged;       /* how many siblings too narrow to be seen it stands for; 0: it is `node` alone */
	uint64_t value;        /* of the metric */
	double left, right;    /* pixels from the picture's left edge */
	size_t level;          /* 0: the root */
	size_t paint;          /* for svg_paint.h; 0 as laid out */
} svg_box;

typedef struct svg_layout {
	svg_box *boxes; /* level by level, each from left to right */
	size_t count, capacity;
	size_t levels;
} svg_layout;

/* Lays the tree out over `width` pixels; what is narrower than `narrowest` is merged with its like. */
void svg_layout_init(svg_layout *layout, const tree *tree, const report_options *options, double width,
		     double narrowest);
void svg_layout_finish(svg_layout *layout);

#endif
