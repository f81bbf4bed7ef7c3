/* SPDX-License-Identifier: MIT */
#include "count/skeleton_layout.h"

#include "count/skeleton_layout_blocks.h"

/* Python itself takes no more blocks; grammars keep columns in 16 bits. */
enum { BLOCKS_MAX = 100, INDENT_MAX = 4000, TAB_WIDTH = 8 };

/* As the grammar measures it. UINT32_MAX: not to be told. */
static uint32_t measure(layout_maker *maker, uint32_t at)
{
	uint32_t indent = 0;
	for (uint32_t i = maker->margin; i < at; i++) {
		switch (maker->text[i]) {
		case ' ':
			indent++;
			break;
		case '\t':
			indent += TAB_WIDTH;
			break;
		case '\f':
			indent = 0;
			maker->margin = i + 1;
			break;
		default:
			return UINT32_MAX;
		}
	}
	return indent > INDENT_MAX ? UINT32_MAX : indent;
}

/* Whether the word at `at` begins one more clause of the statement at hand. */
static bool goes_on(const layout_maker *maker, uint32_t at)
{
	uint32_t end = at;
	while (end < maker->end && byte_is_word(maker->text[end]))
		end++;
	return words_end_with(maker->rules, maker->text, at, end) != NULL;
}

/* The first code of a line stands at `at`. false: it is in no block. */
static bool begin_line(layout_maker *maker, uint32_t at)
{
	uint32_t indent = measure(maker, at);
	if (indent == UINT32_MAX || maker->text[at] == '\\')
		return false;
	while (layout_innermost(maker)->indent > indent)
		if (!layout_close_block(maker))
			return false;
	if (maker->line.header != (indent > layout_innermost(maker)->indent))
		return false;
	if (maker->line.header && maker->out->block_count > BLOCKS_MAX)
		return false;
	if (maker->line.header)
		layout_open_block(maker, (layout_block){.indent = indent,
							.margin = maker->margin,
							.margin_len = at - maker->margin,
							.framed = maker->line.frame,
							.header = {maker->line.margin, maker->line.feed + 1}});
	else if (!goes_on(maker, at))
		layout_end_statement(maker);
	maker->line = (layout_line){.margin = maker->margin, .start = at, .end = at + 1};
	maker->from = maker->margin;
	maker->within = true;
	return true;
}

/* Code before `at` is passed. */
static void note_code(layout_maker *maker, uint32_t at)
{
	while (at > maker->gap && byte_is_space(maker->text[at - 1]))
		at--;
	if (at > maker->gap && maker->within && at > maker->line.end)
		maker->line.end = at;
}

static void end_line(layout_maker *maker, uint32_t at)
{
	layout_line *line = &maker->line;
	uint32_t next = at < maker->end ? at + 1 : at;
	layout_keep(maker, maker->from, next);
	line->feed = at;
	line->header = maker->text[line->end - 1] == ':';
	if (line->interest)
		layout_innermost(maker)->interest = true;
	maker->margin = maker->from = next;
	maker->within = false;
}

static void open_bracket(layout_maker *maker, uint32_t at)
{
	if (maker->depth++ > 0)
		return;
	maker->line.brackets = (syntax_range){at, 0};
	maker->run = maker->from;
	maker->piece_count = maker->out->count;
	maker->interest = maker->line.interest;
	maker->line.interest = false;
}

static bool close_bracket(layout_maker *maker, uint32_t at)
{
	layout_line *line = &maker->line;
	if (maker->depth == 0)
		return false;
	if (--maker->depth > 0)
		return true;
	uint32_t start = line->brackets.start;
	if (maker->text[start] != opening_of(maker->text[at]))
		return false;
	if (line->hollow && !line->interest && maker->text[start] == '(') {
		maker->out->count = maker->piece_count;
		layout_keep(maker, maker->run, start + 1);
		maker->from = at;
	}
	line->interest = line->interest || maker->interest;
	line->brackets.end = at + 1;
	return true;
}

static uint32_t meet_word(layout_maker *maker, uint32_t at, uint32_t end)
{
	const word *word = words_find(maker->rules, maker->text, at, end);
	if (word == NULL)
		return at + 1;
	if (at == maker->line.start && (word->kinds & (WORD_BODY | WORD_TYPE)) != 0) {
		maker->line.frame = byte_is_word(maker->text[at]);
		maker->line.leads = !maker->line.frame;
	}
	maker->line.interest = maker->line.interest || (word->kinds & maker->kinds) != 0;
	maker->line.hollow = maker->line.hollow || (word->kinds & maker->hollow) != 0;
	return at + word->len;
}

