/* SPDX-License-Identifier: MIT */
/* The structure of blocks, line by line, in the two phases of CommonMark's appendix: which blocks go on, which begin. */
#include "blocks.h"

#include <string.h>

static void end_leaf(doc *d)
{
	if (d->leaf == LEAF_FENCE)
		found_code(d, NULL);
	else if (d->leaf == LEAF_HTML)
		found_code(d, "HTML");
	d->leaf = LEAF_NONE;
}

static void begin_leaf(doc *d, enum leaf leaf)
{
	end_leaf(d);
	d->leaf = leaf;
	d->code_from = d->line_count;
	d->paragraph_count = 0;
}

static void end_sections(doc *d, container *of, uint32_t level, uint32_t end)
{
	for (uint32_t i = level; i < LEVELS; i++) {
		if (of->sections[i] != SPAN_NONE)
			d->found[of->sections[i]].span.end = end;
		of->sections[i] = SPAN_NONE;
	}
}

void blocks_close(doc *d, uint32_t depth)
{
	end_leaf(d);
	for (; d->depth > depth; d->depth--)
		end_sections(d, &d->containers[d->depth], 0, d->line.start);
}

static void open_container(doc *d, container made)
{
	for (unsigned i = 0; i < LEVELS; i++)
		made.sections[i] = SPAN_NONE;
	d->containers[++d->depth] = made;
}

/* level: from 1. */
static int32_t open_section(doc *d, uint32_t level, uint32_t start, range name)
{
	container *inner = &d->containers[d->depth];
	end_sections(d, inner, level - 1, start);
	return inner->sections[level - 1] = found_frame(d, start, name);
}

/* Takes what the open containers have of the line. Returns how many of them go on. */
static uint32_t match_containers(doc *d, cursor *c)
{
	for (uint32_t i = 1; i <= d->depth; i++) {
		container *container = &d->containers[i];
		ahead next = look(d, *c);
		if (container->is_quote) {
			if (next.blank || next.indent >= TAB || d->text[next.at] != '>')
				return i - 1;
			take_to(c, &next);
			c->at++;
			c->column++;
			take(d, c, 1);
		} else if (next.blank ? container->empty : next.indent < container->width) {
			return i - 1;
		} else {
			container->empty = container->empty && next.blank;
			take(d, c, container->width);
		}
	}
	return d->depth;
}

static void add_paragraph_line(doc *d, uint32_t at)
{
	void *items = d->paragraph;
	if (!spans_grow(&d->memory, &items, &d->paragraph_capacity, d->paragraph_count, sizeof(*d->paragraph)))
		return;
	d->paragraph = items;
	d->paragraph[d->paragraph_count++] = trim(d, (range){at, d->line.end});
}

/* Whether the line belongs to the leaf that was begun, whose containers all go on. */
static bool continue_leaf(doc *d, cursor c)
{
	ahead next = look(d, c);
	switch (d->leaf) {
	case LEAF_FENCE:
		if (next.indent < TAB && !next.blank && d->text[next.at] == d->fence && closes_fence(d, next.at)) {
			end_leaf(d);
			return true;
		}
		take(d, &c, d->fence_indent);
		found_add_line(d, c.at);
		return true;
	case LEAF_HTML:
		if (next.blank && d->html >= 6)
			break;
		found_add_line(d, c.at);
		if (html_ends(d, c.at))
			end_leaf(d);
		return true;
	case LEAF_INDENTED:
		if (next.blank || next.indent >= TAB)
			return true;
		break;
	case LEAF_PARAGRAPH:
		if (!next.blank)
			return false;
		break;
	case LEAF_NONE:
		break;
	}
	end_leaf(d);
	return next.blank;
}

static range heading_name(const doc *d, uint32_t at)
{
	range name = trim(d, (range){at, d->line.end});
	uint32_t end = name.end;
	while (end > name.start && d->text[end - 1] == '#')
		end--;
	if (end == name.start || is_space(d->text[end - 1]))
		name.end = end;
	return trim(d, name);
}

