/* SPDX-License-Identifier: MIT */
#include "work/pool.h"

#include "base/memory.h"
#include "work/wire.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define RESTART_SECONDS 0.05

static const struct {
	int number;
	const char *name;
} signal_names[] = {
	{SIGSEGV, "segmentation fault"}, {SIGABRT, "aborted"},
	{SIGBUS, "bus error"},           {SIGFPE, "arithmetic error"},
	{SIGILL, "illegal instruction"}, {SIGTRAP, "trap"},
	{SIGSYS, "bad system call"},
};

static void add_signal(buffer *out, int number)
{
	if (number == SIGKILL) {
		buffer_add_string(out, "was killed, as the system does when memory runs short");
		return;
	}
	for (size_t i = 0; i < sizeof(signal_names) / sizeof(signal_names[0]); i++) {
		if (signal_names[i].number == number) {
			buffer_printf(out, "crashed: %s", signal_names[i].name);
			return;
		}
	}
	buffer_printf(out, "crashed: signal %d", number);
}

static void add_memory(buffer *out, size_t limit)
{
	const size_t mebi = (size_t)1024 * 1024;
	struct rlimit space;
	/* A lower limit than ours came from the caller: then that is what ended it. */
	if (getrlimit(RLIMIT_AS, &space) == 0 && space.rlim_cur != RLIM_INFINITY &&
	    space.rlim_cur / mebi < limit / mebi)
		buffer_printf(out, "ran out of memory: the shell's limit (ulimit -v) is %llu MiB",
			      (unsigned long long)(space.rlim_cur / mebi));
	else if (limit == 0)
		buffer_add_string(out, "ran out of memory");
	else if (limit % (1024 * mebi) == 0)
		buffer_printf(out, "took over %zu GiB of memory", limit / (1024 * mebi));
	else
		buffer_printf(out, "took over %zu MiB of memory", limit / mebi);
}

/* Whether a crash came from a lack of memory: next to the limit, whatever an allocation's failure led to. */
static bool is_near_limit(const death *death, size_t base, size_t limit)
{
	return limit > 0 && death->peak_bytes > base && death->peak_bytes - base > limit - limit / 8;
}

/* Says what happened as the rest of a sentence that begins with what was done. The caller frees it. */
static char *describe(const pool *pool, enum loss loss, const death *death, size_t base)
{
	buffer out = BUFFER_INIT;
	size_t limit = pool->options->memory_limit;
	if (loss == LOSS_DEATH && death->killed)
		buffer_add_string(&out, "closed its connection");
	else if (loss == LOSS_BROKEN)
		buffer_printf(&out, "wrote a broken record: %.150s", pool->refusal.message);
	else if (loss == LOSS_TIME)
		buffer_printf(&out, "took over %g s", pool->options->timeout);
	else if (loss == LOSS_MEMORY ||
		 (WIFEXITED(death->status) && WEXITSTATUS(death->status) == MEMORY_EXIT_STATUS) ||
		 (WIFSIGNALED(death->status) && is_near_limit(death, base, limit)))
		add_memory(&out, limit);
	else if (WIFSIGNALED(death->status))
		add_signal(&out, WTERMSIG(death->status));
	else
		buffer_printf(&out, "ended its process with status %d", WEXITSTATUS(death->status));
	if (out.len > WIRE_WHY_MAX)
		buffer_truncate(&out, WIRE_WHY_MAX);
	return out.data;
}

void pool_done(pool *pool, const record *record)
{
	pool->done++;
	if (pool->queue.sizes != NULL)
		pool->bytes_done += pool->queue.sizes[record->file];
	pool->hooks->done(pool->payload, record);
}

void pool_fail_file(pool *pool, uint32_t file, const char *failure)
{
	const record record = {
		.file = file,
		.engine = RECORD_UNCOUNTED,
		.failed = true,
		.failure = failure,
		.bytes = pool->queue.sizes != NULL ? pool->queue.sizes[file] : 0,
	};
	pool_done(pool, &record);
}

/* The file that it was at. Takes over `why`. */
static void settle_file(pool *pool, uint32_t file, const char *first_why, char *why)
{
	if (first_why == NULL) {
		queue_add_retry(&pool->queue, file, why);
		return;
	}
	char *failure = arena_printf(pool->arena, "%s; a second try %s", first_why, why);
	pool_fail_file(pool, file, failure);
	free(why);
}

static void lose_start(pool *pool, worker *worker, char *why)
{
	error_set(&pool->start_error, "cannot start a worker process: it %s", why);
	free(why);
	pool->failed_starts++;
	pool->next_start = pool_now() + RESTART_SECONDS;
	if (worker->why != NULL)
		queue_add_retry(&pool->queue, worker->files[worker->first], worker->why);
	else
		for (size_t i = 0; i < worker->file_count; i++)
			queue_return(&pool->queue, worker->files[worker->first + i]);
}

/*
 * Which of its files the worker was at, from the first that it has not answered. `file_count`: not known. One that hangs,
 * grows or crashes by a signal is at the file behind those that it says to have counted; what it sent or closed may have
 * been wrong for longer. Where each is answered at once it is the first.
 */
static size_t find_culprit(const pool *pool, const worker *worker, enum loss loss, const death *death)
{
	if (worker->at_once || pool->counters == NULL)
		return 0;
	bool known = loss == LOSS_TIME || loss == LOSS_MEMORY ||
		     (loss == LOSS_DEATH && !death->killed && WIFSIGNALED(death->status));
	uint32_t counted = atomic_load(&pool->counters[worker - pool->workers].counted) - worker->answered;
	return known && counted < worker->file_count ? counted : worker->file_count;
}

/* Files whose answers are lost with the worker are counted once more. Takes over `why`. */
static void settle(pool *pool, const worker *worker, size_t culprit, char *why)
{
	for (size_t i = 0; i < worker->file_count; i++) {
		if (i != culprit)
			queue_return(&pool->queue, worker->files[worker->first + i]);
	}
	if (culprit < worker->file_count)
		settle_file(pool, worker->files[worker->first + culprit], worker->why, why);
	else
		free(why);
	free(worker->why);
}

void worker_lose(pool *pool, worker *worker, enum loss loss)
{
	death death = worker_reap(worker, loss != LOSS_DEATH);
	char *why = describe(pool, loss, &death, worker->base_bytes);
	if (!worker->ready) {
		lose_start(pool, worker, why);
	} else if (worker->file_count == 0) {
		free(why);
	} else {
		settle(pool, worker, find_culprit(pool, worker, loss, &death), why);
	}
	worker->why = NULL;
	worker->file_count = 0;
}
