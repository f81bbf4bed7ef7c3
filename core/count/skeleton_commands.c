/* SPDX-License-Identifier: MIT */
#include "count/skeleton_commands.h"

#include "count/skeleton_commands_maker.h"

static void push(command_maker *maker, level opened)
{
	if (maker->depth == COMMAND_DEPTH_MAX)
		maker->lost = true;
	else
		maker->levels[maker->depth++] = opened;
}

static void open_level(command_maker *maker, enum level_kind kind)
{
	push(maker, (level){.kind = kind});
}

/* Keeps a line break or a semicolon in what lies between the last piece and `at`: two statements must not become one. */
static bool keep_separator(command_maker *maker, uint32_t at)
{
	skeleton *out = maker->out;
	if (out->count == 0)
		return true;
	uint32_t from = out->pieces[out->count - 1].end;
	const byte *found = memrchr(maker->text + from, '\n', at - from);
	bool opened = maker->depth > 0 && maker->levels[maker->depth - 1].piece_count == out->count;
	if (found == NULL && opened)
		return true;
	if (found == NULL)
		found = memchr(maker->text + from, ';', at - from);
	if (found == NULL)
		return false;
	uint32_t place = (uint32_t)(found - maker->text);
	skeleton_add_piece(out, place, place + 1);
	return true;
}

/* Where the body of the function at hand begins. */
static uint32_t open_body(command_maker *maker, uint32_t at)
{
	bool brace = maker->text[at] == '{';
	bool serves = at + 1 < maker->end && (brace ? byte_is_space(maker->text[at + 1])
						    : maker->text[at] == '(' && maker->text[at + 1] != '(');
	maker->headed = false;
	if (!serves || !keep_separator(maker, maker->head)) {
		maker->lost = true;
		return at;
	}
	skeleton_add_piece(maker->out, maker->head, at + 1 + brace);
	push(maker, (level){.kind = brace ? LEVEL_BRACE : LEVEL_PAREN,
			    .function = true,
			    .piece_count = maker->out->count,
			    .at = at});
	return at + 1;
}

/* Brackets (...) are not empty: any letter is a command. */
static void fill(command_maker *maker, const level *closed, uint32_t end)
{
	uint32_t at = closed->at + 1;
	while (at < end && (!byte_is_word(maker->text[at]) || maker->text[at] >= 0x80))
		at++;
	maker->lost = maker->lost || at == end;
	skeleton_add_piece(maker->out, at, at < end ? at + 1 : at);
}

/* What is open ends at `at`, where it is of that kind. */
static void close_level(command_maker *maker, enum level_kind kind, uint32_t at)
{
	if (!is_inside(maker, kind)) {
		maker->lost = true;
		return;
	}
	const level closed = maker->levels[maker->depth - 1];
	if (closed.function) {
		if (kind == LEVEL_PAREN && closed.piece_count == maker->out->count)
			fill(maker, &closed, at);
		else
			maker->lost = maker->lost || !keep_separator(maker, at);
		skeleton_add_piece(maker->out, at, at + 1);
		maker->closed = at + 1;
	}
	maker->depth--;
}

/* name ( ) at `at`, the first bracket. */
static uint32_t meet_empty_parens(command_maker *maker, uint32_t at, uint32_t close)
{
	byte before = at > maker->begin ? maker->text[at - 1] : '\n';
	uint32_t end = at, start;
	bool array = before == '=' && at - 1 > maker->begin && !byte_is_space(maker->text[at - 2]);
	if (array || is_one_of(before, "$<>"))
		return close + 1;
	while (end > maker->gap && is_blank(maker->text[end - 1]))
		end--;
	for (start = end; start > maker->gap && may_be_of_name(maker->text[start - 1]);)
		start--;
	maker->found = true;
	if (start == end || is_one_of(maker->text[end - 1], "?*+@!=") || !command_may_stand(maker, start))
		maker->lost = true;
	maker->headed = true;
	maker->head = start;
	return close + 1;
}

/* `function name`, with or without ( ), where a command begins; `end`: of what can be looked at. */
static uint32_t meet_function(command_maker *maker, uint32_t at, uint32_t end)
{
	static const char word[] = "function";
	uint32_t start = skip_blanks(maker, at + (uint32_t)strlen(word)), next = start;
	while (next < end && may_be_of_name(maker->text[next]))
		next++;
	maker->found = true;
	if (next == start || next == end)
		maker->lost = true;
	uint32_t open = skip_blanks(maker, next);
	if (open < end && maker->text[open] == '(') {
		uint32_t close = skip_space(maker, open + 1);
		if (close < end && maker->text[close] == ')')
			next = close + 1;
	}
	maker->headed = true;
	maker->head = at;
	return next;
}

static uint32_t meet_paren(command_maker *maker, uint32_t at, uint32_t end)
{
	byte before = at > maker->begin ? maker->text[at - 1] : '\n';
	uint32_t close = skip_space(maker, at + 1);
	if (close < end && maker->text[close] == ')')
		return meet_empty_parens(maker, at, close);
	if (before == '$' || !is_inside(maker, LEVEL_EXPANSION))
		open_level(maker, LEVEL_PAREN);
	return at + 1;
}

