/* SPDX-License-Identifier: MIT */
/* Colours by language, as the language map has them; a folder has a hint of the one that most of it is of. */
#include "report/svg_paint.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* Paints of one language: its shades, then those of folders, then that of what was merged. */
enum { FOLDER = SVG_SHADES, MERGED = 2 * SVG_SHADES, PER_LANGUAGE };

/* The place of a language in the tree's list. */
typedef struct place {
	const language *language;
	size_t index;
} place;

typedef struct svg_languages {
	place *places; /* ordered by address */
	size_t count;
	uint64_t *sums; /* of one folder, by place in the tree's list */
} svg_languages;

static int by_address(const void *left, const void *right)
{
	const place *a = left;
	const place *b = right;
	return ((uintptr_t)a->language > (uintptr_t)b->language) - ((uintptr_t)a->language < (uintptr_t)b->language);
}

static size_t index_of(const svg_languages *languages, const language *language)
{
	place wanted = {.language = language};
	const place *found =
		bsearch(&wanted, languages->places, languages->count, sizeof(*languages->places), by_address);
	return found->index;
}

/* A language that has no colour gets one that is always the same. */
static svg_colour colour_of(const language *language)
{
	static const svg_colour others[] = {0x8c6bb1, 0x6a8caf, 0x7aa874, 0xb5838d,
					    0xa98467, 0x6d9dc5, 0xc08552, 0x7f8c8d};
	svg_colour colour;
	if (svg_colour_parse(language->color, &colour))
		return svg_colour_tint(colour);
	unsigned sum = 0;
	for (const char *at = language->name; *at != '\0'; at++)
		sum = sum * 31 + (unsigned char)*at;
	return others[sum % (sizeof(others) / sizeof(others[0]))];
}

static void make(svg_paints *paints)
{
	const tree *tree = paints->tree;
	svg_languages *made = memory_zero(1, sizeof(*made));
	made->count = tree->language_count;
	made->places = memory_zero(made->count + 1, sizeof(*made->places));
	made->sums = memory_zero(made->count + 1, sizeof(*made->sums));
	paints->languages = made;
	for (size_t i = 0; i < tree->language_count; i++) {
		const tree_language *of = &tree->languages[i];
		made->places[i] = (place){of->language, i};
		svg_colour light = svg_colour_settle(colour_of(of->language), false);
		svg_colour dark = svg_colour_settle(colour_of(of->language), true);
		uint64_t value = of->files > 0 ? report_value(&of->total, paints->options->metric) : 0;
		svg_paints_add_entry(paints, of->language->name, value, paints->count);
		svg_paints_add_shades(paints, light, dark);
		svg_paints_add_shades(paints, svg_colour_mix(svg_themes[0].neutral, light, 0.36),
				      svg_colour_mix(svg_themes[1].neutral, dark, 0.30));
		svg_paints_add(paints, svg_colour_mix(svg_themes[0].merged, light, 0.22),
			       svg_colour_mix(svg_themes[1].merged, dark, 0.22));
	}
	qsort(made->places, made->count, sizeof(*made->places), by_address);
}

/* The language that most of a folder is of; the number of languages if it holds nothing of the metric. */
static size_t leading(const svg_paints *paints, const tree_node *folder)
{
	svg_languages *languages = paints->languages;
	uint64_t *sums = languages->sums;
	memset(sums, 0, languages->count * sizeof(*sums));
	for (const tree_node *node = folder; node != NULL; node = tree_next(node, folder, node->kind != TREE_FILE)) {
		if (node->kind == TREE_FILE)
			sums[index_of(languages, node->file->language)] +=
				report_value(&node->total, paints->options->metric);
	}
	size_t best = languages->count;
	for (size_t i = 0; i < languages->count; i++) {
		if (sums[i] > 0 && (best == languages->count || sums[i] > sums[best]))
			best = i;
	}
	return best;
}

static size_t paint_of(const svg_paints *paints, const svg_box *box)
{
	const tree_node *node = box->node;
	bool folder = node->kind == TREE_FOLDER || node->kind == TREE_ROOT;
	size_t language = folder ? leading(paints, node) : index_of(paints->languages, node->file->language);
	if (language == paints->languages->count)
		return box->merged > 0 ? SVG_PAINT_MERGED : SVG_PAINT_NEUTRAL;
	size_t first = SVG_PAINTS_COMMON + language * PER_LANGUAGE;
	if (box->merged > 0)
		return first + MERGED;
	return first + (folder ? FOLDER : 0) + svg_paint_hash(node) % SVG_SHADES;
}

static void finish(svg_paints *paints)
{
	free(paints->languages->places);
	free(paints->languages->sums);
	free(paints->languages);
}

const svg_palette svg_palette_language = {make, paint_of, finish};
