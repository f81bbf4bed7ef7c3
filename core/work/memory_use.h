/* SPDX-License-Identifier: MIT */
/* Private to the module: how much memory a process takes. */
#ifndef ONFLAME_WORK_MEMORY_USE_H
#define ONFLAME_WORK_MEMORY_USE_H

#include <stddef.h>
#include <sys/types.h>

/* In bytes. */
typedef struct memory_use {
	size_t mapped;   /* address space */
	size_t resident; /* in memory, shared parts included */
} memory_use;

/* -1: not known, as where /proc is missing. */
int memory_use_read(pid_t pid, memory_use *use);

#endif
