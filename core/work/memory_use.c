/* SPDX-License-Identifier: MIT */
#include "work/memory_use.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int memory_use_read(pid_t pid, memory_use *use)
{
	char path[64], line[256];
	snprintf(path, sizeof(path), "/proc/%ld/statm", (long)pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	ssize_t len = read(fd, line, sizeof(line) - 1);
	close(fd);
	if (len <= 0)
		return -1;
	line[len] = '\0';

	/* Pages: "mapped resident shared ..." */
	char *end;
	unsigned long mapped = strtoul(line, &end, 10);
	unsigned long resident = strtoul(end, NULL, 10);
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	*use = (memory_use){mapped * page, resident * page};
	return 0;
}
