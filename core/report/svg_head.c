/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include "report/svg_head.h"

#include "report/draw.h"
#include "report/svg_text.h"
#include "report/svg_words.h"

#include <inttypes.h>

enum { TITLE_SIZE = 20, TITLE_LINE = 36, FACTS_SIZE = 13, FACTS_LINE = 58 };
enum { ENTRY_SIZE = 12, ENTRY_LINE = 84, ENTRY_ROW = 20, ENTRY_GAP = 18, SWATCH = 11, SWATCH_GAP = 6, ROWS_MOST = 2 };

/* From the last line of the head to the boxes. */
enum { SPACE = 14 };

/* What is worth an entry of its own: half a percent. */
enum { ENTRY_LEAST = 200 };

/* A place in the legend, which runs on in lines. */
typedef struct cursor {
	double x;
	size_t row;
} cursor;

/* Adds "Go 85.1%" or, behind the last, "12 more 3.4%"; raw bytes. */
static void add_entry_text(buffer *out, const svg_head *head, size_t at)
{
	uint64_t whole = report_value(&head->tree->root->total, head->options->metric);
	uint64_t value = 0;
	if (at < head->shown) {
		buffer_add_string(out, head->paints->legend[at].name);
		value = head->paints->legend[at].value;
	} else {
		buffer_printf(out, "%zu more", head->paints->legend_count - at);
		for (size_t i = at; i < head->paints->legend_count; i++)
			value += head->paints->legend[i].value;
	}
	buffer_add_char(out, ' ');
	svg_words_add_share(out, value, whole);
}

/* Moves to the place of the entry, and behind it. Returns that place; `row` of ROWS_MOST or more: there is none. */
static cursor place_entry(cursor *next, const svg_head *head, double width)
{
	double needed = SWATCH + SWATCH_GAP + width;
	if (next->x > head->margin && next->x + needed > head->width - head->margin)
		*next = (cursor){head->margin, next->row + 1};
	cursor place = *next;
	next->x += needed + ENTRY_GAP;
	return place;
}

static void fit_entry(svg_label *label, buffer *name, const svg_head *head, size_t at)
{
	buffer_clear(name);
	add_entry_text(name, head, at);
	double room = head->width - 2 * head->margin - SWATCH - SWATCH_GAP;
	svg_label_fit(label, (text){buffer_string(name), name->len}, ENTRY_SIZE, room);
}

/* How many lines the legend takes with `head->shown` entries. */
static size_t count_rows(const svg_head *head)
{
	svg_label label = {.exact = true};
	buffer name = BUFFER_INIT;
	cursor next = {head->margin, 0};
	size_t last = 0;
	size_t count = head->shown + (head->shown < head->paints->legend_count ? 1 : 0);
	for (size_t i = 0; i < count; i++) {
		fit_entry(&label, &name, head, i);
		last = place_entry(&next, head, label.width).row;
	}
	buffer_finish(&name);
	buffer_finish(&label.text);
	return count > 0 ? last + 1 : 0;
}

double svg_head_init(svg_head *head, svg_paints *paints, double width, double margin)
{
	*head = (svg_head){
		.paints = paints, .tree = paints->tree, .options = paints->options, .width = width, .margin = margin};
	uint64_t whole = report_value(&head->tree->root->total, head->options->metric);
	while (head->shown < paints->legend_count && paints->legend[head->shown].value >= whole / ENTRY_LEAST &&
	       (double)head->shown < 2 * ROWS_MOST * width / 100)
		head->shown++;
	if (head->shown + 1 == paints->legend_count)
		head->shown++; /* its name says more than "1 more" */
	while (head->shown > 1 && count_rows(head) > ROWS_MOST)
		head->shown--;
	for (size_t i = 0; i < head->shown; i++)
		paints->items[paints->legend[i].paint].used = true;
	if (head->shown < paints->legend_count)
		paints->items[SVG_PAINT_NEUTRAL].used = true;
	size_t rows = count_rows(head);
	return (rows > 0 ? ENTRY_LINE + (double)(rows - 1) * ENTRY_ROW : FACTS_LINE) + SPACE;
}

