/* SPDX-License-Identifier: MIT */
/* Where a shell's commands begin. */
#include "count/skeleton_commands_maker.h"

/* The word that ends at `end` is one of the list, which ends with NULL, and stands by itself. */
static bool is_behind_word(const command_maker *maker, uint32_t end, const char *const *list)
{
	const uint32_t longest = sizeof("while") - 1;
	uint32_t start = end;
	while (start > maker->begin && end - start <= longest && may_be_of_name(maker->text[start - 1]))
		start--;
	for (; *list != NULL; list++)
		if (strlen(*list) == end - start && memcmp(maker->text + start, *list, end - start) == 0)
			return true;
	return false;
}

/* Behind the last byte before `at` that is neither a blank nor of a line's end behind a backslash. */
static uint32_t end_before(const command_maker *maker, uint32_t at)
{
	for (; at > maker->begin; at--) {
		byte b = maker->text[at - 1];
		bool goes_on = b == '\n' && at - 1 > maker->begin && maker->text[at - 2] == '\\';
		if (!is_blank(b) && !goes_on)
			break;
		at -= goes_on;
	}
	return at;
}

bool command_may_stand(const command_maker *maker, uint32_t at)
{
	static const char *const openers[] = {"then", "do", "else", "elif", "if", "while", "until", "time", "!", NULL};
	static const char *const closers[] = {"fi", "done", "esac", NULL};
	static const char *const ends[] = {"in", NULL};
	const byte *text = maker->text;
	uint32_t end = end_before(maker, at);
	if (end == maker->begin)
		return true;
	byte last = text[end - 1];
	byte before = end - 1 > maker->begin ? text[end - 2] : '\n';
	if (before == '\\')
		return false;
	if (last == '\n' || last == ';' || last == '`')
		return true;
	if (last == '&' || last == '|')
		return before != '>' && before != '<';
	if (last == '(')
		return before != '=';
	if (last == ')')
		return is_inside(maker, LEVEL_CASE) || text[at] == '{' || text[at] == '}';
	if (last == '{' || last == '}')
		return end < at && (last == '{' || text[at] == '}');
	return is_behind_word(maker, end, openers) ||
	       (text[at] == '}' && end < at && is_behind_word(maker, end, closers)) ||
	       (text[at] == 'e' && is_behind_word(maker, end, ends));
}

bool command_word_stands(const command_maker *maker, uint32_t at, uint32_t end, const char *word)
{
	size_t len = strlen(word);
	return end - at >= len && memcmp(maker->text + at, word, len) == 0 && ends_word(maker, at + (uint32_t)len) &&
	       (at == maker->begin || byte_is_space(maker->text[at - 1]) || is_one_of(maker->text[at - 1], ";&|()`"));
}
