/* SPDX-License-Identifier: MIT */
#include "count/frames.h"

#include <ctype.h>
#include <string.h>

/* A skeleton of more than this share of its source saves less than it costs; where there are macros, it is what tells best. */
enum { WORTH_PERCENT = 80 };

static bool is_worth(const frames_request *request)
{
	return skeleton_has_macros(request->rules) ||
	       (uint64_t)request->skeleton->text.len * 100 <
		       (uint64_t)(request->range.end - request->range.start) * WORTH_PERCENT;
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

/* Macros before a name are of the function: `void __init __weak` f(void) { }, which the grammar takes for an error. */
static uint32_t begin_of_head(text source, uint32_t at)
{
	uint32_t start = at;
	while (start > 0 && source.data[start - 1] != '\n') {
		unsigned char before = (unsigned char)source.data[--start];
		bool word = before == '_' || before >= 0x80 || isalnum(before);
		if (!word && memchr(" \t*(),", before, 7) == NULL)
			return at;
	}
	while (source.data[start] == ' ' || source.data[start] == '\t')
		start++;
	return start;
}

/* From a place in the skeleton to one in the source. A frame's end is behind its last byte. */
static void settle(const frames_request *request, found_frame *frame)
{
	frame->start = skeleton_source_of(request->skeleton, frame->start);
	if (frame->end > 0)
		frame->end = skeleton_source_of(request->skeleton, frame->end - 1) + 1;
	if (frame->is_function && skeleton_has_macros(request->rules))
		frame->start = begin_of_head(request->source, frame->start);
}

/* false: the statement's shape is not known, and nothing was added. */
static bool take_statement(const frames_request *request, const skeleton_statement *taken, findings *known)
{
	const skeleton *skeleton = request->skeleton;
	const char *left = skeleton->text.data;
	const text header = {left + taken->header_start, taken->header_end - taken->header_start};
	const text statement = {left + taken->start, taken->end - taken->start};
	size_t before = known->frame_count;
	if (!shapes_find(request->shapes, header, statement, request->timeout, known))
		return false;
	for (size_t i = before; i < known->frame_count; i++) {
		known->frames[i].start += taken->start;
		known->frames[i].end += taken->start;
		settle(request, &known->frames[i]);
	}
	return true;
}

static void add_frames(const findings *known, const findings *found, findings *out)
{
	size_t i = 0, j = 0;
	while (i < known->frame_count || j < found->frame_count) {
		bool first = j == found->frame_count ||
			     (i < known->frame_count && known->frames[i].start < found->frames[j].start);
		*findings_add_frame(out) = first ? known->frames[i++] : found->frames[j++];
	}
	out->broken = out->broken || found->broken;
	out->error_bytes += found->error_bytes;
	out->cyclomatic += known->cyclomatic + found->cyclomatic;
	out->cognitive += known->cognitive + found->cognitive;
}

/* Finds frames of statements whose shape is known, and leaves those out of what the grammar is shown. false: there are none. */
static bool take_statements(const frames_request *request, findings *known)
{
	skeleton *skeleton = request->skeleton;
	size_t taken = 0;
	for (size_t i = 0; i < skeleton->statement_count; i++)
		if (take_statement(request, &skeleton->statements[i], known))
			skeleton->statements[taken++] = skeleton->statements[i];
	bool more = taken > 0 || skeleton->outer_count > 0;
	if (more)
		skeleton_leave_out(skeleton, taken);
	return taken > 0;
}

/* The same, and then what is left of those that hold others. */
static bool take_known(const frames_request *request, findings *known)
{
	findings inner = {.arena = known->arena}, outer = {.arena = known->arena};
	bool holds = request->skeleton->outer_count > 0;
	bool taken = take_statements(request, &inner);
	if (holds)
		taken = take_statements(request, &outer) || taken;
	add_frames(&inner, &outer, known);
	findings_finish(&inner);
	findings_finish(&outer);
	return taken;
}

/* Both are in the order of the text. What is not understood may seem to go on over statements that were left out. */
static bool are_apart(const findings *known, const findings *found)
{
	size_t i = 0;
	for (size_t j = 0; j < found->frame_count; j++) {
		while (i < known->frame_count && known->frames[i].start < found->frames[j].start)
			i++;
		if (i < known->frame_count && known->frames[i].start < found->frames[j].end)
			return false;
	}
	return true;
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

static bool holds_nameless_function(const findings *found)
{
	for (size_t i = 0; i < found->frame_count; i++)
		if (found->frames[i].is_function && strcmp(found->frames[i].name, FINDINGS_NAMELESS) == 0)
			return true;
	return false;
}

/*
 * Macros before a name or in place of a statement are not in the grammar; which frames there are is told by the braces, which
 * match. The whole text is understood no better: there, macros in a function's body hide the functions behind it.
 */
static bool is_understood(const skeleton_rules *rules, const findings *found)
{
	return !found->broken || (skeleton_has_macros(rules) && !found->torn && !holds_nameless_function(found));
}

/* What the grammar says of the skeleton. false: it does not serve. */
static bool find_rest(const frames_request *request, findings *found)
{
	const skeleton *skeleton = request->skeleton;
	const text left = {buffer_string(&skeleton->text), skeleton->text.len};
	if (skeleton_is_void(request->rules, left))
		return true;
	if (syntax_count(request->syntax, left, NULL, 0, request->timeout, found) != 0 ||
	    !is_understood(request->rules, found) || !are_void(request, left, found) || !are_named(found))
		return false;
	for (size_t i = 0; i < found->frame_count; i++)
		settle(request, &found->frames[i]);
	return true;
}

static bool make(const frames_request *request)
{
	const skeleton_source source = {request->source, request->range, request->spans, request->span_count};
	return skeleton_make(request->skeleton, request->rules, &source, request->branches) && is_worth(request);
}

/* Adds what is known and what the grammar says of the rest. false: that does not serve, and nothing was added. */
static bool find(const frames_request *request, const findings *known, findings *out)
{
	findings found = {.arena = out->arena};
	bool serves = find_rest(request, &found) && (!found.broken || are_apart(known, &found));
	if (serves)
		add_frames(known, &found, out);
	findings_finish(&found);
	return serves;
}

bool frames_find(const frames_request *request, findings *out)
{
	static const findings nothing;
	if (request->syntax->scan != NULL || !make(request))
		return false;
	findings known = {.arena = out->arena};
	bool taken = request->shapes != NULL && take_known(request, &known);
	bool serves = find(request, &known, out);
	findings_finish(&known);
	/* With what was left out, the rest may tell more. */
	return serves || (taken && make(request) && find(request, &nothing, out));
}
