/* SPDX-License-Identifier: MIT */
#include "count/compose.h"

#include "base/memory.h"
#include "count/extract.h"
#include "count/lexical.h"
#include "count/ranges.h"
#include "count/scan.h"
#include "count/tag.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEPTH_MAX = 4,   /* PHP in HTML in Markdown ... */
	RANGES_MAX = 256 /* for each token the parser searches all ranges that it was given */
};

/* A text of its own, and how it shows where guests have other characters than stand in it. */
typedef struct canvas {
	text source;
	char *shown; /* in the arena; NULL: as it is */
} canvas;

/* A text, or the parts of one that are taken together. */
typedef struct part {
	const language *language;
	canvas *canvas;
	text source; /* the canvas's */
	const syntax_range *ranges;
	size_t range_count;
	unsigned depth;
	bool apart; /* a line ends behind each range */
} part;

/* What a counter is shown of a part: its ranges, or one with blanks between them. */
typedef struct view {
	text source;
	const syntax_range *ranges;
	size_t range_count;
	syntax_range whole;
	char *blank; /* owned; NULL: the source is the part's own */
} view;

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

static view view_of(const part *part)
{
	return (view){.source = part->source, .ranges = part->ranges, .range_count = part->range_count};
}

/* A comment may begin in one range and end in another. */
static void join_ranges(view *view, const part *part)
{
	if (view->range_count < 2)
		return;
	view->blank = ranges_blank(part->source, part->ranges, part->range_count, part->apart);
	view->source.data = view->blank;
	view->whole = (syntax_range){part->ranges[0].start, part->ranges[part->range_count - 1].end};
	view->ranges = &view->whole;
	view->range_count = 1;
}

/* NULL: counted by syntax; else why not. */
static const char *try_syntax(composer *composer, const plugin_language *syntax, const view *view, findings *out)
{
	if (syntax->max_lines > 0 && has_more_lines(view->source, syntax->max_lines))
		return arena_printf(composer->arena, "more than %u lines, which its grammar cannot take",
				    syntax->max_lines);
	if (syntax->scan != NULL)
		return scan_count(syntax, view->source, view->ranges, view->range_count, composer->arena, out);
	if (syntax_count(syntax, view->source, view->ranges, view->range_count, composer->timeout, out) != 0)
		return arena_printf(composer->arena, "syntax counting took over %g s", composer->timeout);
	return NULL;
}

static const char *count_by_syntax(composer *composer, const part *part, const plugin_language *syntax, findings *out)
{
	view view = view_of(part);
	if (part->apart || part->range_count > RANGES_MAX || syntax->scan != NULL)
		join_ranges(&view, part);
	const char *trouble = try_syntax(composer, syntax, &view, out);
	free(view.blank);
	return trouble;
}

static bool scan_range(const lexical_scanner *scanner, const part *part, const view *view, bool surely, findings *out)
{
	size_t before = out->spans.count;
	syntax_range range = view->ranges[0];
	text source = {view->source.data + range.start, range.end - range.start};
	bool sure = true;
	if (surely)
		sure = lexical_scan_surely(scanner, source, &out->spans);
	else
		lexical_scan(scanner, source, &out->spans);
	if (!sure)
		out->spans.count = before;
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
	return sure;
}

