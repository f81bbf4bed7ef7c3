/* SPDX-License-Identifier: MIT */
/*
 * Conditions of a preprocessor, #if a ... #else ... #endif. Where an alternative opens a bracket and leaves it open, or goes on with a
 * statement, the others would do so again: the first stands for all.
 */
#include "base/memory.h"
#include "count/skeleton_maker.h"

#include <string.h>

#define NO_PIECE SIZE_MAX

/* One that is open. */
typedef struct skeleton_condition {
	size_t depth, low;  /* of brackets at its beginning, and the least since */
	uint32_t at;        /* its directive */
	size_t piece;       /* that begins with that; NO_PIECE: none */
	uint32_t statement; /* begins there, and goes on with what it holds; NO_STATEMENT: it does not */
	bool held;          /* that, without the directive */
} condition;

#define NO_STATEMENT UINT32_MAX

static condition *last_condition(const maker *maker)
{
	skeleton *out = maker->out;
	return out->condition_count > 0 ? &out->conditions[out->condition_count - 1] : NULL;
}

void condition_meet_close(maker *maker)
{
	condition *last = last_condition(maker);
	if (last != NULL && maker->out->depth < last->low)
		last->low = maker->out->depth;
}

static bool goes_on(const maker *maker, uint32_t at)
{
	byte last = maker->rules->semicolons && innermost(maker)->type ? statement_last_byte(maker, at) : 0;
	return last != 0 && last != '}';
}

static void begin(maker *maker, uint32_t at)
{
	skeleton *out = maker->out;
	const bracket *around = innermost(maker);
	bool told = maker->rules->semicolons && around->type;
	memory_reserve(&out->conditions, &out->condition_capacity, out->condition_count + 1, sizeof(*out->conditions));
	if (told) {
		maker_keep(maker, maker->from, at);
		maker->from = at;
	}
	out->conditions[out->condition_count++] = (condition){
		.depth = out->depth,
		.low = out->depth,
		.at = at,
		.piece = told ? out->count : NO_PIECE,
		.statement = goes_on(maker, at) ? around->statement.start : NO_STATEMENT,
		.held = around->statement.held,
	};
}

static void end(maker *maker)
{
	const condition last = *last_condition(maker);
	maker->out->condition_count--;
	condition *around = last_condition(maker);
	if (around != NULL && last.low < around->low)
		around->low = last.low;
}

/* A statement that stood before the condition, or that begins in it, has no end at `at`. What has more brackets than a head has macros. */
static bool is_within_statement(const maker *maker, const condition *condition, uint32_t at)
{
	const statement *statement = &innermost(maker)->statement;
	return condition->depth == maker->out->depth && goes_on(maker, at) && statement->rounds <= 1 &&
	       (condition->statement == statement->start || statement->start > condition->at);
}

static bool is_unbalanced(const maker *maker, const condition *condition)
{
	return condition->low < condition->depth || condition->depth != maker->out->depth;
}

static uint32_t line_end(const maker *maker, uint32_t at)
{
	const byte *feed = memchr(maker->text + at, '\n', maker->end - at);
	while (feed != NULL && directive_goes_on(maker, (uint32_t)(feed - maker->text)))
		feed = memchr(feed + 1, '\n', maker->end - (uint32_t)(feed + 1 - maker->text));
	return feed != NULL ? (uint32_t)(feed - maker->text) : maker->end;
}

/* Leaves out the directive that it began with. */
static void forget_beginning(maker *maker, const condition *condition)
{
	skeleton *out = maker->out;
	uint32_t behind = line_end(maker, condition->at);
	if (condition->piece < out->count && out->pieces[condition->piece].start == condition->at)
		out->pieces[condition->piece].start =
			behind < out->pieces[condition->piece].end ? behind : out->pieces[condition->piece].end;
	else if (condition->piece == out->count && maker->from == condition->at)
		maker->from = behind;
	if (condition->statement == innermost(maker)->statement.start)
		innermost(maker)->statement.held = condition->held;
}

uint32_t condition_pass(maker *maker, uint32_t at, uint32_t end_of_code)
{
	while (at < end_of_code) {
		const byte *found = memchr(maker->text + at, maker->rules->condition, end_of_code - at);
		if (found == NULL)
			break;
		at = (uint32_t)(found - maker->text);
		const word *word =
			directive_may_stand(maker, at) ? words_find(maker->rules, maker->text, at, end_of_code) : NULL;
		unsigned kinds = word != NULL ? word->kinds : 0;
		maker->skipped += (kinds & WORD_OPENS) != 0;
		maker->skipped -= (kinds & WORD_CLOSES) != 0;
		if (maker->skipped == 0) {
			end(maker);
			maker->directive = true;
			return directive_pass(maker, at, end_of_code);
		}
		at++;
	}
	maker->from = maker->gap = end_of_code;
	return end_of_code;
}

/* A directive that is kept is no code of the statement that it stands in. */
static uint32_t pass_line(maker *maker, uint32_t at, uint32_t end_of_code)
{
	uint32_t behind = line_end(maker, at);
	maker->tail = statement_last_byte(maker, at);
	maker->gap = behind < end_of_code ? behind : end_of_code;
	return maker->gap;
}

uint32_t condition_meet(maker *maker, const word *word, uint32_t at, uint32_t end_of_code)
{
	const condition *last = last_condition(maker);
	statement_cut_mark(maker, at);
	if ((word->kinds & WORD_OPENS) != 0)
		begin(maker, at);
	if ((word->kinds & WORD_OPENS) != 0) {
		bool within = last_condition(maker)->statement != NO_STATEMENT;
		return within ? pass_line(maker, at, end_of_code) : 0;
	}
	if (last == NULL)
		return 0;
	bool within = is_within_statement(maker, last, at);
	bool skips = (word->kinds & WORD_TURNS) != 0 && (within || is_unbalanced(maker, last));
	bool ends = (word->kinds & WORD_CLOSES) != 0;
	if (skips || (ends && within))
		forget_beginning(maker, last);
	if (skips) {
		maker_keep(maker, maker->from, at);
		maker->tail = statement_last_byte(maker, at);
		maker->skipped = 1;
		return condition_pass(maker, at + 1, end_of_code);
	}
	if (ends)
		end(maker);
	return ends && within ? directive_begin(maker, at, end_of_code) : 0;
}