/* The paragraph above the line becomes a heading; false: it only defines links. */
static bool underline(doc *d, uint32_t level)
{
	size_t first = 0;
	while (first < d->paragraph_count && is_definition(d, d->paragraph[first]))
		first++;
	if (first == d->paragraph_count)
		return false;
	range line = d->paragraph[first];
	found_name_paragraph(d, open_section(d, level, line.start, line), first);
	end_leaf(d);
	return true;
}

static void begin_fence(doc *d, const ahead *next, uint32_t len)
{
	begin_leaf(d, LEAF_FENCE);
	d->fence = d->text[next->at];
	d->fence_len = len;
	d->fence_indent = next->indent;
	d->tag = trim(d, (range){next->at + len, d->line.end});
}

static void begin_html(doc *d, cursor c, unsigned kind)
{
	begin_leaf(d, LEAF_HTML);
	d->html = kind;
	found_add_line(d, c.at);
	if (html_ends(d, c.at))
		end_leaf(d);
}

/* An item's text is indented by its mark and the blanks behind that, up to four. */
static void begin_item(doc *d, cursor *c, const ahead *next, uint32_t mark)
{
	take_to(c, next);
	c->at += mark;
	c->column += mark;
	ahead text = look(d, *c);
	uint32_t blanks = text.blank || text.indent > TAB ? 1 : text.indent;
	take(d, c, blanks);
	open_container(d, (container){.empty = text.blank, .width = next->indent + mark + blanks});
}

enum begun { BEGUN_NOTHING, BEGUN_CONTAINER, BEGUN_LEAF };

/*
 * What begins at the cursor, in the containers that go on. `lazy`: the line may go on with a paragraph of containers that do
 * not; `within`: with one that does.
 */
static enum begun begin_block(doc *d, cursor *c, uint32_t matched, bool lazy, bool within)
{
	ahead next = look(d, *c);
	uint32_t size;
	if (next.indent >= TAB) {
		if (lazy)
			return BEGUN_NOTHING;
		blocks_close(d, matched);
		begin_leaf(d, LEAF_INDENTED);
	} else if (d->text[next.at] == '>' && matched < DEPTH_MAX) {
		blocks_close(d, matched);
		open_container(d, (container){.is_quote = true});
		take_to(c, &next);
		c->at++;
		c->column++;
		take(d, c, 1);
		return BEGUN_CONTAINER;
	} else if ((size = heading_level(d, next.at)) > 0) {
		blocks_close(d, matched);
		open_section(d, size, next.at, heading_name(d, next.at + size));
	} else if ((size = fence_length(d, next.at)) > 0) {
		blocks_close(d, matched);
		begin_fence(d, &next, size);
	} else if ((size = html_begins(d, next.at, lazy)) > 0) {
		blocks_close(d, matched);
		begin_html(d, *c, size);
	} else if (within && (size = underline_level(d, next.at)) > 0 && underline(d, size)) {
		return BEGUN_LEAF;
	} else if (is_break(d, next.at)) {
		blocks_close(d, matched);
	} else if ((size = item_mark(d, next.at, within)) > 0 && matched < DEPTH_MAX) {
		blocks_close(d, matched);
		begin_item(d, c, &next, size);
		return BEGUN_CONTAINER;
	} else {
		return BEGUN_NOTHING;
	}
	return BEGUN_LEAF;
}

void blocks_read_line(doc *d, line line)
{
	cursor c = {.at = line.start};
	d->line = line;
	uint32_t matched = match_containers(d, &c);
	if (matched == d->depth && continue_leaf(d, c))
		return;
	bool lazy = d->leaf == LEAF_PARAGRAPH;
	bool within = lazy && matched == d->depth;
	while (!look(d, c).blank) {
		enum begun begun = begin_block(d, &c, matched, lazy, within);
		if (begun == BEGUN_LEAF)
			return;
		if (begun == BEGUN_NOTHING)
			break;
		lazy = within = false;
		matched = d->depth;
	}
	ahead next = look(d, c);
	if (!lazy || next.blank) {
		if (matched < d->depth || next.blank)
			blocks_close(d, matched);
		if (next.blank)
			return;
		begin_leaf(d, LEAF_PARAGRAPH);
	}
	add_paragraph_line(d, next.at);
}