/* false: something could be read otherwise, and nothing was added; with `surely` only. */
static bool count_lexically(composer *composer, const part *part, bool surely, findings *out)
{
	/* All of it is text for people. */
	if (part->language->type == LANGUAGE_PROSE)
		return true;
	language_tools *tools = &composer->tools[part->language->index];
	if (tools->scanner == NULL)
		tools->scanner = lexical_scanner_create(&part->language->lexis);
	view view = view_of(part);
	join_ranges(&view, part);
	bool sure = scan_range(tools->scanner, part, &view, surely, out);
	free(view.blank);
	return sure;
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

static void add_guest(guests *guests, const range_list *ranges, const findings *guest)
{
	memory_reserve(&guests->ranges, &guests->range_capacity, guests->range_count + ranges->count,
		       sizeof(*guests->ranges));
	memcpy(guests->ranges + guests->range_count, ranges->items, ranges->count * sizeof(*ranges->items));
	guests->range_count += ranges->count;
	for (size_t i = 0; i < guest->spans.count; i++) {
		const span *span = &guest->spans.items[i];
		span_list_add(&guests->spans, span->start, span->end, (enum span_role)span->role, span->rule);
	}
}

/* Frames and branches of a guest are those of the host as well. */
static void add_outline(findings *host, const findings *guest)
{
	for (size_t i = 0; i < guest->frame_count; i++)
		*findings_add_frame(host) = guest->frames[i];
	host->cyclomatic += guest->cyclomatic;
	host->cognitive += guest->cognitive;
}

/* Puts what was found in the ranges in the place of what the host said of them: once for all guests, who may be many. */
static void merge(guests *guests)
{
	findings *host = guests->host;
	if (guests->range_count > 1)
		qsort(guests->ranges, guests->range_count, sizeof(*guests->ranges), compare_ranges);
	ranges_cut(&host->spans, guests->ranges, guests->range_count);
	for (size_t i = 0; i < guests->spans.count; i++) {
		const span *span = &guests->spans.items[i];
		span_list_add(&host->spans, span->start, span->end, (enum span_role)span->role, span->rule);
	}
	order_spans(&host->spans);
	span_list_finish(&guests->spans);
	free(guests->ranges);
}

/* The findings of a guest; reasons go on in one list. */
static findings begin_guest(findings *host)
{
	findings found = {.arena = host->arena, .explain = host->explain};
	found.reasons = host->reasons;
	found.reason_count = host->reason_count;
	found.reason_capacity = host->reason_capacity;
	return found;
}

/* `ranges`: NULL: nothing of it counts. */
static void end_guest(guests *guests, const range_list *ranges, findings *found)
{
	findings *host = guests->host;
	if (ranges != NULL) {
		add_guest(guests, ranges, found);
		add_outline(host, found);
	}
	host->reasons = found->reasons;
	host->reason_count = found->reason_count;
	host->reason_capacity = found->reason_capacity;
	found->reasons = NULL;
	findings_finish(found);
}

/* Counts the guest's text, in one or more ranges of the host's. */
static void embed(composer *composer, const part *guest, const range_list *ranges, guests *guests)
{
	findings found = begin_guest(guests->host);
	for (size_t i = 0; i < ranges->count; i++)
		regions_add(guests->regions, ranges->items[i], guest->language->name);
	compose_part(composer, guest, &found, guests->regions);
	end_guest(guests, ranges, &found);
}

/* How the host's text shows with the guest in it. */
static const char *show(canvas *host, const extract *extract, const canvas *guest, arena *arena)
{
	if (host->shown == NULL && (guest->shown != NULL || !extract_is_exact(extract, host->source.data)))
		host->shown = arena_copy(arena, host->source.data, host->source.len);
	if (host->shown == NULL)
		return host->source.data;
	extract_draw(extract, guest->shown != NULL ? guest->shown : guest->source.data, host->shown);
	return host->shown;
}

/* Takes what was found in a text made of pieces, and in those within it, to where they stand in the host's. */
static void return_extract(composer *composer, const part *host, const canvas *canvas, const extract *extract,
			   regions *own, findings *found, guests *guests)
{
	const char *shown = show(host->canvas, extract, canvas, composer->arena);
	extract_return(extract, shown, found);
	for (size_t i = 0; i < own->count; i++)
		extract_return_region(extract, shown, &own->items[i], guests->regions);
	range_list ranges = {0};
	extract_ranges(extract, &ranges);
	end_guest(guests, &ranges, found);
	range_list_finish(&ranges);
}

/* Counts a text that is made of pieces of the host's. */
static void embed_extract(composer *composer, const part *host, const language *language,
			  const found_injection *injection, guests *guests)
{
	const extract *extract = injection->extract;
	canvas canvas = {.source = extract->text};
	syntax_range all = {0, (uint32_t)extract->text.len};
	part guest = {language, &canvas, canvas.source, &all, 1, host->depth + 1, false};
	findings found = begin_guest(guests->host);
	regions own = {0};
	if (language != host->language)
		regions_add(&own, all, language->name);
	bool syntax = compose_part(composer, &guest, &found, &own) == RECORD_SYNTAX;
	if (injection->sound && (!syntax || found.broken))
		end_guest(guests, NULL, &found);
	else
		return_extract(composer, host, &canvas, extract, &own, &found, guests);
	free(own.items);
}

static int compare_injections(const void *a, const void *b)
{
	const found_injection *x = a;
	const found_injection *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
}

/* The injection's ranges within the host's, and those of all that make one text with it; `done` tells which those are. */
static void gather(const part *host, const findings *out, size_t first, bool *done, range_list *ranges)
{
	const found_injection *of = &out->injections[first];
	size_t end = of->combined ? out->injection_count : first + 1;
	for (size_t i = first; i < end; i++) {
		const found_injection *other = &out->injections[i];
		if (i != first && (done[i] || !other->combined || strcmp(other->language, of->language) != 0))
			continue;
		done[i] = true;
		syntax_range range = {other->start, other->end};
		range_list_add(ranges, host->ranges, host->range_count, range);
	}
}

/* A string of Ruby in Ruby, as tests of tools have it, is data; what a macro is given is not. */
static bool is_guest(const part *host, const found_injection *injection, const language *language)
{
	return host->range_count == 1 && (injection->sound || language != host->language);
}

static void embed_all(composer *composer, const part *host, findings *out, regions *regions)
{
	size_t count = out->injection_count;
	bool *done = memory_zero(count, sizeof(*done));
	guests guests = {.host = out, .regions = regions};
	range_list ranges = {0};
	qsort(out->injections, count, sizeof(*out->injections), compare_injections);
	for (size_t i = 0; i < count; i++) {
		const found_injection *injection = &out->injections[i];
		const language *language = done[i] ? NULL : tag_find(composer->map, injection->language);
		if (language == NULL)
			continue;
		if (injection->extract != NULL) {
			if (is_guest(host, injection, language))
				embed_extract(composer, host, language, injection, &guests);
			continue;
		}
		ranges.count = 0;
		gather(host, out, i, done, &ranges);
		part guest = {language,     host->canvas,    host->source,    ranges.items,
			      ranges.count, host->depth + 1, injection->apart};
		if (ranges.count > 0)
			embed(composer, &guest, &ranges, &guests);
	}
	merge(&guests);
	range_list_finish(&ranges);
	free(done);
}

/* What was proven of the program's own plugin does not hold of one that the user put in its place. */
static bool is_certified(composer *composer, const language *language)
{
	if (!language->lexis.certified || language->plugin == NULL)
		return false;
	language_tools *tools = &composer->tools[language->index];
	if (tools->proof == PROOF_NOT_ASKED)
		tools->proof = plugin_set_is_foreign(composer->plugins, language->plugin) ? PROOF_VOID : PROOF_HOLDS;
	return tools->proof == PROOF_HOLDS;
}

/* Finds what is in the part's own language, by the first counter that is fit for it. */
static enum record_engine count_part(composer *composer, const part *part, findings *out)
{
	const char *trouble = NULL;
	if (composer->lexical_only) {
		count_lexically(composer, part, false, out);
		return RECORD_LEXICAL;
	}
	if (composer->lines_only && is_certified(composer, part->language) &&
	    count_lexically(composer, part, true, out))
		return RECORD_CERTIFIED;
	const plugin_language *syntax = find_syntax(composer, part->language);
	if (syntax == NULL)
		trouble = composer->tools[part->language->index].refusal;
	else
		trouble = count_by_syntax(composer, part, syntax, out);
	if (part->depth == 0)
		composer->trouble = trouble;
	if (syntax != NULL && trouble == NULL)
		return RECORD_SYNTAX;
	count_lexically(composer, part, false, out);
	return RECORD_LEXICAL;
}

static enum record_engine compose_part(composer *composer, const part *part, findings *out, regions *regions)
{
	enum record_engine engine = count_part(composer, part, out);
	order_spans(&out->spans);
	/* What lies between a guest's ranges is not its own, though a comment may reach over it. */
	if (part->range_count > 1)
		ranges_clip(&out->spans, part->source, part->ranges, part->range_count);
	if (part->language->type == LANGUAGE_PROSE)
		fill_with_prose(part, out);
	if (composer->embedded && part->depth < DEPTH_MAX && out->injection_count > 0)
		embed_all(composer, part, out, regions);
	return engine;
}

enum record_engine compose(composer *composer, const language *language, text source, findings *out, regions *regions,
			   text *shown)
{
	syntax_range all = {0, (uint32_t)source.len};
	canvas canvas = {.source = source};
	part part = {language, &canvas, source, &all, 1, 0, false};
	enum record_engine engine = compose_part(composer, &part, out, regions);
	*shown = canvas.shown != NULL ? (text){canvas.shown, source.len} : source;
	return engine;
}
