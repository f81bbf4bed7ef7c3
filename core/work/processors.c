/* SPDX-License-Identifier: MIT */
#include "work/work.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>

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

/* Reads "QUOTA PERIOD" from one file or a number each from two. Returns the processors that makes, 0: no limit. */
static unsigned count_allowed(const char *quota_path, const char *period_path)
{
	double quota = 0, period = 0;
	int got = 0;
	FILE *file = fopen(quota_path, "re");
	if (file != NULL) {
		got = fscanf(file, "%lf %lf", &quota, &period); /* "max PERIOD" gives 0 */
		fclose(file);
	}
	if (got == 1 && period_path != NULL && (file = fopen(period_path, "re")) != NULL) {
		got += fscanf(file, "%lf", &period) == 1;
		fclose(file);
	}
	if (got < 2 || quota <= 0 || period <= 0 || quota / period > 1e6)
		return 0;
	unsigned whole = (unsigned)(quota / period);
	return whole * period < quota ? whole + 1 : whole;
}

unsigned work_processor_count(void)
{
	unsigned count = count_scheduled();
	unsigned allowed = count_allowed("/sys/fs/cgroup/cpu.max", NULL);
	if (allowed == 0)
		allowed = count_allowed("/sys/fs/cgroup/cpu/cpu.cfs_quota_us", "/sys/fs/cgroup/cpu/cpu.cfs_period_us");
	return allowed > 0 && allowed < count ? allowed : count;
}
