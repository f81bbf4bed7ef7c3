/* SPDX-License-Identifier: MIT */
/* Mutations of inputs: the same in every run. */
#ifndef ONFLAME_TESTS_MUTATE_H
#define ONFLAME_TESTS_MUTATE_H

#include "base/buffer.h"

#include <stdint.h>

typedef struct inputs {
	buffer *items;
	size_t count, capacity;
} inputs;

/*
 * Appends mutation `number`, from 1 on, of one of the inputs, of which there is at least one, to `out`, which is empty. Returns
 * the index of that input.
 */
size_t mutate_make(buffer *out, const inputs *all, uint64_t number);

#endif
