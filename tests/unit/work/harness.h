/* SPDX-License-Identifier: MIT */
/* A run of the pool over made-up files, one of which does something bad, and what must hold behind it. */
#ifndef ONFLAME_TESTS_WORK_HARNESS_H
#define ONFLAME_TESTS_WORK_HARNESS_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka wants the four above first */
#include <cmocka.h>

#include "base/memory.h"
#include "work/work.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define NO_FILE UINT32_MAX

typedef struct run {
	uint32_t file_count;
	uint32_t bad_file; /* NO_FILE: none */
	bool bad_twice;
	void (*misbehave)(uint32_t file); /* in the worker, at the bad file; may return */

	/* What came back, for each file. */
	unsigned *done;
	enum record_engine *engine;
	char **said; /* the note or the failure */
	int status;
	error error;
} run;

static inline void run_count(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	const run *run = state;
	if (file == run->bad_file && (why == NULL || run->bad_twice))
		run->misbehave(file);
	out->language = "C";
	out->engine = why == NULL ? RECORD_SYNTAX : RECORD_LEXICAL;
	out->counts = (counts){.lines = file, .code = file};
	if (why != NULL) {
		out->notes = arena_alloc(arena, sizeof(*out->notes));
		out->notes[0] = arena_copy_string(arena, why);
		out->note_count = 1;
	}
}

static inline void run_done(void *payload, const record *record)
{
	run *run = payload;
	assert_in_range(record->file, 0, run->file_count - 1);
	const char *said = record->engine == RECORD_UNCOUNTED ? record->failure : NULL;
	if (record->note_count > 0)
		said = record->notes[0];
	if (record->engine != RECORD_UNCOUNTED)
		assert_int_equal(record->counts.code, record->file);
	assert_int_equal(record->failed, record->engine == RECORD_UNCOUNTED);
	run->done[record->file]++;
	run->engine[record->file] = record->engine;
	free(run->said[record->file]);
	run->said[record->file] = said != NULL ? memory_copy_string(said) : NULL;
}

static const work_hooks run_hooks = {.count = run_count, .done = run_done};

static inline size_t count_open_files(void)
{
	size_t count = 0;
	DIR *folder = opendir("/proc/self/fd");
	assert_non_null(folder);
	while (readdir(folder) != NULL)
		count++;
	closedir(folder);
	return count;
}

/* No process is left behind, not even a dead one. */
static inline void assert_no_children(void)
{
	errno = 0;
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static inline void run_start(run *run, const work_options *options, const work_hooks *hooks)
{
	run->done = memory_zero(run->file_count, sizeof(*run->done));
	run->engine = memory_zero(run->file_count, sizeof(*run->engine));
	run->said = memory_zero(run->file_count, sizeof(*run->said));
	size_t open_files = count_open_files();
	run->status = work_run(run->file_count, NULL, options, hooks, run, &run->error);
	assert_no_children();
	assert_int_equal(count_open_files(), open_files);
}

static inline void run_finish(run *run)
{
	for (uint32_t i = 0; i < run->file_count; i++)
		free(run->said[i]);
	free(run->said);
	free(run->engine);
	free(run->done);
}

/* Every file was done once; each but the bad one with the syntax engine and nothing to say. */
static inline void assert_others_done(const run *run)
{
	if (run->status != 0)
		fail_msg("the run failed: %s", run->error.message);
	for (uint32_t i = 0; i < run->file_count; i++) {
		if (run->done[i] != 1)
			fail_msg("file %u was done %u times", i, run->done[i]);
		if (i != run->bad_file && (run->engine[i] != RECORD_SYNTAX || run->said[i] != NULL))
			fail_msg("file %u: engine %d, %s", i, run->engine[i], run->said[i]);
	}
}

#endif
