/* SPDX-License-Identifier: MIT */
/* The lexical counter: comments and strings found by the marks of the language map. */
#ifndef ONFLAME_COUNT_LEXICAL_H
#define ONFLAME_COUNT_LEXICAL_H

#include "base/text.h"
#include "count/span.h"
#include "language/language.h"

/* A lexis made ready for scanning: a table by first byte. */
typedef struct lexical_scanner lexical_scanner;

lexical_scanner *lexical_scanner_create(const lexis *lexis); /* keeps a pointer to `lexis` */

/* Lets the scanner know which words name a language, as the end of a here-document may; before, none does. `own` is that of the lexis; both must last. */
void lexical_scanner_know(lexical_scanner *scanner, const language_map *map, const language *own);
void lexical_scanner_destroy(lexical_scanner *scanner); /* accepts NULL */

/*
 * Adds the spans of `source` (under 4 GiB; lines end with LF or CR LF; any bytes) to `spans`, in order. One pass:
 * time in proportion to the length, whatever the content. Unclosed comments, multi-line strings and here-documents
 * reach to the end. `span.rule` is the mark: line comments, then block comments, strings, here-documents, numbered through.
 */
void lexical_scan(const lexical_scanner *scanner, text source, span_list *spans);

/*
 * The same, but false as soon as something could also be read otherwise: a mark without its end, a slash that may divide or
 * begin a regular expression, one of the language's doubts. The spans are then of no use.
 */
bool lexical_scan_surely(const lexical_scanner *scanner, text source, span_list *spans);

/* The opening mark of that number, for --explain. */
const char *lexical_rule_name(const lexical_scanner *scanner, uint16_t rule);

#endif
