/* SPDX-License-Identifier: MIT */
#include "base/memory.h"
#include "count/content.h"
#include "count/job.h"
#include "count/lexical.h"
#include "count/pieces.h"
#include "count/shapes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define KEEP_BYTES ((size_t)1024 * 1024) /* of a buffer, for the next file */

const char count_not_wanted[] = "language not wanted";
const char count_binary[] = "binary";

/* A name may have become a pipe since it was listed: never wait for its other end. */
static int open_plain(const char *path, struct stat *status)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0 || status == NULL || fstat(fd, status) == 0)
		return fd;
	int number = errno;
	close(fd);
	errno = number;
	return -1;
}

counter *counter_create(const language_map *map, plugin_set *plugins, const count_options *options)
{
	counter *made = memory_zero(1, sizeof(*made));
	made->map = map;
	made->plugins = plugins;
	made->options = *options;
	if (made->options.open == NULL)
		made->options.open = open_plain;
	made->tools = memory_zero(language_map_count(map), sizeof(*made->tools));
	return made;
}

void counter_destroy(counter *counter)
{
	if (counter == NULL)
		return;
	for (size_t i = 0; i < language_map_count(counter->map); i++) {
		lexical_scanner_destroy(counter->tools[i].scanner);
		skeleton_rules_destroy(counter->tools[i].skeleton);
		shapes_destroy(counter->tools[i].shapes);
		free((void *)(uintptr_t)counter->tools[i].refusal);
	}
	free(counter->tools);
	buffer_finish(&counter->raw);
	buffer_finish(&counter->decoded);
	skeleton_finish(&counter->skeleton);
	free(counter);
}

void counter_set_language(counter *counter, const char *name)
{
	counter->forced = name != NULL ? language_map_find(counter->map, text_of(name)) : NULL;
}

void counter_set_size(counter *counter, uint64_t listed)
{
	counter->listed = listed;
}

void counter_set_roles(counter *counter, const role_verdict *known)
{
	counter->known = *known;
}

const role_verdict *counter_roles(const counter *counter)
{
	return &counter->roles;
}

/* The beginning, then the rest if the beginning shows a language to be counted. -1: errno tells. */
static int read_file(const job *job, const char *path, int fd, const struct stat *status, bool *huge)
{
	uint64_t size = status->st_size > 0 ? (uint64_t)status->st_size : 0;
	uint64_t limit = job->counter->options.whole_max;
	if (limit == 0)
		limit = job->lexical_only ? PIECES_FROM_AGAIN : PIECES_FROM;
	buffer *raw = &job->counter->raw;
	if (raw->len == 0 && content_read(fd, LANGUAGE_HEAD_SIZE, size, raw) != 0)
		return -1;
	text head = {buffer_string(raw), raw->len};
	if (raw->len < LANGUAGE_HEAD_SIZE || content_is_binary(head))
		return 0;
	const char *encoding = NULL;
	bool wide = content_is_wide(head);
	head = content_decode(head, &job->counter->decoded, &encoding);
	if (job_choose_language(job, path, head) == NULL)
		return 0;
	*huge = S_ISREG(status->st_mode) && job->explain == NULL && size > limit && !(wide && job->lexical_only);
	if (*huge)
		return 0;
	return content_read(fd, JOB_BYTES_MAX + 1, size, raw);
}

/* Whether `out` is what was found out about the file before; languages that are not wanted now may have been then. */
static bool recall(const job *job, int fd, text raw)
{
	const count_options *options = &job->counter->options;
	if (options->recall == NULL || job->lexical_only || job->explain != NULL)
		return false;
	if (!options->recall(options->recall_payload, fd, raw, job->arena, job->out))
		return false;
	if (job->out->language == NULL || options->wanted == NULL)
		return true;
	const language *language = language_map_find(job->counter->map, text_of(job->out->language));
	if (language == NULL || !options->wanted[language->index])
		job_refuse(job, false, count_not_wanted);
	return true;
}

