/* SPDX-License-Identifier: MIT */
/* What stands above the boxes of a static picture: styles, title, total, legend. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_HEAD_H
#define ONFLAME_REPORT_SVG_HEAD_H

#include "report/svg_paint.h"

typedef struct svg_head {
	const svg_paints *paints;
	const tree *tree;
	const report_options *options;
	double width, margin; /* of the picture in pixels */
	size_t shown;         /* entries of the legend */
} svg_head;

/* Height of the head. Marks the paints of the legend as used. */
double svg_head_init(svg_head *head, svg_paints *paints, double width, double margin);

/* Adds the styles, then all that the head shows. */
void svg_head_add(buffer *out, const svg_head *head);

#endif
