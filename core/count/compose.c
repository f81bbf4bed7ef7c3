/* SPDX-License-Identifier: MIT */
#include "count/compose.h"

#include "base/memory.h"
#include "count/lexical.h"
#include "count/scan.h"

#include <stdlib.h>
#include <string.h>

enum { DEPTH_MAX = 4 }; /* PHP in HTML in Markdown ... */

/* A text, or the parts of one that are taken together. */
typedef struct part {
	const language *language;
	text source;
	const syntax_range *ranges;
	size_t range_count;
	unsigned depth;
} part;

static enum record_engine compose_part(composer *composer, const part *part, findings *out, regions *regions);

static const plugin_language *find_syntax(composer *composer, const language *language)
{
	language_tools *tools = &composer->tools[language->index];
	if (tools->asked || language->plugin == NULL)
		return tools->syntax;
	tools->asked = true;
	error why;
	const plugin *plugin = plugin_set_load(composer->plugins, language->plugin, &why);
	if (plugin != NULL) {
		tools->syntax = plugin_find_language(plugin, language->name);
		if (tools->syntax == NULL)
			error_set(&why, "plugin '%s' (%s) has no language '%s'", plugin->name, plugin->path,
				  language->name);
	}
	if (tools->syntax == NULL)
		tools->refusal = memory_copy_string(why.message);
	return tools->syntax;
}

static bool has_more_lines(text source, uint32_t max)
{
	const char *at = source.data;
	const char *end = source.data + source.len;
	for (uint32_t lines = 0; at < end; lines++) {
		if (lines == max)
			return true;
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		at = feed != NULL ? feed + 1 : end;
	}
	return false;
}

/* NULL: counted by syntax; else why not. */
static const char *try_syntax(composer *composer, const part *part, const plugin_language *syntax, findings *out)
{
	if (syntax->max_lines > 0 && has_more_lines(part->source, syntax->max_lines))
		return arena_printf(composer->arena, "more than %u lines, which its grammar cannot take",
				    syntax->max_lines);
	if (syntax->scan != NULL)
		return scan_count(syntax, part->source, part->ranges, part->range_count, composer->arena, out);
	if (syntax_count(syntax, part->source, part->ranges, part->range_count, composer->timeout, out) != 0)
		return arena_printf(composer->arena, "syntax counting took over %g s", composer->timeout);
	return NULL;
}

static void scan_range(const lexical_scanner *scanner, const part *part, syntax_range range, findings *out)
{
	size_t before = out->spans.count;
	size_t len = range.end - range.start;
	lexical_scan(scanner, (text){part->source.data + range.start, len}, &out->spans);
	for (size_t i = before; i < out->spans.count; i++) {
		span *span = &out->spans.items[i];
		span->start += range.start;
		span->end += range.start;
		const char *mark = out->explain ? lexical_rule_name(scanner, span->rule) : "";
		const char *what = span->role == SPAN_COMMENT  ? "comment"
				   : span->role == SPAN_STRING ? "string"
							       : "docstring";
		if (out->explain)
			what = arena_printf(out->arena, "%s: mark %s", what, mark);
		span->rule = findings_reason(out, part->language->name, what);
	}
}

static void count_lexically(composer *composer, const part *part, findings *out)
{
	/* All of it is text for people. */
	if (part->language->type == LANGUAGE_PROSE)
		return;
	language_tools *tools = &composer->tools[part->language->index];
	if (tools->scanner == NULL)
		tools->scanner = lexical_scanner_create(&part->language->lexis);
	for (size_t i = 0; i < part->range_count; i++)
		scan_range(tools->scanner, part, part->ranges[i], out);
}

