/* SPDX-License-Identifier: MIT */
#include "cache/trust.h"

#include "base/memory.h"

#include <linux/magic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>

#define SETTLED_NANOSECONDS INT64_C(100000000) /* ten ticks of the slowest clock that a kernel has */

enum { DEVICES_MAX = 64 };

/* Those that the kernel's headers do not name in all releases are given by number. */
static const uint64_t believed_types[] = {
	EXT4_SUPER_MAGIC, /* ext2 and ext3 too */
	XFS_SUPER_MAGIC,      BTRFS_SUPER_MAGIC,     F2FS_SUPER_MAGIC,
	TMPFS_MAGIC,          OVERLAYFS_SUPER_MAGIC, UINT64_C(0x2FC12FC1), /* ZFS */
	UINT64_C(0xCA451A4E),                                              /* bcachefs */
};

void trust_init(trust *trust)
{
	memset(trust, 0, sizeof(*trust));
	/* Files get the time of the last tick, which this clock tells. */
	if (clock_gettime(CLOCK_REALTIME_COARSE, &trust->now) != 0)
		trust->now = (struct timespec){0};
}

void trust_finish(trust *trust)
{
	free(trust->devices);
	trust->devices = NULL;
	trust->count = trust->capacity = 0;
}

bool trust_type(uint64_t type)
{
	for (size_t i = 0; i < sizeof(believed_types) / sizeof(believed_types[0]); i++) {
		if (type == believed_types[i])
			return true;
	}
	return false;
}

bool trust_stamp(const source_stamp *stamp, struct timespec now)
{
	/* Whole seconds: the file system keeps no more, or an image was made with times of somebody's choice. */
	if (stamp->inode == 0 || stamp->changed_part == 0 || stamp->changed <= 0 || stamp->changed > now.tv_sec)
		return false;
	int64_t seconds = now.tv_sec - stamp->changed;
	return seconds > 1 || seconds * INT64_C(1000000000) + now.tv_nsec - stamp->changed_part > SETTLED_NANOSECONDS;
}

static trust_device look_at(const source_file *file)
{
	struct statfs system;
	struct stat status;
	trust_device made = {.device = file->stamp.device};
	if (statfs(file->path, &system) != 0 || stat(file->path, &status) != 0 ||
	    (uint64_t)status.st_dev != made.device)
		return made;
	memcpy(&made.file_system, &system.f_fsid,
	       sizeof(made.file_system) < sizeof(system.f_fsid) ? sizeof(made.file_system) : sizeof(system.f_fsid));
	/* The type is 32 bits wide; where the field is wider some systems fill it up with its sign. */
	made.believed = trust_type((uint32_t)system.f_type);
	return made;
}

static const trust_device *find_device(trust *trust, const source_file *file)
{
	if (trust->last < trust->count && trust->devices[trust->last].device == file->stamp.device)
		return &trust->devices[trust->last];
	for (size_t i = 0; i < trust->count; i++) {
		if (trust->devices[i].device == file->stamp.device) {
			trust->last = i;
			return &trust->devices[i];
		}
	}
	if (trust->count >= DEVICES_MAX)
		return NULL;
	memory_reserve(&trust->devices, &trust->capacity, trust->count + 1, sizeof(*trust->devices));
	trust->last = trust->count++;
	trust->devices[trust->last] = look_at(file);
	return &trust->devices[trust->last];
}

bool trust_file(trust *trust, const source_file *file, uint64_t *file_system)
{
	if (file->folder == 0 || !trust_stamp(&file->stamp, trust->now))
		return false;
	const trust_device *device = find_device(trust, file);
	if (device == NULL || !device->believed)
		return false;
	*file_system = device->file_system;
	return true;
}
