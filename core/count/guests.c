/* SPDX-License-Identifier: MIT */
/* Texts in other languages: each is counted as a text of its own, then takes the place of what its host said of it. */
#include "base/memory.h"
#include "count/extract.h"
#include "count/part.h"
#include "count/ranges.h"
#include "count/tag.h"

#include <stdlib.h>
#include <string.h>

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

static int compare_ranges(const void *a, const void *b)
{
	const syntax_range *x = a;
	const syntax_range *y = b;
	return x->start < y->start ? -1 : x->start > y->start;
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
	span_list_order(&host->spans);
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
	part_count(composer, guest, &found, guests->regions);
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
	bool syntax = part_count(composer, &guest, &found, &own) == RECORD_SYNTAX;
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

void guests_count(composer *composer, const part *host, findings *out, regions *regions)
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
