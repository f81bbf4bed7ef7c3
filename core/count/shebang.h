/* SPDX-License-Identifier: MIT */
/* The line that names an interpreter: private to this module. */
#ifndef ONFLAME_COUNT_SHEBANG_H
#define ONFLAME_COUNT_SHEBANG_H

#include "count/compose.h"

/* Bytes of the first line if it names an interpreter as in "#!/bin/sh", unlike Rust's "#![attribute]"; 0: it does not. */
uint32_t shebang_length(text source);

/*
 * Where `source` begins with one, that line is of the file's own language, even where that embeds what it begins with (PHP in
 * HTML), and a shebang to the policy.
 */
void shebang_mark(text source, const language *language, const count_policy *policy, findings *found, regions *regions);

#endif
