/* SPDX-License-Identifier: MIT */
#include "count/scan.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "count/extract.h"

#include <stdlib.h>
#include <string.h>

#define NO_FRAME SIZE_MAX

/* A frame or a nesting branch that what follows may stand in. */
typedef struct open_span {
	uint32_t end;
	size_t frame;     /* NO_FRAME: a branch */
	size_t inner;     /* around it */
	uint32_t nesting; /* around it */
} open_span;

/* The services, and whom they serve: the plugin hands the first member back. */
typedef struct scan {
	onflame_host host;
	findings *out;
	arena *arena;
	syntax_range range;
	uint32_t last_start;
	open_span *open;
	size_t open_count, open_capacity;
	size_t inner; /* number in `open`, from 1, of the innermost frame; 0: none */
	uint32_t nesting;
	const char *why; /* NULL: no complaint */
} scan;

static scan *scan_of(const onflame_host *host)
{
	return (scan *)(uintptr_t)host; /* `host` is the first member of a scan that is not const */
}

static int fail(const onflame_host *host, const char *why)
{
	scan *scan = scan_of(host);
	buffer line = BUFFER_INIT;
	text_add_visible(&line, text_of(why != NULL ? why : "no reason given"));
	scan->why = arena_printf(scan->arena, "the plugin's scan failed: %s", buffer_string(&line));
	buffer_finish(&line);
	return -1;
}

static const char *copy_name(const scan *scan, const char *name, size_t len)
{
	buffer visible = BUFFER_INIT;
	if (name != NULL && text_is_utf8((text){name, len}))
		text_add_visible(&visible, (text){name, len});
	const char *copy = arena_copy_string(scan->out->arena, visible.len > 0 ? visible.data : FINDINGS_NAMELESS);
	buffer_finish(&visible);
	return copy;
}

static void open_at(scan *scan, uint32_t end, size_t frame)
{
	memory_reserve(&scan->open, &scan->open_capacity, scan->open_count + 1, sizeof(*scan->open));
	scan->open[scan->open_count++] = (open_span){end, frame, scan->inner, scan->nesting};
	if (frame != NO_FRAME)
		scan->inner = scan->open_count;
}

static void close_until(scan *scan, uint32_t start)
{
	while (scan->open_count > 0 && scan->open[scan->open_count - 1].end <= start) {
		const open_span *closed = &scan->open[--scan->open_count];
		scan->nesting = closed->nesting;
		scan->inner = closed->inner;
	}
}

/* NULL: outside of all frames. */
static found_frame *innermost(const scan *scan)
{
	return scan->inner > 0 ? &scan->out->frames[scan->open[scan->inner - 1].frame] : NULL;
}

/* The nesting that the innermost frame begins with. */
static uint32_t base_nesting(const scan *scan)
{
	return scan->inner < scan->open_count ? scan->open[scan->inner].nesting : scan->nesting;
}

static void add_frame(scan *scan, const onflame_span *span, uint32_t start, uint32_t end)
{
	findings *out = scan->out;
	bool is_function = span->role == ONFLAME_FUNCTION;
	const found_frame *outer = innermost(scan);
	bool nested = is_function && outer != NULL && outer->is_function;
	open_at(scan, end, out->frame_count);
	scan->nesting = nested ? scan->nesting + 1 : 0;
	*findings_add_frame(out) = (found_frame){
		.start = start,
		.end = end,
		.name = copy_name(scan, span->name, span->name_len),
		.kind = span->label != NULL ? span->label
			: is_function       ? "function"
					    : "container",
		.is_function = is_function,
		.cyclomatic = is_function ? 1 : 0,
	};
}

/* 0; -1: no such label. */
static int add_branch(scan *scan, const char *label, uint32_t end)
{
	const rule_branch *branch = rule_branch_find(label);
	if (branch == NULL)
		return -1;
	uint32_t cognitive = branch->cognitive + (branch->by_nesting ? scan->nesting : 0);
	found_frame *frame = innermost(scan);
	if (frame == NULL) {
		scan->out->cyclomatic += branch->cyclomatic;
		scan->out->cognitive += cognitive;
	} else {
		frame->cyclomatic += branch->cyclomatic;
		frame->cognitive += cognitive;
	}
	if (!branch->nests)
		return 0;
	open_at(scan, end, NO_FRAME);
	scan->nesting++;
	uint32_t depth = scan->nesting - base_nesting(scan);
	if (frame != NULL && depth > frame->nesting)
		frame->nesting = depth;
	return 0;
}

