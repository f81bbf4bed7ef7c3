/* SPDX-License-Identifier: MIT */
/* The counter: a file's text becomes line classes and an outline. */
#ifndef ONFLAME_COUNT_COUNT_H
#define ONFLAME_COUNT_COUNT_H

#include "base/arena.h"
#include "base/text.h"
#include "count/lines.h"
#include "count/record.h"
#include "language/language.h"
#include "plugin/plugin.h"

struct stat;

enum count_engine { COUNT_AUTO, COUNT_SYNTAX, COUNT_LEXICAL };

typedef struct count_options {
	enum count_engine engine;
	enum count_detail detail;
	count_policy policy;
	double timeout;     /* seconds of the processor for syntax counting a file; 0: no limit */
	const bool *wanted; /* by language index: false leaves files of that language out; NULL: all */
	role_set unwanted;  /* roles whose files are left out */

	/* Opens a file for reading, never waiting; where its status is asked for, only a regular one. -1: errno. NULL: open(). */
	int (*open)(const char *path, struct stat *status);

	/*
	 * Asked where a file was read from `fd`; `raw` is all of it, or its beginning where that is enough. True: `out` is what counting
	 * it would give. NULL: nobody.
	 */
	bool (*recall)(void *payload, int fd, text raw, arena *arena, record *out);
	void *recall_payload;

	uint64_t
		whole_max; /* bytes of a file that is held as a whole, a larger one is counted in pieces; 0: the usual */
	size_t piece;      /* bytes of a piece; 0: the usual */
} count_options;

/* Counts one file at a time. One a process: the memory that parsing takes is shared by all counters. */
typedef struct counter counter;

/* All three outlive the counter. */
counter *counter_create(const language_map *map, plugin_set *plugins, const count_options *options);
void counter_destroy(counter *counter); /* accepts NULL */

/*
 * The language of the files counted from now on, by name or alias, as linguist-language in .gitattributes has it; NULL, or
 * one that the map does not know: each file's own is found out. The string must last.
 */
void counter_set_language(counter *counter, const char *name);

/* Bytes of the files counted from now on, as far as is known: it saves asking, and is not relied on. At first 0: not known. */
void counter_set_size(counter *counter, uint64_t listed);

/*
 * What is known of the roles of the files counted from now on, by their paths and what is said of them elsewhere; the content
 * decides on the others. At first nothing is.
 */
void counter_set_roles(counter *counter, const role_verdict *known);

/* All that was found out of the roles of the last file, and why. */
const role_verdict *counter_roles(const counter *counter);

/*
 * Counts the file at `path`. What `out` points to lives in the arena or in the map. Never fails: where the file cannot be
 * counted, `out` says why. `lexical_only` is for the second try behind a crash, with the reason in `note` (NULL: none).
 * `out->file` is left alone.
 */
void counter_count_file(counter *counter, const char *path, bool lexical_only, const char *note, arena *arena,
			record *out);

/*
 * The language that the file at `path` would be counted as, and why; `trouble` says what stands in the way ("binary",
 * "permission denied" ...; lives in the arena), else it is NULL.
 */
const language *counter_detect_file(counter *counter, const char *path, arena *arena, language_why *why,
				    const char **trouble);

/* The same as counter_count_file for a text in memory; `path` serves to detect the language. */
void counter_count_text(counter *counter, const char *path, text content, arena *arena, record *out);

/* One line, explained. */
typedef struct count_explanation {
	uint32_t number; /* from 1 */
	text content;    /* without line break */
	enum line_class class;
	const record_frame *frame; /* innermost; NULL: none */
	const char *reason;        /* "comment: line_comment (Rust)", "code" ... */
	const char *language;      /* of the embedded text or of the file */
} count_explanation;

typedef void count_explain(void *payload, const count_explanation *line);

/* Counts the file and tells of each line. */
void counter_explain_file(counter *counter, const char *path, arena *arena, record *out, count_explain *tell,
			  void *payload);

/* The name of an outcome that is no failure: the file's language was not wanted. Compared by address. */
extern const char count_not_wanted[];

/* That of a file that is no text. */
extern const char count_binary[];

#endif
