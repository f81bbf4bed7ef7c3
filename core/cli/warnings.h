/* SPDX-License-Identifier: MIT */
/* What went wrong with files, told once each reason however many files it befell. */
#ifndef ONFLAME_CLI_WARNINGS_H
#define ONFLAME_CLI_WARNINGS_H

#include "base/arena.h"
#include "count/record.h"
#include "source/source.h"

typedef struct warnings warnings;

warnings *warnings_create(void);
void warnings_destroy(warnings *warnings); /* accepts NULL */

/* Takes note of a record's troubles. */
void warnings_take(warnings *warnings, const record *record);

/* Prints them, and the list's failed skips, to standard error; the order depends on the files alone. */
void warnings_print(const warnings *warnings, const source_list *list);

#endif
