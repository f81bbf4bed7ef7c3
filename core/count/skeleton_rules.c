/* SPDX-License-Identifier: MIT */
#include "count/skeleton_rules.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static size_t list_length(const char *const *list)
{
	size_t count = 0;
	while (list != NULL && list[count] != NULL)
		count++;
	return count;
}

static word *find_same(skeleton_rules *rules, const char *text)
{
	for (size_t i = 0; i < rules->word_count; i++)
		if (strcmp(rules->words[i].text, text) == 0)
			return &rules->words[i];
	return NULL;
}

/* Where the first bracket behind the first byte of a word stands; its length: there is none. */
static size_t bracket_in(const char *word, size_t len)
{
	size_t at = 1 + strcspn(word + 1, "()[]{}");
	return at < len ? at : len;
}

static void add_words(skeleton_rules *rules, const char *const *list, unsigned kind)
{
	for (; list != NULL && *list != NULL; list++) {
		word *same = find_same(rules, *list);
		if (same != NULL) {
			same->kinds |= kind;
			continue;
		}
		size_t len = strlen(*list);
		bool blank = (*list)[len - 1] == ' ';
		len -= blank;
		rules->words[rules->word_count++] = (word){
			.text = *list,
			.len = (uint32_t)len,
			.passed = (uint32_t)bracket_in(*list, len),
			.kinds = kind,
			.begins_word = byte_is_word((byte)(*list)[0]),
			.ends_word = len > 0 && byte_is_word((byte)(*list)[len - 1]),
			.ends_blank = blank,
		};
	}
}

static int compare_words(const void *a, const void *b)
{
	const word *left = a, *right = b;
	byte x = (byte)left->text[0], y = (byte)right->text[0];
	if (x != y)
		return x < y ? -1 : 1;
	return left->len != right->len ? (left->len > right->len ? -1 : 1) : 0;
}

static void index_words(skeleton_rules *rules)
{
	size_t next = 0;
	qsort(rules->words, rules->word_count, sizeof(*rules->words), compare_words);
	for (size_t b = 0; b < 256; b++) {
		rules->first[b] = (uint16_t)next;
		for (; next < rules->word_count && (byte)rules->words[next].text[0] == b; next++)
			if ((rules->words[next].kinds & ~(unsigned)WORD_KEEP) != 0)
				rules->stops[b] = byte_is_word((byte)b) ? STOP_LETTER : STOP_WORD;
	}
	rules->first[256] = (uint16_t)next;
}

skeleton_rules *skeleton_rules_create(const lexis *lexis)
{
	const lexis_skeleton *source = &lexis->skeleton;
	const lexis_preprocessor *conditions = &lexis->preprocessor;
	if (source->words == NULL)
		return NULL;
	skeleton_rules *rules = memory_zero(1, sizeof(*rules));
	size_t count = list_length(source->words) + list_length(source->branches) + list_length(source->bodies) +
		       list_length(source->types) + list_length(source->keeps) + list_length(source->labels) +
		       list_length(source->directives) + list_length(conditions->opens) +
		       list_length(conditions->turns) + list_length(conditions->closes);
	rules->lexis = lexis;
	rules->functions = source->functions;
	rules->calls = source->calls;
	rules->parameters = source->parameters;
	rules->blocks = source->blocks;
	rules->lines = source->lines;
	rules->heads = source->heads;
	rules->nested = source->nested;
	rules->members = source->members;
	rules->macros = source->macros && source->semicolons;
	rules->commands = source->commands;
	rules->semicolons = source->semicolons;
	rules->layout = source->layout;
	for (size_t i = 0; i < lexis->string_count; i++)
		rules->interpolates = rules->interpolates || lexis->strings[i].interpolation_open != NULL;
	rules->words = memory_zero(count, sizeof(*rules->words));
	add_words(rules, source->words, WORD_FRAME);
	add_words(rules, source->branches, WORD_BRANCH);
	add_words(rules, source->bodies, WORD_BODY);
	add_words(rules, source->types, WORD_TYPE);
	add_words(rules, source->keeps, WORD_KEEP);
	add_words(rules, source->labels, WORD_LABEL);
	add_words(rules, source->directives, WORD_DIRECTIVE);
	rules->condition =
		conditions->opens != NULL && conditions->opens[0] != NULL ? (byte)conditions->opens[0][0] : '\0';
	add_words(rules, conditions->opens, WORD_OPENS | WORD_LABEL);
	add_words(rules, conditions->turns, WORD_TURNS | WORD_LABEL);
	add_words(rules, conditions->closes, WORD_CLOSES | WORD_LABEL);
	index_words(rules);
	for (const char *open = "([{"; *open != '\0'; open++)
		rules->stops[(byte)*open] = STOP_OPEN;
	for (const char *close = ")]}"; *close != '\0'; close++)
		rules->stops[(byte)*close] = STOP_CLOSE;
	for (const char *end = rules->layout ? "\n\r\\" : ";"; *end != '\0'; end++)
		rules->stops[(byte)*end] = STOP_END;
	if (rules->lines)
		rules->stops['\n'] = STOP_FEED;
	if (conditions->opens != NULL)
		rules->stops['%'] = STOP_SPELLING;
	return rules;
}