static void add_parameter(const scan *scan)
{
	found_frame *frame = innermost(scan);
	if (frame != NULL && frame->is_function)
		frame->parameters++;
}

/* A label is a fixed language, a name the tag. NULL: neither is given. */
static const char *language_of(const scan *scan, const char *label, const char *name, uint32_t name_len)
{
	if (label != NULL || name == NULL)
		return label;
	return arena_copy(scan->out->arena, name, name_len);
}

static void add_injection(const scan *scan, found_injection injection)
{
	findings *out = scan->out;
	if (injection.language == NULL || injection.start == injection.end)
		return;
	memory_reserve(&out->injections, &out->injection_capacity, out->injection_count + 1, sizeof(*out->injections));
	out->injections[out->injection_count++] = injection;
}

static int emit(const onflame_host *host, const onflame_span *span)
{
	scan *scan = scan_of(host);
	uint32_t len = scan->range.end - scan->range.start;
	if (span->start > span->end || span->end > len || span->start < scan->last_start)
		return fail(host, "a span out of bounds or out of order");
	scan->last_start = span->start;
	uint32_t start = scan->range.start + span->start;
	uint32_t end = scan->range.start + span->end;
	const char *language;
	close_until(scan, start);
	switch ((enum onflame_role)span->role) {
	case ONFLAME_COMMENT:
		span_list_add(&scan->out->spans, start, end, SPAN_COMMENT, UINT16_MAX);
		return 0;
	case ONFLAME_STRING:
		span_list_add(&scan->out->spans, start, end, SPAN_STRING, UINT16_MAX);
		return 0;
	case ONFLAME_DOCSTRING:
		span_list_add(&scan->out->spans, start, end, SPAN_DOCSTRING, UINT16_MAX);
		return 0;
	case ONFLAME_FUNCTION:
	case ONFLAME_CONTAINER:
		add_frame(scan, span, start, end);
		return 0;
	case ONFLAME_BRANCH:
		return add_branch(scan, span->label, end) == 0 ? 0 : fail(host, "a branch with an unknown label");
	case ONFLAME_PARAMETER:
		add_parameter(scan);
		return 0;
	case ONFLAME_INJECTION:
		language = language_of(scan, span->label, span->name, span->name_len);
		add_injection(scan, (found_injection){.start = start, .end = end, .language = language});
		return 0;
	default:
		return fail(host, "a span of a role that a scan cannot report");
	}
}

static int emit_text(const onflame_host *host, const onflame_text *text)
{
	scan *scan = scan_of(host);
	uint32_t len = scan->range.end - scan->range.start;
	if (text->size < sizeof(*text))
		return fail(host, "a text of a size that is not known");
	const extract *copy = extract_copy(text, scan->range.start, len, scan->out->arena);
	if (copy == NULL || text->pieces[0].start < scan->last_start)
		return fail(host, "a text whose pieces are out of bounds or out of order");
	scan->last_start = text->pieces[0].start;
	add_injection(scan, (found_injection){
				    .start = copy->pieces[0].start,
				    .end = copy->pieces[copy->count - 1].end,
				    .language = language_of(scan, text->label, text->name, text->name_len),
				    .extract = copy,
			    });
	return 0;
}

const char *scan_count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		       arena *arena, findings *out)
{
	size_t spans = out->spans.count;
	size_t frames = out->frame_count;
	size_t injections = out->injection_count;
	uint32_t cyclomatic = out->cyclomatic;
	uint32_t cognitive = out->cognitive;
	scan scan = {.host = {sizeof(onflame_host), emit, fail, emit_text}, .out = out, .arena = arena};
	for (size_t i = 0; i < range_count && scan.why == NULL; i++) {
		scan.range = ranges[i];
		scan.last_start = 0;
		close_until(&scan, UINT32_MAX);
		int status = language->scan(&scan.host, source.data + ranges[i].start, ranges[i].end - ranges[i].start);
		if (status != 0 && scan.why == NULL)
			scan.why = "the plugin's scan failed";
	}
	free(scan.open);
	if (scan.why != NULL) {
		out->spans.count = spans;
		out->frame_count = frames;
		out->injection_count = injections;
		out->cyclomatic = cyclomatic;
		out->cognitive = cognitive;
	}
	return scan.why;
}
