/* SPDX-License-Identifier: MIT */
/* Private to the module: what runs in a worker process. */
#ifndef ONFLAME_WORK_CHILD_H
#define ONFLAME_WORK_CHILD_H

#include "work/work.h"

typedef struct child {
	int socket;          /* to the pool */
	pid_t parent;        /* the worker ends with it */
	size_t memory_limit; /* as in work_options */
	const work_hooks *hooks;
	void *payload;
} child;

/* Serves requests until the pool closes the socket. Call it right behind fork(), with all signals blocked. */
_Noreturn void child_run(const child *child);

#endif
