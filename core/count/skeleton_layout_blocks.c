/* SPDX-License-Identifier: MIT */
#include "count/skeleton_layout_blocks.h"

#include "base/memory.h"

#include <string.h>

/* Of letters before a string. */
enum { PREFIX_MAX = 3 };

void layout_open_block(layout_maker *maker, layout_block opened)
{
	skeleton *out = maker->out;
	memory_reserve(&out->blocks, &out->block_capacity, out->block_count + 1, sizeof(*out->blocks));
	opened.piece_count = out->count;
	out->blocks[out->block_count++] = opened;
}

/* Where the last word of the line begins; its end: there is none. */
static uint32_t last_word(const layout_maker *maker)
{
	const layout_line *line = &maker->line;
	uint32_t first = line->start > line->string.end ? line->start : line->string.end;
	uint32_t at = line->end;
	while (at > first && byte_is_word(maker->text[at - 1]))
		at--;
	return at;
}

uint32_t layout_string_start(const layout_maker *maker, uint32_t string)
{
	uint32_t at = string;
	while (at > maker->line.start && string - at < PREFIX_MAX && byte_is_word(maker->text[at - 1]))
		at--;
	return at;
}

/* What may stand as a statement of its own and ends where the line ends; in two parts, of which the first may be empty. */
static bool find_token(const layout_maker *maker, syntax_range parts[2])
{
	const layout_line *line = &maker->line;
	const byte *end = maker->text + line->end;
	if (line->brackets.end == line->end) {
		parts[0] = (syntax_range){line->brackets.start, line->brackets.start + 1};
		parts[1] = (syntax_range){line->end - 1, line->end};
		return true;
	}
	uint32_t start;
	syntax_range string = line->string;
	if (string.end == line->end && string.end - string.start >= 2 && end[-1] == maker->text[string.start]) {
		parts[0] = (syntax_range){string.start, string.start + 1};
		parts[1] = (syntax_range){string.end - 1, string.end};
		return true;
	}
	if (string.end == line->end)
		start = layout_string_start(maker, string.start);
	else if (line->end - line->start >= 3 && memcmp(end - 3, "...", 3) == 0)
		start = line->end - 3;
	else
		start = last_word(maker);
	parts[0] = (syntax_range){start, start};
	parts[1] = (syntax_range){start, line->end};
	return start < line->end;
}

/* Puts the last token of the block's last line in place of its last statement. false: that line is indented otherwise. */
static bool shorten(layout_maker *maker, const layout_block *block)
{
	const byte *text = maker->text;
	const layout_line *line = &maker->line;
	syntax_range parts[2];
	if (!find_token(maker, parts))
		return true;
	if (line->start - line->margin < block->margin_len ||
	    memcmp(text + line->margin, text + block->margin, block->margin_len) != 0)
		return false;
	maker->out->count = block->piece_count;
	layout_keep(maker, line->margin, line->margin + block->margin_len);
	layout_keep(maker, parts[0].start, parts[0].end);
	layout_keep(maker, parts[1].start, parts[1].end);
	layout_keep(maker, line->feed, line->feed < maker->end ? line->feed + 1 : line->feed);
	return true;
}

bool layout_close_block(layout_maker *maker)
{
	const layout_block closed = *layout_innermost(maker);
	if (!closed.interest && !shorten(maker, &closed))
		return false;
	maker->out->block_count--;
	layout_block *around = layout_innermost(maker);
	around->parted = around->parted || closed.interest || closed.kept;
	around->interest = around->interest || around->parted;
	return true;
}

/* Complexity is that of all around it. Of those that hold others, the outermost. */
static void note(const layout_maker *maker, const layout_block *block)
{
	skeleton *out = maker->out;
	size_t first = block->led ? block->led_count : block->piece_count;
	if (maker->branches || !block->framed || first == out->count || (block->parted && out->block_count > 1))
		return;
	const skeleton_statement noted = {
		.start = out->pieces[first].start,
		.end = out->pieces[out->count - 1].end,
		.header_start = block->header.start,
		.header_end = block->header.end,
	};
	if (block->parted)
		skeleton_add_outer(out, noted);
	else
		skeleton_add_statement(out, noted);
}

void layout_end_statement(layout_maker *maker)
{
	layout_block *block = layout_innermost(maker);
	bool leads = maker->line.leads && block->interest;
	if (!block->interest)
		maker->out->count = block->piece_count;
	else if (!leads)
		note(maker, block);
	if (leads && !block->led)
		block->led_count = block->piece_count;
	block->led = leads;
	block->kept = block->kept || block->interest;
	block->piece_count = maker->out->count;
	block->interest = block->parted = false;
}
