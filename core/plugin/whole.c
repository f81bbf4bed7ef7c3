/* SPDX-License-Identifier: MIT */
#include "plugin/whole.h"

#include <fcntl.h>
#include <link.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool read_at(int fd, void *out, size_t size, uint64_t offset)
{
	return pread(fd, out, size, (off_t)offset) == (ssize_t)size;
}

/* The first byte behind all that is to be mapped; 0: the headers cannot be read. */
static uint64_t find_end(int fd)
{
	ElfW(Ehdr) header;
	uint64_t end = 0;
	if (!read_at(fd, &header, sizeof(header), 0) || memcmp(header.e_ident, ELFMAG, SELFMAG) != 0)
		return 0;
	for (unsigned i = 0; i < header.e_phnum; i++) {
		ElfW(Phdr) segment;
		if (!read_at(fd, &segment, sizeof(segment), header.e_phoff + i * sizeof(segment)))
			return 0;
		if (segment.p_type == PT_LOAD && segment.p_offset + segment.p_filesz > end)
			end = segment.p_offset + segment.p_filesz;
	}
	return end;
}

int whole_check(const char *path, error *error)
{
	struct stat file;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return error_set_errno(error, "cannot be read");
	int status = 0;
	uint64_t end = find_end(fd);
	if (fstat(fd, &file) == 0 && (uint64_t)file.st_size < end)
		status = error_set(error, "cut short: %llu bytes of at least %llu; install it anew",
				   (unsigned long long)file.st_size, (unsigned long long)end);
	close(fd);
	return status;
}
