/* SPDX-License-Identifier: MIT */
/* Texts in other languages that the walk meets, with or without holes. */
#include "base/memory.h"
#include "count/extract.h"
#include "count/walk_state.h"

#include <stdlib.h>
#include <string.h>

enum { WORD_MAX = 8 };

/* A text with holes while it is put together. */
typedef struct weaving {
	const char *source;
	buffer text;
	onflame_piece *pieces;
	size_t count, capacity;
	uint32_t end; /* of the holder */
} weaving;

static void add_piece(weaving *w, uint32_t start, uint32_t end, uint32_t from, uint32_t to)
{
	memory_reserve(&w->pieces, &w->capacity, w->count + 1, sizeof(*w->pieces));
	w->pieces[w->count++] = (onflame_piece){(uint32_t)w->text.len, start, end};
	buffer_add(&w->text, w->source + from, to - from);
}

/* What the source holds in [at, end). */
static void add_plain(weaving *w, uint32_t at, uint32_t end)
{
	if (at < end)
		add_piece(w, at, end, at, end);
}

/* A value is not known, but a word may stand for most of them. */
static void add_word(weaving *w, uint32_t at, uint32_t len)
{
	memory_reserve(&w->pieces, &w->capacity, w->count + 1, sizeof(*w->pieces));
	w->pieces[w->count++] = (onflame_piece){(uint32_t)w->text.len, at, at};
	buffer_add(&w->text, "________", len < WORD_MAX ? len : WORD_MAX);
}

static bool is_hole(const rule *rule, TSNode node)
{
	for (size_t i = 0; i < rule->hole_count; i++) {
		if (rule->holes[i] == ts_node_symbol(node))
			return true;
	}
	return false;
}

/* A line behind its marks, which its text does not have: the marks are blanks to those who look at the line. */
static uint32_t add_marked_line(weaving *w, uint32_t mark, uint32_t at)
{
	const char *feed = at < w->end ? memchr(w->source + at, '\n', w->end - at) : NULL;
	uint32_t stop = feed != NULL ? (uint32_t)(feed - w->source) + 1 : w->end;
	if (mark < stop)
		add_piece(w, mark, stop, at, stop);
	return stop;
}

static void weave(weaving *w, const rule *rule, TSNode holder)
{
	uint32_t at = ts_node_start_byte(holder);
	uint32_t column = ts_node_start_point(holder).column;
	bool marks = (rule->source->flags & ONFLAME_MARKS) != 0;
	w->end = ts_node_end_byte(holder);
	/* The marks of the first line stand before the node. */
	if (marks && column > 0 && column <= at)
		at = add_marked_line(w, at - column, at);
	TSTreeCursor cursor = ts_tree_cursor_new(holder);
	for (bool more = ts_tree_cursor_goto_first_child(&cursor); more;
	     more = ts_tree_cursor_goto_next_sibling(&cursor)) {
		TSNode child = ts_tree_cursor_current_node(&cursor);
		uint32_t start = ts_node_start_byte(child);
		uint32_t end = ts_node_end_byte(child);
		if (!is_hole(rule, child) || start < at || start == end)
			continue;
		add_plain(w, at, start);
		at = end;
		if (marks)
			at = add_marked_line(w, start, end);
		else if (ts_node_is_named(child) && end < w->end)
			add_word(w, start, end - start);
	}
	ts_tree_cursor_delete(&cursor);
	add_plain(w, at, w->end);
}

/* Whether the text is what stands there. */
static bool is_plain(const weaving *w, uint32_t start)
{
	return w->count == 1 && w->pieces[0].start == start && w->text.len == w->end - start;
}

static const extract *copy_extract(const weaving *w, arena *arena)
{
	extract *made = arena_zero(arena, 1, sizeof(*made));
	onflame_piece *pieces = arena_alloc(arena, w->count * sizeof(*pieces));
	memcpy(pieces, w->pieces, w->count * sizeof(*pieces));
	*made = (extract){{arena_copy(arena, w->text.data, w->text.len), w->text.len}, pieces, w->count};
	return made;
}

/* Takes the holes out of the text that the injection stands for; false: nothing is left of it. */
static bool take_holes(const walk *walk, const rule *rule, TSNode holder, found_injection *injection)
{
	weaving w = {.source = walk->text, .text = BUFFER_INIT};
	weave(&w, rule, holder);
	bool some = w.count > 0;
	if (some && !is_plain(&w, ts_node_start_byte(holder)))
		injection->extract = copy_extract(&w, walk->out->arena);
	buffer_finish(&w.text);
	free(w.pieces);
	return some;
}

void walk_add_injection(walk *walk, const rule *rule, const rule_site *site)
{
	findings *out = walk->out;
	TSNode holder = rule->source->start != NULL ? rule_start(rule, site) : site->node;
	if (ts_node_is_null(holder) || ts_node_start_byte(holder) == ts_node_end_byte(holder))
		return;
	/* The first that claims a text has it: <script type> tells of the text behind it. */
	if (out->injection_count > 0 && out->injections[out->injection_count - 1].start == ts_node_start_byte(holder))
		return;
	const char *language = rule->source->label;
	if (language == NULL) {
		buffer_clear(&walk->name);
		if (!rule_name(rule, site, &walk->name))
			return;
		language = arena_copy(out->arena, walk->name.data, walk->name.len);
	}
	found_injection injection = {
		.start = ts_node_start_byte(holder),
		.end = ts_node_end_byte(holder),
		.language = language,
		.combined = (rule->source->flags & (ONFLAME_COMBINED | ONFLAME_APART)) != 0,
		.apart = (rule->source->flags & ONFLAME_APART) != 0,
		.sound = (rule->source->flags & ONFLAME_SOUND) != 0,
	};
	if (rule->hole_count > 0 && !take_holes(walk, rule, holder, &injection))
		return;
	memory_reserve(&out->injections, &out->injection_capacity, out->injection_count + 1, sizeof(*out->injections));
	out->injections[out->injection_count++] = injection;
}
