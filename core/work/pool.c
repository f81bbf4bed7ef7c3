/* SPDX-License-Identifier: MIT */
#include "work/pool.h"

#include "base/memory.h"
#include "work/memory_use.h"

#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>

#define TICK_SECONDS 0.05    /* longest time between two looks at the workers */
#define QUIET_SECONDS 0.1    /* a worker longer at one file is looked at */
#define PROGRESS_SECONDS 0.1 /* between two calls of the hook */
#define START_SECONDS 10.0   /* a worker may take so much longer to start than for a file */
#define WAIT_FACTOR 4        /* so much longer may a worker be silent that does nothing */
#define RESPAWN_SECONDS 0.1  /* between two tries, where no process can be made */
#define START_TRIES 10       /* in a row */
#define BATCH_SECONDS 0.02   /* of work in a batch */
#define HUGE_BYTES (64.0 * 1024 * 1024)
#define HUGE_SECONDS 2.0    /* more for each HUGE_BYTES of a file */
#define STOPPED_SECONDS 0.5 /* a wait longer by so much: the program was stopped, and its workers with it */

static size_t count_idle(const pool *pool)
{
	size_t idle = 0;
	for (size_t i = 0; i < pool->worker_count; i++)
		idle += pool->workers[i].pid != 0 && pool->workers[i].file_count == 0;
	return idle;
}

/* Fills empty places as far as there is work for more. Returns how many workers there are. */
static size_t fill_places(pool *pool)
{
	size_t live = 0;
	size_t waiting = queue_fresh_count(&pool->queue) + pool->queue.retry_count;
	size_t idle = count_idle(pool);
	for (size_t i = 0; i < pool->worker_count; i++) {
		worker *worker = &pool->workers[i];
		if (worker->pid == 0 && waiting > idle && pool_now() >= pool->next_start) {
			if (worker_spawn(pool, worker) == 0) {
				idle++;
			} else {
				pool->failed_starts++;
				pool->next_start = pool_now() + RESPAWN_SECONDS;
			}
		}
		live += worker->pid != 0;
	}
	return live;
}

/* No worker is left and none can be made: what is not done becomes uncounted, so that what was done is not lost. */
static void fail_rest(pool *pool)
{
	queue_retry retry;
	while (queue_take_retry(&pool->queue, &retry)) {
		pool_fail_file(pool, retry.file, retry.why);
		free(retry.why);
	}
	uint32_t file;
	while (queue_take_returned(&pool->queue, &file, 1) > 0 || queue_take(&pool->queue, &file, 1, 0) > 0)
		pool_fail_file(pool, file, pool->start_error.message);
}

static int staff(pool *pool, error *error)
{
	if (fill_places(pool) > 0)
		return 0;
	if (pool->failed_starts < START_TRIES) {
		(void)poll(NULL, 0, (int)(TICK_SECONDS * 1000));
		return 0;
	}
	if (!pool->ever_ready)
		return error_set(error, "%s", pool->start_error.message);
	fail_rest(pool);
	return 0;
}

/* Takes what has come from a worker; at its end, or at nonsense, settles what it leaves behind. */
static void hear(pool *pool, worker *worker)
{
	switch (worker_receive(pool, worker)) {
	case RECEIVE_CLOSED:
		worker_lose(pool, worker, LOSS_DEATH);
		break;
	case RECEIVE_BROKEN:
		worker_lose(pool, worker, LOSS_BROKEN);
		break;
	case RECEIVE_ALL:
	case RECEIVE_MORE:
		break;
	}
}

/* How much goes to a worker at once: some hundredths of a second of what they have shown to do. */
static void take_pace(pool *pool)
{
	double seconds = pool_now() - pool->started;
	double bytes = (double)pool->bytes_done / (double)pool->worker_count;
	double batch = seconds > 0 ? bytes / seconds * BATCH_SECONDS : 0;
	pool->queue.batch_bytes = batch >= (double)QUEUE_BATCH_BYTES_MAX ? QUEUE_BATCH_BYTES_MAX
				  : batch > (double)QUEUE_BATCH_BYTES    ? (uint64_t)batch
									 : QUEUE_BATCH_BYTES;
}

/* Those that live, closely: for more places than a process may have files, poll() would refuse at once. */
static nfds_t list_live(const pool *pool, struct pollfd *polls)
{
	nfds_t count = 0;
	for (size_t i = 0; i < pool->worker_count; i++) {
		const worker *worker = &pool->workers[i];
		if (worker->pid != 0)
			polls[count++] = (struct pollfd){.fd = worker->socket, .events = POLLIN};
	}
	return count;
}

static void wait_and_hear(pool *pool, struct pollfd *polls)
{
	nfds_t count = list_live(pool, polls);
	double before = pool_now();
	int ready = poll(polls, count, (int)(TICK_SECONDS * 1000));
	double lost = pool_now() - before - TICK_SECONDS;
	for (size_t i = 0; lost > STOPPED_SECONDS && i < pool->worker_count; i++)
		pool->workers[i].since += lost;
	nfds_t at = 0;
	for (size_t i = 0; ready > 0 && i < pool->worker_count && at < count; i++) {
		worker *worker = &pool->workers[i];
		if (worker->pid != 0 && worker->socket == polls[at].fd && polls[at++].revents != 0)
			hear(pool, worker);
	}
}

