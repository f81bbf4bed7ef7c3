/* SPDX-License-Identifier: MIT */
#include "count/skeleton.h"

#include "base/memory.h"
#include "count/skeleton_commands.h"
#include "count/skeleton_layout.h"
#include "count/skeleton_maker.h"

#include <string.h>

enum { DEPTH_MAX = 100000 };

#define NO_FEED UINT32_MAX

/* Each byte is looked at once, however deep brackets nest. */
static uint32_t last_feed(maker *maker, uint32_t before)
{
	if (before > maker->fed) {
		const byte *found = memrchr(maker->text + maker->fed, '\n', before - maker->fed);
		if (found != NULL)
			maker->feed = (uint32_t)(found - maker->text);
		maker->fed = before;
	}
	return maker->feed;
}

/* What was left out in [start, end) went over several lines: what stands behind it shall be on another line still. */
static void add_feed(maker *maker, uint32_t start, uint32_t end)
{
	uint32_t feed = last_feed(maker, end);
	if (feed == NO_FEED || feed < start)
		return;
	bool goes_on = feed > start && maker->text[feed - 1] == '\\'; /* a directive's line */
	maker_keep(maker, feed - goes_on, feed + 1);
}

static void push(maker *maker, uint32_t at, bracket opened)
{
	skeleton *out = maker->out;
	memory_reserve(&out->brackets, &out->bracket_capacity, out->depth + 1, sizeof(*out->brackets));
	opened.at = at;
	opened.from = maker->from;
	opened.piece_count = out->count;
	out->brackets[out->depth++] = opened;
	statement_begin(maker, at + 1);
}

/* The byte before `at` that is no blank; `end` is behind it. 0: a comment, a string or the beginning stands there. */
static byte before(const maker *maker, uint32_t at, uint32_t *end)
{
	while (at > maker->gap && byte_is_space(maker->text[at - 1]))
		at--;
	*end = at;
	return at > maker->gap ? maker->text[at - 1] : 0;
}

static void note_interest(bracket *around)
{
	around->interest = around->statement.held = true;
}

/* What stood before does not tell what is behind. */
static void forget(bracket *around)
{
	around->head = around->frame = false;
	around->body = 0;
}

/* A method may have any word for a name: { default() { }, catch(a) { } }. */
static bool is_control(const maker *maker, const word *word, uint32_t at)
{
	uint32_t end;
	if (skeleton_tells_branches(maker->rules) && (word->kinds & WORD_BRANCH) == 0)
		return false;
	bool class = innermost(maker)->type && maker->out->depth > 1;
	return !class && before(maker, at, &end) != ',';
}

/* Braces behind a property of a class, which may be a parameter too. */
static bool is_member(const maker *maker, byte last)
{
	const bracket *around = innermost(maker);
	if (around->open == '(')
		return byte_is_word(last);
	return around->type && maker->out->depth > 1 && !around->frame;
}

/* false: there can be no skeleton. */
static bool open_bracket(maker *maker, uint32_t at)
{
	statement_cut_mark(maker, at);
	bracket opened = {.open = maker->text[at]};
	bracket *around = innermost(maker);
	uint32_t end;
	byte last = before(maker, at, &end);
	const word *word = opened.open != '[' ? words_end_with(maker->rules, maker->text, maker->gap, end) : NULL;
	opened.keep = word != NULL;
	opened.control = word != NULL && is_control(maker, word, end - word->len);
	if (opened.open == '(') {
		opened.call = round_may_be_called(maker, last, at, end);
		opened.typed = maker->rules->heads && around->type && opened.call && round_is_typed(maker, end);
		opened.macro = maker->rules->macros && around->type && opened.call && !opened.keep &&
			       round_is_macro(maker, end);
	}
	if (opened.open == '{') {
		if (!statement_meet_brace(maker, at, last))
			return false;
		bool body = around->body != 0 && last != '=';
		opened.type = maker->rules->nested || (body && around->body == WORD_TYPE);
		opened.keep = opened.keep || opened.type;
		byte head = maker->rules->semicolons ? statement_last_byte(maker, at) : last;
		opened.ends = !maker->rules->nested &&
			      (opened.type || (around->body == 0 && (head == ')' || byte_is_word(head))));
		/* A block of its own may be an initializer, new HashMap() {{ put(...); }}, or a function without parameters, [&] { } */
		bool block = maker->rules->functions && last != 0 && memchr("{;}]", last, 4) != NULL;
		bool member = maker->rules->members && is_member(maker, last);
		opened.keep = opened.keep || member;
		if (around->head || body || block || member)
			note_interest(around);
		forget(around);
	}
	push(maker, at, opened);
	return true;
}

