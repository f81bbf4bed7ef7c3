/* SPDX-License-Identifier: MIT */
/* From options to what the modules want to know: files, languages, policy. */
#ifndef ONFLAME_CLI_SELECTION_H
#define ONFLAME_CLI_SELECTION_H

#include "cli/options.h"
#include "count/lines.h"
#include "language/language.h"
#include "source/source.h"

/* -1: an option's value cannot be. */
int selection_check(const cli_options *options, error *error);

source_options selection_source(const cli_options *options);
count_policy selection_policy(const cli_options *options);

/* The roles whose files are left out. */
role_set selection_unwanted(const cli_options *options);

/* By language index whether it is to be counted, to be freed; NULL: all are. -1: an unknown language or type. */
int selection_languages(const cli_options *options, const language_map *map, bool **out, error *error);

#endif
