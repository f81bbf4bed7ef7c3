/* SPDX-License-Identifier: MIT */
#include "mutate.h"

#include <string.h>

#define INPUT_MAX ((size_t)64 * 1024) /* of a mutation */

/* xorshift64*: the same numbers everywhere. */
static size_t random_below(uint64_t *state, size_t limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return limit == 0 ? 0 : (size_t)((*state * UINT64_C(2685821657736338717)) >> 16) % limit;
}

/* Puts `piece` in place of `cut` bytes from `at` on. */
static void replace(buffer *input, size_t at, size_t cut, const char *piece, size_t len)
{
	buffer made = BUFFER_INIT;
	buffer_add(&made, buffer_string(input), at);
	buffer_add(&made, piece, len);
	buffer_add(&made, buffer_string(input) + at + cut, input->len - at - cut);
	buffer_finish(input);
	*input = made;
}

static void mutate_flip(buffer *input, const inputs *all, uint64_t *state)
{
	(void)all;
	if (input->len > 0)
		input->data[random_below(state, input->len)] ^= (char)(1u << random_below(state, 8));
}

static void mutate_byte(buffer *input, const inputs *all, uint64_t *state)
{
	static const unsigned char telling[] = {0x00, 0x01, 0x7f, 0x80, 0xff, '\n', '\r', '\\',
						'"',  '\'', '*',  '/',  '[',  '!',  ' ',  '\t'};
	(void)all;
	if (input->len > 0)
		input->data[random_below(state, input->len)] = (char)telling[random_below(state, sizeof(telling))];
}

static void mutate_insert(buffer *input, const inputs *all, uint64_t *state)
{
	char piece[8];
	(void)all;
	size_t len = 1 + random_below(state, sizeof(piece));
	for (size_t i = 0; i < len; i++)
		piece[i] = (char)random_below(state, 256);
	replace(input, random_below(state, input->len + 1), 0, piece, len);
}

static void mutate_delete(buffer *input, const inputs *all, uint64_t *state)
{
	(void)all;
	size_t at = random_below(state, input->len + 1);
	replace(input, at, random_below(state, input->len - at + 1), "", 0);
}

static void mutate_truncate(buffer *input, const inputs *all, uint64_t *state)
{
	(void)all;
	buffer_truncate(input, random_below(state, input->len + 1));
}

/* A part of it stands twice or, at times, very often: what is deep or quadratic shows. */
static void mutate_repeat(buffer *input, const inputs *all, uint64_t *state)
{
	(void)all;
	size_t at = random_below(state, input->len + 1);
	size_t len = random_below(state, (input->len - at < 64 ? input->len - at : 64) + 1);
	size_t times = random_below(state, 16) == 0 ? 500 : 1;
	buffer piece = BUFFER_INIT;
	for (size_t i = 0; i < times; i++)
		buffer_add(&piece, buffer_string(input) + at, len);
	replace(input, at, 0, buffer_string(&piece), piece.len);
	buffer_finish(&piece);
}

/* A part of another input in place of a part of this one. */
static void mutate_splice(buffer *input, const inputs *all, uint64_t *state)
{
	const buffer *other = &all->items[random_below(state, all->count)];
	size_t from = random_below(state, other->len + 1);
	size_t len = random_below(state, other->len - from + 1);
	size_t at = random_below(state, input->len + 1);
	size_t cut = random_below(state, input->len - at + 1);
	replace(input, at, cut, buffer_string(other) + from, len);
}

static void mutate(buffer *input, const inputs *all, uint64_t *state)
{
	static void (*const ways[])(buffer *, const inputs *, uint64_t *) = {
		mutate_flip, mutate_byte, mutate_insert, mutate_delete, mutate_truncate, mutate_repeat, mutate_splice,
	};
	size_t steps = 1 + random_below(state, 6);
	for (size_t i = 0; i < steps; i++)
		ways[random_below(state, sizeof(ways) / sizeof(ways[0]))](input, all, state);
	if (input->len > INPUT_MAX)
		buffer_truncate(input, INPUT_MAX);
}

size_t mutate_make(buffer *out, const inputs *all, uint64_t number)
{
	/* Each begins a row of numbers of its own, so that one can be had without those before it. */
	uint64_t state = UINT64_C(0x9e3779b97f4a7c15) * number;
	size_t index = random_below(&state, all->count);
	const buffer *seed = &all->items[index];
	buffer_add(out, buffer_string(seed), seed->len);
	mutate(out, all, &state);
	return index;
}
