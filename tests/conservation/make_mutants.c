/* SPDX-License-Identifier: MIT */
/*
 * Mutates the inputs of the language cases, bytes turned, cut out, repeated and taken from other languages: make_mutants CASES_FOLDER
 * TARGET FIRST COUNT writes the mutations from FIRST on, TARGET/NUMBER/NAME, the same ones in every run.
 */
#include "fuzz/mutate.h"

#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

typedef struct cases {
	inputs inputs;
	char **names; /* of the inputs: they tell the language */
	size_t name_capacity;
	buffer path;
} cases;

static _Noreturn void give_up(const char *what, const char *where)
{
	fprintf(stderr, "make_mutants: %s: %s: %s\n", what, where, strerror(errno));
	exit(2);
}

static void add_input(cases *cases, const char *path, const char *name)
{
	inputs *inputs = &cases->inputs;
	FILE *file = fopen(path, "rbe");
	if (file == NULL)
		give_up("cannot read", path);
	memory_reserve(&inputs->items, &inputs->capacity, inputs->count + 1, sizeof(*inputs->items));
	memory_reserve(&cases->names, &cases->name_capacity, inputs->count + 1, sizeof(*cases->names));
	buffer *input = &inputs->items[inputs->count];
	*input = (buffer)BUFFER_INIT;
	for (int byte = getc(file); byte != EOF; byte = getc(file))
		buffer_add_char(input, (char)byte);
	fclose(file);
	cases->names[inputs->count++] = memory_copy_string(name);
}

static int is_wanted(const struct dirent *entry)
{
	return entry->d_name[0] != '.' && strcmp(entry->d_name, "expected") != 0;
}

/* LANGUAGE/CASE/INPUT below the path at hand, in order of names: the mutations depend on it. */
static void add_folder(cases *cases, unsigned depth)
{
	struct dirent **entries;
	size_t len = cases->path.len;
	int count = scandir(cases->path.data, &entries, is_wanted, alphasort);
	if (count < 0)
		give_up("cannot read", cases->path.data);
	for (int i = 0; i < count; i++) {
		struct stat status;
		buffer_printf(&cases->path, "/%s", entries[i]->d_name);
		if (stat(cases->path.data, &status) != 0)
			give_up("cannot read", cases->path.data);
		if (depth < 2 && S_ISDIR(status.st_mode))
			add_folder(cases, depth + 1);
		else if (depth == 2 && S_ISREG(status.st_mode))
			add_input(cases, cases->path.data, entries[i]->d_name);
		buffer_truncate(&cases->path, len);
		free(entries[i]);
	}
	free(entries);
}

static void make_folder(const char *path)
{
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		give_up("cannot make", path);
}

static void write_mutation(cases *cases, const char *target, unsigned long number)
{
	buffer made = BUFFER_INIT;
	size_t seed = mutate_make(&made, &cases->inputs, number);
	buffer_clear(&cases->path);
	buffer_printf(&cases->path, "%s/%lu", target, number);
	make_folder(cases->path.data);
	buffer_printf(&cases->path, "/%s", cases->names[seed]);
	FILE *file = fopen(cases->path.data, "wbe");
	if (file == NULL || fwrite(buffer_string(&made), 1, made.len, file) != made.len || fclose(file) != 0)
		give_up("cannot write", cases->path.data);
	buffer_finish(&made);
}

int main(int argc, char **argv)
{
	cases cases = {.path = BUFFER_INIT};
	if (argc != 5)
		give_up("usage", "make_mutants CASES_FOLDER TARGET FIRST COUNT");
	buffer_add_string(&cases.path, argv[1]);
	add_folder(&cases, 0);
	if (cases.inputs.count == 0)
		give_up("no inputs", argv[1]);
	make_folder(argv[2]);
	unsigned long first = strtoul(argv[3], NULL, 10), count = strtoul(argv[4], NULL, 10);
	for (unsigned long i = 0; i < count; i++)
		write_mutation(&cases, argv[2], first + i);
	for (size_t i = 0; i < cases.inputs.count; i++) {
		buffer_finish(&cases.inputs.items[i]);
		free(cases.names[i]);
	}
	free(cases.inputs.items);
	free(cases.names);
	buffer_finish(&cases.path);
	return 0;
}
