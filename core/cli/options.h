/* SPDX-License-Identifier: MIT */
/* The command line. */
#ifndef ONFLAME_CLI_OPTIONS_H
#define ONFLAME_CLI_OPTIONS_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Words collected from repeated options and comma-separated lists; `items` ends with NULL. */
typedef struct word_list {
	const char **items;
	size_t count, capacity;
} word_list;

enum cli_when { CLI_AUTO, CLI_ALWAYS, CLI_NEVER };

/* As given; strings point into the arguments or into the arena. */
typedef struct cli_options {
	/* the report */
	const char *format; /* NULL: by the ending of `output`, or a table */
	const char *output; /* NULL: standard output */
	int by;             /* enum report_by; -1: not given */
	int metric;         /* enum report_metric */
	int sort;           /* enum report_metric, enum report_sort */
	bool reverse;
	uint64_t top, depth; /* UINT64_MAX: not given */
	bool functions;
	const char *delimiter;
	bool quiet;
	int colour;               /* enum cli_when */
	const char *title, *link; /* of a picture */
	double min_width;
	double picture_width;
	int palette; /* enum report_palette */
	bool inverted;
	bool interactive;

	/* which files */
	word_list exclude_dirs, excludes, include_exts, exclude_exts;
	word_list include_langs, exclude_langs, include_types, exclude_types;
	bool hidden, no_ignore, follow_links, null;
	bool no_vendored, no_minified, no_generated, no_tests, no_documentation;
	bool unique;
	uint64_t max_file_size;
	const char *list_file;

	/* how they are counted */
	const char *policy;
	int blank_in_comment, blank_in_string, docstring, shebang,
		prose; /* enum line_class; -1: as the policy has it */
	int embedded;  /* 1: by its own rules, 0: as its host; -1: as the policy has it */
	int engine;    /* enum count_engine */

	/* how it runs */
	uint64_t jobs; /* 0: one a processor */
	double timeout;
	uint64_t memory;
	bool no_cache;
	uint64_t cache_size; /* bytes */
	int progress;        /* enum cli_when */

	/* what else */
	const char *explain;
	const char *grammar, *into; /* of plugins new and build */
	bool list_languages, help, version;
	const char *plugin, *match; /* which languages to list; NULL: any */
	word_list language_maps, plugin_dirs;
	const char *config;
	word_list operands;
} cli_options;

/* With the defaults. */
void cli_options_init(cli_options *options);
void cli_options_finish(cli_options *options);

/* Adds what the arguments say; argv[0] is not looked at. */
int cli_options_parse(cli_options *options, int argc, char **argv, arena *arena, error *error);

/* Adds what a file says: an option a line as on the command line, '#' begins a comment line. */
int cli_options_read(cli_options *options, const char *path, arena *arena, error *error);

/* The text of --help. */
void cli_print_help(FILE *out);

void word_list_add(word_list *list, const char *word);
bool word_list_has(const word_list *list, const char *word); /* case ignored */

#endif
