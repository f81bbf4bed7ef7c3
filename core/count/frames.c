/* SPDX-License-Identifier: MIT */
#include "count/frames.h"

#include <string.h>

/* A skeleton of more than this share of its source saves less than it costs. */
enum { WORTH_PERCENT = 80 };

static bool is_worth(const skeleton *skeleton, syntax_range range)
{
	return skeleton->text.len < (range.end - range.start) / 100 * WORTH_PERCENT;
}

/* C++'s operator() is called so; else brackets with nothing in them were emptied, and the name is not all there. */
static bool is_cut(const char *name)
{
	static const char *const empty[] = {"()", "( )", "{}", "{ }"};
	static const char exception[] = "operator";
	for (size_t i = 0; i < sizeof(empty) / sizeof(empty[0]); i++) {
		const char *found = strstr(name, empty[i]);
		size_t before = found != NULL ? (size_t)(found - name) : 0;
		bool call = before >= sizeof(exception) - 1 &&
			    memcmp(found - (sizeof(exception) - 1), exception, sizeof(exception) - 1) == 0;
		if (found != NULL && !call)
			return true;
	}
	return false;
}

static bool are_named(const findings *found)
{
	for (size_t i = 0; i < found->frame_count; i++)
		if (is_cut(found->frames[i].name))
			return false;
	return true;
}

/* A frame's end is behind its last byte. */
static void add_frames(const frames_request *request, const findings *found, findings *out)
{
	for (size_t i = 0; i < found->frame_count; i++) {
		found_frame *frame = findings_add_frame(out);
		*frame = found->frames[i];
		frame->start = skeleton_source_of(request->skeleton, frame->start);
		if (frame->end > 0)
			frame->end = skeleton_source_of(request->skeleton, frame->end - 1) + 1;
	}
	out->cyclomatic += found->cyclomatic;
	out->cognitive += found->cognitive;
}

/* A text of the same language that holds nothing of interest, a macro's, has no frames: it is left aside. */
static bool are_void(const frames_request *request, text left, const findings *found)
{
	for (size_t i = 0; i < found->injection_count; i++) {
		const found_injection *injection = &found->injections[i];
		if (injection->language == NULL || strcmp(injection->language, request->syntax->name) != 0 ||
		    skeleton_holds_interest(request->rules, left, injection->start, injection->end, request->branches))
			return false;
	}
	return true;
}

bool frames_find(const frames_request *request, findings *out)
{
	skeleton *skeleton = request->skeleton;
	if (request->syntax->scan != NULL)
		return false;
	const skeleton_source source = {request->source, request->range, request->spans, request->span_count};
	if (!skeleton_make(skeleton, request->rules, &source, request->branches) || !is_worth(skeleton, request->range))
		return false;
	findings found = {.arena = out->arena};
	text left = {buffer_string(&skeleton->text), skeleton->text.len};
	bool serves = syntax_count(request->syntax, left, NULL, 0, request->timeout, &found) == 0 && !found.broken &&
		      are_void(request, left, &found) && are_named(&found);
	if (serves)
		add_frames(request, &found, out);
	findings_finish(&found);
	return serves;
}
