/* SPDX-License-Identifier: MIT */
/*
 * parse_only PLUGIN.so LANGUAGE: reads the files that standard input lists, a path a line, parses each with the plugin's
 * grammar and nothing more, and prints the seconds of processor time that the parser took, those of the whole process, and
 * the bytes.
 */
#include "onflame/plugin.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <tree_sitter/api.h>

typedef const onflame_plugin *plugin_entry(void);

static double processor_seconds(void)
{
	struct timespec time;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static const TSLanguage *load_grammar(const char *path, const char *name)
{
	void *object = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	void *symbol = object != NULL ? dlsym(object, ONFLAME_PLUGIN_ENTRY) : NULL;
	if (symbol == NULL) {
		fprintf(stderr, "parse_only: %s\n", dlerror());
		return NULL;
	}
	plugin_entry *entry;
	memcpy(&entry, &symbol, sizeof(entry)); /* ISO C knows no cast between the two kinds of pointer */
	const onflame_plugin *plugin = entry();
	for (const onflame_language *const *language = plugin->languages; *language != NULL; language++) {
		if (strcmp((*language)->name, name) == 0 && (*language)->grammar != NULL)
			return (*language)->grammar();
	}
	fprintf(stderr, "parse_only: %s has no language %s\n", path, name);
	return NULL;
}

/* The content of a file in a piece of memory that grows; its length, or -1. */
static long read_file(const char *path, char **data, size_t *capacity)
{
	FILE *file = fopen(path, "rb");
	if (file == NULL || fseek(file, 0, SEEK_END) != 0) {
		perror(path);
		return -1;
	}
	size_t size = (size_t)ftell(file);
	rewind(file);
	if (size > *capacity) {
		*capacity = size * 2;
		free(*data);
		*data = malloc(*capacity);
	}
	size_t got = *data != NULL || size == 0 ? fread(*data, 1, size, file) : 0;
	fclose(file);
	return got == size ? (long)size : -1;
}

int main(int argc, char **argv)
{
	const TSLanguage *grammar = argc == 3 ? load_grammar(argv[1], argv[2]) : NULL;
	if (grammar == NULL) {
		fprintf(stderr, "usage: parse_only PLUGIN.so LANGUAGE <LIST\n");
		return 2;
	}
	TSParser *parser = ts_parser_new();
	if (!ts_parser_set_language(parser, grammar))
		return 2;
	char *line = NULL, *data = NULL;
	size_t line_capacity = 0, capacity = 0;
	ssize_t length;
	double parsing = 0;
	unsigned long long bytes = 0;
	while ((length = getline(&line, &line_capacity, stdin)) > 0) {
		line[length - 1] = '\0';
		long size = read_file(line, &data, &capacity);
		if (size < 0)
			continue;
		double before = processor_seconds();
		ts_tree_delete(ts_parser_parse_string(parser, NULL, data, (uint32_t)size));
		parsing += processor_seconds() - before;
		bytes += (unsigned long long)size;
	}
	ts_parser_delete(parser);
	free(line);
	free(data);
	printf("%.3f %.3f %llu\n", parsing, processor_seconds(), bytes);
	return 0;
}