static void count_open_file(const job *job, const char *path, int fd, const struct stat *status)
{
	bool huge = false;
	if (read_file(job, path, fd, status, &huge) != 0) {
		job_refuse(job, true, arena_copy_string(job->arena, strerror(errno)));
		return;
	}
	if (!S_ISREG(status->st_mode)) {
		job_refuse(job, false, "not a regular file");
		return;
	}
	if (huge) {
		job_count_in_pieces(job, path, fd);
		return;
	}
	job->out->bytes = job->counter->raw.len;
	text raw = {buffer_string(&job->counter->raw), job->counter->raw.len};
	if (!recall(job, fd, raw) && job->out->failure == NULL)
		job_count(job, path, raw);
}

/*
 * Opens the file. A small one that holds as much as was listed is read at once, and need not be asked for its status. -1: errno tells.
 */
static int open_file(const job *job, const char *path, struct stat *status)
{
	counter *counter = job->counter;
	uint64_t listed = counter->listed;
	bool small = listed > 0 && listed < LANGUAGE_HEAD_SIZE;
	buffer_clear(&counter->raw);
	int fd = counter->options.open(path, small ? NULL : status);
	if (fd < 0 || !small)
		return fd;
	*status = (struct stat){.st_mode = S_IFREG, .st_size = (off_t)listed};
	if (content_read(fd, LANGUAGE_HEAD_SIZE, listed, &counter->raw) == 0 && counter->raw.len == listed)
		return fd;
	/* It was written since, or is something else now. */
	close(fd);
	buffer_clear(&counter->raw);
	return counter->options.open(path, status);
}

static void begin(const job *job)
{
	*job->out = (record){.file = job->out->file};
	job->counter->roles = job->counter->known;
}

static void count_path(const job *job, const char *path)
{
	begin(job);
	if (job_is_unwanted(job))
		return;
	struct stat status;
	int fd = open_file(job, path, &status);
	if (fd < 0) {
		job_refuse(job, true, arena_copy_string(job->arena, strerror(errno)));
		return;
	}
	count_open_file(job, path, fd, &status);
	close(fd);
	/* One huge file must not make the process big for the rest of the run. */
	if (job->counter->raw.capacity > KEEP_BYTES)
		buffer_finish(&job->counter->raw);
	if (job->counter->decoded.capacity > KEEP_BYTES)
		buffer_finish(&job->counter->decoded);
	if (job->counter->skeleton.text.capacity > KEEP_BYTES)
		skeleton_finish(&job->counter->skeleton);
}

void counter_count_file(counter *counter, const char *path, bool lexical_only, const char *note, arena *arena,
			record *out)
{
	job job = {.counter = counter, .arena = arena, .out = out, .lexical_only = lexical_only};
	count_path(&job, path);
	if (note != NULL)
		job_note(&job, arena_printf(arena, "counted lexically: %s", note));
}

void counter_count_text(counter *counter, const char *path, text content, arena *arena, record *out)
{
	job job = {.counter = counter, .arena = arena, .out = out};
	begin(&job);
	out->bytes = content.len;
	job_count(&job, path, content);
}

void counter_explain_file(counter *counter, const char *path, arena *arena, record *out, count_explain *tell,
			  void *payload)
{
	job job = {.counter = counter, .arena = arena, .out = out, .explain = tell, .payload = payload};
	count_path(&job, path);
}

const language *counter_detect_file(counter *counter, const char *path, arena *arena, language_why *why,
				    const char **trouble)
{
	*why = (language_why){.evidence = LANGUAGE_BY_NOTHING};
	*trouble = NULL;
	struct stat status;
	int fd = counter->options.open(path, &status);
	buffer_clear(&counter->raw);
	if (fd < 0 || content_read(fd, LANGUAGE_HEAD_SIZE, 0, &counter->raw) != 0)
		*trouble = arena_copy_string(arena, strerror(errno));
	if (fd >= 0)
		close(fd);
	text raw = {buffer_string(&counter->raw), counter->raw.len};
	if (*trouble == NULL && content_is_binary(raw))
		*trouble = count_binary;
	if (*trouble != NULL || counter->forced != NULL)
		return *trouble == NULL ? counter->forced : NULL;
	const char *encoding = NULL;
	text head = content_decode(raw, &counter->decoded, &encoding);
	return language_detect_why(counter->map, path, head, why);
}
