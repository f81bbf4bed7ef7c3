/* SPDX-License-Identifier: MIT */
/*
 * Verilog and SystemVerilog, as IEEE 1800 defines them, read by hand before preprocessing: words open and close everything, and a
 * macro, which a grammar cannot see through, only stands between them. Functions, tasks and processes (always, initial, final)
 * are frames that run; modules, classes and the like hold them. A loop or condition that generates is one of the module.
 */
#include "frames.h"

static open *push(scanner *s, enum kind kind, const char *word, int32_t span)
{
	void *items = s->stack;
	if (s->count == DEPTH_MAX || !spans_grow(&s->spans, &items, &s->capacity, s->count, sizeof(*s->stack)))
		return NULL;
	s->stack = items;
	s->stack[s->count] = (open){.kind = kind, .word = word, .span = span, .waits = kind == CASE};
	return &s->stack[s->count++];
}

static void pop(scanner *s, uint32_t end)
{
	const open *closed = &s->stack[--s->count];
	if (closed->span != SPAN_NONE)
		s->spans.items[closed->span].end = end;
}

static open *top(const scanner *s)
{
	return s->count > 0 ? &s->stack[s->count - 1] : NULL;
}

static void begin_statement(scanner *s)
{
	s->begins = true;
	s->no_body = s->head = s->ports = false;
	s->before = NULL;
	s->run = '\0';
}

/* A statement ends before `end`, and with it all that is made of that one, unless an else or a while goes on with it. */
static void complete(scanner *s, uint32_t end)
{
	begin_statement(s);
	if (top(s) == NULL || top(s)->kind <= BLOCK)
		return;
	uint32_t next = next_token(s, end);
	bool is_else = is_word(s, next, "else");
	bool is_while = is_word(s, next, "while");
	for (open *last = top(s); last != NULL; last = top(s)) {
		bool goes_on = (last->kind == IF && is_else) || (last->kind == DO && is_while);
		last->waits = last->kind == CASE || (goes_on && !last->closed);
		if (last->waits || last->kind < PROCESS)
			return;
		pop(s, end);
	}
}

/* Closes what the word opened, and what was left open in it; a unit or routine is not closed by what is within. */
static void close_word(scanner *s, const char *word, uint32_t end)
{
	bool strong = strcmp(word, "begin") != 0 && strcmp(word, "fork") != 0 && strcmp(word, "case") != 0;
	size_t at = s->count;
	while (at > 0 && strcmp(s->stack[at - 1].word, word) != 0) {
		if (!strong && s->stack[at - 1].kind <= ROUTINE)
			return;
		at--;
	}
	if (at == 0)
		return;
	while (s->count >= at)
		pop(s, end);
	s->depth = 0;
	complete(s, end);
}

static void read_port(scanner *s, uint32_t at)
{
	s->ports = top(s) != NULL && top(s)->kind == ROUTINE && s->statement == at;
	if (s->ports)
		spans_add(&s->spans, ONFLAME_PARAMETER, at, at, NULL);
}

static bool next_is_name(const scanner *s, uint32_t at)
{
	at = next_token(s, at);
	return at < s->len && s->text[at] != '(';
}

static bool is_after(const scanner *s, const char *word)
{
	return s->before != NULL && strcmp(s->before->text, word) == 0;
}

/* Not an interface class, a virtual interface, an extern module, a class whose name is told in advance. */
static void open_unit(scanner *s, const word *word, uint32_t at)
{
	bool class = strcmp(word->text, "class") == 0;
	bool first = s->statement == at || (class && !is_after(s, "typedef"));
	if (first && !s->no_body && !is_word(s, next_token(s, skip_name(s, at)), "class"))
		push(s, UNIT, word->label, add_frame(s, word, s->statement, at));
}

static void open_routine(scanner *s, const word *word, uint32_t at)
{
	if (s->no_body || is_after(s, "with"))
		return;
	push(s, ROUTINE, word->label, add_frame(s, word, s->statement, at));
	uint32_t end = skip_name(s, at);
	uint32_t limit = s->len - end > NAME_FAR ? end + NAME_FAR : s->len;
	while (end < limit && s->text[end] != '(' && s->text[end] != ';')
		end++;
	if (end < limit && s->text[end] == '(')
		add_ports(s, end);
}

