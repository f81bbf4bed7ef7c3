/* SPDX-License-Identifier: MIT */
#include "work/work.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>

static unsigned count_scheduled(void)
{
	/* The kernel's set may be larger than the usual type: asked for in growing sizes. */
	for (size_t bits = CPU_SETSIZE; bits <= (size_t)1 << 20; bits *= 2) {
		cpu_set_t *set = CPU_ALLOC(bits);
		if (set == NULL)
			break;
		size_t size = CPU_ALLOC_SIZE(bits);
		int status = sched_getaffinity(0, size, set);
		int number = errno;
		int count = status == 0 ? CPU_COUNT_S(size, set) : 0;
		CPU_FREE(set);
		if (count > 0)
			return (unsigned)count;
		if (number != EINVAL)
			break;
	}
	return 1;
}

/* Reads the numbers that a file begins with, at most two. Returns how many there are. */
static int read_numbers(const char *path, double numbers[2])
{
	char line[128];
	int count = 0;
	FILE *file = fopen(path, "re");
	if (file == NULL)
		return 0;
	if (fgets(line, sizeof(line), file) != NULL) {
		char *at = line, *end;
		while (count < 2 && (numbers[count] = strtod(at, &end), end != at)) {
			count++;
			at = end;
		}
	}
	fclose(file);
	return count;
}

/* Processors that a cgroup may use at once: its share of time in each period, rounded up. 0: no limit. */
static unsigned count_allowed(void)
{
	double share[2] = {0}; /* quota, period */
	double period[2];
	/* Version 2 has both in one file, "max PERIOD" for no limit; version 1 has two, -1 for no limit. */
	if (read_numbers("/sys/fs/cgroup/cpu.max", share) < 2) {
		if (read_numbers("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", share) < 1 ||
		    read_numbers("/sys/fs/cgroup/cpu/cpu.cfs_period_us", period) < 1)
			return 0;
		share[1] = period[0];
	}
	if (share[0] <= 0 || share[1] <= 0 || share[0] / share[1] > 1e6)
		return 0;
	unsigned whole = (unsigned)(share[0] / share[1]);
	return whole * share[1] < share[0] ? whole + 1 : whole;
}

unsigned work_processor_count(void)
{
	unsigned count = count_scheduled();
	unsigned allowed = count_allowed();
	return allowed > 0 && allowed < count ? allowed : count;
}
