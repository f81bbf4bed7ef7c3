/* SPDX-License-Identifier: MIT */
/* Private to the module: the pool as the parent process sees it. */
#ifndef ONFLAME_WORK_POOL_H
#define ONFLAME_WORK_POOL_H

#include "base/buffer.h"
#include "work/child.h"
#include "work/queue.h"
#include "work/work.h"

#include <stdbool.h>

/* A worker process, or a place for one. */
typedef struct worker {
	pid_t pid;                       /* 0: none */
	int socket;                      /* valid while pid != 0 */
	bool ready;                      /* its start is over */
	bool receiving;                  /* a part of an answer is here */
	double since;                    /* when it began with what it is at */
	double looked_at;                /* `since` when it was first found silent ... */
	double spent;                    /* ... and what it had spent then; -1: not known */
	size_t base_bytes;               /* of memory that it shared at its start */
	buffer input;                    /* what came and is not yet a whole answer */
	uint32_t files[QUEUE_BATCH_MAX]; /* sent and not answered, from `first` on */
	size_t first, file_count;
	uint32_t answered; /* files, since its start */
	bool at_once;      /* it answers each file at once */
	char *why;         /* owned: this is the second try of its one file; NULL: first tries */
} worker;

typedef struct pool {
	const work_options *options;
	const work_hooks *hooks;
	void *payload;
	worker *workers;
	size_t worker_count;
	child_counter *counters; /* one a worker, shared with it; NULL: none */
	queue queue;
	arena *arena; /* of the record at hand */
	size_t done;  /* files */
	uint64_t bytes_done, byte_count;
	double started, progress_at; /* seconds of the monotonic clock */
	double next_start;           /* no new process before this */
	unsigned failed_starts;      /* in a row */
	bool ever_ready;             /* some worker started well */
	error start_error;           /* why the last start failed */
	error refusal;               /* why the last broken answer was refused */
} pool;

/* process.c: one worker process */
typedef struct death {
	int status;        /* as of waitpid() */
	bool killed;       /* by the pool */
	size_t peak_bytes; /* the most that was resident */
} death;

double pool_now(void);                            /* seconds of a clock that only goes forward */
double worker_spent(const worker *worker);        /* seconds of the processor; -1: not known */
int worker_spawn(pool *pool, worker *worker);     /* -1: start_error is set */
death worker_reap(worker *worker, bool kill_now); /* waits a little for its end, then kills it; leaves an empty place */

/* feed.c: what goes to a worker */
void worker_feed(pool *pool, worker *worker);

/* receive.c: what comes from it */
enum receive_result { RECEIVE_ALL, RECEIVE_MORE, RECEIVE_CLOSED, RECEIVE_BROKEN };
enum receive_result worker_receive(pool *pool, worker *worker); /* hands over whole records */

/* lose.c: what becomes of its files when it is gone */
enum loss { LOSS_DEATH, LOSS_TIME, LOSS_MEMORY, LOSS_BROKEN };
void worker_lose(pool *pool, worker *worker, enum loss loss);
void pool_fail_file(pool *pool, uint32_t file, const char *failure);
void pool_done(pool *pool, const record *record);

#endif
