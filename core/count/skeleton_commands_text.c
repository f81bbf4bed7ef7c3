/* SPDX-License-Identifier: MIT */
/* A shell's strings and here-documents, which may hold commands. */
#include "count/skeleton_commands_maker.h"

/* A here-document whose closing word stands in quotes, or behind a backslash, on the line before it: it holds no commands. */
static bool is_raw(const command_maker *maker, const span *span)
{
	const char *text = (const char *)maker->text;
	const char *start = text + span->start, *end = text + span->end;
	if (*start == '\'' && end[-1] == '\'')
		return true;
	if (span->start < maker->begin + 2 || start[-1] != '\n')
		return false;
	const char *line = memrchr(text + maker->begin, '\n', (size_t)(start - 1 - (text + maker->begin)));
	const char *word = memrchr(start, '\n', span->end - span->start);
	line = line != NULL ? line + 1 : text + maker->begin;
	word = word != NULL ? word + 1 : start;
	while (word < end && *word == '\t')
		word++;
	const char *found = word < end ? memmem(line, (size_t)(start - line), word, (size_t)(end - word)) : NULL;
	if (found == NULL || found == line || !is_one_of((byte)found[-1], "'\"\\"))
		return false;
	const char *sign = found - 1;
	while (sign > line && (is_blank((byte)sign[-1]) || sign[-1] == '-'))
		sign--;
	return sign - line >= 2 && sign[-1] == '<' && sign[-2] == '<';
}

/* Whether what begins at `at` looks like a function: name ( ) and the first byte of a body, or `function name`. */
static bool may_be_function(const command_maker *maker, uint32_t at, uint32_t end)
{
	const byte *text = maker->text;
	if (text[at] == 'f')
		return command_word_stands(maker, at, end, "function");
	if (text[at] != '(' || at == maker->begin || !(may_be_of_name(text[at - 1]) || is_blank(text[at - 1])))
		return false;
	uint32_t close = skip_space(maker, at + 1);
	if (close >= end || text[close] != ')')
		return false;
	uint32_t body = skip_space(maker, close + 1);
	return body < end && (is_one_of(text[body], "{([#\\") || (text[body] >= 'a' && text[body] <= 'z'));
}

/* Behind a quoted text within a command, in which no command stands; 0: one may. */
static uint32_t pass_quoted(const byte *text, uint32_t at, uint32_t end)
{
	const byte quote = text[at];
	for (at++; at < end && text[at] != quote; at++) {
		if (quote == '"' && (text[at] == '`' || (text[at] == '$' && at + 1 < end && text[at + 1] == '(')))
			return 0;
		at += quote == '"' && text[at] == '\\';
	}
	return at < end ? at + 1 : 0;
}

bool command_text_may_hold_function(const command_maker *maker, const span *span)
{
	const byte *text = maker->text;
	uint32_t depth = 0, end = span->end;
	bool back = false, doubt = false;
	if (is_raw(maker, span))
		return false;
	for (uint32_t at = span->start, next; at < end; at = next) {
		next = at + 1;
		if ((depth > 0 || back || doubt) && may_be_function(maker, at, end))
			return true;
		if (text[at] == '\\') {
			next++;
		} else if (text[at] == '`') {
			back = !back;
		} else if (text[at] == '$' && next < end && text[next] == '(') {
			depth++;
			next++;
		} else if (depth > 0 && text[at] == '(') {
			depth++;
		} else if (depth > 0 && text[at] == ')') {
			depth--;
		} else if (depth > 0 && !doubt && is_one_of(text[at], "'\"")) {
			uint32_t behind = pass_quoted(text, at, end);
			doubt = behind == 0;
			next = behind > 0 ? behind : next;
		} else if (depth > 0) {
			/* A comment, or a pattern's bracket. */
			doubt = doubt || (text[at] == '#' && byte_is_space(text[at - 1])) ||
				(text[at] == 'c' && command_word_stands(maker, at, end, "case"));
		}
	}
	return false;
}

bool command_text_ends_function(command_maker *maker, const span *span)
{
	const byte *text = maker->text;
	uint32_t from = maker->gap;
	if (maker->closed > 0) {
		from = skip_blanks(maker, maker->closed);
		maker->redirected = from < span->start &&
				    (is_one_of(text[from], "<>&") || (text[from] >= '0' && text[from] <= '9'));
		maker->closed = 0;
	}
	if (!maker->redirected || memchr(text + from, '\n', span->start - from) != NULL) {
		maker->redirected = false;
		return false;
	}
	return memchr(text + span->start, '\n', span->end - span->start) != NULL;
}
