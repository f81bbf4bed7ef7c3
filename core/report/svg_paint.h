/* SPDX-License-Identifier: MIT */
/* Which colour each box of a static picture has, and the legend that says so. Of this module alone. */
#ifndef ONFLAME_REPORT_SVG_PAINT_H
#define ONFLAME_REPORT_SVG_PAINT_H

#include "report/svg_colour.h"
#include "report/svg_layout.h"

/* A colour on a light and on a dark ground. */
typedef struct svg_paint {
	svg_colour light, dark;
	bool used;
} svg_paint;

typedef struct svg_entry {
	const char *name;
	uint64_t value; /* of the metric */
	size_t paint;
} svg_entry;

typedef struct svg_paints {
	svg_paint *items;
	size_t count, capacity;
	svg_entry *legend; /* the largest first; empty where colours mean nothing */
	size_t legend_count, legend_capacity;
	const tree *tree;
	const report_options *options;
	const struct svg_palette *palette;
	struct svg_languages *languages; /* of that palette alone */
} svg_paints;

/* What is around the boxes. */
typedef struct svg_theme {
	svg_colour ground, ink, muted, neutral, merged;
} svg_theme;

extern const svg_theme svg_themes[2]; /* light, dark */

/* The first paints of every palette. */
enum { SVG_PAINT_MERGED, SVG_PAINT_NEUTRAL, SVG_PAINTS_COMMON };

/* Colours of one group differ a little, so that neighbours are told apart. */
enum { SVG_SHADES = 3 };

/* How boxes come to their paints. */
typedef struct svg_palette {
	void (*make)(svg_paints *paints); /* adds paints and the legend */
	size_t (*paint_of)(const svg_paints *paints, const svg_box *box);
	void (*finish)(svg_paints *paints); /* NULL: nothing to free */
} svg_palette;

extern const svg_palette svg_palette_language, svg_palette_kind, svg_palette_role;

void svg_paints_init(svg_paints *paints, const tree *tree, const report_options *options);
void svg_paints_finish(svg_paints *paints);

/* The index of the box's paint, which is then one that is used. */
size_t svg_paints_of(svg_paints *paints, const svg_box *box);

/* For palettes: */
void svg_paints_add(svg_paints *paints, svg_colour light, svg_colour dark);
void svg_paints_add_shades(svg_paints *paints, svg_colour light, svg_colour dark); /* SVG_SHADES of them */
void svg_paints_add_entry(svg_paints *paints, const char *name, uint64_t value, size_t paint);
uint32_t svg_paint_hash(const tree_node *node); /* of its name */

#endif
