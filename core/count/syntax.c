/* SPDX-License-Identifier: MIT */
#include "count/syntax.h"

#include "base/memory.h"
#include "count/parse_memory.h"
#include "count/walk.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <tree_sitter/api.h>

static double seconds_of(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* What a file is counted by must not depend on what else the machine has to do: the processor's time counts. */
typedef struct deadline {
	double spent;
	double earliest; /* by the clock on the wall, which is cheaper to ask: never reached before */
} deadline;

static bool is_late(TSParseState *state)
{
	const deadline *deadline = state->payload;
	return seconds_of(CLOCK_MONOTONIC) > deadline->earliest &&
	       seconds_of(CLOCK_PROCESS_CPUTIME_ID) > deadline->spent;
}

static const char *read_text(void *payload, uint32_t byte, TSPoint position, uint32_t *bytes_read)
{
	const text *source = payload;
	(void)position;
	*bytes_read = byte < source->len ? (uint32_t)source->len - byte : 0;
	return byte < source->len ? source->data + byte : "";
}

static TSPoint point_at(text source, uint32_t byte, TSPoint from, uint32_t from_byte)
{
	const char *at = source.data + from_byte;
	const char *end = source.data + byte;
	const char *line = at - from.column;
	for (const char *feed = memchr(at, '\n', (size_t)(end - at)); feed != NULL;
	     feed = memchr(line, '\n', (size_t)(end - line))) {
		from.row++;
		line = feed + 1;
		if (line >= end)
			break;
	}
	from.column = (uint32_t)(end - line);
	return from;
}

static uint32_t column_of(text source, uint32_t byte)
{
	uint32_t most = byte < SYNTAX_COLUMN_MAX ? byte : SYNTAX_COLUMN_MAX;
	const char *end = source.data + byte;
	const char *feed = most > 0 ? memrchr(end - most, '\n', most) : NULL;
	return feed != NULL ? (uint32_t)(end - feed) - 1 : most;
}

/* Rows are counted from the first range on: a text of many small parts is not gone through for each of them. */
static bool set_ranges(TSParser *parser, text source, const syntax_range *ranges, size_t count)
{
	TSRange *points = memory_zero(count, sizeof(*points));
	uint32_t byte = ranges[0].start;
	TSPoint point = {0, column_of(source, byte)};
	for (size_t i = 0; i < count; i++) {
		points[i].start_byte = ranges[i].start;
		points[i].end_byte = ranges[i].end;
		points[i].start_point = point_at(source, ranges[i].start, point, byte);
		points[i].end_point = point_at(source, ranges[i].end, points[i].start_point, ranges[i].start);
		point = points[i].end_point;
		byte = ranges[i].end;
	}
	bool set = ts_parser_set_included_ranges(parser, points, (uint32_t)count);
	free(points);
	return set;
}

/* NULL: too late, or the ranges or the language were refused. */
static TSTree *parse(TSParser *parser, const plugin_language *language, text source, const syntax_range *ranges,
		     size_t range_count, double timeout)
{
	if (!ts_parser_set_language(parser, language->grammar))
		return NULL;
	if (range_count > 0 && !set_ranges(parser, source, ranges, range_count))
		return NULL;
	deadline deadline = {seconds_of(CLOCK_PROCESS_CPUTIME_ID) + timeout, seconds_of(CLOCK_MONOTONIC) + timeout};
	TSInput input = {.payload = &source, .read = read_text, .encoding = TSInputEncodingUTF8};
	TSParseOptions options = {.payload = &deadline, .progress_callback = timeout > 0 ? is_late : NULL};
	return ts_parser_parse_with_options(parser, NULL, input, options);
}

static int count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		 double timeout, findings *out)
{
	parse_memory_start();
	TSParser *parser = ts_parser_new();
	TSTree *tree = parse(parser, language, source, ranges, range_count, timeout);
	if (tree != NULL)
		walk_tree(tree, language, source.data, out);
	/* Deleted for the sake of the scanner's own memory; the tree goes with the region, not node by node. */
	ts_parser_delete(parser);
	parse_memory_reset();
	return tree != NULL ? 0 : -1;
}

static void cut_ends(findings *out, const findings *before, uint32_t len)
{
	for (size_t i = before->spans.count; i < out->spans.count; i++)
		out->spans.items[i].end = out->spans.items[i].end < len ? out->spans.items[i].end : len;
	for (size_t i = before->frame_count; i < out->frame_count; i++)
		out->frames[i].end = out->frames[i].end < len ? out->frames[i].end : len;
	for (size_t i = before->injection_count; i < out->injection_count; i++)
		out->injections[i].end = out->injections[i].end < len ? out->injections[i].end : len;
}

/* To some grammars a last line that does not end is broken: Markdown's does not see that it closes a fence. */
static int count_ended(const plugin_language *language, text source, double timeout, findings *out)
{
	findings before = *out;
	char *copy = memory_zero(source.len + 2, 1);
	memcpy(copy, source.data, source.len);
	copy[source.len] = '\n';
	int status = count(language, (text){copy, source.len + 1}, NULL, 0, timeout, out);
	cut_ends(out, &before, (uint32_t)source.len);
	free(copy);
	return status;
}

int syntax_count(const plugin_language *language, text source, const syntax_range *ranges, size_t range_count,
		 double timeout, findings *out)
{
	bool whole = range_count == 0 || (range_count == 1 && ranges[0].start == 0 && ranges[0].end == source.len);
	if (whole && source.len > 0 && source.data[source.len - 1] != '\n')
		return count_ended(language, source, timeout, out);
	return count(language, source, ranges, range_count, timeout, out);
}
