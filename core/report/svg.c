/* SPDX-License-Identifier: MIT */
/*
 * A flame graph that stands still: no script unless asked for, nothing to load, text that fits its box in every font asked for, colours
 * that follow the reader's light or dark. For READMEs, wikis and mails; the page of -f html is what is explored.
 */
#include "report/formats.h"

#include "base/buffer.h"
#include "report/svg_head.h"
#include "report/svg_layout.h"
#include "report/svg_paint.h"
#include "report/svg_text.h"
#include "report/svg_words.h"
#include "report/viewer_page.h"

#include <inttypes.h>

enum { DEFAULT_WIDTH = 1200, LEAST_WIDTH = 200, MOST_WIDTH = 100000 };
enum { MARGIN = 16, ROW = 20, BOX = 19, INSET = 4, BASE = 14, LABEL_SIZE = 12 };

/* What narrower boxes would add is size. */
#define DEFAULT_NARROWEST 0.5

/* Between neighbours, where they are wide enough to give something away. */
#define GAP 0.5
#define GAP_FROM 2.5

typedef struct svg_writer {
	FILE *out;
	const tree *tree;
	const report_options *options;
	svg_layout layout;
	svg_paints paints;
	double top; /* of the highest box */
	uint64_t whole;
	buffer text; /* what is written next */
	buffer name;
	svg_label label;
} svg_writer;

static double top_of(const svg_writer *writer, const svg_box *box)
{
	size_t row = writer->options->inverted ? box->level : writer->layout.levels - 1 - box->level;
	return writer->top + (double)row * ROW;
}

/* The name at the left; at the right the share, if the name is whole and leaves room. */
static void add_label(svg_writer *writer, const svg_box *box, double y)
{
	double room = box->right - box->left - GAP - 2 * INSET;
	if (room < LABEL_SIZE)
		return;
	buffer_clear(&writer->name);
	text title = svg_words_title(writer->tree, writer->options);
	if (box->level == 0)
		buffer_add(&writer->name, title.data, title.len);
	else
		svg_words_add_name(&writer->name, box);
	svg_label_fit(&writer->label, (text){buffer_string(&writer->name), writer->name.len}, LABEL_SIZE, room);
	bool whole = writer->label.whole;
	if (box->merged > 0 && !whole)
		return;
	double line = y + BASE;
	svg_label_add(&writer->text, &writer->label, NULL, MARGIN + box->left + INSET, line);
	room -= writer->label.width + 2 * LABEL_SIZE;
	buffer_clear(&writer->name);
	svg_words_add_share(&writer->name, box->value, writer->whole);
	svg_label_fit(&writer->label, (text){buffer_string(&writer->name), writer->name.len}, LABEL_SIZE, room);
	if (whole && writer->label.whole && box->level > 0)
		svg_label_add(&writer->text, &writer->label, "s", MARGIN + box->right - GAP - INSET, line);
}

static void write_box(svg_writer *writer, const svg_box *box)
{
	buffer *out = &writer->text;
	double width = box->right - box->left;
	double y = top_of(writer, box);
	buffer_printf(out, "<g class=\"c%zu\"><title>", box->paint);
	svg_words_add_tip(out, box, svg_words_title(writer->tree, writer->options), writer->whole,
			  writer->options->metric);
	buffer_add_string(out, "</title><rect x=\"");
	svg_text_add_pixels(out, MARGIN + box->left);
	buffer_add_string(out, "\" y=\"");
	svg_text_add_pixels(out, y);
	buffer_add_string(out, "\" width=\"");
	svg_text_add_pixels(out, width >= GAP_FROM ? width - GAP : width);
	buffer_printf(out, "\" height=\"%d\"/>", BOX);
	add_label(writer, box, y);
	buffer_add_string(out, "</g>\n");
	fwrite(buffer_string(out), 1, out->len, writer->out);
	buffer_clear(out);
}

static void write_head(svg_writer *writer, double width)
{
	svg_head head;
	buffer *out = &writer->text;
	writer->top = svg_head_init(&head, &writer->paints, width, MARGIN);
	double height = writer->top + (double)(writer->layout.levels * ROW) + MARGIN;
	buffer_printf(out,
		      "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%.0f\" height=\"%.0f\" "
		      "viewBox=\"0 0 %.0f %.0f\">\n<title>",
		      width, height, width, height);
	svg_text_add(out, svg_words_title(writer->tree, writer->options));
	buffer_add_string(out, "</title>\n");
	svg_head_add(out, &head);
}

static void write_script(FILE *out)
{
	fputs("<script><![CDATA[\n", out);
	fwrite(viewer_page.picture_script.data, 1, viewer_page.picture_script.len, out);
	fputs("]]></script>\n", out);
}

static double clamp_width(double width)
{
	if (width <= 0)
		return DEFAULT_WIDTH;
	return width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : (double)(long)width;
}

int report_write_svg(FILE *out, const tree *tree, const report_options *options)
{
	svg_writer writer = {.out = out,
			     .tree = tree,
			     .options = options,
			     .whole = report_value(&tree->root->total, options->metric)};
	double width = clamp_width(options->picture_width);
	double narrowest = options->min_width > 0 ? options->min_width : DEFAULT_NARROWEST;
	svg_layout_init(&writer.layout, tree, options, width - 2 * MARGIN, narrowest);
	svg_paints_init(&writer.paints, tree, options);
	for (size_t i = 0; i < writer.layout.count; i++)
		writer.layout.boxes[i].paint = svg_paints_of(&writer.paints, &writer.layout.boxes[i]);
	write_head(&writer, width);
	for (size_t i = 0; i < writer.layout.count; i++)
		write_box(&writer, &writer.layout.boxes[i]);
	if (options->interactive)
		write_script(out);
	fputs("</svg>\n", out);
	buffer_finish(&writer.text);
	buffer_finish(&writer.name);
	buffer_finish(&writer.label.text);
	svg_layout_finish(&writer.layout);
	svg_paints_finish(&writer.paints);
	return report_flush(out);
}
