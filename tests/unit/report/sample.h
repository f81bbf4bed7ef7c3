/* SPDX-License-Identifier: MIT */
/* A small tree made by hand, for the tests of the reports. */
#ifndef ONFLAME_TESTS_REPORT_SAMPLE_H
#define ONFLAME_TESTS_REPORT_SAMPLE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SAMPLE_FILES = 16 };

typedef struct sample {
	source_list source;
	source_file files[SAMPLE_FILES];
	const char *roots[4];
	source_skip skips[4];
	language_map *map;
	tree *tree;
} sample;

static const char sample_languages[] = "Go:\n  type: programming\n  extensions: [.go]\n"
				       "HTML:\n  type: markup\n  extensions: [.html]\n"
				       "CSS:\n  type: markup\n  extensions: [.css]\n"
				       "Python:\n  type: programming\n  extensions: [.py]\n";

/* All files are to be listed before the first record is added. */
static inline void sample_init(sample *sample)
{
	error error = {{0}};
	memset(sample, 0, sizeof(*sample));
	sample->map = language_map_create();
	text yaml = {sample_languages, sizeof(sample_languages) - 1};
	if (language_map_parse(sample->map, "sample", yaml, true, &error) != 0 ||
	    language_map_seal(sample->map, &error) != 0)
		fail_msg("%s", error.message);
	sample->source.files = sample->files;
	sample->source.roots = sample->roots;
	sample->source.skips = sample->skips;
	sample->roots[0] = ".";
	sample->source.root_count = 1;
	sample->tree = tree_create(&sample->source, sample->map);
}

static inline void sample_finish(sample *sample)
{
	tree_destroy(sample->tree);
	language_map_destroy(sample->map);
}

static inline uint32_t sample_file(sample *sample, const char *path)
{
	uint32_t index = (uint32_t)sample->source.file_count++;
	sample->files[index] = (source_file){.path = path, .shown = path};
	return index;
}

static inline counts sample_counts(uint64_t code, uint64_t comment, uint64_t blank)
{
	return (counts){.lines = code + comment + blank, .code = code, .comment = comment, .blank = blank};
}

/* A function of `code` lines that begins at `start`. */
static inline record_frame sample_function(const char *name, uint32_t start, uint32_t depth, uint64_t code)
{
	return (record_frame){.name = name,
			      .kind = "function",
			      .is_function = true,
			      .start = start,
			      .end = start + (uint32_t)code - 1,
			      .depth = depth,
			      .counts = {.lines = code, .code = code, .functions = 1, .complexity = 1}};
}

/*
 * Three folders, four files:
 *   README.html   HTML     10 code  2 comment  3 blank, of which CSS: 4 code 1 blank; lexical
 *   cmd/main.go   Go       20 code  5 comment  5 blank: main (6 code)
 *   pkg/a/a.go    Go      100 code 10 comment 20 blank: T (struct, 40 code) holds Do (30 code), which holds a lambda (4)
 *   pkg/b.py      Python   50 code  0 comment  1 blank
 * In all 180 code, 17 comment, 29 blank, 226 lines, 3 functions, complexity 9.
 */