void skeleton_rules_destroy(skeleton_rules *rules)
{
	if (rules == NULL)
		return;
	free(rules->words);
	free(rules);
}

bool skeleton_tells_branches(const skeleton_rules *rules)
{
	return rules->lexis->skeleton.branches != NULL;
}

bool skeleton_has_macros(const skeleton_rules *rules)
{
	return rules->lexis->skeleton.macros;
}

bool skeleton_of_commands(const skeleton_rules *rules)
{
	return rules->commands;
}

uint32_t words_behind(const word *word, const byte *text, uint32_t at, uint32_t end)
{
	uint32_t first = (word->kinds & (WORD_DIRECTIVE | WORD_CONDITION)) != 0 ? 1 : 0;
	uint32_t rest = at + first;
	if (end - at < word->len || memcmp(text + at, word->text, first) != 0)
		return 0;
	while (first > 0 && rest < end && (text[rest] == ' ' || text[rest] == '\t'))
		rest++;
	uint32_t behind = rest + word->len - first;
	if (behind > end || memcmp(text + rest, word->text + first, word->len - first) != 0)
		return 0;
	if (behind == end)
		return behind;
	bool goes_on =
		(word->ends_word && byte_is_word(text[behind])) || (word->ends_blank && !byte_is_space(text[behind]));
	return goes_on ? 0 : behind;
}

const word *words_find(const skeleton_rules *rules, const byte *text, uint32_t at, uint32_t end)
{
	bool behind_word = at > 0 && byte_is_word(text[at - 1]);
	for (size_t i = rules->first[text[at]]; i < rules->first[text[at] + 1]; i++) {
		const word *word = &rules->words[i];
		if (word->kinds != WORD_KEEP && !(word->begins_word && behind_word) &&
		    words_behind(word, text, at, end) > 0)
			return word;
	}
	return NULL;
}

const word *words_end_with(const skeleton_rules *rules, const byte *text, uint32_t from, uint32_t end)
{
	uint32_t start = end;
	while (start > from && byte_is_word(text[start - 1]))
		start--;
	if (start == end)
		return NULL;
	for (size_t i = rules->first[text[start]]; i < rules->first[text[start] + 1]; i++) {
		const word *word = &rules->words[i];
		if ((word->kinds & WORD_KEEP) != 0 && word->len == end - start &&
		    memcmp(text + start, word->text, word->len) == 0)
			return word;
	}
	return NULL;
}

/* Length of the mark that opens code at the beginning of `string`; 0: none does. */
static size_t opens_code(const lexis *lexis, const byte *string, size_t len)
{
	for (size_t i = 0; i < lexis->string_count; i++) {
		const char *open = lexis->strings[i].interpolation_open;
		size_t open_len = open != NULL ? strlen(open) : 0;
		if (open_len > 0 && open_len <= len && memcmp(string, open, open_len) == 0)
			return open_len;
	}
	return 0;
}

bool words_may_stand_in(const skeleton_rules *rules, const byte *string, size_t len, unsigned kinds)
{
	bool code = false, interest = false;
	if (!rules->interpolates)
		return false;
	for (size_t at = 0; at < len && !(code && interest);) {
		size_t mark = opens_code(rules->lexis, string + at, len - at);
		code = code || mark > 0;
		interest = interest || (mark == 0 && string[at] == '{');
		if (!interest && (rules->stops[string[at]] == STOP_WORD || rules->stops[string[at]] == STOP_LETTER)) {
			const word *word = words_find(rules, string, (uint32_t)at, (uint32_t)len);
			interest = word != NULL && (word->kinds & kinds) != 0;
		}
		at += mark > 0 ? mark : 1;
	}
	return code && interest;
}
