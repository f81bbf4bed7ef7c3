/* SPDX-License-Identifier: MIT */
/* Where the report goes and what it looks like there. */
#ifndef ONFLAME_CLI_OUTPUT_H
#define ONFLAME_CLI_OUTPUT_H

#include "cli/options.h"
#include "report/report.h"

/* Of --format, or of the ending of --output; NULL: unknown. */
const report_format *output_format(const cli_options *options, error *error);

/* Whether --output can be written, told before the count that it would lose. Its folder must be there. */
int output_check(const cli_options *options, error *error);

/* What of the files the report shows. */
enum count_detail output_detail(const report_format *format, const cli_options *options);

/* Whether nobody reads the pipe that standard output is any more: head and less close it when they have enough. */
bool output_is_unwanted(void);

/*
 * Writes the report to --output or standard output. A file is complete or not there: it is written beside its place first. What is
 * no regular file (a pipe, a terminal, /dev/null) is written as it is. -1: what was written did not arrive; the message is empty where
 * the reader closed the pipe.
 */
int output_write(const report_format *format, const tree *tree, const cli_options *options, double seconds,
		 error *error);

bool output_shows_progress(const cli_options *options);
bool output_has_colour(const cli_options *options, int fd);
unsigned output_width(int fd); /* columns of the terminal; 80 where there is none */

#endif
