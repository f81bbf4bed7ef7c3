/* SPDX-License-Identifier: MIT */
#include "count/preprocessor_pass.h"

#include "base/memory.h"

#include <stdlib.h>

void pass_blank(preprocessor_pass *pass, uint32_t start, uint32_t end)
{
	if (pass->out == NULL)
		pass->out = memory_copy_bytes(pass->source.data, pass->source.len);
	for (uint32_t i = start; i < end; i++)
		if (pass->code[i] != COMMENT && (unsigned char)pass->out[i] > ' ')
			pass->code[i] = pass->out[i] = ' ';
}

static bool is_one_of(const preprocessor_pass *pass, const char *const *list, uint32_t at, uint32_t end)
{
	uint32_t rest = pass_skip_blanks(pass, at + 1, end);
	for (; *list != NULL; list++) {
		size_t len = strlen(*list + 1);
		if (pass->code[at] == **list && end - rest >= len && memcmp(pass->code + rest, *list + 1, len) == 0 &&
		    (rest + len == end || !pass_is_word(pass->code[rest + len])))
			return true;
	}
	return false;
}

static void meet_bracket(preprocessor_pass *pass, char bracket)
{
	if (strchr("([{", bracket) != NULL) {
		memory_reserve(&pass->brackets, &pass->bracket_capacity, pass->depth + 1, 1);
		pass->brackets[pass->depth++] = bracket;
		return;
	}
	if (pass->depth == 0)
		return;
	pass->depth--;
	if (pass->condition_count > 0) {
		preprocessor_condition *last = &pass->conditions[pass->condition_count - 1];
		last->low = pass->depth < last->low ? pass->depth : last->low;
	}
}

/* Deeper ones are not told: what is blanked of one may be blanked again with each that is around it. */
enum { CONDITIONS_MAX = 200 };

static void begin(preprocessor_pass *pass, uint32_t start, uint32_t end)
{
	if (pass->condition_count == CONDITIONS_MAX) {
		pass->deeper++;
		return;
	}
	memory_reserve(&pass->conditions, &pass->condition_capacity, pass->condition_count + 1,
		       sizeof(*pass->conditions));
	pass->conditions[pass->condition_count++] = (preprocessor_condition){
		.start = start,
		.end = end,
		.alternative = end,
		.depth = pass->depth,
		.low = pass->depth,
		.within = pass_is_in_round(pass),
		.first = true,
	};
}

static void finish(preprocessor_pass *pass)
{
	if (pass->deeper > 0) {
		pass->deeper--;
		return;
	}
	size_t low = pass->conditions[--pass->condition_count].low;
	preprocessor_condition *around =
		pass->condition_count > 0 ? &pass->conditions[pass->condition_count - 1] : NULL;
	if (around != NULL && low < around->low)
		around->low = low;
}

/* The last condition's alternative ends, at a directive. Returns whether what follows it, up to the condition's end, is blanked. */
static bool end_alternative(preprocessor_pass *pass, uint32_t start, uint32_t end)
{
	preprocessor_condition *last = &pass->conditions[pass->condition_count - 1];
	bool open = last->low < last->depth || pass->depth != last->depth;
	if (last->first && (open || last->within)) {
		pass_blank(pass, last->start, last->end);
		pass_blank(pass, start, end);
		return true;
	}
	if (!last->first && last->low >= last->depth && pass->depth > last->depth) {
		pass_blank(pass, last->alternative, start);
		pass->depth = last->depth;
	}
	last->first = false;
	last->alternative = end;
	return false;
}

static void drop(preprocessor_pass *pass, uint32_t start, uint32_t end)
{
	uint32_t at = pass_skip_blanks(pass, start, end);
	if (at < end && is_one_of(pass, pass->told->opens, at, end))
		pass->dropped++;
	else if (at < end && is_one_of(pass, pass->told->closes, at, end) && --pass->dropped == 0)
		finish(pass);
	pass_blank(pass, start, end);
}

static void meet_directive(preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	const lexis_preprocessor *told = pass->told;
	bool told_of = pass->condition_count > 0 && pass->deeper == 0;
	pass->last = '#';
	if (is_one_of(pass, told->opens, at, end)) {
		begin(pass, at, end);
	} else if (told_of && is_one_of(pass, told->turns, at, end)) {
		pass->dropped = end_alternative(pass, at, end);
	} else if (pass->condition_count > 0 && is_one_of(pass, told->closes, at, end)) {
		if (told_of)
			end_alternative(pass, at, end);
		finish(pass);
	}
	while (end > at && pass_is_blank(pass->code[end - 1]))
		end--;
	if (end > at)
		pass->code[end - 1] = pass->last; /* what it ends with is not of what follows */
}

