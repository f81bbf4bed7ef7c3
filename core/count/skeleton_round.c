/* SPDX-License-Identifier: MIT */
/* What round brackets hold: what is called with, what a function takes, or more. */
#include "count/skeleton_maker.h"

#include <string.h>

bool round_may_be_called(const maker *maker, byte last, uint32_t at, uint32_t end)
{
	if (last == ')')
		return end != maker->kept; /* if (x) (y) */
	if (byte_is_word(last) || last == ']')
		return true;
	if ((last != '>' && last != '!') || end != at || end < maker->gap + 2)
		return false;
	byte before = maker->text[end - 2];
	return last == '!' ? byte_is_word(before) : before != '=' && before != '-';
}

bool round_is_typed(const maker *maker, uint32_t end)
{
	const statement *statement = &innermost(maker)->statement;
	uint32_t begin = statement->start > maker->gap ? statement->start : maker->gap;
	if (statement->prefixed)
		return false;
	while (end > begin && byte_is_word(maker->text[end - 1]))
		end--;
	while (end > begin && byte_is_space(maker->text[end - 1]))
		end--;
	return end > begin && (maker->text[end - 1] == '*' || byte_is_word(maker->text[end - 1]));
}

static uint32_t pass_back(const maker *maker, uint32_t at, bool words)
{
	while (at > maker->gap && (words ? byte_is_word(maker->text[at - 1]) : byte_is_space(maker->text[at - 1])))
		at--;
	return at;
}

bool round_heads_function(const maker *maker, const bracket *closed, uint32_t at)
{
	uint32_t next = at + 1;
	while (next < maker->end && byte_is_space(maker->text[next]))
		next++;
	if (next == maker->end || maker->text[next] != '{' || closed->at < maker->gap)
		return false;
	uint32_t name_end = pass_back(maker, closed->at, false);
	uint32_t name = pass_back(maker, name_end, true);
	uint32_t type = pass_back(maker, name, false);
	bool broken = memchr(maker->text + type, '\n', name - type) != NULL; /* #endif, and a macro */
	if (name == name_end || type == maker->gap || broken)
		return false;
	return maker->text[type - 1] == '*' || (byte_is_word(maker->text[type - 1]) &&
						words_end_with(maker->rules, maker->text, maker->gap, type) == NULL);
}

bool round_is_macro(const maker *maker, uint32_t end)
{
	while (end > maker->gap && byte_is_word(maker->text[end - 1]))
		end--;
	byte last = statement_last_byte(maker, end);
	return last == 0 || (last == ')' && innermost(maker)->statement.macros);
}

bool round_ends_call(const maker *maker, uint32_t at)
{
	uint32_t next = at + 1;
	while (next < maker->end && byte_is_space(maker->text[next]))
		next++;
	if (next == maker->end)
		return false;
	byte behind = maker->text[next];
	if (memchr(";,.)]}", behind, 6) != NULL)
		return true;
	return !maker->rules->functions && byte_is_word(behind) && memchr(maker->text + at, '\n', next - at) != NULL;
}

static bool holds_two_words(const maker *maker, uint32_t at, uint32_t end)
{
	const byte *text = maker->text;
	for (uint32_t next = at + 2; next < end; next++)
		if (text[next] == '*' ||
		    (byte_is_word(text[next]) && byte_is_space(text[next - 1]) && byte_is_word(text[next - 2])))
			return true;
	return false;
}

bool round_holds_parameters(const maker *maker, const bracket *closed, uint32_t at)
{
	static const char none[] = "(void";
	uint32_t next = at + 1;
	while (next < maker->end && byte_is_space(maker->text[next]))
		next++;
	bool told = maker->gap <= closed->at; /* a comment's words are no types */
	if (!closed->typed || !told || next == maker->end || maker->text[next] != '{')
		return false;
	bool holds_none = at - closed->at == strlen(none) && memcmp(maker->text + closed->at, none, strlen(none)) == 0;
	return holds_none || holds_two_words(maker, closed->at, at);
}
