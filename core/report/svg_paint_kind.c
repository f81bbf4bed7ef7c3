/* SPDX-License-Identifier: MIT */
/* Colours by what a box is: a folder, a file, a kind of frame. */
#include "report/svg_paint.h"

#include <string.h>

enum { MEMBERS_MOST = 16 };
enum { GROUP_FOLDER, GROUP_FILE, GROUP_TYPE, GROUP_MODULE, GROUP_FUNCTION, GROUP_METHOD, GROUP_LAMBDA, GROUP_OTHER };

/* Okabe and Ito's colours, which every sight tells apart. */
static const struct {
	const char *name;
	svg_colour light, dark;
	const char *labels[MEMBERS_MOST]; /* of frames; ends with NULL */
} groups[] = {
	[GROUP_FOLDER] = {"Folder", 0xcfc8bf, 0x57504a, {NULL}},
	[GROUP_FILE] = {"File", 0x56b4e9, 0x4a9ccb, {NULL}},
	[GROUP_TYPE] = {"Class, type",
			0xe69f00,
			0xd09000,
			{"class", "struct", "interface", "enum", "trait", "impl", "union", "record", "type", "protocol",
			 "extension", "object", "annotation", "instance", "mixin", NULL}},
	[GROUP_MODULE] = {"Module", 0xcc79a7, 0xb96a96, {"module", "namespace", "package", NULL}},
	[GROUP_FUNCTION] = {"Function", 0x009e73, 0x009e73, {"function", "procedure", "subroutine", NULL}},
	[GROUP_METHOD] = {"Method",
			  0x0072b2,
			  0x2f8fc9,
			  {"method", "constructor", "destructor", "getter", "setter", NULL}},
	[GROUP_LAMBDA] = {"Lambda", 0xf0e442, 0xd6cb3b, {"lambda", "closure", NULL}},
	[GROUP_OTHER] = {"Other", 0xd55e00, 0xd55e00, {NULL}},
};
enum { GROUPS = sizeof(groups) / sizeof(groups[0]) };

static size_t group_of(const tree_node *node)
{
	if (node->kind != TREE_FRAME)
		return node->kind == TREE_FILE ? GROUP_FILE : GROUP_FOLDER;
	for (size_t i = 0; i < GROUPS; i++) {
		for (const char *const *label = groups[i].labels; *label != NULL; label++) {
			if (strcmp(*label, node->label) == 0)
				return i;
		}
	}
	return tree_is_function(node) ? GROUP_FUNCTION : GROUP_OTHER;
}

static void make(svg_paints *paints)
{
	uint64_t own[GROUPS] = {0};
	const tree_node *top = paints->tree->root;
	for (const tree_node *node = top; node != NULL; node = tree_next(node, top, true))
		own[group_of(node)] += report_value(&node->own, paints->options->metric);
	for (size_t i = 0; i < GROUPS; i++) {
		svg_paints_add_entry(paints, groups[i].name, own[i], paints->count);
		svg_paints_add_shades(paints, groups[i].light, groups[i].dark);
	}
}

static size_t paint_of(const svg_paints *paints, const svg_box *box)
{
	(void)paints;
	if (box->merged > 0)
		return SVG_PAINT_MERGED;
	return SVG_PAINTS_COMMON + group_of(box->node) * SVG_SHADES + svg_paint_hash(box->node) % SVG_SHADES;
}

const svg_palette svg_palette_kind = {make, paint_of, NULL};