static bool is_dead(const worker *worker)
{
	siginfo_t info = {0};
	return waitid(P_PID, (id_t)worker->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid != 0;
}

static bool is_too_big(const pool *pool, const worker *worker)
{
	memory_use use;
	return pool->options->memory_limit > 0 && memory_use_read(worker->pid, &use) == 0 &&
	       use.resident > worker->base_bytes && use.resident - worker->base_bytes > pool->options->memory_limit;
}

/* Seconds that a worker may take for the file it is at: a huge one is not suspect because it takes long to read. */
static double time_limit(const pool *pool, const worker *worker)
{
	const uint64_t *sizes = pool->queue.sizes;
	uint64_t bytes = sizes != NULL && worker->file_count > 0 ? sizes[worker->files[worker->first]] : 0;
	return pool->options->timeout + (double)bytes / HUGE_BYTES * HUGE_SECONDS;
}

/* A busy machine lets a worker wait: what it spent counts, unless it waits for something else for long. */
static bool is_too_slow(const pool *pool, const worker *worker, double seconds)
{
	double timeout = time_limit(pool, worker);
	double limit = timeout * 1.5 + 0.5 + (worker->ready ? 0 : START_SECONDS);
	if (pool->options->timeout <= 0 || seconds <= limit)
		return false;
	double spent = worker->spent < 0 ? -1 : worker_spent(worker);
	return spent < 0 || spent - worker->spent > timeout || seconds > limit * WAIT_FACTOR;
}

/* A worker that has long been silent. */
static void look_at(pool *pool, worker *worker)
{
	double since = worker->since;
	if (is_dead(worker)) {
		/* A process that it started may hold the socket open: no end will be heard. */
		enum receive_result result;
		do
			result = worker_receive(pool, worker);
		while (result == RECEIVE_MORE);
		worker_lose(pool, worker, result == RECEIVE_BROKEN ? LOSS_BROKEN : LOSS_DEATH);
		return;
	}
	if (worker->looked_at < since) {
		worker->looked_at = since;
		worker->spent = worker_spent(worker);
	}
	bool big = is_too_big(pool, worker);
	if (!big && !is_too_slow(pool, worker, pool_now() - since))
		return;
	hear(pool, worker); /* the answer may just have come */
	if (worker->pid != 0 && worker->since <= since)
		worker_lose(pool, worker, big ? LOSS_MEMORY : LOSS_TIME);
}

static void watch(pool *pool)
{
	double now = pool_now();
	for (size_t i = 0; i < pool->worker_count; i++) {
		worker *worker = &pool->workers[i];
		bool busy = worker->file_count > 0 || !worker->ready;
		if (worker->pid != 0 && busy && now - worker->since > QUIET_SECONDS)
			look_at(pool, worker);
	}
}

static void tell_progress(pool *pool, bool always)
{
	double now = pool_now();
	if (pool->hooks->progress == NULL || (!always && now < pool->progress_at))
		return;
	pool->progress_at = now + PROGRESS_SECONDS;
	const work_progress progress = {
		.files = pool->done,
		.file_count = pool->queue.file_count,
		.bytes = pool->bytes_done,
		.byte_count = pool->byte_count,
		.seconds = now - pool->started,
	};
	pool->hooks->progress(pool->payload, &progress);
}

static int run(pool *pool, struct pollfd *polls, error *error)
{
	while (pool->done < pool->queue.file_count) {
		if (pool->options->stop != NULL && *pool->options->stop != 0)
			return error_set(error, "stopped with %zu of %zu files counted", pool->done,
					 pool->queue.file_count);
		if (staff(pool, error) != 0)
			return -1;
		take_pace(pool);
		for (size_t i = 0; i < pool->worker_count; i++) {
			if (pool->workers[i].pid != 0)
				worker_feed(pool, &pool->workers[i]);
		}
		wait_and_hear(pool, polls);
		watch(pool);
		tell_progress(pool, false);
	}
	tell_progress(pool, true);
	return 0;
}

static void finish(pool *pool)
{
	for (size_t i = 0; i < pool->worker_count; i++) {
		worker *worker = &pool->workers[i];
		if (worker->pid != 0)
			(void)worker_reap(worker, true);
		free(worker->why);
	}
	if (pool->counters != NULL)
		munmap(pool->counters, pool->worker_count * sizeof(*pool->counters));
	queue_finish(&pool->queue);
	arena_destroy(pool->arena);
	free(pool->workers);
}

/* NULL: there is no memory to be shared. */
static child_counter *share_counters(size_t count)
{
	if (count == 0)
		return NULL;
	void *shared =
		mmap(NULL, count * sizeof(child_counter), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	return shared != MAP_FAILED ? shared : NULL;
}

int work_run(size_t file_count, const uint64_t *sizes, const work_options *options, const work_hooks *hooks,
	     void *payload, error *error)
{
	if (file_count > UINT32_MAX)
		return error_set(error, "%zu files are more than can be counted at once", file_count);
	size_t jobs = options->jobs > 0 ? options->jobs : 1;
	pool pool = {
		.options = options,
		.hooks = hooks,
		.payload = payload,
		.worker_count = jobs < file_count ? jobs : file_count,
		.arena = arena_create(),
		.started = pool_now(),
	};
	pool.workers = memory_zero(pool.worker_count, sizeof(*pool.workers));
	pool.counters = share_counters(pool.worker_count);
	queue_init(&pool.queue, file_count, sizes);
	for (size_t i = 0; sizes != NULL && i < file_count; i++)
		pool.byte_count += sizes[i];

	/* Some programs start others with this signal ignored: then nobody could wait for a worker. */
	struct sigaction standard = {.sa_handler = SIG_DFL}, old;
	sigaction(SIGCHLD, &standard, &old);
	struct pollfd *polls = memory_zero(pool.worker_count, sizeof(*polls));
	int status = run(&pool, polls, error);
	finish(&pool);
	free(polls);
	sigaction(SIGCHLD, &old, NULL);
	return status;
}
