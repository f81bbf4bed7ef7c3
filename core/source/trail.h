/* SPDX-License-Identifier: MIT */
/* The way from a walk's root down to the folder at hand: open folders, however deep, with few descriptors. */
#ifndef ONFLAME_SOURCE_TRAIL_H
#define ONFLAME_SOURCE_TRAIL_H

#include "base/buffer.h"
#include "source/open.h"
#include "source/scope.h"

#include <dirent.h>

/* A folder on the way. */
typedef struct trail_step {
	DIR *dir; /* NULL: closed for want of descriptors */
	dev_t device;
	ino_t inode;
	const scope *scope;
	uint32_t repository;       /* as in a source_file */
	size_t path_len, full_len; /* of the folder's paths, '/' included */
	size_t pending;            /* where its folders yet to be walked begin in `names` ... */
	size_t given;              /* ... but for so many bytes, which went to others */
} trail_step;

typedef struct trail {
	trail_step *steps;
	size_t count, capacity;
	size_t first_open; /* steps before this one are closed */
	buffer names;      /* folders yet to be walked, a NUL behind each; those of the last step at the end */
} trail;

void trail_init(trail *trail);
void trail_finish(trail *trail);

/* Adds a folder that was opened; takes `dir` over. Closes the highest one when many are open. */
void trail_push(trail *trail, trail_step step);

/*
 * Leaves the last folder and opens the one above it anew if it was closed. `path` is the way to it from the current folder.
 * -1: that failed, errno says why, and the folders in it that were left to walk are dropped.
 */
int trail_pop(trail *trail, const opener *opener, const char *path);

/* Closes the highest folder that is open and not the last. False: there is none. `trail` is a struct trail. */
bool trail_release(void *trail);

/* Takes the name of the next folder to walk off the last step's; in `name`. False: there is none. */
bool trail_next(trail *trail, buffer *name);

/* Takes off the name of a folder as high as possible, for another to walk. The step that it belongs to is open; NULL: there is none. */
const trail_step *trail_give(trail *trail, buffer *name);

#endif
