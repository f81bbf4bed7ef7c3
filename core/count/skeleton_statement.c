/* SPDX-License-Identifier: MIT */
/* Statements that hold nothing of interest, where the end of a line or a semicolon ends them. */
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

byte statement_last_byte(const maker *maker, uint32_t at)
{
	uint32_t start = innermost(maker)->statement.start;
	uint32_t begin = start > maker->gap ? start : maker->gap;
	while (at > begin && byte_is_space(maker->text[at - 1]))
		at--;
	return at > begin ? maker->text[at - 1] : maker->tail;
}

void statement_meet_span(maker *maker, const span *span)
{
	if (maker->rules->lines || maker->rules->semicolons)
		maker->tail = span->role == SPAN_COMMENT ? statement_last_byte(maker, span->start) : '"';
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

static void note(skeleton *out, uint32_t start, uint32_t end)
{
	skeleton_add_statement(out, (skeleton_statement){.start = start, .end = end});
}

void statement_meet_feed(maker *maker, uint32_t at)
{
	const statement *statement = &innermost(maker)->statement;
	byte last = statement_last_byte(maker, at);
	if (last != 0 && !ends_statement(maker, last, at))
		return;
	if (last != 0 && !statement->held)
		cut(maker, statement, at + 1);
	else if (last != 0 && maker->out->depth == 1)
		note(maker->out, statement->start, at + 1);
	statement_begin(maker, at + 1);
}

static void begin_at_code(maker *maker, uint32_t at)
{
	while (at < maker->end && byte_is_space(maker->text[at]))
		at++;
	statement_begin(maker, at);
}

/* What was cut leaves the blanks before it: directives end with their line. */
void statement_meet_semicolon(maker *maker, uint32_t at)
{
	const bracket *around = innermost(maker);
	if (!maker->rules->semicolons || !around->type)
		return;
	if (!around->statement.held)
		cut(maker, &around->statement, at + 1);
	else if (maker->out->depth == 1)
		note(maker->out, around->statement.start, at + 1);
	begin_at_code(maker, at + 1);
}

static bool ends_line(const maker *maker, uint32_t at)
{
	uint32_t next = at + 1;
	while (next < maker->end &&
	       (maker->text[next] == ' ' || maker->text[next] == '\t' || maker->text[next] == '\r'))
		next++;
	return next == maker->end || maker->text[next] == '\n';
}

/* struct PACKED(2) a { } *b; goes on behind the braces. */
void statement_meet_end(maker *maker, uint32_t at)
{
	if (ends_line(maker, at))
		statement_meet_semicolon(maker, at);
}

/* Behind an empty line, or with a directive. */
static bool begins_apart(const maker *maker, uint32_t at)
{
	unsigned lines = 0;
	for (; at < maker->end && byte_is_space(maker->text[at]); at++)
		lines += maker->text[at] == '\n';
	return at == maker->end || maker->text[at] == '#' || lines > 1;
}

/*
 * An empty line, two words, a directive, a comment: none goes on with what is before it, but for int a; of int f(a) int a; { },
 * and a bracket.
 */
static bool begins_anew(const maker *maker, uint32_t at)
{
	const byte *text = maker->text;
	bool apart = begins_apart(maker, at);
	while (at < maker->end && byte_is_space(text[at]))
		at++;
	if (at == maker->end || text[at] == '#' || text[at] == '/' || (apart && byte_is_word(text[at])))
		return true;
	uint32_t word = at;
	while (at < maker->end && byte_is_word(text[at]))
		at++;
	uint32_t blank = at;
	while (at < maker->end && byte_is_space(text[at]))
		at++;
	return blank > word && at > blank && at < maker->end &&
	       (text[at] == '*' || text[at] == '#' || byte_is_word(text[at]));
}

static bool is_mark(const maker *maker, uint32_t start, uint32_t end)
{
	bool letter = false;
	for (uint32_t at = start; at < end; at++) {
		if (!byte_is_word(maker->text[at]) || (maker->text[at] >= 'a' && maker->text[at] <= 'z'))
			return false;
		letter = letter || maker->text[at] > '9';
	}
	return letter;
}

void statement_cut_mark(maker *maker, uint32_t at)
{
	const bracket *around = innermost(maker);
	uint32_t start = around->statement.start;
	while (start < at && byte_is_space(maker->text[start]))
		start++;
	uint32_t end = start;
	while (end < at && byte_is_word(maker->text[end]))
		end++;
	if (!maker->rules->macros || !around->type || end < start + 2)
		return;
	if (is_mark(maker, start, end) && ends_line(maker, end - 1) && begins_apart(maker, end)) {
		cut(maker, &around->statement, end);
		statement_begin(maker, end);
	}
}

/* A macro on a line of its own, module_init(f), is none that stands before a name, PRINTF(1, 2) int f(...). */
void statement_meet_round(maker *maker, const bracket *closed, uint32_t at)
{
	statement *statement = &innermost(maker)->statement;
	bool alone = ends_line(maker, at);
	statement->prefixed = statement->prefixed || (maker->rules->heads && !alone);
	statement->macros = closed->macro && alone;
	statement->rounds += !closed->keep;
	if (!statement->macros || statement->held || !begins_anew(maker, at + 1))
		return;
	cut(maker, statement, at + 1);
	begin_at_code(maker, at + 1);
}

uint32_t statement_pass_directive(maker *maker, uint32_t at, uint32_t end)
{
	const byte *feed = at < end ? memchr(maker->text + at, '\n', end - at) : NULL;
	while (feed != NULL && directive_goes_on(maker, (uint32_t)(feed - maker->text)))
		feed = memchr(feed + 1, '\n', end - (uint32_t)(feed + 1 - maker->text));
	maker->label = feed == NULL;
	if (feed == NULL)
		return end;
	begin_at_code(maker, (uint32_t)(feed - maker->text) + 1);
	return (uint32_t)(feed - maker->text);
}

bool statement_is_directive(maker *maker, uint32_t at)
{
	return maker->rules->semicolons && innermost(maker)->type && statement_last_byte(maker, at) == 0 &&
	       directive_may_stand(maker, at);
}

bool statement_meet_brace(maker *maker, uint32_t at, byte last)
{
	bracket *around = innermost(maker);
	if (!maker->rules->semicolons || !around->type)
		return true;
	if (statement_last_byte(maker, at) == 0)
		return false;
	around->statement.held = around->statement.held || last != '=';
	return true;
}