static inline void sample_fill(sample *sample)
{
	uint32_t readme = sample_file(sample, "README.html");
	uint32_t main_go = sample_file(sample, "cmd/main.go");
	uint32_t a_go = sample_file(sample, "pkg/a/a.go");
	uint32_t b_py = sample_file(sample, "pkg/b.py");

	record_embedded css = {"CSS", sample_counts(4, 0, 1)};
	const char *note = "encoding: Latin-1";
	tree_add(sample->tree, &(record){.file = readme,
					 .language = "HTML",
					 .engine = RECORD_LEXICAL,
					 .bytes = 300,
					 .counts = sample_counts(10, 2, 3),
					 .embedded = &css,
					 .embedded_count = 1,
					 .notes = &note,
					 .note_count = 1});

	record_frame main_frame = sample_function("main", 7, 0, 6);
	record go = {.file = main_go,
		     .language = "Go",
		     .engine = RECORD_SYNTAX,
		     .bytes = 400,
		     .counts = sample_counts(20, 5, 5),
		     .frames = &main_frame,
		     .frame_count = 1};
	go.counts.functions = go.counts.complexity = 1;
	tree_add(sample->tree, &go);

	record_frame frames[3] = {
		{.name = "T", .kind = "struct", .start = 10, .end = 54, .counts = sample_counts(40, 3, 2)},
		{.name = "(*T).Do",
		 .kind = "method",
		 .is_function = true,
		 .start = 12,
		 .end = 44,
		 .depth = 1,
		 .nesting = 2,
		 .parameters = 3,
		 .counts = sample_counts(30, 2, 1)},
		{.name = "(anonymous)",
		 .kind = "lambda",
		 .is_function = true,
		 .start = 20,
		 .end = 23,
		 .depth = 2,
		 .counts = sample_counts(4, 0, 0)}};
	frames[2].counts.functions = 1;
	frames[2].counts.complexity = 2;
	frames[1].counts.functions = frames[0].counts.functions = 2;
	frames[1].counts.complexity = frames[0].counts.complexity = 8;
	frames[1].counts.cognitive = frames[0].counts.cognitive = 6;
	record a = {.file = a_go,
		    .language = "Go",
		    .engine = RECORD_SYNTAX,
		    .bytes = 2000,
		    .counts = sample_counts(100, 10, 20),
		    .frames = frames,
		    .frame_count = 3};
	a.counts.functions = 2;
	a.counts.complexity = 8;
	a.counts.cognitive = 6;
	tree_add(sample->tree, &a);

	tree_add(sample->tree, &(record){.file = b_py,
					 .language = "Python",
					 .engine = RECORD_SYNTAX,
					 .bytes = 900,
					 .counts = sample_counts(50, 0, 1)});
	tree_close(sample->tree);
}

static inline report_options sample_options(enum report_by by)
{
	return (report_options){.by = by,
				.functions = true,
				.by_given = true,
				.metric = REPORT_CODE,
				.sort = REPORT_SORT_DEFAULT,
				.depth = SIZE_MAX,
				.width = 80,
				.utf8 = true,
				.policy = "default",
				.version = "1.2.3",
				.seconds = -1};
}

/* A tree of one Python file of 5 lines of code for each path, or a frame for each name if `frames`. */
static inline void sample_names(sample *sample, const char *const *names, size_t count, bool frames)
{
	record_frame made[SAMPLE_FILES];
	for (size_t i = 0; i < count; i++) {
		if (!frames)
			sample_file(sample, names[i]);
		made[i] = sample_function(names[i], (uint32_t)(5 * i + 1), 0, 5);
	}
	record record = {.language = "Python", .engine = RECORD_SYNTAX, .bytes = 50, .counts = sample_counts(5, 0, 0)};
	if (frames) {
		sample_file(sample, "a.py");
		record.counts = sample_counts(5 * count, 0, 0);
		record.counts.functions = record.counts.complexity = count;
		record.frames = made;
		record.frame_count = count;
	}
	for (; record.file < sample->source.file_count; record.file++)
		tree_add(sample->tree, &record);
	tree_close(sample->tree);
}

/* The whole report as a string; the caller frees it. Inlined, gcc 12 takes the string for the address of `bytes`. */
__attribute__((noinline, unused)) static char *sample_report(const sample *sample, const char *format,
							     const report_options *options)
{
	char *bytes = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&bytes, &len);
	assert_non_null(out);
	assert_int_equal(report_format_find(format)->write(out, sample->tree, options), 0);
	fclose(out);
	return bytes;
}

static inline void sample_expect(const sample *sample, const char *format, const report_options *options,
				 const char *expected)
{
	char *report = sample_report(sample, format, options);
	assert_string_equal(report, expected);
	free(report);
}

#endif