/* What no span holds in a text for people is prose. */
static void fill_with_prose(const part *part, findings *out)
{
	uint16_t reason = findings_reason(out, part->language->name, "comment: prose");
	span_list filled = {0};
	size_t next = 0;
	for (size_t i = 0; i < part->range_count; i++) {
		uint32_t at = part->ranges[i].start;
		for (; next < out->spans.count && out->spans.items[next].start < part->ranges[i].end; next++) {
			const span *span = &out->spans.items[next];
			if (at < span->start)
				span_list_add(&filled, at, span->start, SPAN_PROSE, reason);
			span_list_add(&filled, span->start, span->end, (enum span_role)span->role, span->rule);
			at = span->end;
		}
		if (at < part->ranges[i].end)
			span_list_add(&filled, at, part->ranges[i].end, SPAN_PROSE, reason);
	}
	span_list_finish(&out->spans);
	out->spans = filled;
}

static int compare_ranges(const void *a, const void *b)
{
	const syntax_range *x = a;
	const syntax_range *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

static int compare_spans(const void *a, const void *b)
{
	const span *x = a;
	const span *y = b;
	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end < y->end ? -1 : x->end > y->end;
}

/* Takes the ranges, ordered, out of the spans, ordered. */
static void cut_spans(span_list *spans, const syntax_range *ranges, size_t count)
{
	span_list kept = {0};
	size_t first = 0;
	for (size_t i = 0; i < spans->count; i++) {
		span span = spans->items[i];
		while (first < count && ranges[first].end <= span.start)
			first++;
		for (size_t j = first; j < count && ranges[j].start < span.end; j++) {
			if (span.start < ranges[j].start)
				span_list_add(&kept, span.start, ranges[j].start, (enum span_role)span.role, span.rule);
			if (span.start < ranges[j].end)
				span.start = ranges[j].end;
		}
		if (span.start < span.end)
			span_list_add(&kept, span.start, span.end, (enum span_role)span.role, span.rule);
	}
	span_list_finish(spans);
	*spans = kept;
}

/* Overlaps, which a scanner with a fault could report, would count a line twice. */
static void order_spans(span_list *spans)
{
	if (spans->count > 1)
		qsort(spans->items, spans->count, sizeof(*spans->items), compare_spans);
	size_t kept = 0;
	uint32_t end = 0;
	for (size_t i = 0; i < spans->count; i++) {
		span span = spans->items[i];
		if (span.start < end)
			span.start = end;
		if (span.start >= span.end)
			continue;
		end = span.end;
		spans->items[kept++] = span;
	}
	spans->count = kept;
}

/* The guests of a text: what they take the place of, and what they say instead. */
typedef struct guests {
	findings *host;
	regions *regions;
	span_list spans;
	syntax_range *ranges;
	size_t range_count, range_capacity;
} guests;

static void add_guest(guests *guests, const syntax_range *ranges, size_t count, const findings *guest)
{
	for (size_t i = 0; i < count; i++) {
		memory_reserve(&guests->ranges, &guests->range_capacity, guests->range_count + 1, sizeof(*ranges));
		guests->ranges[guests->range_count++] = ranges[i];
	}
	for (size_t i = 0; i < guest->spans.count; i++) {
		const span *span = &guest->spans.items[i];
		span_list_add(&guests->spans, span->start, span->end, (enum span_role)span->role, span->rule);
	}
}

/* Frames and branches of a guest are those of the host as well. */
static void add_outline(findings *host, const findings *guest)
{
	for (size_t i = 0; i < guest->frame_count; i++) {
		memory_reserve(&host->frames, &host->frame_capacity, host->frame_count + 1, sizeof(*host->frames));
		host->frames[host->frame_count++] = guest->frames[i];
	}
	host->cyclomatic += guest->cyclomatic;
	host->cognitive += guest->cognitive;
}

/* Puts what was found in the ranges in the place of what the host said of them: once for all guests, who may be many. */
static void merge(guests *guests)
{
	findings *host = guests->host;
	if (guests->range_count > 1)
		qsort(guests->ranges, guests->range_count, sizeof(*guests->ranges), compare_ranges);
	cut_spans(&host->spans, guests->ranges, guests->range_count);
	for (size_t i = 0; i < guests->spans.count; i++) {
		const span *span = &guests->spans.items[i];
		span_list_add(&host->spans, span->start, span->end, (enum span_role)span->role, span->rule);
	}
	order_spans(&host->spans);
	span_list_finish(&guests->spans);
	free(guests->ranges);
}

static void add_region(regions *regions, syntax_range range, const language *language)
{
	memory_reserve(&regions->items, &regions->capacity, regions->count + 1, sizeof(*regions->items));
	regions->items[regions->count++] = (outline_region){range.start, range.end, language->name};
}

/* Counts the guest's text, in one or more ranges of the host's. */
static void embed(composer *composer, const part *host, const language *language, const syntax_range *ranges,
		  size_t count, guests *guests)
{
	findings *out = guests->host;
	findings guest = {.arena = out->arena, .explain = out->explain};
	guest.reasons = out->reasons;
	guest.reason_count = out->reason_count;
	guest.reason_capacity = out->reason_capacity;
	for (size_t i = 0; i < count; i++)
		add_region(guests->regions, ranges[i], language);
	part part = {language, host->source, ranges, count, host->depth + 1};
	compose_part(composer, &part, &guest, guests->regions);
	add_guest(guests, ranges, count, &guest);
	add_outline(out, &guest);
	out->reasons = guest.reasons; /* they go on in one list */
	out->reason_count = guest.reason_count;
	out->reason_capacity = guest.reason_capacity;
	guest.reasons = NULL;
	findings_finish(&guest);
}

static void embed_all(composer *composer, const part *host, findings *out, regions *regions)
{
	size_t count = out->injection_count;
	found_injection *injections = out->injections;
	syntax_range *ranges = memory_zero(count, sizeof(*ranges));
	bool *done = memory_zero(count, sizeof(*done));
	guests guests = {.host = out, .regions = regions};
	for (size_t i = 0; i < count; i++) {
		const language *language =
			done[i] ? NULL : language_map_find(composer->map, text_of(injections[i].language));
		if (language == NULL)
			continue;
		size_t range_count = 0;
		for (size_t j = i; j < count && (j == i || injections[i].combined); j++) {
			if (j != i &&
			    (!injections[j].combined || strcmp(injections[j].language, injections[i].language) != 0))
				continue;
			ranges[range_count++] = (syntax_range){injections[j].start, injections[j].end};
			done[j] = true;
		}
		if (range_count > 1)
			qsort(ranges, range_count, sizeof(*ranges), compare_ranges);
		embed(composer, host, language, ranges, range_count, &guests);
	}
	merge(&guests);
	free(ranges);
	free(done);
}

static enum record_engine compose_part(composer *composer, const part *part, findings *out, regions *regions)
{
	const plugin_language *syntax = composer->lexical_only ? NULL : find_syntax(composer, part->language);
	const char *trouble = composer->lexical_only ? NULL : composer->tools[part->language->index].refusal;
	if (syntax != NULL)
		trouble = try_syntax(composer, part, syntax, out);
	bool counted = syntax != NULL && trouble == NULL;
	if (!counted)
		count_lexically(composer, part, out);
	if (part->depth == 0)
		composer->trouble = trouble;
	order_spans(&out->spans);
	if (part->language->type == LANGUAGE_PROSE)
		fill_with_prose(part, out);
	if (part->depth < DEPTH_MAX && out->injection_count > 0)
		embed_all(composer, part, out, regions);
	return counted ? RECORD_SYNTAX : RECORD_LEXICAL;
}

enum record_engine compose(composer *composer, const language *language, text source, findings *out, regions *regions)
{
	syntax_range all = {0, (uint32_t)source.len};
	part part = {language, source, &all, 1, 0};
	return compose_part(composer, &part, out, regions);
}