static void open_statement(scanner *s, const word *word, uint32_t at)
{
	static const enum kind kinds[] = {
		[OPEN_CASE] = CASE, [BRANCH_IF] = IF, [BRANCH_LOOP] = LOOP, [BRANCH_WHILE] = LOOP};
	open *last = top(s);
	const char *label = word->action == OPEN_CASE ? "switch" : "if";
	if (word->action == BRANCH_WHILE && last != NULL && last->kind == DO && last->waits) {
		last->closed = true;
		last->waits = false;
		return;
	}
	if (word->action == BRANCH_IF && last != NULL && last->kind == IF && last->closed && s->statement == at)
		label = "else if";
	bool is_do = word->action == BRANCH_LOOP && word->text[1] == 'o' && word->text[2] == '\0';
	push(s, is_do ? DO : kinds[word->action], "case", spans_add(&s->spans, ONFLAME_BRANCH, at, s->len, label));
	if (is_do || strcmp(word->text, "forever") == 0)
		begin_statement(s);
	s->head = true;
}

static void read_else(scanner *s, uint32_t at)
{
	open *last = top(s);
	if (last == NULL || last->kind != IF || !last->waits)
		return;
	last->closed = true;
	last->waits = false;
	spans_add(&s->spans, ONFLAME_BRANCH, at, at, "else");
	begin_statement(s);
}

/* A language of its own up to its closing word; comments in it are comments. */
static uint32_t skip_to(scanner *s, uint32_t at, const char *word)
{
	uint32_t start = at;
	size_t spans = s->spans.count;
	while (at < s->len && !is_word(s, at, word)) {
		if (is_word(s, at, "endmodule") || is_word(s, at, "endclass"))
			break;
		at = is_comment(s, at) ? read_comment(s, at) : is_name(s->text[at]) ? skip_name(s, at) : at + 1;
	}
	if (at < s->len && is_word(s, at, word)) {
		begin_statement(s);
		return skip_name(s, at);
	}
	s->spans.count = spans;
	s->no_skip = true;
	return start;
}

static const word *find_word(const scanner *s, uint32_t at, uint32_t end)
{
	size_t low = 0;
	size_t high = sizeof(words) / sizeof(words[0]);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		size_t len = strlen(words[middle].text);
		int order = strncmp(words[middle].text, s->text + at, end - at);
		if (order == 0 && len == end - at)
			return &words[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static uint32_t act(scanner *s, const word *word, uint32_t at, uint32_t end)
{
	switch (word->action) {
	case OPEN_UNIT:
		open_unit(s, word, at);
		break;
	case OPEN_ROUTINE:
		open_routine(s, word, at);
		break;
	case OPEN_PROCESS:
		if (s->statement == at && (top(s) == NULL || top(s)->kind <= CASE))
			push(s, PROCESS, "process", add_frame(s, word, at, at));
		break;
	case OPEN_BLOCK:
		if (!is_after(s, "wait") && !is_after(s, "disable")) {
			push(s, BLOCK, word->text, SPAN_NONE);
			begin_statement(s);
		}
		break;
	case CLOSE:
		close_word(s, word->label, end);
		break;
	case BRANCH_ELSE:
		read_else(s, at);
		break;
	case SKIP:
		if (s->statement == at && !s->no_body && !s->no_skip && next_is_name(s, end))
			return skip_to(s, end, word->label);
		break;
	case NO_BODY:
		s->no_body = true;
		break;
	case RESTART:
		begin_statement(s);
		break;
	case NO_ACTION:
		break;
	case PORT:
		read_port(s, at);
		break;
	default:
		open_statement(s, word, at);
		break;
	}
	return end;
}

/* A token outside of all parentheses: it may be the first of a statement or of a way of a case. */
static void meet_token(scanner *s, uint32_t at)
{
	open *last = top(s);
	if (s->begins)
		s->statement = at;
	s->begins = false;
	if (last == NULL || last->kind != CASE || !last->waits || is_word(s, at, "endcase"))
		return;
	last->waits = false;
	if (!is_word(s, at, "default"))
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, "case");
}

static uint32_t read_name(scanner *s, uint32_t at)
{
	uint32_t end = skip_name(s, at);
	const word *word = find_word(s, at, end);
	/* None of these stands in parentheses: one was not closed. */
	if (word != NULL && (word->action == CLOSE || word->action == OPEN_BLOCK))
		s->depth = 0;
	if (s->depth > 0)
		return end;
	meet_token(s, at);
	if (word == NULL) {
		s->before = NULL;
		return end;
	}
	end = act(s, word, at, end);
	s->before = word->action == NO_ACTION ? word : NULL;
	return end;
}

/* To the end of the directive's line, which a backslash puts off. */
static uint32_t skip_line(scanner *s, uint32_t at)
{
	while (at < s->len && s->text[at] != '\n') {
		if (is_comment(s, at))
			at = read_comment(s, at);
		else if (s->text[at] == '"')
			at = read_string(s, at);
		else
			at += s->text[at] == '\\' && at + 1 < s->len ? 2 : 1;
	}
	return at < s->len ? at : s->len;
}

/* A directive is no token: what follows may begin a statement. Behind some of them stands a name, or a whole line. */
static uint32_t read_directive(scanner *s, uint32_t at)
{
	static const char *const lines[] = {"define", "timescale", "default_nettype", "line", "pragma", "include"};
	static const char *const named[] = {"ifdef", "ifndef", "elsif", "undef"};
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		if (is_word(s, at + 1, lines[i]))
			return skip_line(s, at + 1);
	}
	uint32_t end = skip_name(s, at + 1);
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++) {
		if (is_word(s, at + 1, named[i])) {
			while (end < s->len && (s->text[end] == ' ' || s->text[end] == '\t'))
				end++;
			return skip_name(s, end);
		}
	}
	return end;
}

