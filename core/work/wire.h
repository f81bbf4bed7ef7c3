/* SPDX-License-Identifier: MIT */
/* Private to the module: what goes over the socket between the pool and a worker. Both are one program on one machine. */
#ifndef ONFLAME_WORK_WIRE_H
#define ONFLAME_WORK_WIRE_H

#include "base/hash.h"

#include <stdint.h>

#define WIRE_WHY_MAX 256

/* To a worker; behind it `file_count` indices of 32 bits, then the why. */
typedef struct wire_request {
	uint32_t file_count;
	uint32_t why_len; /* 0: first tries; else the one file is tried again */
	uint32_t at_once; /* 1: each answer is sent at once: what goes wrong is the first unanswered file's doing */
} wire_request;

/* From a worker; behind it `len` bytes. Odd first bytes, so that a stray write is told from an answer at once. */
#define WIRE_READY UINT32_C(0x8ea7f00d)
#define WIRE_RECORD UINT32_C(0x9ec07d01)

typedef struct wire_answer {
	uint32_t kind; /* WIRE_READY or WIRE_RECORD */
	uint32_t len;
	uint64_t keep; /* enum record_keep, and the key with it */
	hash128 key;
} wire_answer;

/* A longer record is not taken: an outline of a million functions fits. */
#define WIRE_RECORD_MAX (UINT32_C(1) << 26)

#endif
