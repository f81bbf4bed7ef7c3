/* SPDX-License-Identifier: MIT */
/* Private to the module: what runs in a worker process. */
#ifndef ONFLAME_WORK_CHILD_H
#define ONFLAME_WORK_CHILD_H

#include "work/work.h"

#include <stdatomic.h>

/*
 * Files that a worker has counted since its start, answers to which it may still have with it: what it was at when it died.
 * In memory that it shares with the pool, each in a cache line of its own.
 */
typedef struct child_counter {
	_Alignas(64) _Atomic uint32_t counted;
} child_counter;

typedef struct child {
	int socket;             /* to the pool */
	pid_t parent;           /* the worker ends with it */
	size_t memory_limit;    /* as in work_options */
	child_counter *counter; /* NULL: each answer is sent at once */
	const work_hooks *hooks;
	void *payload;
} child;

/* Serves requests until the pool closes the socket. Call it right behind fork(), with all signals blocked. */
_Noreturn void child_run(const child *child);

#endif
