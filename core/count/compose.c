/* SPDX-License-Identifier: MIT */
#include "count/compose.h"

#include "base/memory.h"
#include "count/frames.h"
#include "count/lexical.h"
#include "count/part.h"
#include "count/preprocessor.h"
#include "count/ranges.h"
#include "count/scan.h"
#include "count/shebang.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEPTH_MAX = 4,   /* PHP in HTML in Markdown ... */
	RANGES_MAX = 256 /* for each token the parser searches all ranges that it was given */
};

/* What a counter is shown of a part: its ranges, or one with blanks between them. */
typedef struct view {
	text source;
	const syntax_range *ranges;
	size_t range_count;
	syntax_range whole;
	char *blank; /* owned; NULL: the source is the part's own */
} view;

/* Loads the plugin of the language, which must have it. */
static void ask_plugin(composer *composer, const language *language, language_tools *tools)
{
	error why;
	tools->asked = true;
	tools->plugin = plugin_set_load(composer->plugins, language->plugin, &why);
	if (tools->plugin != NULL && plugin_find_language(tools->plugin, language->name, NULL) == NULL) {
		error_set(&why, "plugin '%s' (%s) has no language '%s'", tools->plugin->name, tools->plugin->path,
			  language->name);
		tools->plugin = NULL;
	}
	if (tools->plugin == NULL)
		tools->refusal = memory_copy_string(why.message);
}

