/* SPDX-License-Identifier: MIT */
/*
 * What git's index says of files: their blob and their status when git last looked. An own reader of the format, versions 2 to 4
 * (gitformat-index(5)): it is a flat list, and to load a library for it would take longer than to read it.
 */
#ifndef ONFLAME_SOURCE_GIT_INDEX_H
#define ONFLAME_SOURCE_GIT_INDEX_H

#include "base/buffer.h"
#include "base/text.h"
#include "source/open.h"

#include <stdbool.h>
#include <stdint.h>

#define GIT_ID_MAX 32

/* A time of which the index keeps the low 32 bits of the seconds. */
typedef struct git_time {
	uint32_t seconds, nanoseconds;
} git_time;

typedef struct git_entry {
	text path;      /* from the top of the repository; valid until the next entry */
	const char *id; /* of the blob; as many bytes as the index says */
	git_time changed, modified;
	uint32_t inode, size; /* low bits */
	bool plain;           /* a regular file that git compares with the blob: no conflict, no promise by the user */
} git_entry;

typedef struct git_index {
	buffer content;
	uint32_t version, count, left;
	size_t id_len; /* 20 or 32 bytes */
	size_t at, end;
	buffer path;      /* version 4: of the entry before */
	git_time written; /* the file itself, when it was opened */
} git_index;

/*
 * Opens `index` in git's own folder and checks its structure, entry by entry. -1: there is none, or none that is understood, or
 * one that others can write. Nothing is left open or to be freed then.
 */
int git_index_open(const opener *opener, int folder, git_index *index);
void git_index_close(git_index *index);

/* The same for content in memory, which is taken over. */
int git_index_parse(buffer content, git_time written, git_index *index);

/* The next entry, in order of paths, byte by byte. False: there are no more. */
bool git_index_next(git_index *index, git_entry *out);

/*
 * Whether the entry's file was left alone for so long before the index was written that a later change must show in its status.
 * A clock that ticks coarsely would give a change the time of what went before.
 */
bool git_entry_is_settled(const git_entry *entry, git_time written);

#endif
