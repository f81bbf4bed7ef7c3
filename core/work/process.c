/* SPDX-License-Identifier: MIT */
#include "work/pool.h"

#include "work/child.h"
#include "work/memory_use.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* How long a process that has closed its socket may take to be gone. */
#define DEATH_SECONDS 0.5

double pool_now(void)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double worker_spent(const worker *worker)
{
	clockid_t clock;
	struct timespec spent;
	if (clock_getcpuclockid(worker->pid, &clock) != 0 || clock_gettime(clock, &spent) != 0)
		return -1;
	return (double)spent.tv_sec + (double)spent.tv_nsec * 1e-9;
}

static int close_pair(const int ends[2])
{
	int number = errno;
	close(ends[0]);
	close(ends[1]);
	errno = number;
	return -1;
}

/* Two connected sockets, none of them at a number where the program or a worker looks for standard streams. */
static int open_pair(int ends[2])
{
	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
		return -1;
	for (int i = 0; i < 2; i++) {
		if (ends[i] > STDERR_FILENO)
			continue;
		int moved = fcntl(ends[i], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
		if (moved < 0)
			return close_pair(ends);
		close(ends[i]);
		ends[i] = moved;
	}
	return 0;
}

_Noreturn static void become_child(const pool *pool, child_counter *counter, const int ends[2], pid_t parent)
{
	/* A worker that held the sockets of others would keep them from seeing the program's end. */
	close(ends[0]);
	for (size_t i = 0; i < pool->worker_count; i++) {
		if (pool->workers[i].pid != 0)
			close(pool->workers[i].socket);
	}
	const child child = {
		.socket = ends[1],
		.parent = parent,
		.memory_limit = pool->options->memory_limit,
		.counter = counter,
		.hooks = pool->hooks,
		.payload = pool->payload,
	};
	child_run(&child);
}

int worker_spawn(pool *pool, worker *worker)
{
	int ends[2];
	if (open_pair(ends) != 0)
		return error_set_errno(&pool->start_error, "cannot start a worker process: no socket");
	memory_use use = {0};
	(void)memory_use_read(getpid(), &use);
	fflush(NULL); /* nothing is left that a worker could write a second time */

	child_counter *counter = pool->counters != NULL ? &pool->counters[worker - pool->workers] : NULL;
	if (counter != NULL)
		atomic_store(&counter->counted, 0);
	sigset_t all, old;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &old);
	pid_t parent = getpid();
	pid_t pid = pool->options->fork != NULL ? pool->options->fork() : fork();
	if (pid == 0)
		become_child(pool, counter, ends, parent);
	int number = errno;
	sigprocmask(SIG_SETMASK, &old, NULL);
	errno = number;
	if (pid < 0) {
		close_pair(ends);
		return error_set_errno(&pool->start_error, "cannot start a worker process");
	}
	close(ends[1]);
	*worker = (struct worker){.pid = pid, .socket = ends[0], .since = pool_now(), .base_bytes = use.resident};
	return 0;
}

/* 1: it is gone, as `death` says; 0: not yet. */
static int collect(pid_t pid, int flags, death *death)
{
	struct rusage usage = {0};
	pid_t got;
	do
		got = wait4(pid, &death->status, flags, &usage);
	while (got < 0 && errno == EINTR);
	death->peak_bytes = (size_t)usage.ru_maxrss * 1024;
	return got != 0; /* an error: somebody else has waited for it, so it is gone as well */
}

death worker_reap(worker *worker, bool kill_now)
{
	death death = {0};
	double until = pool_now() + DEATH_SECONDS;
	bool gone = false;
	while (!kill_now && !gone && pool_now() < until) {
		gone = collect(worker->pid, WNOHANG, &death);
		if (!gone)
			nanosleep(&(struct timespec){.tv_nsec = 500000}, NULL);
	}
	if (!gone) {
		kill(worker->pid, SIGKILL);
		death.killed = true;
		(void)collect(worker->pid, 0, &death);
	}
	close(worker->socket);
	buffer_finish(&worker->input);
	worker->pid = 0;
	return death;
}
