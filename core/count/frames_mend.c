/* SPDX-License-Identifier: MIT */
/*
 * Frames of a text that the grammar did not understand, with their complexity. Macros in one function may hide those behind it from
 * the whole text, not from its skeleton: that tells which functions there are, and each of them is put to the grammar by itself.
 */
#include "count/frames.h"

#include <stdlib.h>
#include <string.h>

static bool are_same(const findings *a, const findings *b)
{
	bool same = a->frame_count == b->frame_count;
	for (size_t i = 0; same && i < a->frame_count; i++)
		same = a->frames[i].start == b->frames[i].start && a->frames[i].end == b->frames[i].end &&
		       strcmp(a->frames[i].name, b->frames[i].name) == 0;
	return same;
}

/* Frames are in the order of their beginnings. NULL: none is of those bytes. */
static const found_frame *find_frame(const findings *findings, uint32_t start, uint32_t end)
{
	size_t low = 0, high = findings->frame_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (findings->frames[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < findings->frame_count && findings->frames[low].start == start; low++)
		if (findings->frames[low].end == end)
			return &findings->frames[low];
	return NULL;
}

static void take_measures(found_frame *frame, const found_frame *source)
{
	frame->cyclomatic = source->cyclomatic;
	frame->cognitive = source->cognitive;
	frame->nesting = source->nesting;
	frame->parameters = source->parameters;
}

/* What the grammar takes for functions within one that are none is of that. */
static void add_measures(found_frame *frame, const found_frame *source)
{
	frame->cyclomatic += source->cyclomatic;
	frame->cognitive += source->cognitive;
	frame->nesting = source->nesting > frame->nesting ? source->nesting : frame->nesting;
}

/* The function told->frames[at] and what is in it, from its own text. Returns the number of the next frame behind it. */
static size_t measure(const frames_request *request, findings *told, size_t at)
{
	found_frame *function = &told->frames[at];
	const text body = {request->source.data + function->start, function->end - function->start};
	findings found = {.arena = told->arena};
	size_t behind = at + 1;
	while (behind < told->frame_count && told->frames[behind].start < function->end)
		behind++;
	if (syntax_count(request->syntax, body, NULL, 0, request->timeout, &found) == 0) {
		function->cyclomatic = found.cyclomatic;
		function->cognitive = found.cognitive;
		function->parameters = found.frame_count > 0 ? found.frames[0].parameters : 0;
	}
	for (size_t i = 0; i < found.frame_count; i++) {
		const found_frame *part = &found.frames[i];
		found_frame *own =
			(found_frame *)find_frame(told, part->start + function->start, part->end + function->start);
		if (own != NULL && own != function)
			take_measures(own, part);
		else
			add_measures(function, part);
	}
	findings_finish(&found);
	return behind;
}

static void measure_all(const frames_request *request, const findings *whole, findings *told)
{
	size_t next = 0;
	while (next < told->frame_count) {
		found_frame *frame = &told->frames[next];
		const found_frame *same = find_frame(whole, frame->start, frame->end);
		if (same != NULL)
			take_measures(frame, same);
		if (same != NULL || !frame->is_function)
			next++;
		else
			next = measure(request, told, next);
	}
}

static void add_all(const findings *findings, uint64_t *cyclomatic, uint64_t *cognitive)
{
	for (size_t i = 0; i < findings->frame_count; i++) {
		*cyclomatic += findings->frames[i].cyclomatic;
		*cognitive += findings->frames[i].cognitive;
	}
}

/* What was outside of all frames may be in one now. */
static void settle_outside(const findings *told, findings *whole)
{
	uint64_t cyclomatic = whole->cyclomatic, cognitive = whole->cognitive;
	uint64_t inside = 0, inside_cognitive = 0;
	add_all(whole, &cyclomatic, &cognitive);
	add_all(told, &inside, &inside_cognitive);
	whole->cyclomatic = cyclomatic > inside ? (uint32_t)(cyclomatic - inside) : 0;
	whole->cognitive = cognitive > inside_cognitive ? (uint32_t)(cognitive - inside_cognitive) : 0;
}

void frames_mend(const frames_request *request, findings *whole)
{
	findings told = {.arena = whole->arena};
	if (frames_find(request, &told) && !are_same(&told, whole)) {
		measure_all(request, whole, &told);
		settle_outside(&told, whole);
		whole->frame_count = 0;
		for (size_t i = 0; i < told.frame_count; i++)
			*findings_add_frame(whole) = told.frames[i];
	}
	findings_finish(&told);
}
