/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "count/walk_state.h"

#include <string.h>

/* Adds the comment; one within a string, "$(date # now", parts the string in two. */
static void add_comment(walk *walk, uint32_t start, uint32_t end, uint16_t reason)
{
	span_list *spans = &walk->out->spans;
	span *around = walk->strings > 0 && spans->count > 0 ? &spans->items[spans->count - 1] : NULL;
	if (around == NULL || start <= around->start || around->end <= end) {
		span_list_add(spans, start, end, SPAN_COMMENT, reason);
		return;
	}
	span rest = *around;
	around->end = start;
	span_list_add(spans, start, end, SPAN_COMMENT, reason);
	span_list_add(spans, end, rest.end, (enum span_role)rest.role, rest.rule);
}

void walk_add_span(walk *walk, const rule *rule, TSNode node, enum span_role role)
{
	if (walk->strings > 0 && role != SPAN_COMMENT)
		return;
	uint32_t start = ts_node_start_byte(node);
	uint32_t end = ts_node_end_byte(node);
	bool whole = (rule->source->flags & ONFLAME_WHOLE_LINE) != 0;
	bool rest = (rule->source->flags & ONFLAME_TO_SIBLING) != 0;
	if (whole)
		start -= ts_node_start_point(node).column;
	if (rest) {
		end = walk->end;
		walk->cut = start;
	}
	if ((rule->source->flags & ONFLAME_TO_LINE_END) != 0) {
		const char *feed = memchr(walk->text + start, '\n', walk->end - start);
		end = feed != NULL ? (uint32_t)(feed - walk->text) : walk->end;
		walk->line_end = end;
	}
	/* Some grammars take the line break, and blank lines behind it, into the comment; YAML's into a last scalar. */
	bool trim = !whole && !rest && (role == SPAN_COMMENT || end == walk->end);
	while (trim && end > start && strchr(" \t\r\n\f\v", walk->text[end - 1]) != NULL)
		end--;
	/* A string within one line says nothing of it that its characters do not. */
	if (role == SPAN_STRING && !walk->out->explain && memchr(walk->text + start, '\n', end - start) == NULL)
		return;
	uint16_t reason = UINT16_MAX;
	if (walk->out->explain) {
		const char *what = arena_printf(walk->out->arena, "%s: node %s",
						role == SPAN_COMMENT  ? "comment"
						: role == SPAN_STRING ? "string"
								      : "docstring",
						rule->source->kind);
		reason = findings_reason(walk->out, walk->language->name, what);
	}
	if (role == SPAN_COMMENT)
		add_comment(walk, start, end, reason);
	else
		span_list_add(&walk->out->spans, start, end, role, reason);
}
