/* SPDX-License-Identifier: MIT */
/* The words behind "onflame plugins". Each returns the exit status. */
#ifndef ONFLAME_CLI_PLUGIN_COMMANDS_H
#define ONFLAME_CLI_PLUGIN_COMMANDS_H

#include "cli/options.h"

/* `words`: what stands behind the word itself; ends with NULL. */
int plugin_new(const cli_options *options, const char *const *words, arena *arena);
int plugin_build(const cli_options *options, const char *const *words, arena *arena);
int plugin_check(const cli_options *options, const char *const *words, arena *arena); /* one plugin, at least */

#endif
