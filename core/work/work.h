/* SPDX-License-Identifier: MIT */
/*
 * The pool of worker processes: counts every file of a list, each exactly once, whatever the counter does.
 *
 * Workers are forked, so that they share the file list and the map. One that crashes, ends, hangs, takes too much memory
 * or writes nonsense costs the file that it was at: that file is counted a second time, told why the first time failed,
 * and everything else goes on. Call it from a process with one thread.
 */
#ifndef ONFLAME_WORK_WORK_H
#define ONFLAME_WORK_WORK_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "count/record.h"

#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct work_options {
	unsigned jobs;  /* worker processes at most; 0 counts as 1 */
	double timeout; /* seconds a file, and two for each 64 MiB of it; <= 0: no limit. The counter is to keep to it by
				itself; a worker is killed half of it and half a second later */
	size_t memory_limit;               /* bytes a worker may take beyond what it starts with; 0: no limit */
	const volatile sig_atomic_t *stop; /* the run ends soon after this became non-zero; NULL: never */
	pid_t (*fork)(void);               /* in place of fork(), for tests; NULL: fork() */
} work_options;

typedef struct work_progress {
	size_t files, file_count;   /* done, and of how many */
	uint64_t bytes, byte_count; /* likewise; 0 without `sizes` */
	double seconds;             /* since the start */
} work_progress;

typedef struct work_hooks {
	/* In each worker, once: what it returns goes to `count`. May be NULL: `count` gets the payload. */
	void *(*start)(void *payload);

	/*
	 * In a worker: counts `file`, an index below file_count. `why` is NULL at first. On a second try it says why the
	 * first failed ("crashed: segmentation fault", "took over 10 s", "took over 2 GiB of memory"): then only what
	 * cannot fail in that way is to be done, the lexical counter, and `why` belongs in the notes. What `out`, which
	 * comes cleared, points to lies in `arena`, which is reset behind each file, or stays valid till then.
	 */
	void (*count)(void *state, uint32_t file, const char *why, arena *arena, record *out);

	/*
	 * In the calling process, for each file once, in no order; the record is valid during the call. Where the second
	 * try failed too, it is uncounted and failed, and `failure` says why.
	 */
	void (*done)(void *payload, const record *record);

	/* In the calling process, before `done`, for what came from a worker: with its encoding. May be NULL. */
	void (*keep)(void *payload, const record *record, text encoded);

	/* In the calling process, about ten times a second, and at the end. May be NULL. */
	void (*progress)(void *payload, const work_progress *progress);
} work_hooks;

/*
 * Runs until all files 0 .. file_count - 1 are done. `sizes` are their bytes, for balance and progress; may be NULL.
 * -1: no worker could be started at all, or the run was stopped; what was done till then was done. No worker is left behind.
 */
int work_run(size_t file_count, const uint64_t *sizes, const work_options *options, const work_hooks *hooks,
	     void *payload, error *error);

/* Processors that this process may use, as the scheduler and the cgroup have it; at least 1. */
unsigned work_processor_count(void);

#endif
