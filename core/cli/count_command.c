/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"
#include "cache/cache.h"
#include "cli/cache_folder.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/selection.h"
#include "cli/setup.h"
#include "cli/warnings.h"
#include "count/count.h"
#include "report/report.h"
#include "source/role_paths.h"
#include "source/source.h"
#include "tree/tree.h"
#include "work/work.h"

#include <locale.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* Set by the handler of SIGINT and SIGTERM, which can reach nothing else. */
static volatile sig_atomic_t stop_asked;

static void ask_to_stop(int number)
{
	(void)number;
	stop_asked = 1;
}

/* Everything that one run owns. */
typedef struct run {
	const cli_options *options;
	language_map *map;
	plugin_set *plugins;
	source_list *list;
	role_paths *role_paths;
	tree *tree;
	warnings *warnings;
	const report_format *format;
	bool *wanted;
	enum count_detail detail; /* what the report shows */
	progress progress;
	bool failed;      /* a file that should have been counted was not */
	counter *counter; /* in a worker */
	cache *cache;     /* NULL: the run goes on without */
	uint32_t *files;  /* those that are to be counted, of the list */
	size_t file_count;
	uint32_t file; /* in a worker: the one at hand */
	unsigned jobs; /* processes or threads at a time */
} run;

static bool recall_one(void *payload, int fd, text raw, arena *arena, record *out)
{
	run *run = payload;
	return cache_recall(run->cache, run->file, fd, raw, arena, out);
}

static count_options make_count_options(run *run)
{
	return (count_options){
		.engine = (enum count_engine)run->options->engine,
		.detail = run->detail,
		.policy = selection_policy(run->options),
		.timeout = run->options->timeout,
		.wanted = run->wanted,
		.unwanted = selection_unwanted(run->options),
		.open = source_file_open,
		.recall = run->cache != NULL ? recall_one : NULL,
		.recall_payload = run,
	};
}

static void *start_worker(void *payload)
{
	run *run = payload;
	/* External scanners call iswalnum(): without this they take every non-ASCII letter for punctuation. */
	setlocale(LC_CTYPE, "C.UTF-8");
	count_options options = make_count_options(run);
	run->counter = counter_create(run->map, run->plugins, &options);
	return run;
}

static void count_one(void *state, uint32_t number, const char *why, arena *arena, record *out)
{
	run *run = state;
	run->file = run->files[number];
	const source_file *source = &run->list->files[run->file];
	role_verdict roles = role_paths_decide(run->role_paths, source);
	counter_set_language(run->counter, source->attributes.language);
	counter_set_roles(run->counter, &roles);
	counter_set_size(run->counter, source->size);
	counter_count_file(run->counter, source->path, why != NULL, why, arena, out);
	if (run->cache != NULL)
		cache_judge(out, why != NULL);
}

static void take_record(run *run, const record *record)
{
	if (record->engine != RECORD_UNCOUNTED) {
		warnings_take(run->warnings, record);
		tree_add(run->tree, record);
		return;
	}
	if (record->failure == NULL || strcmp(record->failure, count_not_wanted) == 0)
		return;
	const source_file *file = &run->list->files[record->file];
	const char *path = run->list->root_count > 1 ? file->path : file->shown;
	source_list_skip(run->list, path, record->failure, record->failed);
}

/* Those that go through the pool are numbered as it was given them. */
static void take_counted(void *payload, const record *counted)
{
	run *run = payload;
	record record = *counted;
	record.file = run->files[counted->file];
	take_record(run, &record);
}

static void keep_counted(void *payload, const record *counted, text encoded)
{
	run *run = payload;
	record record = *counted;
	record.file = run->files[counted->file];
	if (run->cache != NULL)
		cache_keep(run->cache, &record, encoded);
}

static void take_recalled(void *payload, const record *record)
{
	run *run = payload;
	bool wanted = run->wanted == NULL || record->language == NULL;
	if (!wanted) {
		const language *language = language_map_find(run->map, text_of(record->language));
		wanted = language != NULL && run->wanted[language->index];
	}
	if (wanted)
		take_record(run, record);
}

static void show_progress(void *payload, const work_progress *state)
{
	run *run = payload;
	progress_draw(&run->progress, state);
}

/* Paths in a report are relative to the root, where there is one; so are those that the listing left out. */
static void relate_skips(source_list *list)
{
	if (list->root_count != 1)
		return;
	text root = text_of(list->roots[0]);
	while (root.len > 0 && root.data[root.len - 1] == '/')
		root.len--;
	for (size_t i = 0; i < list->skip_count; i++) {
		const char *path = list->skips[i].path;
		if (!text_starts_with(text_of(path), root) || path[root.len] != '/')
			continue;
		path += root.len;
		path += strspn(path, "/");
		if (*path != '\0')
			list->skips[i].path = path;
	}
}

static int list_sources(run *run, error *error)
{
	const cli_options *options = run->options;
	source_options source = selection_source(options);
	source.walkers = run->jobs;
	run->list = source_list_create();
	if (options->list_file != NULL &&
	    source_add_list(run->list, options->list_file, options->null, &source, error) != 0)
		return -1;
	for (size_t i = 0; i < options->operands.count; i++) {
		if (source_add_path(run->list, options->operands.items[i], &source, error) != 0)
			return -1;
	}
	if (options->operands.count == 0 && options->list_file == NULL &&
	    source_add_path(run->list, ".", &source, error) != 0)
		return -1;
	relate_skips(run->list);
	source_list_close(run->list);
	return 0;
}

