/* SPDX-License-Identifier: MIT */
#include "count/pieces.h"

#include "count/content.h"
#include "count/findings.h"
#include "count/outline.h"
#include "count/shebang.h"

#include <stdlib.h>
#include <string.h>

#define PIECE ((size_t)16 * 1024 * 1024)
#define GROWTH_MAX 32 /* a comment or a string may be so many pieces long */

/* The file on its way: what is read and not yet counted lies in `raw`. */
typedef struct reader {
	const pieces *pieces;
	buffer *raw;
	record *out;
	size_t want; /* how much `raw` is to hold */
	bool begun;  /* the first piece is counted */
	bool ended;  /* all is read */
	bool at_cr;  /* a lone CR ends a line: none of the first lines has another end */
} reader;

/* Turns CR to LF from `from` on. */
static void turn_ends(buffer *raw, size_t from)
{
	for (size_t i = from; i < raw->len; i++) {
		if (raw->data[i] == '\r')
			raw->data[i] = '\n';
	}
}

static int fill(reader *reader)
{
	buffer *raw = reader->raw;
	size_t before = raw->len;
	if (raw->len < reader->want && content_read(reader->pieces->fd, reader->want - raw->len, UINT64_MAX, raw) != 0)
		return -1;
	reader->ended = raw->len < reader->want;
	reader->out->bytes += raw->len - before;
	const hash128 parts[] = {reader->out->hash, hash128_of(buffer_string(raw) + before, raw->len - before, 0)};
	reader->out->hash = hash128_of(parts, sizeof(parts), 0);
	if (!reader->begun && raw->len > 0)
		reader->at_cr = memchr(raw->data, '\n', raw->len) == NULL && memchr(raw->data, '\r', raw->len) != NULL;
	if (reader->at_cr)
		turn_ends(raw, reader->begun ? before : 0);
	return 0;
}

/*
 * Whether the text may be cut at `at`, where a line begins; `span` is the last that begins there or before. None but a comment
 * may begin there: a here-document begins behind the line that names its end.
 */
static bool may_cut(const span *span, size_t at)
{
	if (span == NULL || span->role == SPAN_PROSE)
		return true;
	return span->start == at ? span->role == SPAN_COMMENT : span->end <= at;
}

/* The last place at which the text can be cut; 0: none. */
static size_t find_cut(text source, const span_list *spans)
{
	size_t next = spans->count;
	for (size_t at = source.len; at > 0; at--) {
		if (source.data[at - 1] != '\n')
			continue;
		while (next > 0 && spans->items[next - 1].start > at)
			next--;
		if (at < source.len && may_cut(next > 0 ? &spans->items[next - 1] : NULL, at))
			return at;
	}
	return 0;
}

/* Counts the piece up to where it may be cut, which it returns; 0: nowhere. */
static size_t count_piece(const reader *reader, text source, bool *wanted)
{
	const pieces *pieces = reader->pieces;
	arena *arena = arena_create();
	findings found = {.arena = arena};
	regions regions = {0};
	text shown = source;
	composer composer = *pieces->composer;
	composer.arena = arena;
	composer.lexical_only = true;
	composer.embedded = false;
	reader->out->engine = compose(&composer, pieces->language, source, &found, &regions, &shown);
	size_t cut = reader->ended ? source.len : find_cut(source, &found.spans);
	if (!reader->begun && (cut > 0 || reader->ended)) {
		shebang_mark(source, pieces->language, pieces->policy, &found, &regions);
		*wanted = pieces->first(pieces->payload, source, &found);
	}
	while (found.spans.count > 0 && found.spans.items[found.spans.count - 1].start >= cut)
		found.spans.count--;
	if (found.spans.count > 0 && found.spans.items[found.spans.count - 1].end > cut)
		found.spans.items[found.spans.count - 1].end = (uint32_t)cut; /* prose */
	const text part = {source.data, cut};
	const outline_source outline = {
		.text = part,
		.told = part,
		.found = &found,
		.policy = pieces->policy,
		.language = pieces->language->name,
	};
	record counted = {0};
	outline_fill(&outline, arena, &counted);
	counts_add(&reader->out->counts, &counted.counts);
	free(regions.items);
	findings_finish(&found);
	arena_destroy(arena);
	return cut;
}

/* 1: there is more; 0: all is counted; -1: it cannot be. */
static int count_next(reader *reader, const char **why)
{
	buffer *raw = reader->raw;
	bool wanted = true;
	if (fill(reader) != 0)
		return -1;
	size_t mark = !reader->begun && text_starts_with((text){buffer_string(raw), raw->len}, text_of("\xEF\xBB\xBF"));
	text source = {buffer_string(raw) + mark * 3, raw->len - mark * 3};
	size_t cut = count_piece(reader, source, &wanted);
	if (reader->ended || !wanted)
		return 0;
	if (cut == 0) {
		reader->want *= 2;
		*why = "too large to be held, and a line, comment or string in it is too long to count it in pieces";
		return reader->want <= reader->pieces->piece * GROWTH_MAX ? 1 : -1;
	}
	reader->begun = true;
	reader->want = reader->pieces->piece;
	cut += mark * 3;
	memmove(raw->data, raw->data + cut, raw->len - cut);
	buffer_truncate(raw, raw->len - cut);
	return 1;
}

int pieces_count(const pieces *pieces, buffer *raw, record *out, const char **why)
{
	struct pieces own = *pieces;
	if (own.piece == 0)
		own.piece = PIECE;
	out->bytes = raw->len;
	out->hash = hash128_of(buffer_string(raw), raw->len, 0);
	reader reader = {.pieces = &own, .raw = raw, .out = out, .want = own.piece};
	int status = 1;
	*why = NULL;
	while (status > 0)
		status = count_next(&reader, why);
	if (status == 0)
		*why = NULL;
	return status;
}
