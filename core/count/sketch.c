/* SPDX-License-Identifier: MIT */
#include "count/sketch.h"

#include "base/memory.h"
#include "count/skeleton_rules.h"

#include <stdlib.h>
#include <string.h>

/* What stands for a name, for blanks and for blanks with the end of a line among them. */
enum { MARK_NAME = 1, MARK_BLANK = ' ', MARK_FEED = '\n' };

/* The first and last byte of a stand-in; between them is the number of its piece in PLACES digits. */
enum { STAND_IN_OPEN = 'n', STAND_IN_CLOSE = 'z', PLACES = 3, STAND_IN_LENGTH = PLACES + 2 };

struct sketch_words {
	const char **slots; /* not copied; a power of two of them, at most half taken */
	size_t mask;
};

static bool is_word(const char *text)
{
	size_t len = 0;
	while (byte_is_word((byte)text[len]))
		len++;
	return len > 0 && text[len] == '\0';
}

static size_t slot_of(const sketch_words *words, const char *word, size_t len)
{
	size_t hash = len;
	for (size_t i = 0; i < len; i++)
		hash = hash * 31 + (byte)word[i];
	size_t at = hash & words->mask;
	while (words->slots[at] != NULL && (strncmp(words->slots[at], word, len) != 0 || words->slots[at][len] != '\0'))
		at = (at + 1) & words->mask;
	return at;
}

static void add_known(sketch_words *words, const char *word)
{
	words->slots[slot_of(words, word, strlen(word))] = word;
}

sketch_words *sketch_words_create(const plugin_language *syntax, const char *const *reserved)
{
	static const char *const none[] = {NULL};
	const rule_table *table = syntax->rules;
	uint32_t symbol_count = ts_language_symbol_count(syntax->grammar);
	size_t size = 2, count = symbol_count;
	reserved = reserved != NULL ? reserved : none;
	for (size_t i = 0; reserved[i] != NULL; i++)
		count++;
	for (size_t i = 0; i < table->rule_count; i++)
		count += table->rules[i].word_count;
	while (size < 2 * count)
		size *= 2;
	sketch_words *made = memory_zero(1, sizeof(*made));
	made->slots = memory_zero(size, sizeof(*made->slots));
	made->mask = size - 1;
	for (uint32_t i = 0; i < symbol_count; i++) {
		const char *name = ts_language_symbol_name(syntax->grammar, (TSSymbol)i);
		if (name != NULL && is_word(name))
			add_known(made, name);
	}
	for (size_t i = 0; i < table->rule_count; i++)
		for (size_t j = 0; j < table->rules[i].word_count; j++)
			add_known(made, table->rules[i].words[j]);
	for (size_t i = 0; reserved[i] != NULL; i++)
		add_known(made, reserved[i]);
	return made;
}

void sketch_words_destroy(sketch_words *words)
{
	if (words == NULL)
		return;
	free(words->slots);
	free(words);
}

static bool add(sketch *sketch, char mark, size_t place)
{
	if (sketch->count == SKETCH_PIECES)
		return false;
	sketch->marks[sketch->count] = mark;
	sketch->places[sketch->count++] = (uint16_t)place;
	return true;
}

/* A name is one piece; numbers, _ and words of the grammar are what they are. */
static bool add_word(sketch *sketch, const sketch_words *words, const char *text, size_t start, size_t end)
{
	const char *word = text + start;
	size_t len = end - start;
	bool digit = word[0] >= '0' && word[0] <= '9';
	if (!digit && !(len == 1 && word[0] == '_') && words->slots[slot_of(words, word, len)] == NULL)
		return len <= SKETCH_NAME_MAX && add(sketch, MARK_NAME, start);
	for (size_t i = start; i < end; i++)
		if (!add(sketch, text[i], i))
			return false;
	return true;
}

static bool is_sign(byte b)
{
	return b > ' ' && b < 0x7F && memchr("\"'`\\#", b, 5) == NULL;
}

