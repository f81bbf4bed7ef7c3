/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target without a fuzzer: on files, on all files of folders, and on mutations of them, which are the same
 * in every run. `--dump N` writes mutation N to standard output in place of running, `--trace` prints the number of each.
 */
#include "fuzz.h"

#include "base/buffer.h"
#include "base/memory.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define INPUT_MAX ((size_t)64 * 1024) /* of a mutation */

typedef struct inputs {
	buffer *items;
	size_t count, capacity;
} inputs;

/* xorshift64*: the same numbers everywhere. */
static size_t random_below(uint64_t *state, size_t limit)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return limit == 0 ? 0 : (size_t)((*state * UINT64_C(2685821657736338717)) >> 16) % limit;
}

static void run_target(const buffer *input)
{
	/* Of exactly that size, so that a sanitizer sees any read beyond. */
	uint8_t *copy = memory_alloc(input->len);
	if (input->len > 0)
		memcpy(copy, input->data, input->len);
	(void)LLVMFuzzerTestOneInput(copy, input->len);
	free(copy);
}

static int add_file(inputs *inputs, const char *path)
{
	FILE *file = fopen(path, "rbe");
	if (file == NULL) {
		fprintf(stderr, "%s: cannot be read\n", path);
		return -1;
	}
	buffer input = BUFFER_INIT;
	char piece[4096];
	size_t len;
	while ((len = fread(piece, 1, sizeof(piece), file)) > 0)
		buffer_add(&input, piece, len);
	fclose(file);
	memory_reserve(&inputs->items, &inputs->capacity, inputs->count + 1, sizeof(*inputs->items));
	inputs->items[inputs->count++] = input;
	return 0;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static int add_path(inputs *inputs, const char *path)
{
	struct dirent **entries;
	struct stat info;
	if (stat(path, &info) != 0 || !S_ISDIR(info.st_mode))
		return add_file(inputs, path);
	/* Ordered, as the mutations depend on it. */
	int count = scandir(path, &entries, is_visible, alphasort);
	int status = count < 0 ? -1 : 0;
	for (int i = 0; i < count; i++) {
		buffer name = BUFFER_INIT;
		buffer_printf(&name, "%s/%s", path, entries[i]->d_name);
		status |= add_file(inputs, name.data);
		buffer_finish(&name);
		free(entries[i]);
	}
	if (count >= 0)
		free(entries);
	return status;
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

typedef struct options {
	unsigned long mutations;
	unsigned long dump; /* 0: none; they are numbered from 1 */
	bool trace;
} options;

static void run_mutations(const inputs *all, const options *options)
{
	unsigned long first = options->dump != 0 ? options->dump : 1;
	unsigned long last = options->dump != 0 ? options->dump : options->mutations;
	for (unsigned long i = first; i <= last; i++) {
		/* Each begins a row of numbers of its own, so that one can be had without those before it. */
		uint64_t state = UINT64_C(0x9e3779b97f4a7c15) * i;
		const buffer *seed = &all->items[random_below(&state, all->count)];
		buffer input = BUFFER_INIT;
		buffer_add(&input, buffer_string(seed), seed->len);
		mutate(&input, all, &state);
		if (options->trace)
			fprintf(stderr, "mutation %lu: %zu bytes\n", i, input.len);
		if (options->dump != 0)
			fwrite(input.data, 1, input.len, stdout);
		else
			run_target(&input);
		buffer_finish(&input);
	}
}

static int usage(const char *program)
{
	fprintf(stderr, "usage: %s [--mutations N] [--trace] [--dump N] FILE|FOLDER...\n", program);
	return 2;
}

static int read_arguments(int count, char **arguments, options *options, inputs *all)
{
	int status = 0;
	for (int i = 1; i < count; i++) {
		if (strcmp(arguments[i], "--trace") == 0)
			options->trace = true;
		else if (strcmp(arguments[i], "--mutations") == 0 && i + 1 < count)
			options->mutations = strtoul(arguments[++i], NULL, 10);
		else if (strcmp(arguments[i], "--dump") == 0 && i + 1 < count)
			options->dump = strtoul(arguments[++i], NULL, 10);
		else
			status |= add_path(all, arguments[i]);
	}
	return status;
}

int main(int count, char **arguments)
{
	options options = {0};
	inputs all = {0};
	if (read_arguments(count, arguments, &options, &all) != 0)
		return 1;
	if (all.count == 0)
		return usage(arguments[0]); /* nothing to run is no success */
	for (size_t i = 0; options.dump == 0 && i < all.count; i++)
		run_target(&all.items[i]);
	run_mutations(&all, &options);
	if (options.dump == 0)
		printf("%zu inputs and %lu mutations of them\n", all.count, options.mutations);
	for (size_t i = 0; i < all.count; i++)
		buffer_finish(&all.items[i]);
	free(all.items);
	return 0;
}
