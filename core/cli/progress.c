/* SPDX-License-Identifier: MIT */
#include "cli/progress.h"

#include <stdio.h>

enum { BAR = 24 };

/* "1.5 MB", in powers of ten as disks have them. */
static const char *format_bytes(double bytes, char *out, size_t size)
{
	static const char *const units[] = {"B", "kB", "MB", "GB", "TB"};
	size_t unit = 0;
	while (bytes >= 1000 && unit + 1 < sizeof(units) / sizeof(units[0])) {
		bytes /= 1000;
		unit++;
	}
	snprintf(out, size, bytes < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", bytes, units[unit]);
	return out;
}

static const char *format_time(double seconds, char *out, size_t size)
{
	unsigned long whole = seconds > 0 ? (unsigned long)(seconds + 0.5) : 0;
	if (whole < 60)
		snprintf(out, size, "%lu s", whole);
	else
		snprintf(out, size, "%lu:%02lu", whole / 60, whole % 60);
	return out;
}

static double share_of(const work_progress *state)
{
	if (state->byte_count > 0)
		return (double)state->bytes / (double)state->byte_count;
	return state->file_count > 0 ? (double)state->files / (double)state->file_count : 1;
}

void progress_draw(progress *progress, const work_progress *state)
{
	if (!progress->shown)
		return;
	double share = share_of(state);
	double rate = state->seconds > 0 ? (double)state->bytes / state->seconds : 0;
	double left = share > 0 ? state->seconds * (1 - share) / share : 0;
	char bar[BAR + 1], bytes[32], speed[32], time[32], line[256];
	for (int i = 0; i < BAR; i++)
		bar[i] = i < (int)(share * BAR + 0.5) ? '#' : '.';
	bar[BAR] = '\0';
	int len = snprintf(line, sizeof(line), "%3.0f %% [%s] %zu of %zu files, %s, %s/s, %s left", share * 100, bar,
			   state->files, state->file_count, format_bytes((double)state->bytes, bytes, sizeof(bytes)),
			   format_bytes(rate, speed, sizeof(speed)), format_time(left, time, sizeof(time)));
	/* A wrapped line could not be drawn over. */
	int room = progress->width > 1 ? (int)progress->width - 1 : 79;
	fprintf(stderr, "\r%.*s\033[K", len < room ? len : room, line);
	fflush(stderr);
	progress->drawn = true;
}

void progress_say(progress *progress, const char *what)
{
	if (!progress->shown)
		return;
	fprintf(stderr, "\r%s\033[K", what);
	fflush(stderr);
	progress->drawn = true;
}

void progress_clear(progress *progress)
{
	if (!progress->drawn)
		return;
	fputs("\r\033[K", stderr);
	fflush(stderr);
	progress->drawn = false;
}