/* 8'sb1?0z: a question mark in it is no choice. */
static uint32_t skip_based(const scanner *s, uint32_t at)
{
	at++;
	while (at < s->len && (is_name(s->text[at]) || s->text[at] == '?'))
		at++;
	return at;
}

/* Behind the end of (* keep, name = "x" *). */
static uint32_t skip_attribute(scanner *s, uint32_t at)
{
	while (at + 1 < s->len && (s->text[at] != '*' || s->text[at + 1] != ')')) {
		if (is_comment(s, at))
			at = read_comment(s, at);
		else if (s->text[at] == '"')
			at = read_string(s, at);
		else
			at++;
	}
	return at + 2 < s->len ? at + 2 : s->len;
}

static uint32_t read_sign(scanner *s, uint32_t at)
{
	char c = s->text[at];
	char next = at + 1 < s->len ? s->text[at + 1] : '\0';
	if (c == '(' && next == '*' && at + 2 < s->len && s->text[at + 2] != ')' && s->begins)
		return skip_attribute(s, at + 2);
	if (c == ':' && s->begins && (top(s) == NULL || top(s)->kind != CASE || !top(s)->waits)) {
		at = next_token(s, at + 1); /* end : name */
		return at < s->len ? skip_name(s, at) : s->len;
	}
	if (s->depth == 0 && c != ';')
		meet_token(s, at);
	if ((c == '&' || c == '|') && next == c) {
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, s->run == c ? "case" : "logical");
		s->run = c;
		return at + 2;
	}
	if (c == '?')
		spans_add(&s->spans, ONFLAME_BRANCH, at, at, "if");
	if (c == ',' && s->ports && s->depth == 0)
		spans_add(&s->spans, ONFLAME_PARAMETER, at, at, NULL);
	s->depth += memchr("([{", c, 3) != NULL;
	if (memchr(")]}", c, 3) != NULL && s->depth > 0 && --s->depth == 0 && s->head && c == ')')
		begin_statement(s);
	if (c == '}' && s->depth == 0 && is_word(s, s->statement, "constraint"))
		begin_statement(s);
	if (c == ';' && s->depth == 0)
		complete(s, at + 1);
	return at + 1;
}

static uint32_t step(scanner *s, uint32_t at)
{
	char c = s->text[at];
	if (is_space(c))
		return at + 1;
	if (is_comment(s, at))
		return read_comment(s, at);
	if (c == '`')
		return read_directive(s, at);
	if (is_name(c))
		return read_name(s, at);
	s->before = NULL;
	if (c == '"')
		return read_string(s, at);
	if (c == '\'')
		return skip_based(s, at);
	if (c != '\\')
		return read_sign(s, at);
	while (at < s->len && !is_space(s->text[at]))
		at++;
	return at;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.text = text, .len = len, .begins = true};
	for (uint32_t at = 0; at < len && !s.spans.failed;)
		at = step(&s, at);
	free(s.stack);
	return spans_report(&s.spans, host);
}

static const onflame_language verilog = {.name = "Verilog", .scan = scan};
static const onflame_language systemverilog = {.name = "SystemVerilog", .scan = scan};
static const onflame_language *const languages[] = {&verilog, &systemverilog, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "verilog", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
