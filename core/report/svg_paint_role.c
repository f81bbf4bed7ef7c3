/* SPDX-License-Identifier: MIT */
/* Colours by what files are for: each by the role that counts, a folder by that of all files below it. */
#include "report/svg_paint.h"

/* Okabe and Ito's colours, as the page has them. */
static const struct {
	const char *name;
	svg_colour light, dark;
} groups[ROLE_ROWS] = {
	[ROLE_VENDORED] = {"Vendored", 0xcc79a7, 0xb96a96},
	[ROLE_MINIFIED] = {"Minified", 0xd55e00, 0xd55e00},
	[ROLE_GENERATED] = {"Generated", 0xe69f00, 0xd09000},
	[ROLE_TEST] = {"Test", 0x009e73, 0x009e73},
	[ROLE_DOCUMENTATION] = {"Documentation", 0x56b4e9, 0x4a9ccb},
	[ROLE_DUPLICATE] = {"", 0, 0}, /* never the role that counts */
	[ROLE_PRODUCTION] = {"Production", 0x0072b2, 0x2f8fc9},
};

enum { MIXED = ROLE_ROWS };

/* A folder's files are all of the first role that any of them has, or they differ. */
static int role_of(const tree_node *node)
{
	if (node->file != NULL)
		return (int)role_leading(node->file->roles);
	for (int role = 0; role < ROLE_DUPLICATE && node->roles != NULL; role++) {
		if (node->roles->files[role] > 0)
			return node->roles->files[role] == node->files ? role : MIXED;
	}
	return ROLE_PRODUCTION;
}

static void make(svg_paints *paints)
{
	uint64_t sums[ROLE_ROWS] = {0};
	const tree *tree = paints->tree;
	for (size_t i = 0; i < tree->file_count; i++)
		sums[role_leading(tree->files[i].roles)] +=
			report_value(&tree->files[i].node->total, paints->options->metric);
	for (size_t role = 0; role < ROLE_ROWS; role++) {
		svg_paints_add_entry(paints, groups[role].name, sums[role], paints->count);
		svg_paints_add_shades(paints, groups[role].light, groups[role].dark);
	}
}

static size_t paint_of(const svg_paints *paints, const svg_box *box)
{
	(void)paints;
	if (box->merged > 0)
		return SVG_PAINT_MERGED;
	int role = role_of(box->node);
	if (role == MIXED)
		return SVG_PAINT_NEUTRAL;
	return SVG_PAINTS_COMMON + (size_t)role * SVG_SHADES + svg_paint_hash(box->node) % SVG_SHADES;
}

const svg_palette svg_palette_role = {make, paint_of, NULL};
