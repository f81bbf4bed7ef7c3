/* SPDX-License-Identifier: MIT */
/*
 * What may fail, failing: linked before the program with --wrap. ONFLAME_FAULT is a class and a number, "read 3": that call of
 * each process fails; "read 3+": all calls from there on. The file ONFLAME_FAULT_MARK is made once one has failed.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CLASS_SIZE = 16 };

/* Read once; the linker's names leave no place for a payload. Counts go on behind fork(), each process by itself. */
static struct {
	bool read, stays;
	char class[CLASS_SIZE];
	long left;
} fault;

/* Names that the linker makes. NOLINTBEGIN(bugprone-reserved-identifier) */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
int __real_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *path, int flags, ...);
ssize_t __real_read(int file, void *out, size_t size);
ssize_t __real_pread(int file, void *out, size_t size, off_t offset);
int __real_fstat(int file, struct stat *out);
int __real_stat(const char *path, struct stat *out);
int __real_lstat(const char *path, struct stat *out);
int __real_fstatat(int folder, const char *path, struct stat *out, int flags);
struct dirent *__real_readdir(DIR *folder);
DIR *__real_fdopendir(int folder);
DIR *__real_opendir(const char *path);
void *__real_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset);
pid_t __real_fork(void);
int __real_socketpair(int domain, int type, int protocol, int *out);

void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);
int __wrap_open(const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);
ssize_t __wrap_read(int file, void *out, size_t size);
ssize_t __wrap_pread(int file, void *out, size_t size, off_t offset);
int __wrap_fstat(int file, struct stat *out);
int __wrap_stat(const char *path, struct stat *out);
int __wrap_lstat(const char *path, struct stat *out);
int __wrap_fstatat(int folder, const char *path, struct stat *out, int flags);
struct dirent *__wrap_readdir(DIR *folder);
DIR *__wrap_fdopendir(int folder);
DIR *__wrap_opendir(const char *path);
void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset);
pid_t __wrap_fork(void);
int __wrap_socketpair(int domain, int type, int protocol, int *out);

static void read_order(void)
{
	const char *order = getenv("ONFLAME_FAULT");
	fault.read = true;
	if (order == NULL)
		return;
	size_t len = strcspn(order, " ");
	if (len == 0 || len >= sizeof(fault.class) || order[len] == '\0')
		abort();
	memcpy(fault.class, order, len);
	char *end;
	fault.left = strtol(order + len, &end, 10);
	fault.stays = *end == '+';
}

static void mark(void)
{
	const char *path = getenv("ONFLAME_FAULT_MARK");
	int file = path != NULL ? __real_open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) : -1;
	if (file >= 0)
		close(file);
}

/* Whether this call of the class fails; errno says how. */
static bool fails(const char *class, int number)
{
	if (!fault.read)
		read_order();
	if (strcmp(class, fault.class) != 0 || fault.left == 0)
		return false;
	if (fault.left > 1 || !fault.stays)
		fault.left--;
	if (fault.left > (fault.stays ? 1 : 0))
		return false;
	mark();
	errno = number;
	return true;
}

void *__wrap_malloc(size_t size)
{
	return fails("malloc", ENOMEM) ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return fails("malloc", ENOMEM) ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	return fails("malloc", ENOMEM) ? NULL : __real_realloc(old, size);
}

int __wrap_open(const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return fails("open", EIO) ? -1 : __real_open(path, flags, mode);
}

int __wrap_openat(int folder, const char *path, int flags, ...)
{
	va_list rest;
	va_start(rest, flags);
	mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
	va_end(rest);
	return fails("open", EIO) ? -1 : __real_openat(folder, path, flags, mode);
}

ssize_t __wrap_read(int file, void *out, size_t size)
{
	return fails("read", EIO) ? -1 : __real_read(file, out, size);
}

ssize_t __wrap_pread(int file, void *out, size_t size, off_t offset)
{
	return fails("read", EIO) ? -1 : __real_pread(file, out, size, offset);
}

int __wrap_fstat(int file, struct stat *out)
{
	return fails("stat", EIO) ? -1 : __real_fstat(file, out);
}

int __wrap_stat(const char *path, struct stat *out)
{
	return fails("stat", EIO) ? -1 : __real_stat(path, out);
}

int __wrap_lstat(const char *path, struct stat *out)
{
	return fails("stat", EIO) ? -1 : __real_lstat(path, out);
}

int __wrap_fstatat(int folder, const char *path, struct stat *out, int flags)
{
	return fails("stat", EIO) ? -1 : __real_fstatat(folder, path, out, flags);
}

struct dirent *__wrap_readdir(DIR *folder)
{
	return fails("readdir", EIO) ? NULL : __real_readdir(folder);
}

DIR *__wrap_fdopendir(int folder)
{
	return fails("opendir", ENOMEM) ? NULL : __real_fdopendir(folder);
}

DIR *__wrap_opendir(const char *path)
{
	return fails("opendir", EMFILE) ? NULL : __real_opendir(path);
}

void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset)
{
	return fails("mmap", ENOMEM) ? MAP_FAILED : __real_mmap(at, size, protection, flags, file, offset);
}

pid_t __wrap_fork(void)
{
	return fails("fork", EAGAIN) ? -1 : __real_fork();
}

int __wrap_socketpair(int domain, int type, int protocol, int *out)
{
	return fails("socketpair", EMFILE) ? -1 : __real_socketpair(domain, type, protocol, out);
}
/* NOLINTEND(bugprone-reserved-identifier) */