static bool may_be_emptied(const maker *maker, const bracket *closed, const bracket *around, uint32_t at)
{
	if (closed->keep || closed->interest)
		return false;
	if (closed->open != '(')
		return closed->open == '{';
	if (!closed->call)
		return false;
	if (!maker->branches && (maker->rules->parameters || round_holds_parameters(maker, closed, at)))
		return true;
	return maker->rules->calls && !around->type && (!maker->branches || round_ends_call(maker, at));
}

/* false: it does not match. */
static bool close_bracket(maker *maker, uint32_t at)
{
	skeleton *out = maker->out;
	if (out->depth < 2 || innermost(maker)->open != opening_of(maker->text[at]))
		return false;
	const bracket closed = out->brackets[--out->depth];
	condition_meet_close(maker);
	bracket *around = innermost(maker);
	if (closed.interest)
		note_interest(around);
	if (may_be_emptied(maker, &closed, around, at)) {
		out->count = closed.piece_count;
		maker_keep(maker, closed.from, closed.at + 1);
		if (closed.stop > closed.at)
			maker_keep(maker, closed.stop, closed.stop + 1);
		add_feed(maker, closed.stop > closed.at ? closed.stop + 1 : closed.at + 1, at);
		maker->from = at;
	}
	if (closed.open == '{')
		forget(around);
	if (closed.ends)
		statement_meet_end(maker, at);
	if (closed.open != '(')
		return true;
	if (maker->rules->heads && !around->type && !closed.keep && round_heads_function(maker, &closed, at))
		note_interest(around);
	if (closed.keep)
		maker->kept = at + 1;
	around->head = maker->rules->functions && !closed.control;
	if (!closed.keep && !maker->rules->functions && !maker->rules->members)
		around->body = 0; /* struct s *f(void) {, but not new class(1) { */
	statement_meet_round(maker, &closed, at);
	return true;
}

/* template <class T> */
static bool is_type_parameter(const maker *maker, uint32_t at)
{
	uint32_t end;
	byte last = before(maker, at, &end);
	return last == '<' || last == ',';
}

/* Returns where code goes on; 0: brackets do not match, or are spelt as C's %>. */
static uint32_t meet(maker *maker, uint32_t at, uint32_t end)
{
	bracket *around = innermost(maker);
	const word *word;
	switch (maker->rules->stops[maker->text[at]]) {
	case STOP_OPEN:
		if (maker->out->depth > DEPTH_MAX || !open_bracket(maker, at))
			return 0;
		break;
	case STOP_CLOSE:
		if (!close_bracket(maker, at))
			return 0;
		break;
	case STOP_END:
		forget(around);
		around->stop = maker->rules->blocks ? at : 0;
		statement_meet_semicolon(maker, at);
		break;
	case STOP_WORD:
	case STOP_LETTER:
		word = words_find(maker->rules, maker->text, at, end);
		if (word == NULL)
			break;
		if ((word->kinds & WORD_DIRECTIVE) != 0 && directive_may_stand(maker, at) &&
		    directive_says_something(maker, word, at, end))
			return directive_begin(maker, at, end);
		if ((word->kinds & WORD_CONDITION) != 0 && directive_may_stand(maker, at)) {
			uint32_t behind = condition_meet(maker, word, at, end);
			if (behind > 0)
				return behind;
		}
		if ((word->kinds & WORD_LABEL) != 0 && statement_is_directive(maker, at))
			return statement_pass_directive(maker, at, end);
		if ((word->kinds & maker->interests) != 0)
			note_interest(around);
		around->frame = around->frame || (word->kinds & WORD_FRAME) != 0;
		around->statement.held = around->statement.held || (word->kinds & WORD_LABEL) != 0;
		if ((word->kinds & (WORD_BODY | WORD_TYPE)) != 0 && !is_type_parameter(maker, at))
			around->body = word->kinds & (WORD_BODY | WORD_TYPE);
		return at + word->passed;
	case STOP_FEED:
		statement_meet_feed(maker, at);
		break;
	case STOP_SPELLING:
		if (at + 1 < end && (maker->text[at + 1] == '>' || maker->text[at + 1] == ':'))
			return 0;
		break;
	case STOP_NONE:
		break;
	}
	return at + 1;
}

