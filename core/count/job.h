/* SPDX-License-Identifier: MIT */
/* One file on its way through the counter, behind its reading: private to counter.c and job.c. */
#ifndef ONFLAME_COUNT_JOB_H
#define ONFLAME_COUNT_JOB_H

#include "base/buffer.h"
#include "count/compose.h"
#include "count/count.h"

/* Bytes of a text that can be counted at once. */
#define JOB_BYTES_MAX ((uint64_t)UINT32_MAX - 1)

struct counter {
	const language_map *map;
	plugin_set *plugins;
	count_options options;
	language_tools *tools;
	const language *forced;    /* NULL: each file's own */
	role_verdict known, roles; /* of the next files; of the last one */
	uint64_t listed;           /* bytes that the next file should have */
	buffer raw, decoded;
	skeleton skeleton;
};

typedef struct job {
	counter *counter;
	arena *arena;
	record *out;
	bool lexical_only;
	count_explain *explain;
	void *payload;
} job;

/* Notes what is worth knowing of how the file was counted; a few, the rest is left out. `note` lives as long as the arena. */
void job_note(const job *job, const char *note);

/* The file is not counted. `failed`: it should have been. `why` lives as long as the arena. */
void job_refuse(const job *job, bool failed, const char *why);

/* Whether the file has a role that is not wanted; `out` then says so. */
bool job_is_unwanted(const job *job);

/* The language of a file that begins with `content` if it is one to be counted; NULL: `out` says why not. */
const language *job_choose_language(const job *job, const char *path, text content);

/* Counts all that the file holds. */
void job_count(const job *job, const char *path, text raw);

/* Counts a file that is not to be held as a whole: its head is in the counter's buffer. */
void job_count_in_pieces(const job *job, const char *path, int fd);

#endif
