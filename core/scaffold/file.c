/* SPDX-License-Identifier: MIT */
#include "scaffold/file.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int read_all(int fd, size_t max, buffer *out, const char *path, error *error)
{
	size_t start = out->len;
	for (;;) {
		buffer_reserve(out, 65536);
		ssize_t got = read(fd, out->data + out->len, 65536);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return error_set_errno(error, "%s", path);
		if (got == 0)
			return 0;
		out->len += (size_t)got;
		if (out->len - start > max)
			return error_set(error, "%s: over %zu bytes", path, max);
		out->data[out->len] = '\0';
	}
}

int file_read(const char *path, size_t max, buffer *out, error *error)
{
	/* A fifo must not hold us up. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	struct stat file;
	if (fd < 0)
		return error_set_errno(error, "%s", path);
	int status = 0;
	if (fstat(fd, &file) != 0 || !S_ISREG(file.st_mode))
		status = error_set(error, "%s: not a regular file", path);
	if (status == 0)
		status = read_all(fd, max, out, path, error);
	close(fd);
	return status;
}

static int write_all(int fd, const char *data, size_t len)
{
	while (len > 0) {
		ssize_t put = write(fd, data, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return -1;
		data += put;
		len -= (size_t)put;
	}
	return 0;
}

int file_write(const char *path, const char *data, size_t len, mode_t mode, error *error)
{
	buffer name = BUFFER_INIT;
	buffer_printf(&name, "%s.XXXXXX", path);
	int fd = mkostemp(name.data, O_CLOEXEC);
	int status = 0;
	if (fd < 0) {
		status = error_set_errno(error, "%s", path);
	} else {
		bool written = write_all(fd, data, len) == 0 && fchmod(fd, mode) == 0;
		written = close(fd) == 0 && written;
		if (!written || rename(name.data, path) != 0) {
			status = error_set_errno(error, "%s: not written", path);
			unlink(name.data);
		}
	}
	buffer_finish(&name);
	return status;
}

int file_copy(const char *from, const char *to, mode_t mode, error *error)
{
	buffer content = BUFFER_INIT;
	int status = file_read(from, FILE_SIZE_MAX, &content, error);
	if (status == 0)
		status = file_write(to, buffer_string(&content), content.len, mode, error);
	buffer_finish(&content);
	return status;
}

int folder_make(const char *path, error *error)
{
	char *copy = memory_copy_string(path);
	int status = 0;
	for (char *at = copy + 1; status == 0; at++) {
		char end = *at;
		if (end != '/' && end != '\0')
			continue;
		*at = '\0';
		if (mkdir(copy, 0755) != 0 && !file_is_folder(copy))
			status = error_set_errno(error, "%s", copy);
		*at = end;
		if (end == '\0')
			break;
	}
	free(copy);
	return status;
}

bool file_is_regular(const char *path)
{
	struct stat file;
	return stat(path, &file) == 0 && S_ISREG(file.st_mode);
}

bool file_is_folder(const char *path)
{
	struct stat file;
	return stat(path, &file) == 0 && S_ISDIR(file.st_mode);
}

const char *file_name(const char *path)
{
	const char *slash = strrchr(path, '/');
	return slash != NULL ? slash + 1 : path;
}

char *file_folder(arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (slash == NULL)
		return arena_copy_string(arena, ".");
	return arena_copy(arena, path, slash > path ? (size_t)(slash - path) : 1);
}
