/* SPDX-License-Identifier: MIT */
/* The record: all that is known of one counted file. The one thing that travels between processes. */
#ifndef ONFLAME_COUNT_RECORD_H
#define ONFLAME_COUNT_RECORD_H

#include "base/hash.h"
#include "language/role.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is asked for. Less may cost less; what is found is the same. */
enum count_detail {
	COUNT_ALL,
	COUNT_FRAMES, /* frames, but no complexity, nesting or parameters */
	COUNT_SUMS,   /* functions and complexity of the file, but no frames */
	COUNT_LINES   /* neither */
};

/* Sums. What is nested is included unless a name says "own". */
typedef struct counts {
	uint64_t lines, code, comment, blank; /* lines = code + comment + blank */
	uint64_t functions;                   /* frames that are functions, methods, constructors or lambdas */
	uint64_t complexity;                  /* cyclomatic (McCabe): branches, and one for each function */
	uint64_t cognitive;                   /* cognitive (SonarSource) */
} counts;

void counts_add(counts *to, const counts *more);
void counts_subtract(counts *from, const counts *less);

enum record_engine {
	RECORD_UNCOUNTED, /* `failure` says why */
	RECORD_SYNTAX,
	RECORD_LEXICAL,
	RECORD_CERTIFIED /* lexically, where that is proven to tell lines as syntax does */
};

/* A frame of the outline. */
typedef struct record_frame {
	const char *name;    /* valid UTF-8, one line; "(anonymous)" where there is none */
	const char *kind;    /* "function", "class" ... */
	bool is_function;    /* function, method, constructor, lambda ... as against a container */
	uint32_t start, end; /* first and last line, from 1 */
	uint32_t depth;      /* 0: directly in the file */
	uint32_t nesting;    /* deepest nesting of branches inside, functions only */
	uint32_t parameters;
	counts counts; /* with all that is nested in it */
} record_frame;

/* Lines of another language inside the file; they are part of the file's own counts too. */
typedef struct record_embedded {
	const char *language;
	counts counts;
} record_embedded;

/* Whether a cache may keep the record, and under what: flags. Of this run alone: not part of the encoding. */
enum record_keep {
	RECORD_KEEP_NOT = 0,
	RECORD_KEEP_CONTENT = 1,        /* under the record's key */
	RECORD_KEEP_BLOB = 2,           /* under the blob that git vouches for */
	RECORD_KEEP_BLOB_OF_BINARY = 4, /* the same if it is no text */
	RECORD_KEEP_STAMP =
		8, /* by the file's status when it was listed; the key, if any, is of what is kept already */
	RECORD_KEEP_ALL = 15
};

/* The pointers belong to whoever made the record: an arena, or the decoder's buffer. */
typedef struct record {
	uint32_t file;        /* index in the source list */
	const char *language; /* name in the map; NULL: uncounted */
	enum record_engine engine;
	bool failed;         /* uncounted: it should have been counted (exit status 1); false for a binary file */
	const char *failure; /* uncounted: "binary", "language not known", "permission denied" ...; else NULL */
	uint64_t bytes;
	counts counts;
	record_frame *frames; /* in source order, parents before children */
	size_t frame_count;
	record_embedded *embedded; /* ordered by language */
	size_t embedded_count;
	const char **notes; /* "3 % not understood", "encoding: Latin-1", "syntax counting took over 10 s" ... */
	size_t note_count;
	uint32_t error_bytes; /* of the text within ERROR nodes */
	role_set roles;       /* but for ROLE_DUPLICATE, which no file can know of itself */
	hash128 hash;         /* of the bytes, 0 for none: equal where the content is */
	unsigned keep;
	hash128 key; /* of its content; 0 where not all was read */
} record;

const char *record_engine_name(enum record_engine engine); /* "syntax", "lexical", "none" */

#endif
