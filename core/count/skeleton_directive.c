/* SPDX-License-Identifier: MIT */
/* Directives of a preprocessor that hold nothing of interest: #define, #include. */
#include "count/skeleton_maker.h"

#include <string.h>

bool directive_may_stand(const maker *maker, uint32_t at)
{
	while (at > maker->begin && (maker->text[at - 1] == ' ' || maker->text[at - 1] == '\t'))
		at--;
	return at == maker->begin || maker->text[at - 1] == '\n';
}

bool directive_goes_on(const maker *maker, uint32_t feed)
{
	if (feed > maker->begin && maker->text[feed - 1] == '\r')
		feed--;
	return feed > maker->begin && maker->text[feed - 1] == '\\';
}

bool directive_says_something(const maker *maker, const word *word, uint32_t at, uint32_t end)
{
	at = words_behind(word, maker->text, at, end);
	while (at < end && (maker->text[at] == ' ' || maker->text[at] == '\t'))
		at++;
	return at == end || memchr("\r\n\\", maker->text[at], 3) == NULL;
}

uint32_t directive_pass(maker *maker, uint32_t at, uint32_t end)
{
	while (at < end) {
		const byte *found = memchr(maker->text + at, '\n', end - at);
		if (found == NULL)
			break;
		at = (uint32_t)(found - maker->text);
		if (!directive_goes_on(maker, at)) {
			maker->directive = false;
			maker->from = maker->gap = at;
			return at;
		}
		at++;
	}
	maker->from = maker->gap = end;
	return end;
}

uint32_t directive_begin(maker *maker, uint32_t at, uint32_t end)
{
	maker_keep(maker, maker->from, at);
	maker->tail = statement_last_byte(maker, at);
	maker->directive = true;
	return directive_pass(maker, at, end);
}

bool skeleton_is_void(const skeleton_rules *rules, text left)
{
	const byte *bytes = (const byte *)left.data;
	uint32_t end = (uint32_t)left.len;
	for (uint32_t at = 0; at < end; at++) {
		if (byte_is_space(bytes[at]))
			continue;
		const word *word = rules->semicolons ? words_find(rules, bytes, at, end) : NULL;
		const byte *feed = memchr(bytes + at, '\n', end - at);
		if (word == NULL || (word->kinds & WORD_LABEL) == 0 || feed == NULL || feed[-1] == '\\')
			return false;
		at = (uint32_t)(feed - bytes);
	}
	return true;
}
