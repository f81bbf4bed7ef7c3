/* SPDX-License-Identifier: MIT */
#include "cache/folder.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* Root leaves nothing of its own in the homes of others, as it would with sudo. */
static bool may_make_in(const char *folder)
{
	struct stat status;
	return stat(folder, &status) == 0 && (geteuid() != 0 || status.st_uid == 0);
}

/* -1: errno says why. */
static int make_folders(const char *path)
{
	char *part = memory_copy_string(path);
	int result = 0;
	for (char *slash = strchr(part + 1, '/'); result == 0; slash = strchr(slash + 1, '/')) {
		if (slash != NULL)
			*slash = '\0';
		struct stat status;
		if (stat(part, &status) != 0) {
			char *last = strrchr(part, '/');
			*last = '\0';
			bool may = may_make_in(last > part ? part : "/");
			*last = '/';
			if (!may)
				errno = EACCES;
			result = may && (mkdir(part, 0700) == 0 || errno == EEXIST) ? 0 : -1;
		}
		if (slash == NULL)
			break;
		*slash = '/';
	}
	free(part);
	return result;
}

static int open_folder(const char *path, bool *unsafe, error *error)
{
	struct stat status;
	int folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder < 0 && errno == ENOENT && make_folders(path) == 0)
		folder = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (folder < 0)
		return error_set_errno(error, "%s", path);
	if (fstat(folder, &status) == 0 && status.st_uid == geteuid() && (status.st_mode & (S_IWGRP | S_IWOTH)) == 0)
		return folder;
	close(folder);
	*unsafe = true;
	return error_set(error, "%s: not a folder that its owner alone can write; chmod go-w it", path);
}

int folder_open(const char *path, bool *unsafe, error *error)
{
	*unsafe = false;
	if (path[0] != '/')
		return error_set(error, "%s: not an absolute path", path);
	int folder = open_folder(path, unsafe, error);
	if (folder < 0)
		return -1;
	int lock = openat(folder, "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0600);
	int number = errno;
	close(folder);
	errno = number;
	if (lock < 0)
		return error_set_errno(error, "%s/lock", path);
	if (folder_share(lock))
		return lock;
	close(lock);
	return error_set(error, "%s: in use", path);
}

bool folder_claim(int lock)
{
	return flock(lock, LOCK_EX | LOCK_NB) == 0;
}

bool folder_share(int lock)
{
	return flock(lock, LOCK_SH | LOCK_NB) == 0;
}
