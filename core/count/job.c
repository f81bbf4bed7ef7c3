/* SPDX-License-Identifier: MIT */
#include "count/job.h"

#include "base/hash.h"
#include "count/comments.h"
#include "count/content.h"
#include "count/pieces.h"
#include "count/shebang.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

enum { NOTES_MAX = 8 };

void job_note(const job *job, const char *note)
{
	record *out = job->out;
	if (out->notes == NULL)
		out->notes = arena_zero(job->arena, NOTES_MAX, sizeof(*out->notes));
	if (out->note_count < NOTES_MAX)
		out->notes[out->note_count++] = note;
}

void job_refuse(const job *job, bool failed, const char *why)
{
	job->out->engine = RECORD_UNCOUNTED;
	job->out->failed = failed;
	job->out->failure = why;
}

static void add_notes(const job *job, const char *encoding, const findings *found, const char *trouble)
{
	if (encoding != NULL)
		job_note(job, arena_printf(job->arena, "encoding: %s", encoding));
	if (trouble != NULL)
		job_note(job, arena_printf(job->arena, "counted lexically: %s", trouble));
	job->out->error_bytes = found->error_bytes;
	if (found->error_bytes > 0)
		job_note(job, arena_printf(job->arena, "%u bytes not understood", found->error_bytes));
}

bool job_is_unwanted(const job *job)
{
	role_set roles = job->counter->roles.yes & job->counter->options.unwanted;
	if (roles == 0)
		return false;
	job_refuse(job, false, arena_printf(job->arena, "%s file left out", role_name(role_leading(roles))));
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
	if (job_is_unwanted(job)) {
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

const language *job_choose_language(const job *job, const char *path, text content)
{
	const count_options *options = &job->counter->options;
	const language *language = job->counter->forced;
	if (language == NULL)
		language = language_detect(job->counter->map, path, content, NULL);
	if (language == NULL) {
		job_refuse(job, false, "language not known");
		return NULL;
	}
	job->out->language = language->name;
	if (options->wanted != NULL && !options->wanted[language->index]) {
		job_refuse(job, false, count_not_wanted);
		return NULL;
	}
	if (options->engine == COUNT_SYNTAX && language->plugin == NULL) {
		job_refuse(job, false, "no plugin for its language");
		return NULL;
	}
	return language;
}

void job_count(const job *job, const char *path, text raw)
{
	if (content_is_binary(raw)) {
		job_refuse(job, false, count_binary);
		return;
	}
	const char *encoding = NULL;
	text source = content_decode(raw, &job->counter->decoded, &encoding);
	if (source.len > JOB_BYTES_MAX) {
		job_refuse(job, true, "larger than 4 GiB");
		return;
	}
	const language *language = job_choose_language(job, path, source);
	if (language == NULL)
		return;
	if (raw.len > 0)
		job->out->hash = hash128_of(raw.data, raw.len, 0);
	count_source(job, path, language, source, encoding);
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
	return !job_is_unwanted(first->job);
}

void job_count_in_pieces(const job *job, const char *path, int fd)
{
	counter *counter = job->counter;
	text head = {buffer_string(&counter->raw), counter->raw.len};
	const char *encoding = NULL, *why = NULL;
	const language *language = job_choose_language(job, path, content_decode(head, &counter->decoded, &encoding));
	if (language == NULL)
		return;
	if (content_is_wide(head)) {
		job_refuse(job, true,
			   "too large to be held, and not in UTF-8: convert it to have it counted in pieces");
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
		job_refuse(job, true, why != NULL ? why : arena_copy_string(job->arena, strerror(errno)));
	else if (job->out->failure == NULL)
		job_note(job, "counted in pieces, by marks alone: too large to be held");
	keep_detail(job->out, counter->options.detail);
}
