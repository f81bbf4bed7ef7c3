/* SPDX-License-Identifier: MIT */
#include "count/extract.h"

#include "base/memory.h"

#include <string.h>

static uint32_t text_end(const extract *extract, size_t piece)
{
	return piece + 1 < extract->count ? extract->pieces[piece + 1].at : (uint32_t)extract->text.len;
}

static bool is_sound(const onflame_text *from, uint32_t len)
{
	uint32_t end = 0;
	if (from->piece_count == 0 || from->pieces[0].at != 0)
		return false;
	for (uint32_t i = 0; i < from->piece_count; i++) {
		const onflame_piece *piece = &from->pieces[i];
		uint32_t stop = i + 1 < from->piece_count ? from->pieces[i + 1].at : from->len;
		if (piece->at > stop || stop > from->len || piece->start < end || piece->end < piece->start ||
		    piece->end > len)
			return false;
		if (piece->start < piece->end && stop - piece->at > piece->end - piece->start)
			return false;
		end = piece->end;
	}
	return true;
}

const extract *extract_copy(const onflame_text *from, uint32_t offset, uint32_t len, arena *arena)
{
	if (!is_sound(from, len))
		return NULL;
	extract *made = arena_zero(arena, 1, sizeof(*made));
	onflame_piece *pieces = arena_alloc(arena, from->piece_count * sizeof(*pieces));
	for (uint32_t i = 0; i < from->piece_count; i++) {
		pieces[i] = from->pieces[i];
		pieces[i].start += offset;
		pieces[i].end += offset;
	}
	made->text = (text){arena_copy(arena, from->text, from->len), from->len};
	made->pieces = pieces;
	made->count = from->piece_count;
	return made;
}

bool extract_is_exact(const extract *extract, const char *source)
{
	for (size_t i = 0; i < extract->count; i++) {
		const onflame_piece *piece = &extract->pieces[i];
		uint32_t len = piece->end - piece->start;
		if (len > 0 && (text_end(extract, i) - piece->at != len ||
				memcmp(extract->text.data + piece->at, source + piece->start, len) != 0))
			return false;
	}
	return true;
}

static bool is_break(char c)
{
	return c == '\n' || c == '\r';
}

void extract_draw(const extract *extract, const char *guest, char *shown)
{
	for (size_t i = 0; i < extract->count; i++) {
		const onflame_piece *piece = &extract->pieces[i];
		uint32_t len = text_end(extract, i) - piece->at;
		for (uint32_t j = 0; j < piece->end - piece->start; j++) {
			char *to = &shown[piece->start + j];
			if (!is_break(*to))
				*to = j < len && !is_break(guest[piece->at + j]) ? guest[piece->at + j] : ' ';
		}
	}
}

void extract_ranges(const extract *extract, range_list *out)
{
	for (size_t i = 0; i < extract->count; i++) {
		const onflame_piece *piece = &extract->pieces[i];
		if (piece->start < piece->end)
			range_list_add(out, &(syntax_range){piece->start, piece->end}, 1,
				       (syntax_range){piece->start, piece->end});
	}
}

/* The piece that holds the byte; behind the text, the last one. */
static size_t find_piece(const extract *extract, uint32_t byte)
{
	size_t low = 0;
	size_t high = extract->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (extract->pieces[middle].at <= byte)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static uint32_t place_of(const extract *extract, uint32_t byte)
{
	const onflame_piece *piece = &extract->pieces[find_piece(extract, byte)];
	uint32_t into = byte - piece->at;
	return into < piece->end - piece->start ? piece->start + into : piece->end;
}

static uint32_t place_of_end(const extract *extract, uint32_t start, uint32_t end)
{
	if (end <= start)
		return place_of(extract, start);
	const onflame_piece *piece = &extract->pieces[find_piece(extract, end - 1)];
	return piece->start < piece->end ? place_of(extract, end - 1) + 1 : piece->end;
}

static bool is_blank(const char *shown, uint32_t start, uint32_t end)
{
	while (start < end && (shown[start] == ' ' || (shown[start] >= '\t' && shown[start] <= '\r')))
		start++;
	return start == end;
}

/* Told of each range, with what is known of the interval. */
typedef void take_range(void *to, const void *what, uint32_t start, uint32_t end);

/* An interval of the extract's text is one for each run of pieces with but white space between. */
static void return_interval(const extract *extract, const char *shown, syntax_range from, take_range *take, void *to,
			    const void *what)
{
	syntax_range run = {0, 0};
	for (size_t i = find_piece(extract, from.start); i < extract->count && extract->pieces[i].at < from.end; i++) {
		const onflame_piece *piece = &extract->pieces[i];
		uint32_t start = from.start > piece->at ? place_of(extract, from.start) : piece->start;
		/* What goes on behind the piece has all of it. */
		uint32_t end =
			from.end <= text_end(extract, i) ? place_of_end(extract, from.start, from.end) : piece->end;
		if (start >= end)
			continue;
		if (run.start < run.end && !is_blank(shown, run.end, start)) {
			take(to, what, run.start, run.end);
			run.start = start;
		}
		if (run.start == run.end)
			run.start = start;
		run.end = end;
	}
	if (run.start < run.end)
		take(to, what, run.start, run.end);
}

static void take_span(void *to, const void *what, uint32_t start, uint32_t end)
{
	const span *span = what;
	span_list_add(to, start, end, (enum span_role)span->role, span->rule);
}

void extract_return(const extract *extract, const char *shown, findings *found)
{
	span_list spans = {0};
	for (size_t i = 0; i < found->spans.count; i++) {
		const span *span = &found->spans.items[i];
		return_interval(extract, shown, (syntax_range){span->start, span->end}, take_span, &spans, span);
	}
	span_list_finish(&found->spans);
	found->spans = spans;
	for (size_t i = 0; i < found->frame_count; i++) {
		found_frame *frame = &found->frames[i];
		uint32_t start = frame->start;
		frame->start = place_of(extract, start);
		frame->end = place_of_end(extract, start, frame->end);
	}
}

static void take_region(void *to, const void *what, uint32_t start, uint32_t end)
{
	const outline_region *region = what;
	regions_add(to, (syntax_range){start, end}, region->language);
}

void extract_return_region(const extract *extract, const char *shown, const outline_region *region, regions *out)
{
	return_interval(extract, shown, (syntax_range){region->start, region->end}, take_region, out, region);
}