static void add_theme(buffer *out, const svg_head *head, bool dark)
{
	const svg_theme *theme = &svg_themes[dark];
	buffer_printf(out, "#ground{fill:#%06x}.title{fill:#%06x}.facts{fill:#%06x}\n", theme->ground, theme->ink,
		      theme->muted);
	for (size_t i = 0; i < head->paints->count; i++) {
		const svg_paint *paint = &head->paints->items[i];
		svg_colour fill = dark ? paint->dark : paint->light;
		if (paint->used)
			buffer_printf(out, ".c%zu{fill:#%06x}.c%zu text{fill:#%06x}\n", i, fill, i,
				      svg_colour_ink(fill));
	}
}

static void add_styles(buffer *out, const svg_head *head)
{
	buffer_printf(out,
		      "<style>\n"
		      "text{font:%dpx " SVG_FONTS "}\n"
		      ".title{font-size:%dpx;font-weight:600}.facts{font-size:%dpx}.key{font-size:%dpx}\n"
		      ".s{text-anchor:end}g:hover>rect{fill-opacity:.75}\n",
		      ENTRY_SIZE, TITLE_SIZE, FACTS_SIZE, ENTRY_SIZE);
	add_theme(out, head, false);
	buffer_add_string(out, "@media(prefers-color-scheme:dark){\n");
	add_theme(out, head, true);
	buffer_add_string(out, "}\n</style>\n<rect id=\"ground\" width=\"100%\" height=\"100%\"/>\n");
}

/* "1,234 lines of code in 12 files, 345 functions". */
static void add_facts(buffer *out, const svg_head *head)
{
	const counts *total = &head->tree->root->total;
	svg_words_add_value(out, report_value(total, head->options->metric), head->options->metric);
	buffer_add_string(out, " in ");
	draw_number(out, head->tree->file_count);
	buffer_add_string(out, head->tree->file_count == 1 ? " file" : " files");
	if (head->options->metric == REPORT_FUNCTIONS || total->functions == 0)
		return;
	buffer_add_string(out, ", ");
	draw_number(out, total->functions);
	buffer_add_string(out, total->functions == 1 ? " function" : " functions");
}

static void add_legend(buffer *out, const svg_head *head, svg_label *label, buffer *name)
{
	cursor next = {head->margin, 0};
	size_t count = head->shown + (head->shown < head->paints->legend_count ? 1 : 0);
	for (size_t i = 0; i < count; i++) {
		fit_entry(label, name, head, i);
		cursor place = place_entry(&next, head, label->width);
		double line = ENTRY_LINE + (double)place.row * ENTRY_ROW;
		size_t paint = i < head->shown ? head->paints->legend[i].paint : SVG_PAINT_NEUTRAL;
		buffer_printf(out, "<rect class=\"c%zu\" x=\"", paint);
		svg_text_add_pixels(out, place.x);
		buffer_add_string(out, "\" y=\"");
		svg_text_add_pixels(out, line - SWATCH + 1);
		buffer_printf(out, "\" width=\"%d\" height=\"%d\"/>", SWATCH, SWATCH);
		svg_label_add(out, label, "facts key", place.x + SWATCH + SWATCH_GAP, line);
		buffer_add_char(out, '\n');
	}
}

void svg_head_add(buffer *out, const svg_head *head)
{
	svg_label label = {.exact = true};
	buffer name = BUFFER_INIT;
	double room = head->width - 2 * head->margin;
	add_styles(out, head);
	/* Heavy type is wider by a tenth at most. */
	svg_label_fit(&label, svg_words_title(head->tree, head->options), TITLE_SIZE * 1.1, room);
	svg_label_add(out, &label, "title", head->margin, TITLE_LINE);
	buffer_add_char(out, '\n');
	add_facts(&name, head);
	svg_label_fit(&label, (text){buffer_string(&name), name.len}, FACTS_SIZE, room);
	svg_label_add(out, &label, "facts", head->margin, FACTS_LINE);
	buffer_add_char(out, '\n');
	add_legend(out, head, &label, &name);
	buffer_finish(&name);
	buffer_finish(&label.text);
}
