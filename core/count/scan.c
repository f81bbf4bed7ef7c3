/* SPDX-License-Identifier: MIT */
#include "count/scan.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <string.h>

/* The services, and whom they serve: the plugin hands the first member back. */
typedef struct scan {
	onflame_host host;
	findings *out;
	arena *arena;
	syntax_range range;
	uint32_t last_start;
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
	const char *copy = arena_copy_string(scan->out->arena, visible.len > 0 ? visible.data : "(anonymous)");
	buffer_finish(&visible);
	return copy;
}

static void add_frame(scan *scan, const onflame_span *span, uint32_t start, uint32_t end)
{
	findings *out = scan->out;
	memory_reserve(&out->frames, &out->frame_capacity, out->frame_count + 1, sizeof(*out->frames));
	bool is_function = span->role == ONFLAME_FUNCTION;
	out->frames[out->frame_count++] = (found_frame){
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

static int emit(const onflame_host *host, const onflame_span *span)
{
	scan *scan = scan_of(host);
	uint32_t len = scan->range.end - scan->range.start;
	if (span->start > span->end || span->end > len || span->start < scan->last_start)
		return fail(host, "a span out of bounds or out of order");
	scan->last_start = span->start;
	uint32_t start = scan->range.start + span->start;
	uint32_t end = scan->range.start + span->end;
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
	default:
		return fail(host, "a span of a role that a scan cannot report");
	}
}

const char *scan_count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		       arena *arena, findings *out)
{
	size_t spans = out->spans.count;
	size_t frames = out->frame_count;
	scan scan = {.host = {sizeof(onflame_host), emit, fail}, .out = out, .arena = arena};
	for (size_t i = 0; i < range_count && scan.why == NULL; i++) {
		scan.range = ranges[i];
		scan.last_start = 0;
		int status = language->scan(&scan.host, source.data + ranges[i].start, ranges[i].end - ranges[i].start);
		if (status != 0 && scan.why == NULL)
			scan.why = "the plugin's scan failed";
	}
	if (scan.why != NULL) {
		out->spans.count = spans;
		out->frame_count = frames;
	}
	return scan.why;
}
