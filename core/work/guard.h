/* SPDX-License-Identifier: MIT */
/* Private to the module. */
#ifndef ONFLAME_WORK_GUARD_H
#define ONFLAME_WORK_GUARD_H

#include "base/text.h"

/*
 * Whether `bytes` are exactly one MessagePack array of nil, booleans, unsigned numbers, strings and arrays, nested at most
 * `depth` deep, all of it there. msgpack-c allocates what the head of an array claims before it has seen the elements,
 * so that five hostile bytes would cost 96 GiB; behind this check it allocates in proportion to the length.
 */
bool guard_check(text bytes, size_t depth);

#endif
