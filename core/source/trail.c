/* SPDX-License-Identifier: MIT */
#include "source/trail.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OPEN_STEPS 64 /* folders held open at a time */

void trail_init(trail *trail)
{
	*trail = (struct trail){0};
}

void trail_finish(trail *trail)
{
	for (size_t i = trail->first_open; i < trail->count; i++)
		closedir(trail->steps[i].dir);
	free(trail->steps);
	buffer_finish(&trail->names);
}

bool trail_release(void *owner)
{
	trail *trail = owner;
	if (trail->first_open + 1 >= trail->count)
		return false;
	trail_step *step = &trail->steps[trail->first_open++];
	closedir(step->dir);
	step->dir = NULL;
	return true;
}

void trail_push(trail *trail, trail_step step)
{
	memory_reserve(&trail->steps, &trail->capacity, trail->count + 1, sizeof(*trail->steps));
	trail->steps[trail->count++] = step;
	if (trail->count - trail->first_open > OPEN_STEPS)
		trail_release(trail);
}

/* Takes over a descriptor that may have become that folder. Closes it if it has not. */
static bool reopen(trail_step *step, int folder)
{
	struct stat status;
	if (folder < 0)
		return false;
	if (fstat(folder, &status) == 0 && status.st_dev == step->device && status.st_ino == step->inode)
		step->dir = fdopendir(folder);
	else
		errno = ENOENT;
	if (step->dir == NULL)
		close(folder);
	return step->dir != NULL;
}

/* ".." fails in a folder that may be read but not searched, and leads elsewhere from one that was moved: hence the second way. */
static bool reopen_above(trail_step *above, DIR *last, const opener *opener, const char *path)
{
	bool found = last != NULL && reopen(above, openat(dirfd(last), "..", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
	if (last != NULL)
		closedir(last);
	return found || reopen(above, open_path(opener, path, O_RDONLY | O_DIRECTORY));
}

int trail_pop(trail *trail, const opener *opener, const char *path)
{
	trail_step last = trail->steps[--trail->count];
	trail_step *above = trail->count > 0 ? &trail->steps[trail->count - 1] : NULL;
	buffer_truncate(&trail->names, last.pending);
	if (above == NULL || above->dir != NULL) {
		if (last.dir != NULL)
			closedir(last.dir);
		trail->first_open = above == NULL ? 0 : trail->first_open;
		return 0;
	}

	/* All steps but the last were closed. */
	trail->first_open = trail->count;
	if (reopen_above(above, last.dir, opener, path)) {
		trail->first_open = trail->count - 1;
		return 0;
	}
	bool lost = trail->names.len > above->pending + above->given;
	buffer_truncate(&trail->names, above->pending);
	return lost ? -1 : 0;
}

bool trail_next(trail *trail, buffer *name)
{
	const trail_step *step = &trail->steps[trail->count - 1];
	size_t pending = step->pending + step->given;
	if (trail->names.len <= pending)
		return false;
	const char *start = trail->names.data + pending;
	size_t len = trail->names.len - pending - 1;
	const char *nul = memrchr(start, '\0', len);
	const char *last = nul != NULL ? nul + 1 : start;
	buffer_clear(name);
	buffer_add_string(name, last);
	buffer_truncate(&trail->names, (size_t)(last - trail->names.data));
	return true;
}

const trail_step *trail_give(trail *trail, buffer *name)
{
	for (size_t i = trail->first_open; i < trail->count; i++) {
		trail_step *step = &trail->steps[i];
		size_t start = step->pending + step->given;
		size_t end = i + 1 < trail->count ? trail->steps[i + 1].pending : trail->names.len;
		if (start >= end)
			continue;
		buffer_clear(name);
		buffer_add_string(name, trail->names.data + start);
		step->given += name->len + 1;
		return step;
	}
	return NULL;
}
