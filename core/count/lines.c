/* SPDX-License-Identifier: MIT */
#include "count/lines.h"

#include <string.h>

const char *line_class_name(enum line_class class)
{
	static const char *const names[] = {"blank", "comment", "code"};
	return names[class];
}

static const count_policy policies[] = {
	{"default", LINE_COMMENT, LINE_CODE, LINE_COMMENT, LINE_COMMENT, LINE_COMMENT, false, true},
	{"cloc", LINE_BLANK, LINE_BLANK, LINE_COMMENT, LINE_CODE, LINE_CODE, false, false},
	{"tokei", LINE_COMMENT, LINE_CODE, LINE_CODE, LINE_COMMENT, LINE_COMMENT, true, true},
	{"scc", LINE_COMMENT, LINE_CODE, LINE_COMMENT, LINE_COMMENT, LINE_CODE, true, false},
};

const count_policy *count_policy_find(const char *name)
{
	for (size_t i = 0; i < sizeof(policies) / sizeof(policies[0]); i++) {
		if (strcmp(policies[i].name, name) == 0)
			return &policies[i];
	}
	return NULL;
}

/* First visible character in [at, end), or `end`. */
static uint32_t skip_space(const char *data, uint32_t at, uint32_t end)
{
	while (at < end) {
		unsigned char c = (unsigned char)data[at];
		if (c == ' ' || c == '\t') {
			at++;
			continue;
		}
		if (c > ' ' && c < 0x80)
			return at;
		size_t len = text_space_length(data + at, data + end);
		if (len == 0)
			return at;
		at += (uint32_t)len;
	}
	return end;
}

/* The class that a span gives a line on which it shows a visible character, or a blank line within it. */
static enum line_class class_of(const count_policy *policy, uint16_t role, bool visible)
{
	switch ((enum span_role)role) {
	case SPAN_COMMENT:
		return visible ? LINE_COMMENT : policy->blank_in_comment;
	case SPAN_DOCSTRING:
		if (visible)
			return policy->docstring;
		return policy->docstring == LINE_COMMENT ? policy->blank_in_comment : policy->blank_in_string;
	case SPAN_SHEBANG:
		return visible ? policy->shebang : LINE_BLANK;
	case SPAN_PROSE:
		return visible ? policy->prose : LINE_BLANK;
	case SPAN_STRING:
		break;
	}
	return visible ? LINE_CODE : policy->blank_in_string;
}

static void classify_blank(const line_reader *reader, line *line)
{
	line->class = LINE_BLANK;
	if (reader->span == reader->span_count)
		return;
	const span *span = &reader->spans[reader->span];
	/* A line break inside a span makes the blank line behind it part of the span. */
	if (span->start <= line->start && line->start < span->end) {
		line->class = class_of(reader->policy, span->role, false);
		line->rule = span->rule;
	}
}

/* Goes through the pieces of a line, spans and what is between them, until one makes it code. */
static void classify_visible(const line_reader *reader, line *line)
{
	const char *data = reader->source.data;
	uint32_t at = line->token;
	line->class = LINE_BLANK;
	for (size_t i = reader->span; at < line->end && line->class != LINE_CODE; i++) {
		const span *span = i < reader->span_count ? &reader->spans[i] : NULL;
		if (span == NULL || at < span->start) {
			uint32_t stop = span == NULL || span->start > line->end ? line->end : span->start;
			if (skip_space(data, at, stop) < stop) {
				line->class = LINE_CODE;
				line->rule = UINT16_MAX;
				return;
			}
			at = stop;
			if (span == NULL || at == line->end)
				return;
		}
		if (span->end <= at)
			continue;
		uint32_t stop = span->end < line->end ? span->end : line->end;
		bool visible = skip_space(data, at, stop) < stop;
		enum line_class class = visible ? class_of(reader->policy, span->role, true) : LINE_BLANK;
		if (class > line->class) {
			line->class = class;
			line->rule = span->rule;
		}
		at = stop;
	}
}

bool line_reader_next(line_reader *reader, line *out)
{
	const char *data = reader->source.data;
	uint32_t len = (uint32_t)reader->source.len;
	if (reader->at >= len)
		return false;
	const char *feed = memchr(data + reader->at, '\n', len - reader->at);
	uint32_t end = feed != NULL ? (uint32_t)(feed - data) : len;
	*out = (line){.start = reader->at, .end = end, .rule = UINT16_MAX};
	reader->at = feed != NULL ? end + 1 : len;

	while (reader->span < reader->span_count && reader->spans[reader->span].end <= out->start)
		reader->span++;
	out->token = skip_space(data, out->start, end);
	if (out->token == end) {
		out->token = out->start;
		classify_blank(reader, out);
	} else if (reader->span == reader->span_count || reader->spans[reader->span].start > out->token) {
		out->class = LINE_CODE; /* its first visible character is in no span */
	} else {
		classify_visible(reader, out);
	}
	return true;
}
