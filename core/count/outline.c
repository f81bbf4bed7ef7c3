/* SPDX-License-Identifier: MIT */
#include "count/outline.h"

#include "base/memory.h"
#include "count/cover.h"

#include <stdlib.h>
#include <string.h>

void regions_add(regions *regions, syntax_range range, const char *language)
{
	memory_reserve(&regions->items, &regions->capacity, regions->count + 1, sizeof(*regions->items));
	regions->items[regions->count++] = (outline_region){range.start, range.end, language};
}

static void count_line(counts *counts, enum line_class class)
{
	counts->lines++;
	counts->code += class == LINE_CODE;
	counts->comment += class == LINE_COMMENT;
	counts->blank += class == LINE_BLANK;
}

/* What the sweep over the lines works with. */
typedef struct sweep {
	const outline_source *source;
	arena *arena;
	record *out;
	cover frames, regions;
	uint32_t *line_starts; /* NULL: there is no frame */
	size_t line_count, line_capacity;
} sweep;

/* End of a frame without the white space that some grammars take in behind the closing token. */
static uint32_t trim_end(const char *data, uint32_t start, uint32_t end)
{
	while (end > start && strchr(" \t\r\n\f\v", data[end - 1]) != NULL)
		end--;
	return end;
}

static cover cover_frames(const outline_source *source, arena *arena)
{
	const findings *found = source->found;
	interval *intervals = arena_alloc(arena, (found->frame_count + 1) * sizeof(*intervals));
	for (size_t i = 0; i < found->frame_count; i++) {
		const found_frame *frame = &found->frames[i];
		intervals[i] = (interval){
			.start = frame->start,
			.end = trim_end(source->text.data, frame->start, frame->end),
			.item = i,
		};
	}
	return cover_create(intervals, found->frame_count);
}

static cover cover_regions(const outline_source *source, arena *arena)
{
	interval *intervals = arena_alloc(arena, (source->region_count + 1) * sizeof(*intervals));
	for (size_t i = 0; i < source->region_count; i++)
		intervals[i] = (interval){.start = source->regions[i].start, .end = source->regions[i].end, .item = i};
	return cover_create(intervals, source->region_count);
}

/* A file has few embedded languages: a plain list will do. */
static counts *embedded_counts(sweep *sweep, const char *language)
{
	record *out = sweep->out;
	for (size_t i = 0; i < out->embedded_count; i++) {
		if (strcmp(out->embedded[i].language, language) == 0)
			return &out->embedded[i].counts;
	}
	record_embedded *added = &out->embedded[out->embedded_count++];
	*added = (record_embedded){.language = language};
	return &added->counts;
}

static void tell_line(sweep *sweep, const line *line, size_t frame, const char *language)
{
	const outline_source *source = sweep->source;
	static const char *const reasons[] = {"no visible character", "comment", "code"};
	const char *reason = reasons[line->class];
	if (line->rule < source->found->reason_count)
		reason = source->found->reasons[line->rule];
	count_explanation told = {
		.number = (uint32_t)sweep->out->counts.lines,
		.content = {source->told.data + line->start, line->end - line->start},
		.class = line->class,
		.frame = frame != COVER_NONE ? &sweep->out->frames[frame] : NULL,
		.reason = reason,
		.language = language,
	};
	source->explain(source->payload, &told);
}

static void sweep_lines(sweep *sweep)
{
	const outline_source *source = sweep->source;
	record *out = sweep->out;
	line_reader reader = {
		.source = source->text,
		.spans = source->found->spans.items,
		.span_count = source->found->spans.count,
		.policy = source->policy,
	};
	line line;
	while (line_reader_next(&reader, &line)) {
		count_line(&out->counts, line.class);
		size_t frame = COVER_NONE;
		if (sweep->frames.count > 0) {
			memory_reserve(&sweep->line_starts, &sweep->line_capacity, sweep->line_count + 1,
				       sizeof(*sweep->line_starts));
			sweep->line_starts[sweep->line_count++] = line.start;
			frame = cover_find(&sweep->frames, line.token);
			if (frame != COVER_NONE)
				count_line(&out->frames[frame].counts, line.class);
		}
		const char *language = source->language;
		if (sweep->regions.count > 0) {
			size_t region = cover_find(&sweep->regions, line.token);
			if (region != COVER_NONE) {
				language = source->regions[sweep->regions.intervals[region].item].language;
				count_line(embedded_counts(sweep, language), line.class);
			}
		}
		if (source->explain != NULL)
			tell_line(sweep, &line, frame, language);
	}
}

/* Number, from 1, of the line that holds the byte. */
static uint32_t line_of(const sweep *sweep, uint32_t byte)
{
	size_t low = 0, high = sweep->line_count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (sweep->line_starts[middle] <= byte)
			low = middle;
		else
			high = middle;
	}
	return (uint32_t)low + 1;
}

static void name_frames(sweep *sweep)
{
	const findings *found = sweep->source->found;
	record *out = sweep->out;
	out->frame_count = sweep->frames.count;
	out->frames = arena_zero(sweep->arena, out->frame_count + 1, sizeof(*out->frames));
	for (size_t i = 0; i < out->frame_count; i++) {
		const interval *interval = &sweep->frames.intervals[i];
		const found_frame *from = &found->frames[interval->item];
		record_frame *frame = &out->frames[i];
		frame->name = from->name;
		frame->kind = from->kind;
		frame->is_function = from->is_function;
		frame->depth = interval->parent == COVER_NONE ? 0 : out->frames[interval->parent].depth + 1;
		frame->nesting = from->nesting;
		frame->parameters = from->parameters;
		frame->counts.functions = from->is_function;
		frame->counts.complexity = from->cyclomatic;
		frame->counts.cognitive = from->cognitive;
	}
}

/* From own counts to counts with all that is nested. Parents stand before their children. */
static void sum_frames(sweep *sweep)
{
	record *out = sweep->out;
	for (size_t i = out->frame_count; i-- > 0;) {
		const interval *interval = &sweep->frames.intervals[i];
		record_frame *frame = &out->frames[i];
		frame->start = line_of(sweep, interval->start);
		frame->end = line_of(sweep, interval->end > interval->start ? interval->end - 1 : interval->start);
		if (interval->parent != COVER_NONE) {
			counts_add(&out->frames[interval->parent].counts, &frame->counts);
			continue;
		}
		out->counts.functions += frame->counts.functions;
		out->counts.complexity += frame->counts.complexity;
		out->counts.cognitive += frame->counts.cognitive;
	}
}

static int compare_embedded(const void *a, const void *b)
{
	return strcmp(((const record_embedded *)a)->language, ((const record_embedded *)b)->language);
}

void outline_fill(const outline_source *source, arena *arena, record *out)
{
	sweep sweep = {
		.source = source,
		.arena = arena,
		.out = out,
		.frames = cover_frames(source, arena),
		.regions = cover_regions(source, arena),
	};
	out->counts = (counts){.complexity = source->found->cyclomatic, .cognitive = source->found->cognitive};
	out->embedded_count = 0;
	out->embedded = arena_zero(arena, source->region_count + 1, sizeof(*out->embedded));
	name_frames(&sweep);
	sweep_lines(&sweep);
	sum_frames(&sweep);
	if (out->embedded_count > 1)
		qsort(out->embedded, out->embedded_count, sizeof(*out->embedded), compare_embedded);
	free(sweep.line_starts);
}