static const plugin_language *find_syntax(composer *composer, const part *part)
{
	const language *language = part->language;
	language_tools *tools = &composer->tools[language->index];
	if (language->plugin == NULL)
		return NULL;
	if (!tools->asked)
		ask_plugin(composer, language, tools);
	return tools->plugin == NULL
		       ? NULL
		       : plugin_find_language(tools->plugin, language->name, part->depth == 0 ? composer->path : NULL);
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

static bool scan_range(const lexical_scanner *scanner, const part *part, const view *view, bool surely, findings *out)
{
	size_t before = out->spans.count;
	syntax_range range = view->ranges[0];
	text source = {view->source.data + range.start, range.end - range.start};
	/* That line is told by itself, and holds what would be marks: #!/usr/bin/env. */
	uint32_t shebang = part->depth == 0 && range.start == 0 ? shebang_length(source) : 0;
	range.start += shebang;
	source.data += shebang;
	source.len -= shebang;
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
	if (tools->scanner == NULL) {
		tools->scanner = lexical_scanner_create(&part->language->lexis);
		lexical_scanner_know(tools->scanner, composer->map, part->language);
	}
	view view = view_of(part);
	join_ranges(&view, part);
	bool sure = scan_range(tools->scanner, part, &view, surely, out);
	free(view.blank);
	return sure;
}

/* Takes out what a preprocessor would, where marks are sure of what is comment. */
static void blank_directives(composer *composer, const part *part, view *view)
{
	const lexis_preprocessor *told = &part->language->lexis.preprocessor;
	if (told->opens == NULL || view->range_count != 1)
		return;
	findings marks = {.arena = composer->arena};
	char *blank =
		count_lexically(composer, part, true, &marks)
			? preprocessor_blank(told, view->source, view->ranges[0], marks.spans.items, marks.spans.count)
			: NULL;
	findings_finish(&marks);
	if (blank == NULL)
		return;
	free(view->blank);
	view->source.data = view->blank = blank;
}

static const char *count_by_syntax(composer *composer, const part *part, const plugin_language *syntax, findings *out)
{
	view view = view_of(part);
	if (part->apart || part->range_count > RANGES_MAX || syntax->scan != NULL)
		join_ranges(&view, part);
	blank_directives(composer, part, &view);
	const char *trouble = try_syntax(composer, syntax, &view, out);
	free(view.blank);
	return trouble;
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

/* What was proven of the program's own plugin does not hold of one that the user put in its place. */
static bool is_proven(composer *composer, const language *language)
{
	if (language->plugin == NULL)
		return false;
	language_tools *tools = &composer->tools[language->index];
	if (tools->proof == PROOF_NOT_ASKED)
		tools->proof = plugin_set_is_foreign(composer->plugins, language->plugin) ? PROOF_VOID : PROOF_HOLDS;
	return tools->proof == PROOF_HOLDS;
}

static bool is_certified(composer *composer, const language *language)
{
	return language->lexis.certified && is_proven(composer, language);
}

static const skeleton_rules *find_skeleton(composer *composer, const language *language)
{
	language_tools *tools = &composer->tools[language->index];
	if (tools->skeleton == NULL)
		tools->skeleton = skeleton_rules_create(&language->lexis);
	return tools->skeleton;
}

/* NULL: its statements are not told from each other, or the grammar depends on the name of the file. */
static shapes *find_shapes(composer *composer, const language *language, const plugin_language *syntax)
{
	language_tools *tools = &composer->tools[language->index];
	const lexis_skeleton *told = &language->lexis.skeleton;
	if (!(told->lines || told->semicolons || told->layout) || syntax->endings != NULL)
		return NULL;
	if (tools->shapes == NULL)
		tools->shapes = shapes_create(syntax, told);
	return tools->shapes;
}

/* What was found by marks is in `out`, from the span `first` on. */
static frames_request ask_for_frames(composer *composer, const part *part, const plugin_language *syntax,
				     const findings *out, size_t first)
{
	return (frames_request){
		.skeleton = composer->skeleton,
		.rules = find_skeleton(composer, part->language),
		.shapes = find_shapes(composer, part->language, syntax),
		.syntax = syntax,
		.timeout = composer->timeout,
		.branches = composer->branches,
		.source = part->source,
		.range = part->ranges[0],
		.spans = out->spans.items + first,
		.span_count = out->spans.count - first,
	};
}

/* Lines by marks, frames by what the grammar says of the skeleton. false: nothing was added. */
static bool count_by_skeleton(composer *composer, const part *part, const plugin_language *syntax, findings *out)
{
	size_t before = out->spans.count;
	const skeleton_rules *rules = find_skeleton(composer, part->language);
	/* A guest may have to be understood as a whole. */
	if (rules == NULL || part->depth > 0 || (composer->branches && !skeleton_tells_branches(rules)))
		return false;
	if (part->range_count != 1 || !count_lexically(composer, part, true, out))
		return false;
	const frames_request request = ask_for_frames(composer, part, syntax, out, before);
	if (frames_find(&request, out))
		return true;
	out->spans.count = before;
	return false;
}

/* Whether all that its grammar would tell is lines: JSON's. */
static bool is_without_frames(const composer *composer, const plugin_language *syntax)
{
	return !composer->branches && syntax->rules != NULL && !syntax->rules->tells_frames;
}

/*
 * What the grammar did not understand it may have classed by chance. Marks that were proven where it does understand, and are sure,
 * tell lines there too, and the same lines as where lines alone are asked for. false: they do not.
 */
static bool prefer_marks(composer *composer, const part *part, size_t before, findings *out)
{
	size_t count = out->spans.count;
	const lexis *lexis = &part->language->lexis;
	if (composer->syntax_asked || !(lexis->certified || lexis->marks_where_broken) ||
	    !is_proven(composer, part->language) || !count_lexically(composer, part, true, out))
		return false;
	span *items = out->spans.items;
	if (items != NULL)
		memmove(items + before, items + count, (out->spans.count - count) * sizeof(*items));
	out->spans.count -= count - before;
	return true;
}

static bool may_prefer_skeleton(composer *composer, const part *part)
{
	return find_skeleton(composer, part->language) != NULL && composer->branches && part->depth == 0 &&
	       part->range_count == 1;
}

/* The same functions as where frames alone are asked for. What was found by marks is in `marks`, from the span `first` on. */
static void prefer_skeleton(composer *composer, const part *part, const plugin_language *syntax, const findings *marks,
			    size_t first, findings *out)
{
	frames_request request = ask_for_frames(composer, part, syntax, marks, first);
	request.branches = false;
	frames_mend(&request, out);
}

/* Likewise where the grammar may take one function for another and not say so. */
static void doubt_frames(composer *composer, const part *part, const plugin_language *syntax, findings *out)
{
	if (composer->syntax_asked || !is_certified(composer, part->language) || !may_prefer_skeleton(composer, part) ||
	    !skeleton_of_commands(find_skeleton(composer, part->language)))
		return;
	findings marks = {.arena = composer->arena};
	if (count_lexically(composer, part, true, &marks))
		prefer_skeleton(composer, part, syntax, &marks, 0, out);
	findings_finish(&marks);
}

/* Finds what is in the part's own language, by the first counter that is fit for it. */
static enum record_engine count_own(composer *composer, const part *part, findings *out)
{
	const char *trouble = NULL;
	size_t before = out->spans.count;
	if (composer->lexical_only || (part->language->lexical_first && !composer->syntax_asked)) {
		count_lexically(composer, part, false, out);
		return RECORD_LEXICAL;
	}
	if (composer->lines_only && is_certified(composer, part->language) &&
	    count_lexically(composer, part, true, out))
		return RECORD_CERTIFIED;
	const plugin_language *syntax = find_syntax(composer, part);
	if (composer->skeletons && syntax != NULL && is_certified(composer, part->language)) {
		if (is_without_frames(composer, syntax) && count_lexically(composer, part, true, out))
			return RECORD_CERTIFIED;
		if (count_by_skeleton(composer, part, syntax, out))
			return RECORD_SYNTAX;
	}
	if (syntax == NULL)
		trouble = composer->tools[part->language->index].refusal;
	else
		trouble = count_by_syntax(composer, part, syntax, out);
	if (part->depth == 0)
		composer->trouble = trouble;
	if (syntax == NULL || trouble != NULL) {
		count_lexically(composer, part, false, out);
		return RECORD_LEXICAL;
	}
	if (!out->broken)
		doubt_frames(composer, part, syntax, out);
	else if (prefer_marks(composer, part, before, out) && may_prefer_skeleton(composer, part))
		prefer_skeleton(composer, part, syntax, out, before, out);
	return RECORD_SYNTAX;
}

enum record_engine part_count(composer *composer, const part *part, findings *out, regions *regions)
{
	enum record_engine engine = count_own(composer, part, out);
	span_list_order(&out->spans);
	/* What lies between a guest's ranges is not its own, though a comment may reach over it. */
	if (part->range_count > 1)
		ranges_clip(&out->spans, part->source, part->ranges, part->range_count);
	if (part->language->type == LANGUAGE_PROSE)
		fill_with_prose(part, out);
	if (composer->embedded && part->depth < DEPTH_MAX && out->injection_count > 0)
		guests_count(composer, part, out, regions);
	return engine;
}

enum record_engine compose(composer *composer, const language *language, text source, findings *out, regions *regions,
			   text *shown)
{
	syntax_range all = {0, (uint32_t)source.len};
	canvas canvas = {.source = source};
	part part = {language, &canvas, source, &all, 1, 0, false};
	enum record_engine engine = part_count(composer, &part, out, regions);
	*shown = canvas.shown != NULL ? (text){canvas.shown, source.len} : source;
	return engine;
}
