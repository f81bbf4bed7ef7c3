/* SPDX-License-Identifier: MIT */
/* "onflame cache": what is kept of former runs. */
#include "cache/cache.h"

#include "cli/cache_folder.h"
#include "cli/commands.h"
#include "cli/setup.h"

#include <inttypes.h>
#include <string.h>
#include <time.h>

cache *cache_folder_open(const cli_options *options)
{
	arena *arena = arena_create();
	const char *folder = options->no_cache || options->cache_size == 0 ? NULL : setup_cache_path(arena);
	error error;
	bool unsafe = false;
	cache *opened = folder != NULL ? cache_open(folder, options->cache_size, &unsafe, &error) : NULL;
	if (unsafe)
		fprintf(stderr, "onflame: no cache: %s\n", error.message);
	arena_destroy(arena);
	return opened;
}

static void print_day(const char *what, uint64_t day)
{
	char text[32] = "never";
	const time_t seconds = (time_t)(day * 86400);
	struct tm date;
	if (day > 0 && day < UINT32_MAX && gmtime_r(&seconds, &date) != NULL)
		strftime(text, sizeof(text), "%Y-%m-%d", &date);
	printf("%-14s %s\n", what, text);
}

static int print_stats(const cli_options *options, const char *folder)
{
	error error;
	cache_facts facts;
	if (cache_tell(folder, &facts, &error) != 0)
		return command_fail(STATUS_INCOMPLETE, error.message);
	printf("%-14s %s\n", "folder", folder);
	printf("%-14s %" PRIu64 "\n", "records", facts.records);
	printf("%-14s %" PRIu64 " of at most about %" PRIu64 "\n", "bytes", facts.bytes, options->cache_size);
	print_day("last used", facts.last_day);
	print_day("not since", facts.oldest_day);
	return command_close_output();
}

int command_cache(const cli_options *options, arena *arena)
{
	error error;
	const char *word = options->operands.count == 1 ? options->operands.items[0] : "";
	const char *folder = setup_cache_path(arena);
	if (strcmp(word, "stats") != 0 && strcmp(word, "clear") != 0)
		return command_fail(STATUS_USAGE,
				    "cache: give one of stats and clear; a folder of that name is given as ./cache");
	if (folder == NULL)
		return command_fail(STATUS_INCOMPLETE, "no cache: neither XDG_CACHE_HOME nor HOME names a folder");
	if (strcmp(word, "stats") == 0)
		return print_stats(options, folder);
	if (cache_clear(folder, &error) != 0)
		return command_fail(STATUS_INCOMPLETE, error.message);
	return STATUS_COUNTED;
}
