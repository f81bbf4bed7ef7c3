/* SPDX-License-Identifier: MIT */
#include "base/hash.h"
#include "base/memory.h"
#include "count/comments.h"
#include "count/compose.h"
#include "count/content.h"
#include "count/count.h"
#include "count/lexical.h"
#include "count/pieces.h"
#include "count/shapes.h"
#include "count/shebang.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SIZE_LIMIT ((uint64_t)UINT32_MAX - 1)
#define KEEP_BYTES ((size_t)1024 * 1024) /* of a buffer, for the next file */

const char count_not_wanted[] = "language not wanted";
const char count_binary[] = "binary";

enum { NOTES_MAX = 8 };

struct counter {
	const language_map *map;
	plugin_set *plugins;
	count_options options;
	language_tools *tools;
	const language *forced;    /* NULL: each file's own */
	role_verdict known, roles; /* of the next files; of the last one */
	buffer raw, decoded;
	skeleton skeleton;
};

/* One file on its way through the counter. */
typedef struct job {
	counter *counter;
	arena *arena;
	record *out;
	bool lexical_only;
	count_explain *explain;
	void *payload;
} job;

/* A name may have become a pipe since it was listed: never wait for its other end. */
static int open_plain(const char *path, struct stat *status)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (fd < 0 || fstat(fd, status) == 0)
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

void counter_set_roles(counter *counter, const role_verdict *known)
{
	counter->known = *known;
}

const role_verdict *counter_roles(const counter *counter)
{
	return &counter->roles;
}

static void add_note(const job *job, const char *note)
{
	record *out = job->out;
	if (out->notes == NULL)
		out->notes = arena_zero(job->arena, NOTES_MAX, sizeof(*out->notes));
	if (out->note_count < NOTES_MAX)
		out->notes[out->note_count++] = note;
}

static void refuse(const job *job, bool failed, const char *why)
{
	job->out->engine = RECORD_UNCOUNTED;
	job->out->failed = failed;
	job->out->failure = why;
}

static void add_notes(const job *job, const char *encoding, const findings *found, const char *trouble)
{
	if (encoding != NULL)
		add_note(job, arena_printf(job->arena, "encoding: %s", encoding));
	if (trouble != NULL)
		add_note(job, arena_printf(job->arena, "counted lexically: %s", trouble));
	job->out->error_bytes = found->error_bytes;
	if (found->error_bytes > 0)
		add_note(job, arena_printf(job->arena, "%u bytes not understood", found->error_bytes));
}

/* Whether the file has a role that is not wanted; `out` then says so. */
static bool is_unwanted(const job *job)
{
	role_set roles = job->counter->roles.yes & job->counter->options.unwanted;
	if (roles == 0)
		return false;
	refuse(job, false, arena_printf(job->arena, "%s file left out", role_name(role_leading(roles))));
	return true;
}

static void decide_roles(const job *job, const char *path, const language *language, text source, text comments)
{
	counter *counter = job->counter;
	const language_evidence_text evidence = {
		.path = path,
		.type = language->type,
		.content = source,
		.comments = comments,
	};
	language_decide_roles(counter->map, &evidence, &counter->roles);
	job->out->roles = counter->roles.yes;
}

/* What was not asked for is left out, also where it happens to be known. */
static void keep_detail(record *out, enum count_detail detail)
{
	if (detail >= COUNT_SUMS)
		out->frame_count = 0;
	if (detail == COUNT_LINES)
		out->counts.functions = out->counts.complexity = out->counts.cognitive = 0;
}

static composer make_composer(const job *job, const char *path)
{
	counter *counter = job->counter;
	return (composer){
		.map = counter->map,
		.plugins = counter->plugins,
		.path = path,
		.timeout = counter->options.timeout,
		.lexical_only = job->lexical_only || counter->options.engine == COUNT_LEXICAL,
		.syntax_asked = counter->options.engine == COUNT_SYNTAX,
		.lines_only = counter->options.engine == COUNT_AUTO && counter->options.detail == COUNT_LINES,
		.skeletons = counter->options.engine == COUNT_AUTO && job->explain == NULL,
		.branches = counter->options.detail != COUNT_FRAMES,
		.skeleton = &counter->skeleton,
		.embedded = counter->options.policy.embedded,
		.tools = counter->tools,
		.arena = job->arena,
	};
}

static void count_source(const job *job, const char *path, const language *language, text source, const char *encoding)
{
	counter *counter = job->counter;
	findings found = {.arena = job->arena, .explain = job->explain != NULL};
	regions regions = {0};
	composer composer = make_composer(job, path);
	text shown = source;
	job->out->engine = compose(&composer, language, source, &found, &regions, &shown);
	shebang_mark(source, language, &counter->options.policy, &found, &regions);
	decide_roles(job, path, language, source,
		     comments_of_head(&found.spans, shown, LANGUAGE_HEAD_LINES, job->arena));
	if (is_unwanted(job)) {
		free(regions.items);
		findings_finish(&found);
		return;
	}
	add_notes(job, encoding, &found, composer.trouble);
	outline_source outline = {
		.text = shown,
		.told = source,
		.found = &found,
		.regions = regions.items,
		.region_count = regions.count,
		.policy = &counter->options.policy,
		.language = language->name,
		.explain = job->explain,
		.payload = job->payload,
	};
	outline_fill(&outline, job->arena, job->out);
	keep_detail(job->out, counter->options.detail);
	free(regions.items);
	findings_finish(&found);
}