/* Takes from the cache what is there; what is left is to be counted. */
static void recall_all(run *run)
{
	const source_list *list = run->list;
	if (list->file_count > 0)
		run->cache = cache_folder_open(run->options);
	if (run->cache != NULL) {
		count_options options = make_count_options(run);
		const cache_setting setting = {
			.program = cache_program(),
			.map = language_map_hash(run->map),
			.plugins = plugin_set_stamp(run->plugins),
			.count = &options,
			.memory = run->options->memory,
			.detail = (int)run->detail,
		};
		cache_begin(run->cache, list, &setting);
		cache_recall_vouched(run->cache, take_recalled, run);
	}
	run->files = memory_alloc(list->file_count * sizeof(*run->files));
	for (size_t i = 0; i < list->file_count; i++) {
		if (run->cache == NULL || !cache_is_recalled(run->cache, (uint32_t)i))
			run->files[run->file_count++] = (uint32_t)i;
	}
}

static uint64_t *list_sizes(const run *run)
{
	uint64_t *sizes = memory_zero(run->file_count, sizeof(*sizes));
	for (size_t i = 0; i < run->file_count; i++)
		sizes[i] = run->list->files[run->files[i]].size;
	return sizes;
}

static int count_all(run *run, error *error)
{
	const cli_options *options = run->options;
	work_options work = {
		.jobs = run->jobs,
		.timeout = options->timeout,
		.memory_limit = options->memory,
		.stop = &stop_asked,
	};
	work_hooks hooks = {
		.start = start_worker,
		.count = count_one,
		.keep = keep_counted,
		.done = take_counted,
		.progress = show_progress,
	};
	struct sigaction action = {.sa_handler = ask_to_stop};
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	recall_all(run);
	if (run->file_count > 0)
		run->role_paths = role_paths_create(run->map);
	uint64_t *sizes = list_sizes(run);
	int status = work_run(run->file_count, sizes, &work, &hooks, run, error);
	free(sizes);
	return status;
}

static unsigned count_jobs(const cli_options *options)
{
	if (options->jobs == 0)
		return work_processor_count();
	return options->jobs < 1024 ? (unsigned)options->jobs : 1024;
}

static int prepare(run *run, arena *arena, error *error)
{
	const cli_options *options = run->options;
	run->jobs = count_jobs(options);
	run->format = output_format(options, error);
	if (run->format == NULL || output_check(options, error) != 0 || selection_check(options, error) != 0)
		return -1;
	run->map = setup_language_map(options, arena, error);
	if (run->map == NULL)
		return -1;
	run->plugins = setup_plugins(options, arena, error);
	if (run->plugins == NULL || selection_languages(options, run->map, &run->wanted, error) != 0)
		return -1;
	run->detail = output_detail(run->format, options);
	run->warnings = warnings_create();
	run->progress.shown = output_shows_progress(options);
	run->progress.width = output_width(STDERR_FILENO);
	progress_say(&run->progress, "listing files ...");
	int status = list_sources(run, error);
	progress_clear(&run->progress);
	return status;
}

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static bool has_failed(const source_list *list)
{
	for (size_t i = 0; i < list->skip_count; i++) {
		if (list->skips[i].failed)
			return true;
	}
	return false;
}

/* Files whose content another has. */
static void skip_dropped(const run *run)
{
	buffer why = BUFFER_INIT;
	for (size_t i = 0; i < run->tree->dropped_count; i++) {
		const tree_dropped *dropped = &run->tree->dropped[i];
		bool several = run->list->root_count > 1;
		buffer_clear(&why);
		buffer_add_string(&why, "same content as ");
		text_add_visible(&why, text_of(several ? dropped->first->path : dropped->first->shown));
		source_list_skip(run->list, several ? dropped->file->path : dropped->file->shown, why.data, false);
	}
	if (run->tree->dropped_count > 0)
		source_list_close(run->list);
	buffer_finish(&why);
}

/* What was counted is reported, also when the run was stopped. */
static int finish(run *run, int counted, const error *trouble, double seconds)
{
	int status = STATUS_COUNTED;
	progress_clear(&run->progress);
	source_list_close(run->list);
	tree_close(run->tree);
	skip_dropped(run);
	warnings_print(run->warnings, run->list);
	if (has_failed(run->list))
		status = STATUS_INCOMPLETE;
	if (counted != 0) {
		command_fail(0, trouble->message);
		status = stop_asked ? STATUS_INTERRUPTED : STATUS_INCOMPLETE;
	}
	error error;
	if (output_write(run->format, run->tree, run->options, seconds, &error) != 0) {
		if (error.message[0] != '\0')
			command_fail(0, error.message);
		if (status == STATUS_COUNTED)
			status = STATUS_INCOMPLETE;
	}
	return status;
}

static void release(run *run)
{
	cache_close(run->cache);
	tree_destroy(run->tree);
	warnings_destroy(run->warnings);
	source_list_destroy(run->list);
	plugin_set_destroy(run->plugins);
	role_paths_destroy(run->role_paths);
	language_map_destroy(run->map);
	free(run->files);
	free(run->wanted);
}

int command_count(const cli_options *options, arena *arena)
{
	run run = {.options = options};
	error error = {""};
	int status;
	double start = now();
	if (prepare(&run, arena, &error) != 0) {
		progress_clear(&run.progress);
		status = command_fail(STATUS_USAGE, error.message);
	} else {
		run.tree = tree_create(run.list, run.map);
		if (options->unique)
			tree_set_unique(run.tree);
		int counted = count_all(&run, &error);
		status = finish(&run, counted, &error, now() - start);
	}
	release(&run);
	return status;
}
