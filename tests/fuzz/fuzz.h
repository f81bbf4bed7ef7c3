/* SPDX-License-Identifier: MIT */
/* What a fuzz target is: see CMakeLists.txt. */
#ifndef ONFLAME_TESTS_FUZZ_H
#define ONFLAME_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's name for it. Returns 0, or does not return where something is wrong. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
