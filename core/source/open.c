/* SPDX-License-Identifier: MIT */
#include "source/open.h"

#include "base/memory.h"
#include "source/source.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { READ_STEP = 65536 };

static const struct {
	int number;
	const char *words;
} reasons[] = {
	{EACCES, "permission denied"},
	{EPERM, "operation not permitted"},
	{ENOENT, "no such file or folder"},
	{ENOTDIR, "no such file or folder"},
	{EMFILE, "too many open files"},
	{ENFILE, "too many open files in the system"},
	{ELOOP, "too many links to follow"},
	{ENAMETOOLONG, "name too long"},
	{EISDIR, "is a folder"},
	{EIO, "input/output error"},
};

const char *open_reason(int number)
{
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++) {
		if (reasons[i].number == number)
			return reasons[i].words;
	}
	return strerror(number);
}

int open_at(const opener *opener, int folder, const char *path, int flags)
{
	for (;;) {
		int file = openat(folder, path, flags | O_CLOEXEC);
		if (file >= 0 || (errno != EMFILE && errno != ENFILE))
			return file;
		int number = errno;
		if (opener == NULL || opener->release == NULL || !opener->release(opener->owner)) {
			errno = number;
			return -1;
		}
	}
}

static void close_quietly(int file)
{
	int number = errno;
	if (file >= 0)
		close(file);
	errno = number;
}

/* Goes down all but the last PATH_MAX - 1 bytes of `path`. Sets `folder` (AT_FDCWD or to be closed), gives the rest. */
static const char *descend(const opener *opener, const char *path, int *folder)
{
	*folder = AT_FDCWD;
	size_t left = strlen(path);
	while (left >= PATH_MAX) {
		size_t taken = PATH_MAX - 1;
		while (taken > 0 && path[taken - 1] != '/')
			taken--;
		if (taken == 0) {
			errno = ENAMETOOLONG;
			close_quietly(*folder);
			return NULL;
		}
		char part[PATH_MAX];
		memcpy(part, path, taken);
		part[taken] = '\0';
		int next = open_at(opener, *folder, part, O_RDONLY | O_DIRECTORY);
		close_quietly(*folder);
		if (next < 0)
			return NULL;
		*folder = next;
		path += taken;
		left -= taken;
	}
	return path;
}

int open_path(const opener *opener, const char *path, int flags)
{
	int folder;
	const char *rest = descend(opener, path, &folder);
	if (rest == NULL)
		return -1;
	int file = open_at(opener, folder, *rest != '\0' || *path == '\0' ? rest : ".", flags);
	close_quietly(folder);
	return file;
}

int open_stat(const opener *opener, const char *path, struct stat *status)
{
	int folder;
	const char *rest = descend(opener, path, &folder);
	if (rest == NULL)
		return -1;
	int result = fstatat(folder, *rest != '\0' || *path == '\0' ? rest : ".", status, 0);
	close_quietly(folder);
	return result;
}

/* `size`: how much there should be. One byte more is asked for, which tells whether there is. */
static int read_all(int file, size_t limit, uint64_t size, buffer *out)
{
	size_t start = out->len, step = size > 0 && size < READ_STEP ? (size_t)size + 1 : READ_STEP;
	for (;; step = READ_STEP) {
		size_t room = limit - (out->len - start);
		buffer_reserve(out, step);
		ssize_t got = read(file, out->data + out->len, step);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if ((size_t)got > room) {
			errno = EFBIG;
			return -1;
		}
		buffer_truncate(out, out->len + (size_t)got);
		if (got == 0 || ((size_t)got < step && out->len - start == size))
			return 0;
	}
}

/* A descriptor on a regular file; never waits. `status` NULL: on whatever is there. */
static int open_regular(const opener *opener, int folder, const char *path, int flags, struct stat *status)
{
	int file = open_at(opener, folder, path, flags | O_RDONLY | O_NONBLOCK | O_NOCTTY);
	if (file < 0 || status == NULL)
		return file;
	bool known = fstat(file, status) == 0;
	if (known && S_ISREG(status->st_mode))
		return file;
	if (known)
		errno = ENOENT;
	close_quietly(file);
	return -1;
}

int open_and_read_with(const opener *opener, int folder, const char *path, int flags, size_t limit, buffer *out,
		       struct stat *status)
{
	int file = open_regular(opener, folder, path, flags, status);
	if (file < 0)
		return -1;
	size_t start = out->len;
	int result = read_all(file, limit, status->st_size > 0 ? (uint64_t)status->st_size : 0, out);
	close_quietly(file);
	if (result < 0)
		buffer_truncate(out, start);
	return result;
}

int open_and_read(const opener *opener, int folder, const char *path, int flags, size_t limit, buffer *out)
{
	struct stat status;
	return open_and_read_with(opener, folder, path, flags, limit, out, &status);
}

int source_file_open(const char *path, struct stat *status)
{
	int folder;
	const char *rest = descend(NULL, path, &folder);
	if (rest == NULL)
		return -1;
	int file = open_regular(NULL, folder, rest, 0, status);
	close_quietly(folder);
	return file;
}
