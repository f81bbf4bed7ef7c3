/* SPDX-License-Identifier: MIT */
/* Lines and their classes, from a text and its spans. */
#ifndef ONFLAME_COUNT_LINES_H
#define ONFLAME_COUNT_LINES_H

#include "base/text.h"
#include "count/span.h"

#include <stdbool.h>

enum line_class { LINE_BLANK, LINE_COMMENT, LINE_CODE };

const char *line_class_name(enum line_class class); /* "blank", "comment", "code" */

/* How lines are classed where counters differ. */
typedef struct count_policy {
	const char *name;
	enum line_class blank_in_comment, blank_in_string; /* blank lines there */
	enum line_class docstring, shebang, prose;
	bool shebang_marked; /* where the language has no comments with '#', the shebang is code */
	bool embedded;       /* embedded languages count by their own rules; false: as the text around them */
} count_policy;

/* "default", "cloc", "tokei", "scc". NULL: unknown. */
const count_policy *count_policy_find(const char *name);

typedef struct line {
	uint32_t start, end; /* bytes; `end` is that of the text, before the line break */
	uint32_t token;      /* first visible character; `start` on a blank line */
	enum line_class class;
	uint16_t rule; /* of the span that decided; UINT16_MAX: none */
} line;

/* Goes through the lines of a text. Starts with {source, spans, span_count, policy}. */
typedef struct line_reader {
	text source;
	const span *spans;
	size_t span_count;
	const count_policy *policy;
	size_t span; /* first that ends behind `at` */
	uint32_t at;
} line_reader;

/* False: no line is left. A last line without line break counts; an empty text has none. */
bool line_reader_next(line_reader *reader, line *out);

#endif
