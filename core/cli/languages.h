/* SPDX-License-Identifier: MIT */
/* The parts of `onflame languages`. */
#ifndef ONFLAME_CLI_LANGUAGES_H
#define ONFLAME_CLI_LANGUAGES_H

#include "cli/options.h"
#include "language/language.h"

#include <jansson.h>

/* A row of the list; one language in full. */
void languages_print_row(const language *language);
void languages_print_whole(const language_map *map, const language *language);
json_t *languages_to_json(const language_map *map, const language *language, bool whole);

/* Says of each operand that is a file or folder what is in it and why. Returns the exit status; `list` takes JSON, NULL: print. */
int languages_explain_files(const cli_options *options, const language_map *map, arena *arena, json_t *list);

/* Whether an operand stands for a file: no language is called so, and it is there or has a '/'. */
bool languages_is_file(const language_map *map, const char *operand);

/* The keys of a kind that a language claims. */
const char *const *languages_claims(const language *language, enum language_claim claim);
extern const char *const languages_claim_names[3]; /* "extension" ... */

#endif