/* "" and no more: what a skeleton leaves of a text that stands alone. */
static bool is_empty_text(text text, size_t at)
{
	const char *here = text.data + at;
	size_t left = text.len - at;
	bool apart = at == 0 || !byte_is_word((byte)here[-1]);
	return apart && (here[0] == '"' || here[0] == '\'') && left > 1 && here[1] == here[0] &&
	       (left == 2 || (here[2] != here[0] && !byte_is_word((byte)here[2])));
}

/* `mark` stands for them; each for itself where they make blocks. */
static size_t end_of_blanks(text text, size_t at, bool layout, char *mark)
{
	if (layout) {
		*mark = text.data[at];
		return at + byte_is_space((byte)*mark);
	}
	for (*mark = MARK_BLANK; at < text.len && byte_is_space((byte)text.data[at]); at++)
		if (text.data[at] == '\n')
			*mark = MARK_FEED;
	return at;
}

static size_t end_of_word(text text, size_t at)
{
	while (at < text.len && byte_is_word((byte)text.data[at]) && (byte)text.data[at] < 0x80)
		at++;
	return at;
}

bool sketch_draw(sketch *sketch, const sketch_words *words, text statement, bool layout)
{
	sketch->count = 0;
	if (statement.len > UINT16_MAX)
		return false;
	for (size_t at = 0, end; at < statement.len; at = end) {
		bool added;
		char mark;
		end = end_of_blanks(statement, at, layout, &mark);
		if (end > at) {
			added = add(sketch, mark, at);
		} else if ((end = end_of_word(statement, at)) > at) {
			added = add_word(sketch, words, statement.data, at, end);
		} else if (is_empty_text(statement, at)) {
			added = add(sketch, statement.data[at], at) && add(sketch, statement.data[at], at + 1);
			end = at + 2;
		} else {
			added = is_sign((byte)statement.data[at]) && add(sketch, statement.data[at], at);
			end = at + 1;
		}
		if (!added)
			return false;
	}
	sketch->places[sketch->count] = (uint16_t)statement.len;
	return true;
}

hash128 sketch_hash(const sketch *sketch, uint64_t seed)
{
	return hash128_of(sketch->marks, sketch->count, seed);
}

void sketch_spell(sketch *sketch, buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < sketch->count; i++) {
		sketch->spelled[i] = (uint16_t)out->len;
		if (sketch->marks[i] == MARK_NAME)
			buffer_printf(out, "%c%0*zu%c", STAND_IN_OPEN, PLACES, i, STAND_IN_CLOSE);
		else
			buffer_add(out, &sketch->marks[i], 1);
	}
	sketch->spelled[sketch->count] = (uint16_t)out->len;
}

bool sketch_piece_at(const sketch *sketch, uint32_t spelled, uint32_t *piece)
{
	for (size_t i = 0; i <= sketch->count; i++)
		if (sketch->spelled[i] == spelled) {
			*piece = (uint32_t)i;
			return true;
		}
	return false;
}

uint32_t sketch_place_of(const sketch *sketch, uint32_t piece)
{
	return sketch->places[piece];
}

/* The number of the piece that a stand-in at `name` stands for; the sketch's count: there is no stand-in. */
static size_t stand_in(const sketch *sketch, const char *name)
{
	size_t piece = 0;
	if (name[0] != STAND_IN_OPEN)
		return sketch->count;
	for (size_t i = 1; i <= PLACES; i++) {
		if (name[i] < '0' || name[i] > '9')
			return sketch->count;
		piece = piece * 10 + (size_t)(name[i] - '0');
	}
	return name[PLACES + 1] == STAND_IN_CLOSE && piece < sketch->count ? piece : sketch->count;
}

bool sketch_names(const sketch *sketch, const char *name)
{
	return stand_in(sketch, name) < sketch->count;
}

void sketch_fill(const sketch *sketch, text statement, const char *name, buffer *out)
{
	while (*name != '\0') {
		size_t piece = stand_in(sketch, name);
		if (piece == sketch->count) {
			buffer_add(out, name++, 1);
			continue;
		}
		size_t start = sketch->places[piece];
		buffer_add(out, statement.data + start, end_of_word(statement, start) - start);
		name += STAND_IN_LENGTH;
	}
}
