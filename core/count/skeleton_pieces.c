/* SPDX-License-Identifier: MIT */
/* The pieces of the source that a skeleton is made of. */
#include "count/skeleton_pieces.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void skeleton_add_piece(skeleton *skeleton, uint32_t start, uint32_t end)
{
	if (start >= end)
		return;
	memory_reserve(&skeleton->pieces, &skeleton->capacity, skeleton->count + 1, sizeof(*skeleton->pieces));
	skeleton->pieces[skeleton->count++] = (skeleton_piece){0, start, end};
}

/* Where the bytes of the source from `place` on begin in the skeleton. */
static uint32_t place_in(const skeleton *skeleton, uint32_t place)
{
	size_t low = 0, high = skeleton->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (skeleton->pieces[middle].end <= place)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == skeleton->count)
		return (uint32_t)skeleton->text.len;
	const skeleton_piece *at = &skeleton->pieces[low];
	return at->at + (place > at->start ? place - at->start : 0);
}

static void settle(const skeleton *skeleton, skeleton_statement *noted)
{
	*noted = (skeleton_statement){
		.start = place_in(skeleton, noted->start),
		.end = place_in(skeleton, noted->end),
		.header_start = place_in(skeleton, noted->header_start),
		.header_end = place_in(skeleton, noted->header_end),
	};
}

void skeleton_put_together(skeleton *out, const char *source)
{
	size_t len = 0;
	for (size_t i = 0; i < out->count; i++)
		len += out->pieces[i].end - out->pieces[i].start;
	buffer_clear(&out->text);
	buffer_reserve(&out->text, len);
	for (size_t i = 0; i < out->count; i++) {
		skeleton_piece *added = &out->pieces[i];
		added->at = (uint32_t)out->text.len;
		buffer_add(&out->text, source + added->start, added->end - added->start);
	}
	for (size_t i = 0; i < out->statement_count; i++)
		settle(out, &out->statements[i]);
	for (size_t i = 0; i < out->outer_count; i++)
		settle(out, &out->outers[i]);
}

void skeleton_add_outer(skeleton *skeleton, skeleton_statement added)
{
	memory_reserve(&skeleton->outers, &skeleton->outer_capacity, skeleton->outer_count + 1,
		       sizeof(*skeleton->outers));
	skeleton->outers[skeleton->outer_count++] = added;
}

void skeleton_add_statement(skeleton *skeleton, skeleton_statement added)
{
	memory_reserve(&skeleton->statements, &skeleton->statement_capacity, skeleton->statement_count + 1,
		       sizeof(*skeleton->statements));
	skeleton->statements[skeleton->statement_count++] = added;
}

/* What is in `spare` takes the place of the pieces. */
static void exchange_pieces(skeleton *skeleton, size_t count)
{
	skeleton_piece *old = skeleton->pieces;
	size_t capacity = skeleton->capacity;
	skeleton->pieces = skeleton->spare;
	skeleton->capacity = skeleton->spare_capacity;
	skeleton->count = count;
	skeleton->spare = old;
	skeleton->spare_capacity = capacity;
}

/* Where those that hold others are without the first `count` statements. */
static void move_outers(skeleton *skeleton, size_t count)
{
	const skeleton_statement *parts = skeleton->statements;
	uint32_t left_out = 0;
	size_t next = 0;
	for (size_t i = 0; i < skeleton->outer_count; i++) {
		skeleton_statement *outer = &skeleton->outers[i];
		for (; next < count && parts[next].end <= outer->start; next++)
			left_out += parts[next].end - parts[next].start;
		outer->start -= left_out;
		for (; next < count && parts[next].end <= outer->end; next++)
			left_out += parts[next].end - parts[next].start;
		outer->end -= left_out;
	}
}

static void exchange_statements(skeleton *skeleton)
{
	skeleton_statement *old = skeleton->statements;
	size_t capacity = skeleton->statement_capacity;
	skeleton->statements = skeleton->outers;
	skeleton->statement_capacity = skeleton->outer_capacity;
	skeleton->statement_count = skeleton->outer_count;
	skeleton->outers = old;
	skeleton->outer_capacity = capacity;
	skeleton->outer_count = 0;
}

void skeleton_leave_out(skeleton *skeleton, size_t count)
{
	const skeleton_statement *parts = skeleton->statements;
	size_t made = 0, next = 0;
	uint32_t len = 0;
	move_outers(skeleton, count);
	memory_reserve(&skeleton->spare, &skeleton->spare_capacity, skeleton->count + count, sizeof(*skeleton->spare));
	for (size_t i = 0; i < skeleton->count; i++) {
		const skeleton_piece *piece = &skeleton->pieces[i];
		uint32_t end = piece->at + (piece->end - piece->start);
		for (uint32_t at = piece->at, stop; at < end; at = stop) {
			while (next < count && parts[next].end <= at)
				next++;
			bool inside = next < count && parts[next].start <= at;
			stop = next == count ? end : inside ? parts[next].end : parts[next].start;
			stop = stop < end ? stop : end;
			if (inside)
				continue;
			uint32_t start = piece->start + (at - piece->at);
			skeleton->spare[made++] = (skeleton_piece){len, start, start + (stop - at)};
			memmove(skeleton->text.data + len, skeleton->text.data + at, stop - at);
			len += stop - at;
		}
	}
	exchange_pieces(skeleton, made);
	buffer_truncate(&skeleton->text, len);
	exchange_statements(skeleton);
}

uint32_t skeleton_source_of(const skeleton *skeleton, uint32_t at)
{
	size_t low = 0, high = skeleton->count;
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (skeleton->pieces[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	return skeleton->count > 0 ? skeleton->pieces[low].start + (at - skeleton->pieces[low].at) : at;
}

void skeleton_finish(skeleton *skeleton)
{
	buffer_finish(&skeleton->text);
	free(skeleton->pieces);
	free(skeleton->statements);
	free(skeleton->outers);
	free(skeleton->spare);
	free(skeleton->brackets);
	free(skeleton->conditions);
	free(skeleton->blocks);
	*skeleton = (struct skeleton){0};
}
