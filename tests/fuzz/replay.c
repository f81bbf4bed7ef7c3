/* SPDX-License-Identifier: MIT */
/*
 * Runs a fuzz target without a fuzzer: on files, on all files of folders, and on mutations of them, which are the same
 * in every run. `--dump N` writes mutation N to standard output in place of running, `--trace` prints the number of each.
 */
#include "fuzz.h"

#include "mutate.h"

#include "base/memory.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

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
		buffer input = BUFFER_INIT;
		(void)mutate_make(&input, all, i);
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