/* A line break, a backslash before one. Returns where code goes on; 0: what it means is not sure. */
static uint32_t meet_end(layout_maker *maker, uint32_t at)
{
	const byte *text = maker->text;
	uint32_t next = at + 1;
	if (text[at] == '\n') {
		if (maker->depth == 0) {
			note_code(maker, at);
			end_line(maker, at);
		}
		return next;
	}
	bool feed = next < maker->end && text[next] == '\n';
	if (text[at] == '\r')
		return feed ? next : 0;
	if (next < maker->end && text[next] == '\r')
		next++;
	return next < maker->end && text[next] == '\n' ? next + 1 : at + 1;
}

/* Returns where code goes on; 0: there is no skeleton. */
static uint32_t meet(layout_maker *maker, uint32_t at, uint32_t end)
{
	switch (maker->rules->stops[maker->text[at]]) {
	case STOP_OPEN:
		open_bracket(maker, at);
		return at + 1;
	case STOP_CLOSE:
		return close_bracket(maker, at) ? at + 1 : 0;
	case STOP_END:
		return meet_end(maker, at);
	case STOP_LETTER:
		return at > 0 && byte_is_word(maker->text[at - 1]) ? at + 1 : meet_word(maker, at, end);
	case STOP_WORD:
		return meet_word(maker, at, end);
	default:
		return at + 1;
	}
}

/* Where the next line's code begins. */
static uint32_t pass_blanks(layout_maker *maker, uint32_t at, uint32_t end)
{
	while (at < end && byte_is_space(maker->text[at]))
		if (maker->text[at++] == '\n')
			maker->margin = at;
	return at;
}

static bool pass_code(layout_maker *maker, uint32_t at, uint32_t end)
{
	const byte *stops = maker->rules->stops;
	while (at < end) {
		if (!maker->within) {
			at = pass_blanks(maker, at, end);
			if (at < end && !begin_line(maker, at))
				return false;
		}
		while (at < end && stops[maker->text[at]] == STOP_NONE)
			at++;
		if (at < end)
			at = meet(maker, at, end);
		if (at == 0)
			return false;
	}
	note_code(maker, end);
	return true;
}

static bool pass_string(layout_maker *maker, const span *span)
{
	if (!maker->within && !begin_line(maker, span->start))
		return false;
	layout_line *line = &maker->line;
	text source = {(const char *)maker->text, maker->end};
	const byte *text = maker->text + span->start;
	bool code = words_may_stand_in(maker->rules, text, span->end - span->start, maker->kinds);
	bool marked = layout_string_start(maker, span->start) < span->start;
	line->string = (syntax_range){span->start, span->end};
	line->end = span->end;
	line->interest =
		line->interest || code ||
		(marked && skeleton_holds_interest(maker->rules, source, span->start, span->end, maker->branches));
	return true;
}

static bool pass_span(layout_maker *maker, const span *span)
{
	if (span->role != SPAN_COMMENT && !pass_string(maker, span))
		return false;
	if (span->role == SPAN_COMMENT && maker->within) {
		layout_keep(maker, maker->from, span->start);
		maker->from = span->end;
	}
	maker->gap = span->end;
	return true;
}

/* All blocks but the text itself are closed. */
static bool end_text(layout_maker *maker)
{
	if (maker->depth > 0)
		return false;
	if (maker->within)
		end_line(maker, maker->end);
	while (maker->out->block_count > 1)
		if (!layout_close_block(maker))
			return false;
	layout_end_statement(maker);
	return !maker->line.header;
}

bool skeleton_make_layout(skeleton *skeleton, const skeleton_rules *rules, const skeleton_source *source, bool branches)
{
	syntax_range range = source->range;
	layout_maker maker = {
		.rules = rules,
		.out = skeleton,
		.text = (const byte *)source->text.data,
		.end = range.end,
		.from = range.start,
		.gap = range.start,
		.margin = range.start,
		.kinds = WORD_FRAME | WORD_BODY | WORD_TYPE | (branches ? WORD_BRANCH : 0u),
		.hollow = WORD_TYPE | (rules->parameters && !branches ? WORD_BODY : 0u),
		.branches = branches,
	};
	skeleton->count = skeleton->block_count = skeleton->statement_count = skeleton->outer_count = 0;
	layout_open_block(&maker, (layout_block){.framed = true});
	for (size_t i = 0; i < source->span_count; i++)
		if (!pass_code(&maker, maker.gap, source->spans[i].start) || !pass_span(&maker, &source->spans[i]))
			return false;
	if (!pass_code(&maker, maker.gap, range.end) || !end_text(&maker))
		return false;
	skeleton_put_together(skeleton, source->text.data);
	return true;
}
