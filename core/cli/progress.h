/* SPDX-License-Identifier: MIT */
/* The progress line on a terminal. */
#ifndef ONFLAME_CLI_PROGRESS_H
#define ONFLAME_CLI_PROGRESS_H

#include "work/work.h"

#include <stdbool.h>

typedef struct progress {
	bool shown; /* whether to draw at all */
	bool drawn; /* a line stands on the terminal */
	unsigned width;
} progress;

/* Draws files, bytes, rate and time left over the line before. */
void progress_draw(progress *progress, const work_progress *state);

/* Says what is being done before there is anything to count. */
void progress_say(progress *progress, const char *what);

/* Takes the line away. */
void progress_clear(progress *progress);

#endif