static bool pass_code(maker *maker, uint32_t at, uint32_t end)
{
	const byte *stops = maker->rules->stops;
	if (maker->skipped > 0)
		at = condition_pass(maker, at, end);
	else if (maker->directive)
		at = directive_pass(maker, at, end);
	if (maker->label)
		at = statement_pass_directive(maker, at, end);
	while (at < end) {
		byte stop = stops[maker->text[at]];
		if (stop == STOP_NONE || (stop == STOP_LETTER && at > 0 && byte_is_word(maker->text[at - 1]))) {
			at++;
			continue;
		}
		at = meet(maker, at, end);
		if (at == 0)
			return false;
	}
	return true;
}

static bool is_apart(const maker *maker, const span *span)
{
	return span->start <= maker->begin || byte_is_space(maker->text[span->start - 1]) || span->end >= maker->end ||
	       byte_is_space(maker->text[span->end]);
}

/* A directive may end with its line, but not with blanks: those before a comment at a line's end go with it. */
static uint32_t blanks_before(const maker *maker, const span *span)
{
	uint32_t start = span->start;
	bool last = span->end == maker->end || maker->text[span->end] == '\n' || maker->text[span->end] == '\r';
	while (last && start > maker->gap && (maker->text[start - 1] == ' ' || maker->text[start - 1] == '\t'))
		start--;
	return start > maker->from ? start : maker->from;
}

/* #include <a.h> may be a string as a whole. */
static bool begins_directive(maker *maker, const span *span)
{
	if (maker->rules->stops[maker->text[span->start]] != STOP_WORD || !directive_may_stand(maker, span->start))
		return false;
	const word *word = words_find(maker->rules, maker->text, span->start, span->end);
	if (word == NULL || (word->kinds & WORD_DIRECTIVE) == 0)
		return false;
	directive_begin(maker, span->start, span->start);
	return true;
}

static void pass_span(maker *maker, const span *span)
{
	if (maker->directive || maker->skipped > 0 || begins_directive(maker, span)) {
		maker->from = maker->gap = span->end;
		return;
	}
	if (span->role == SPAN_COMMENT && is_apart(maker, span)) {
		maker_keep(maker, maker->from, blanks_before(maker, span));
		add_feed(maker, span->start, span->end);
		maker->from = span->end;
	} else if (span->role != SPAN_COMMENT && words_may_stand_in(maker->rules, maker->text + span->start,
								    span->end - span->start, maker->interests)) {
		note_interest(innermost(maker));
	}
	statement_meet_span(maker, span);
	maker->gap = span->end;
}

/* Where words tell all frames, and none was met. */
static bool is_without_frames(const maker *maker)
{
	const skeleton_rules *rules = maker->rules;
	return !rules->functions && !rules->semicolons && !rules->blocks && !innermost(maker)->interest;
}

bool skeleton_make(skeleton *skeleton, const skeleton_rules *rules, const skeleton_source *source, bool branches)
{
	if (rules->layout)
		return skeleton_make_layout(skeleton, rules, source, branches);
	if (rules->commands)
		return skeleton_make_commands(skeleton, source);
	syntax_range range = source->range;
	maker maker = {
		.rules = rules,
		.out = skeleton,
		.text = (const byte *)source->text.data,
		.begin = range.start,
		.end = range.end,
		.from = range.start,
		.gap = range.start,
		.fed = range.start,
		.feed = NO_FEED,
		.interests = branches ? WORD_FRAME | WORD_BRANCH : WORD_FRAME,
		.branches = branches,
	};
	skeleton->count = skeleton->depth = skeleton->statement_count = skeleton->outer_count =
		skeleton->condition_count = 0;
	push(&maker, range.start - 1, (bracket){.keep = true, .type = true});
	for (size_t i = 0; i < source->span_count; i++) {
		if (!pass_code(&maker, maker.gap, source->spans[i].start))
			return false;
		pass_span(&maker, &source->spans[i]);
	}
	if (!pass_code(&maker, maker.gap, range.end) || skeleton->depth != 1 || maker.skipped > 0)
		return false;
	maker_keep(&maker, maker.from, range.end);
	if (is_without_frames(&maker))
		skeleton->count = 0;
	skeleton_put_together(skeleton, source->text.data);
	return true;
}

bool skeleton_holds_interest(const skeleton_rules *rules, text text, uint32_t start, uint32_t end, bool branches)
{
	unsigned interests = branches ? WORD_FRAME | WORD_BRANCH : WORD_FRAME;
	const byte *bytes = (const byte *)text.data;
	for (uint32_t at = start; at < end; at++) {
		if (rules->stops[bytes[at]] != STOP_WORD && rules->stops[bytes[at]] != STOP_LETTER)
			continue;
		const word *word = words_find(rules, bytes, at, end);
		if (word != NULL && (word->kinds & interests) != 0)
			return true;
	}
	return false;
}
