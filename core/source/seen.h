/* SPDX-License-Identifier: MIT */
/* What was reached already: folders walked, and which entry of which folder each file of the list is. */
#ifndef ONFLAME_SOURCE_SEEN_H
#define ONFLAME_SOURCE_SEEN_H

#include "source/source.h"

#include <sys/stat.h>

/* An entry of a folder: two paths lead to the same file, and not merely to a hard link of it, if these are equal. */
typedef struct seen_key {
	dev_t device; /* of the folder */
	ino_t inode;
	const char *name; /* in the folder; lives as long as the list */
	bool link;        /* reached over a link: gives way to the file itself */
} seen_key;

source_seen *seen_create(void);
void seen_destroy(source_seen *seen); /* accepts NULL */

/* Notes a folder. False: it was noted before, `*again`: in the walk that is on. */
bool seen_add_folder(source_seen *seen, dev_t device, ino_t inode, bool *again);

/* A walk begins; what it will have noted can be forgotten. */
void seen_begin_walk(source_seen *seen);
void seen_forget_walk(source_seen *seen);

/* Notes the key of the file that is added to the list next; `single`: found otherwise than by walking its folder. */
void seen_add_file(source_seen *seen, seen_key key, bool single);

/* Adds the files of another list behind those of this one. */
void seen_add_all(source_seen *seen, const source_seen *other);

/* The key of the file at a path, which exists. The name is put in the list's arena. */
seen_key seen_key_of(source_list *list, const char *path);

/* Drops doubles from the list: what stays is of the lowest root, rather no link, then first by `shown`. */
void seen_drop_doubles(source_list *list);

#endif
