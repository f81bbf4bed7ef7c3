/* SPDX-License-Identifier: MIT */
#include "report/svg_paint.h"

#include "base/memory.h"

#include <stdlib.h>

const svg_theme svg_themes[2] = {
	{0xfffdfb, 0x1d1a17, 0x6c655e, 0xd9d3cb, 0xe6e1da},
	{0x1b1816, 0xefe9e3, 0xa59c93, 0x4a443e, 0x35302b},
};

/* The palettes of flame graphs of time: for each channel where it begins and how far one of two random numbers takes it. */
enum { RANDOM_SHADES = 16 };
typedef struct random_channel {
	unsigned char low, range, source;
} random_channel;
static const random_channel random_palettes[][3] = {
	[REPORT_PALETTE_HOT] = {{205, 50, 0}, {0, 230, 1}, {0, 55, 2}},
	[REPORT_PALETTE_MEM] = {{0, 0, 0}, {190, 50, 0}, {0, 210, 1}},
	[REPORT_PALETTE_IO] = {{80, 60, 1}, {80, 60, 1}, {190, 55, 0}},
	[REPORT_PALETTE_RED] = {{200, 55, 0}, {50, 80, 0}, {50, 80, 0}},
	[REPORT_PALETTE_GREEN] = {{50, 60, 0}, {200, 55, 0}, {50, 60, 0}},
	[REPORT_PALETTE_BLUE] = {{80, 60, 0}, {80, 60, 0}, {205, 50, 0}},
	[REPORT_PALETTE_AQUA] = {{50, 60, 0}, {165, 55, 0}, {165, 55, 0}},
	[REPORT_PALETTE_YELLOW] = {{175, 55, 0}, {175, 55, 0}, {50, 20, 0}},
	[REPORT_PALETTE_PURPLE] = {{190, 65, 0}, {80, 60, 0}, {190, 65, 0}},
	[REPORT_PALETTE_ORANGE] = {{190, 65, 0}, {90, 65, 0}, {0, 0, 0}},
};

uint32_t svg_paint_hash(const tree_node *node)
{
	uint32_t hash = 2166136261u;
	for (const char *at = node->name; *at != '\0'; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	return (hash ^ hash >> 15) * 0x9E3779B1u >> 8;
}

void svg_paints_add(svg_paints *paints, svg_colour light, svg_colour dark)
{
	memory_reserve(&paints->items, &paints->capacity, paints->count + 1, sizeof(*paints->items));
	paints->items[paints->count++] = (svg_paint){light, dark, false};
}

/* Away from the text's colour: it stays the same on all shades, and is only read better. */
static svg_colour shade_of(svg_colour colour, int step)
{
	bool light_ink = svg_colour_ink(colour) == SVG_INK_LIGHT;
	return svg_colour_mix(colour, light_ink ? SVG_INK_DARK : SVG_INK_LIGHT, (light_ink ? 0.06 : 0.10) * step);
}

void svg_paints_add_shades(svg_paints *paints, svg_colour light, svg_colour dark)
{
	for (int i = 0; i < SVG_SHADES; i++)
		svg_paints_add(paints, shade_of(light, i), shade_of(dark, i));
}

void svg_paints_add_entry(svg_paints *paints, const char *name, uint64_t value, size_t paint)
{
	if (value == 0)
		return;
	memory_reserve(&paints->legend, &paints->legend_capacity, paints->legend_count + 1, sizeof(*paints->legend));
	paints->legend[paints->legend_count++] = (svg_entry){name, value, paint};
}

/* The same picture whenever it is drawn: the numbers are random, not their order. */
static void make_random(svg_paints *paints)
{
	const random_channel *channels = random_palettes[paints->options->palette];
	for (unsigned i = 0; i < RANDOM_SHADES; i++) {
		const double random[3] = {(double)(i * 7 % RANDOM_SHADES) / (RANDOM_SHADES - 1),
					  (double)i / (RANDOM_SHADES - 1),
					  (double)(i * 5 % RANDOM_SHADES) / (RANDOM_SHADES - 1)};
		svg_colour colour = 0;
		for (int at = 0; at < 3; at++) {
			const random_channel *channel = &channels[at];
			unsigned value = channel->low + (unsigned)(channel->range * random[channel->source]);
			colour = colour << 8 | value;
		}
		svg_paints_add(paints, colour, svg_colour_mix(colour, 0, 0.12));
	}
}

static size_t random_paint(const svg_paints *paints, const svg_box *box)
{
	(void)paints;
	return box->merged > 0 ? SVG_PAINT_MERGED : SVG_PAINTS_COMMON + svg_paint_hash(box->node) % RANDOM_SHADES;
}

static const svg_palette random_palette = {make_random, random_paint, NULL};

static const svg_palette *palette_of(enum report_palette palette)
{
	static const svg_palette *const meaning[] = {
		[REPORT_PALETTE_LANGUAGE] = &svg_palette_language,
		[REPORT_PALETTE_KIND] = &svg_palette_kind,
		[REPORT_PALETTE_ROLE] = &svg_palette_role,
	};
	return palette <= REPORT_PALETTE_ROLE ? meaning[palette] : &random_palette;
}

static int largest_first(const void *left, const void *right)
{
	const svg_entry *a = left;
	const svg_entry *b = right;
	int order = (a->value < b->value) - (a->value > b->value);
	return order != 0 ? order : (a->paint > b->paint) - (a->paint < b->paint);
}

void svg_paints_init(svg_paints *paints, const tree *tree, const report_options *options)
{
	*paints = (svg_paints){.tree = tree, .options = options, .palette = palette_of(options->palette)};
	svg_paints_add(paints, svg_themes[0].merged, svg_themes[1].merged);
	svg_paints_add(paints, svg_themes[0].neutral, svg_themes[1].neutral);
	paints->palette->make(paints);
	if (paints->legend_count > 1)
		qsort(paints->legend, paints->legend_count, sizeof(*paints->legend), largest_first);
}

void svg_paints_finish(svg_paints *paints)
{
	if (paints->palette->finish != NULL)
		paints->palette->finish(paints);
	free(paints->items);
	free(paints->legend);
}

size_t svg_paints_of(svg_paints *paints, const svg_box *box)
{
	size_t paint = paints->palette->paint_of(paints, box);
	paints->items[paint].used = true;
	return paint;
}
