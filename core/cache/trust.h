/* SPDX-License-Identifier: MIT */
/*
 * Which files are taken to be unchanged as long as their status is. Private to the module.
 *
 * The time of change is what tells: the system alone sets it, at each write. It is believed of local file systems that keep it in
 * parts of seconds, and only where it lies so far back when the file is read that a later write cannot get the same one. Nothing is
 * believed of network mounts and FUSE, whose server may write without telling, of file systems that have no such time, and of images
 * that can only be read, whose times are whatever their maker chose. Writes behind the system's back cannot be seen by it: to the
 * disk itself, or through a mapping that was made before and held on to.
 */
#ifndef ONFLAME_CACHE_TRUST_H
#define ONFLAME_CACHE_TRUST_H

#include "source/source.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

/* A device that files lie on. */
typedef struct trust_device {
	uint64_t device, file_system; /* the number and the name that the system gives it */
	bool believed;
} trust_device;

typedef struct trust {
	struct timespec now; /* of the clock that file systems use */
	trust_device *devices;
	size_t count, capacity;
	size_t last; /* that was asked for */
} trust;

/* Of files that are read from now on. */
void trust_init(trust *trust);
void trust_finish(trust *trust);

/* Whether the file is as it was listed as long as its status is. Looks at its file system when it is the first on its device. */
bool trust_file(trust *trust, const source_file *file, uint64_t *file_system);

/* The two halves of it: `type` is that of statfs(). */
bool trust_type(uint64_t type);
bool trust_stamp(const source_stamp *stamp, struct timespec now);

#endif
