/* SPDX-License-Identifier: MIT */
/* Statements that hold nothing of interest, in languages where the end of a line may end one. */
#include "base/memory.h"
#include "count/skeleton_maker.h"

#include <string.h>

void statement_begin(maker *maker, uint32_t at)
{
	bracket *around = innermost(maker);
	around->statement = (statement){
		.start = at,
		.held = around->keep && !around->type, /* type ( A struct { } ) */
		.from = maker->from,
		.piece_count = maker->out->count,
	};
	maker->tail = 0;
}

/* The last byte of code of the statement at hand before `at`; 0: there is none. */
static byte last_byte(const maker *maker, uint32_t at)
{
	uint32_t start = innermost(maker)->statement.start;
	uint32_t begin = start > maker->gap ? start : maker->gap;
	while (at > begin && byte_is_space(maker->text[at - 1]))
		at--;
	return at > begin ? maker->text[at - 1] : maker->tail;
}

void statement_meet_span(maker *maker, const span *span)
{
	if (maker->rules->lines)
		maker->tail = span->role == SPAN_COMMENT ? last_byte(maker, span->start) : '"';
}

/*
 * Behind which bytes the end of a line ends a statement: names, numbers, texts, what closes a bracket, ++ and --. Source: The Go
 * Programming Language Specification, "Semicolons". Where a word should go on (`else`), the grammar will not understand what is left.
 */
static bool ends_statement(const maker *maker, byte last, uint32_t at)
{
	if (byte_is_word(last) || memchr(")]}\"", last, 4) != NULL)
		return true;
	return (last == '+' || last == '-') && at >= maker->gap + 2 && maker->text[at - 1] == last &&
	       maker->text[at - 2] == last;
}

static void cut(maker *maker, const statement *statement, uint32_t end)
{
	maker->out->count = statement->piece_count;
	maker_keep(maker, statement->from, statement->start);
	maker->from = end;
}

/* In places of the source as yet. */
static void note(skeleton *out, uint32_t start, uint32_t end)
{
	memory_reserve(&out->statements, &out->statement_capacity, out->statement_count + 1, sizeof(*out->statements));
	out->statements[out->statement_count++] = (skeleton_part){start, end};
}

void statement_meet_feed(maker *maker, uint32_t at)
{
	const statement *statement = &innermost(maker)->statement;
	byte last = last_byte(maker, at);
	if (last != 0 && !ends_statement(maker, last, at))
		return;
	if (last != 0 && !statement->held)
		cut(maker, statement, at + 1);
	else if (last != 0 && maker->out->depth == 1)
		note(maker->out, statement->start, at + 1);
	statement_begin(maker, at + 1);
}
