/* SPDX-License-Identifier: MIT */
/* What the program can be asked to do. Each returns the exit status. */
#ifndef ONFLAME_CLI_COMMANDS_H
#define ONFLAME_CLI_COMMANDS_H

#include "cli/options.h"

enum {
	STATUS_COUNTED = 0,
	STATUS_INCOMPLETE = 1, /* some files could not be counted, or the report could not be written */
	STATUS_USAGE = 2,      /* or configuration */
	STATUS_CHECK = 3,      /* a check failed */
	STATUS_INTERRUPTED = 130
};

int command_count(const cli_options *options, arena *arena);
int command_explain(const cli_options *options, arena *arena);
int command_languages(const cli_options *options, arena *arena); /* operands: languages to show in full */
int command_plugins(const cli_options *options, arena *arena);   /* operands: a word of its own */

int command_cache(const cli_options *options, arena *arena); /* operands: "stats" or "clear" */

/* Prints "onflame: MESSAGE" and returns the status. */
int command_fail(int status, const char *message);

/* Flushes standard output; STATUS_INCOMPLETE, said on standard error, if what was printed did not arrive. */
int command_close_output(void);

/* The program itself, for main(). */
int cli_main(int argc, char **argv);

#endif
