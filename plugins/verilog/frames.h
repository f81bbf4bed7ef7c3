/* SPDX-License-Identifier: MIT */
/* Frames of Verilog: their names and ports. */
#ifndef ONFLAME_PLUGINS_VERILOG_FRAMES_H
#define ONFLAME_PLUGINS_VERILOG_FRAMES_H

#include "tokens.h"

enum { NAME_FAR = 4096 }; /* a head is not longer */

/* The first name behind the word, or of a routine the last before its ports; white space ends an escaped one. */
static inline void find_name(const scanner *s, uint32_t at, bool last, onflame_span *frame)
{
	uint32_t limit = s->len - at > NAME_FAR ? at + NAME_FAR : s->len;
	uint32_t depth = 0;
	for (at = next_token(s, at); at < limit; at = next_token(s, at)) {
		uint32_t start = at;
		char c = s->text[at++];
		if (c == ';' || is_word(s, start, "function") || is_word(s, start, "task") ||
		    (c == '(' && depth == 0 && s->text[start - 1] != '#'))
			return;
		depth += c == '[' || c == '(';
		depth -= (c == ']' || c == ')') && depth > 0;
		while (c == '\\' && at < limit && !is_space(s->text[at]))
			at++;
		if (is_name(c))
			at = skip_name(s, at);
		bool modifies = is_word(s, start, "automatic") || is_word(s, start, "static");
		if (depth > 0 || modifies || !(is_name(c) || c == '\\') || s->text[start - 1] == '`')
			continue;
		bool scoped = frame->name_len > 0 && start >= 2 && s->text[start - 1] == ':';
		if (!scoped)
			frame->name = s->text + start;
		frame->name_len = (uint32_t)(s->text + at - frame->name);
		if (!last)
			return;
	}
}

static inline int32_t add_frame(scanner *s, const word *word, uint32_t start, uint32_t at)
{
	bool unit = word->action == OPEN_UNIT;
	int32_t added = spans_add(&s->spans, unit ? ONFLAME_CONTAINER : ONFLAME_FUNCTION, start, s->len, word->label);
	if (added == SPAN_NONE)
		return added;
	onflame_span *frame = &s->spans.items[added];
	uint32_t end = skip_name(s, at);
	if (word->action != OPEN_PROCESS) {
		find_name(s, end, !unit, frame);
	} else {
		frame->name = s->text + at;
		frame->name_len = end - at;
	}
	if (frame->name_len == 3 && memcmp(frame->name, "new", 3) == 0)
		frame->label = "constructor";
	return added;
}

/* The ports in parentheses: one before each comma. */
static inline void add_ports(scanner *s, uint32_t at)
{
	uint32_t depth = 0;
	bool begun = false;
	for (at = next_token(s, at); at < s->len && s->text[at] != ';'; at = next_token(s, at + 1)) {
		char c = s->text[at];
		bool opens = memchr("([{", c, 3) != NULL;
		if (is_word(s, at, "function") || is_word(s, at, "task"))
			return;
		if (memchr(")]}", c, 3) != NULL && --depth == 0)
			return;
		if (depth == 0 && !opens)
			continue;
		if (depth == 1 && c == ',')
			begun = false;
		else if (depth > 0 && !begun) {
			spans_add(&s->spans, ONFLAME_PARAMETER, at, at, NULL);
			begun = true;
		}
		depth += opens;
	}
}

#endif