static void meet_brace(command_maker *maker, uint32_t at)
{
	if (at > maker->begin && maker->text[at - 1] == '$')
		open_level(maker, LEVEL_EXPANSION);
	else if (at + 1 < maker->end && byte_is_space(maker->text[at + 1]) && !is_inside(maker, LEVEL_EXPANSION) &&
		 command_may_stand(maker, at))
		open_level(maker, LEVEL_BRACE);
}

static void meet_closing(command_maker *maker, uint32_t at)
{
	bool expansion = is_inside(maker, LEVEL_EXPANSION);
	if (maker->text[at] == ')') {
		if (!is_inside(maker, LEVEL_CASE) && !expansion)
			close_level(maker, LEVEL_PAREN, at);
	} else if (expansion) {
		close_level(maker, LEVEL_EXPANSION, at);
	} else if (ends_word(maker, at + 1) && command_may_stand(maker, at)) {
		close_level(maker, LEVEL_BRACE, at);
	}
}

static uint32_t meet_word(command_maker *maker, uint32_t at, uint32_t end)
{
	if (is_inside(maker, LEVEL_EXPANSION))
		return at + 1;
	if (command_word_stands(maker, at, end, "case") && command_may_stand(maker, at) &&
	    skip_blanks(maker, at + 4) > at + 4)
		open_level(maker, LEVEL_CASE);
	else if (command_word_stands(maker, at, end, "esac") && command_may_stand(maker, at))
		close_level(maker, LEVEL_CASE, at);
	else if (command_word_stands(maker, at, end, "function") && skip_blanks(maker, at + 8) > at + 8 &&
		 (maker->lost || command_may_stand(maker, at)))
		return meet_function(maker, at, end);
	return at + 1;
}

/* Returns where code goes on. */
static uint32_t meet(command_maker *maker, uint32_t at, uint32_t end)
{
	switch (maker->text[at]) {
	case '(':
		return meet_paren(maker, at, end);
	case '{':
		meet_brace(maker, at);
		return at + 1;
	case ')':
	case '}':
		meet_closing(maker, at);
		return at + 1;
	case '`':
		if (is_inside(maker, LEVEL_BACKTICK))
			close_level(maker, LEVEL_BACKTICK, at);
		else
			open_level(maker, LEVEL_BACKTICK);
		return at + 1;
	default:
		return meet_word(maker, at, end);
	}
}

/* false: there can be no skeleton. */
static bool pass_code(command_maker *maker, uint32_t at, uint32_t end)
{
	static const byte stops[256] = {
		['('] = STOP_OPEN,  ['{'] = STOP_OPEN,   [')'] = STOP_CLOSE,  ['}'] = STOP_CLOSE,
		['`'] = STOP_CLOSE, ['c'] = STOP_LETTER, ['e'] = STOP_LETTER, ['f'] = STOP_LETTER};
	while (at < end) {
		if (maker->headed) {
			at = skip_space(maker, at);
			if (at >= end)
				break;
			at = open_body(maker, at);
		} else {
			byte stop = stops[maker->text[at]];
			bool none = stop == STOP_NONE ||
				    (stop == STOP_LETTER && at > maker->begin && byte_is_word(maker->text[at - 1]));
			at = none ? at + 1 : meet(maker, at, end);
		}
		if (maker->lost && maker->found)
			return false;
	}
	return true;
}

/* false: there can be no skeleton. */
static bool pass_span(command_maker *maker, const span *span)
{
	bool text = span->role != SPAN_COMMENT;
	bool goes_on = maker->text[span->start] == '\\' && maker->text[span->end - 1] == '\n';
	if (command_text_ends_function(maker, span) || (maker->headed && text && !goes_on))
		maker->lost = true;
	if (text && command_text_may_hold_function(maker, span))
		maker->lost = maker->found = true;
	maker->gap = span->end;
	return !(maker->lost && maker->found);
}

/* That line is in no span. */
static uint32_t behind_shebang(const skeleton_source *source)
{
	const char *text = source->text.data;
	uint32_t start = source->range.start, end = source->range.end;
	if (end - start < 2 || text[start] != '#' || text[start + 1] != '!')
		return start;
	const char *feed = memchr(text + start, '\n', end - start);
	return feed != NULL ? (uint32_t)(feed - text) : end;
}

bool skeleton_make_commands(skeleton *skeleton, const skeleton_source *source)
{
	command_maker maker = {
		.out = skeleton,
		.text = (const byte *)source->text.data,
		.begin = behind_shebang(source),
		.end = source->range.end,
	};
	maker.gap = maker.begin;
	skeleton->count = skeleton->statement_count = 0;
	for (size_t i = 0; i < source->span_count; i++) {
		const span *span = &source->spans[i];
		if (span->start < maker.gap)
			continue;
		if (!pass_code(&maker, maker.gap, span->start) || !pass_span(&maker, span))
			return false;
	}
	if (!pass_code(&maker, maker.gap, maker.end))
		return false;
	if (maker.found && (maker.depth > 0 || maker.headed))
		return false;
	if (!maker.found)
		skeleton->count = 0;
	skeleton_put_together(skeleton, source->text.data);
	return true;
}