/* The language if it is one to be counted; NULL: `out` says why not. */
static const language *choose_language(const job *job, const char *path, text content)
{
	const count_options *options = &job->counter->options;
	const language *language = job->counter->forced;
	if (language == NULL)
		language = language_detect(job->counter->map, path, content, NULL);
	if (language == NULL) {
		refuse(job, false, "language not known");
		return NULL;
	}
	job->out->language = language->name;
	if (options->wanted != NULL && !options->wanted[language->index]) {
		refuse(job, false, count_not_wanted);
		return NULL;
	}
	if (options->engine == COUNT_SYNTAX && language->plugin == NULL) {
		refuse(job, false, "no plugin for its language");
		return NULL;
	}
	return language;
}

static void count_content(const job *job, const char *path, text raw)
{
	if (content_is_binary(raw)) {
		refuse(job, false, count_binary);
		return;
	}
	const char *encoding = NULL;
	text source = content_decode(raw, &job->counter->decoded, &encoding);
	if (source.len > SIZE_LIMIT) {
		refuse(job, true, "larger than 4 GiB");
		return;
	}
	const language *language = choose_language(job, path, source);
	if (language == NULL)
		return;
	if (raw.len > 0)
		job->out->hash = hash128_of(raw.data, raw.len, 0);
	count_source(job, path, language, source, encoding);
}

/* The beginning, then the rest if the beginning shows a language to be counted. -1: errno tells. */
static int read_file(const job *job, const char *path, int fd, const struct stat *status, bool *huge)
{
	uint64_t size = status->st_size > 0 ? (uint64_t)status->st_size : 0;
	uint64_t limit = job->counter->options.whole_max;
	if (limit == 0)
		limit = job->lexical_only ? PIECES_FROM_AGAIN : PIECES_FROM;
	buffer *raw = &job->counter->raw;
	buffer_clear(raw);
	if (content_read(fd, LANGUAGE_HEAD_SIZE, size, raw) != 0)
		return -1;
	text head = {buffer_string(raw), raw->len};
	if (raw->len < LANGUAGE_HEAD_SIZE || content_is_binary(head))
		return 0;
	const char *encoding = NULL;
	bool wide = content_is_wide(head);
	head = content_decode(head, &job->counter->decoded, &encoding);
	if (choose_language(job, path, head) == NULL)
		return 0;
	*huge = S_ISREG(status->st_mode) && job->explain == NULL && size > limit && !(wide && job->lexical_only);
	if (*huge)
		return 0;
	return content_read(fd, SIZE_LIMIT + 1, size, raw);
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
		refuse(job, false, count_not_wanted);
	return true;
}

typedef struct first_piece {
	const job *job;
	const char *path;
	const language *language;
} first_piece;

static bool judge_first_piece(void *payload, text source, const findings *found)
{
	const first_piece *first = payload;
	decide_roles(first->job, first->path, first->language, source,
		     comments_of_head(&found->spans, source, LANGUAGE_HEAD_LINES, first->job->arena));
	return !is_unwanted(first->job);
}

/* A file that is not to be held as a whole: its head is read. */
static void count_in_pieces(const job *job, const char *path, int fd)
{
	counter *counter = job->counter;
	text head = {buffer_string(&counter->raw), counter->raw.len};
	const char *encoding = NULL, *why = NULL;
	const language *language = choose_language(job, path, content_decode(head, &counter->decoded, &encoding));
	if (language == NULL)
		return;
	if (content_is_wide(head)) {
		refuse(job, true, "too large to be held, and not in UTF-8: convert it to have it counted in pieces");
		return;
	}
	composer composer = make_composer(job, path);
	first_piece first = {job, path, language};
	const pieces pieces = {
		.fd = fd,
		.language = language,
		.policy = &counter->options.policy,
		.composer = &composer,
		.piece = counter->options.piece,
		.first = judge_first_piece,
		.payload = &first,
	};
	if (pieces_count(&pieces, &counter->raw, job->out, &why) != 0)
		refuse(job, true, why != NULL ? why : arena_copy_string(job->arena, strerror(errno)));
	else if (job->out->failure == NULL)
		add_note(job, "counted in pieces, by marks alone: too large to be held");
	keep_detail(job->out, counter->options.detail);
}

static void count_open_file(const job *job, const char *path, int fd, const struct stat *status)
{
	bool huge = false;
	if (read_file(job, path, fd, status, &huge) != 0) {
		refuse(job, true, arena_copy_string(job->arena, strerror(errno)));
		return;
	}
	if (!S_ISREG(status->st_mode)) {
		refuse(job, false, "not a regular file");
		return;
	}
	if (huge) {
		count_in_pieces(job, path, fd);
		return;
	}
	job->out->bytes = job->counter->raw.len;
	text raw = {buffer_string(&job->counter->raw), job->counter->raw.len};
	if (!recall(job, fd, raw) && job->out->failure == NULL)
		count_content(job, path, raw);
}

static void begin(const job *job)
{
	*job->out = (record){.file = job->out->file};
	job->counter->roles = job->counter->known;
}

static void count_path(const job *job, const char *path)
{
	begin(job);
	if (is_unwanted(job))
		return;
	struct stat status;
	int fd = job->counter->options.open(path, &status);
	if (fd < 0) {
		refuse(job, true, arena_copy_string(job->arena, strerror(errno)));
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
		add_note(&job, arena_printf(arena, "counted lexically: %s", note));
}

void counter_count_text(counter *counter, const char *path, text content, arena *arena, record *out)
{
	job job = {.counter = counter, .arena = arena, .out = out};
	begin(&job);
	out->bytes = content.len;
	count_content(&job, path, content);
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
