/* SPDX-License-Identifier: MIT */
/*
 * Frames of a text that the grammar did not understand, with their complexity. What it stumbles over in one function may hide those
 * behind it in the whole text, not in its skeleton: that tells which functions there are, and each of them is put to the grammar by itself.
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

/* Those of a text that begins at `start`, with the name that is told for the first. */
static void add_shifted(const findings *source, uint32_t start, const char *name, findings *out)
{
	for (size_t i = 0; i < source->frame_count; i++) {
		found_frame *added = findings_add_frame(out);
		*added = source->frames[i];
		added->start += start;
		added->end += start;
		if (i == 0)
			added->name = name;
	}
}

/* What is not understood may look like functions within one: what that tells is the function's own. */
static void add_measured(const findings *told, size_t at, size_t behind, const findings *found, findings *out)
{
	found_frame function = told->frames[at];
	function.cyclomatic = found->cyclomatic;
	function.cognitive = found->cognitive;
	function.parameters = found->frame_count > 0 ? found->frames[0].parameters : 0;
	for (size_t i = 0; i < found->frame_count; i++)
		add_measures(&function, &found->frames[i]);
	function.cyclomatic += function.cyclomatic == 0; /* there is one way through it */
	*findings_add_frame(out) = function;
	while (++at < behind)
		*findings_add_frame(out) = told->frames[at];
}

/* The function told->frames[at] and those in it, up to `behind`, by its own text. */
static void measure(const frames_request *request, const findings *told, size_t at, size_t behind, findings *out)
{
	const found_frame *function = &told->frames[at];
	const uint32_t len = function->end - function->start;
	const text body = {request->source.data + function->start, len};
	findings found = {.arena = told->arena};
	syntax_count(request->syntax, body, NULL, 0, request->timeout, &found);
	bool whole = found.frame_count > 0 && !found.broken && found.frames[0].start == 0 && found.frames[0].end == len;
	if (whole)
		add_shifted(&found, function->start, function->name, out);
	else
		add_measured(told, at, behind, &found, out);
	findings_finish(&found);
}

/* The number of the first frame behind the function frames[at] and those in it. */
static size_t behind_function(const findings *findings, size_t at)
{
	size_t behind = at + 1;
	while (findings->frames[at].is_function && behind < findings->frame_count &&
	       findings->frames[behind].start < findings->frames[at].end)
		behind++;
	return behind;
}

/* A function in which the whole text seems to have others is measured by itself, too: they may be of what was not understood. */
static bool holds_functions(const findings *findings, const found_frame *frame)
{
	size_t at = (size_t)(frame - findings->frames);
	size_t behind = behind_function(findings, at);
	while (++at < behind)
		if (findings->frames[at].is_function)
			return true;
	return false;
}

static void measure_all(const frames_request *request, const findings *whole, const findings *told, findings *out)
{
	for (size_t at = 0, behind; at < told->frame_count; at = behind) {
		const found_frame *frame = &told->frames[at];
		const found_frame *same = find_frame(whole, frame->start, frame->end);
		behind = behind_function(told, at);
		if (frame->is_function && (same == NULL || holds_functions(whole, same))) {
			measure(request, told, at, behind, out);
			continue;
		}
		for (size_t i = at; i < behind; i++) {
			found_frame *added = findings_add_frame(out);
			*added = told->frames[i];
			same = find_frame(whole, added->start, added->end);
			if (same != NULL)
				take_measures(added, same);
		}
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
	findings told = {.arena = whole->arena}, mended = {.arena = whole->arena};
	if (frames_find(request, &told) && !are_same(&told, whole)) {
		measure_all(request, whole, &told, &mended);
		settle_outside(&mended, whole);
		whole->frame_count = 0;
		for (size_t i = 0; i < mended.frame_count; i++)
			*findings_add_frame(whole) = mended.frames[i];
	}
	findings_finish(&told);
	findings_finish(&mended);
}