static bool is_label(const preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	while (at < end && (pass_is_word(pass->code[at]) || pass_is_blank(pass->code[at])))
		at++;
	return at < end && pass->code[at] == ':' && pass_skip_blanks(pass, at + 1, end) == end;
}

static void meet_code(preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	bool label = is_label(pass, at, end);
	for (; at < end; at++) {
		char byte = pass->code[at];
		if (pass_is_blank(byte))
			continue;
		if (byte == '{')
			macros_meet_brace(pass, at);
		if ((byte == 'c' || byte == 's' || byte == 'u') && (at == 0 || !pass_is_word(pass->code[at - 1])))
			macros_meet_type(pass, at);
		if (byte != '\0' && strchr("()[]{}", byte) != NULL)
			meet_bracket(pass, byte);
		pass->last = byte;
	}
	if (label)
		pass->last = ';';
}

/* Returns where the next one begins. */
static uint32_t meet_line(preprocessor_pass *pass, uint32_t start)
{
	uint32_t end = pass_line_end(pass, start);
	uint32_t at = pass_skip_blanks(pass, start, end);
	bool directive = at < end && pass->code[at] == pass->told->opens[0][0];
	while (directive && end < pass->end && pass_skip_blanks(pass, start, end) < end &&
	       (pass->code[end - 1] == '\\' ||
		(pass->code[end - 1] == '\r' && end - 1 > at && pass->code[end - 2] == '\\')))
		end = pass_line_end(pass, end + 1);
	uint32_t macros_end = 0;
	if (pass->dropped > 0)
		drop(pass, start, end);
	else if (directive)
		meet_directive(pass, at, end);
	else if (at < end && (macros_end = macros_find(pass, start, at, end)) > 0)
		pass_blank(pass, start, end = macros_end);
	else
		meet_code(pass, at, end);
	return end + 1;
}

/* #include <a.h> may be a string as a whole: its first byte stays. */
static void level(preprocessor_pass *pass, const span *spans, size_t count)
{
	char mark = pass->told->opens[0][0];
	for (size_t i = 0; i < count; i++) {
		const span *span = &spans[i];
		bool comment = span->role == SPAN_COMMENT;
		for (uint32_t at = span->start; at < span->end; at++)
			if (comment ? pass->code[at] != '\n' : at > span->start || pass->code[at] != mark)
				pass->code[at] = comment ? COMMENT : STRING;
	}
}

static void spell_out(preprocessor_pass *pass, uint32_t at, const char *bracket)
{
	if (pass->out == NULL)
		pass->out = memory_copy_bytes(pass->source.data, pass->source.len);
	pass->code[at] = pass->out[at] = *bracket;
	pass->code[at + 1] = pass->out[at + 1] = ' ';
}

/* C++ reads a<::b as a < ::b. */
static bool is_scope(const preprocessor_pass *pass, uint32_t at, uint32_t end)
{
	const char *code = pass->code + at;
	return end - at > 2 && code[2] == ':' && (end - at == 3 || (code[3] != ':' && code[3] != '>'));
}

/*
 * Two bytes may stand for a bracket that a keyboard lacks, <% for {. No operands of C let % or : stand beside < or > otherwise, but for
 * that. `opens`, `closes`: what `middle`, % or :, makes with < and >.
 */
static void spell_brackets(preprocessor_pass *pass, uint32_t start, char middle, const char *opens, const char *closes)
{
	const char *code = pass->code, *found;
	for (uint32_t at = start; (found = memchr(code + at, middle, pass->end - at)) != NULL;) {
		at = (uint32_t)(found - code) + 1;
		if (at - 1 > start && found[-1] == '<' && (middle == '%' || !is_scope(pass, at - 2, pass->end)))
			spell_out(pass, at - 2, opens);
		else if (at < pass->end && found[1] == '>')
			spell_out(pass, at - 1, closes);
		else if (at < pass->end && middle == '%' && found[1] == ':')
			spell_out(pass, at - 1, "#");
	}
}

char *preprocessor_blank(const lexis_preprocessor *told, text source, syntax_range range, const span *spans,
			 size_t count)
{
	preprocessor_pass pass = {.told = told, .source = source, .end = range.end};
	pass.code = memory_copy_bytes(source.data, source.len);
	level(&pass, spans, count);
	spell_brackets(&pass, range.start, '%', "{", "}");
	spell_brackets(&pass, range.start, ':', "[", "]");
	for (uint32_t at = range.start; at < range.end;)
		at = meet_line(&pass, at);
	free(pass.code);
	free(pass.conditions);
	free(pass.brackets);
	return pass.out;
}
