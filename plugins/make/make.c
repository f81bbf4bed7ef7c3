/* SPDX-License-Identifier: MIT */
/*
 * Makefile, as the manual of GNU make defines it, read by hand: whether a line is recipe, directive, rule or the rest of
 * a comment hangs on the lines before it. A recipe's comments are the shell's; text between define and endef is read as
 * what it will become.
 */
#include "onflame/plugin.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct scanner {
	const onflame_host *host;
	const char *text;
	uint32_t len;
	char prefix;  /* of recipe lines */
	bool in_rule; /* a line with the prefix is recipe */
	int status;   /* of the first refused span */
} scanner;

/* Bytes [start, end). */
typedef struct range {
	uint32_t start, end;
} range;

static void emit(scanner *s, uint32_t role, range at, const char *label, range name)
{
	onflame_span span = {.role = role, .start = at.start, .end = at.end, .label = label};
	if (name.end > name.start) {
		span.name = s->text + name.start;
		span.name_len = name.end - name.start;
	}
	if (s->status == 0)
		s->status = s->host->emit(s->host, &span);
}

static void emit_comment(scanner *s, uint32_t start, uint32_t end)
{
	emit(s, ONFLAME_COMMENT, (range){start, end}, NULL, (range){0, 0});
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\v' || c == '\f';
}

static uint32_t skip_blank(const scanner *s, uint32_t at, uint32_t end)
{
	while (at < end && is_blank(s->text[at]))
		at++;
	return at;
}

static uint32_t trim_end(const scanner *s, uint32_t start, uint32_t end)
{
	while (end > start && (is_blank(s->text[end - 1]) || s->text[end - 1] == '\n'))
		end--;
	return end;
}

/* Where the line break behind `at` is, or the end of the text. */
static uint32_t line_end(const scanner *s, uint32_t at)
{
	const char *found = memchr(s->text + at, '\n', s->len - at);
	return found != NULL ? (uint32_t)(found - s->text) : s->len;
}

static bool is_escaped(const scanner *s, uint32_t start, uint32_t at)
{
	uint32_t from = at;
	while (from > start && s->text[from - 1] == '\\')
		from--;
	return (at - from) % 2 == 1;
}

/* The end of the line that begins at `at`, with the lines it goes on in. */
static uint32_t logical_end(const scanner *s, uint32_t at)
{
	for (;;) {
		uint32_t end = line_end(s, at);
		uint32_t last = end > at && s->text[end - 1] == '\r' ? end - 1 : end;
		if (end == s->len || !is_escaped(s, at, last))
			return end;
		at = end + 1;
	}
}

/* Behind the variable or function that the '$' at `at` begins. */
static uint32_t skip_reference(const scanner *s, uint32_t at, uint32_t end)
{
	char open = at + 1 < end ? s->text[at + 1] : '\0';
	if (open != '(' && open != '{')
		return at + 2 < end ? at + 2 : end;
	char close = open == '(' ? ')' : '}';
	uint32_t depth = 0;
	for (at++; at < end; at++) {
		if (s->text[at] == open)
			depth++;
		else if (s->text[at] == close && --depth == 0)
			return at + 1;
	}
	return end;
}

/* The first of `marks` outside references, escaped ones aside; `end`: none. */
static uint32_t find(const scanner *s, range in, const char *marks)
{
	uint32_t at = in.start;
	while (at < in.end) {
		char c = s->text[at];
		if (c == '$')
			at = skip_reference(s, at, in.end);
		else if (c != '\0' && strchr(marks, c) != NULL && !is_escaped(s, in.start, at))
			return at;
		else
			at++;
	}
	return in.end;
}

/* The word at `at`: up to white space, or a bracket or assignment. */
static range word_at(const scanner *s, uint32_t at, uint32_t end)
{
	range word = {skip_blank(s, at, end), 0};
	word.end = word.start;
	while (word.end < end && !is_blank(s->text[word.end]) && memchr("\n:=(?+!", s->text[word.end], 7) == NULL)
		word.end++;
	return word;
}

static bool word_is(const scanner *s, range word, const char *const *words)
{
	for (; *words != NULL; words++) {
		size_t len = strlen(*words);
		if (word.end - word.start == len && memcmp(s->text + word.start, *words, len) == 0)
			return true;
	}
	return false;
}

static const char *const conditionals[] = {"ifeq", "ifneq", "ifdef", "ifndef", "else", "endif", NULL};
static const char *const modifiers[] = {"export", "override", "private", NULL};
static const char *const directives[] = {"include", "-include", "sinclude", "vpath",   "load",     "-load",
					 "export",  "unexport", "override", "private", "undefine", NULL};
/* Built-in targets whose line tells make something and makes nothing. */
static const char *const declarations[] = {".PHONY",
					   ".SUFFIXES",
					   ".PRECIOUS",
					   ".INTERMEDIATE",
					   ".NOTINTERMEDIATE",
					   ".SECONDARY",
					   ".DELETE_ON_ERROR",
					   ".IGNORE",
					   ".LOW_RESOLUTION_TIME",
					   ".SILENT",
					   ".EXPORT_ALL_VARIABLES",
					   ".NOTPARALLEL",
					   ".ONESHELL",
					   ".POSIX",
					   NULL};
static const char *const define[] = {"define", NULL};
static const char *const endef[] = {"endef", NULL};

/* A directive's word may also name a variable or target. */
static bool is_directive(const scanner *s, range word, uint32_t end, const char *const *words)
{
	uint32_t next = skip_blank(s, word.end, end);
	return word_is(s, word, words) && (next == end || memchr(":=?+!", s->text[next], 5) == NULL);
}

/* Comments of the shell in [start, end): a # that begins a word outside quotes, to the end of its line. */
static void scan_recipe(scanner *s, uint32_t start, uint32_t end)
{
	char quote = '\0';
	bool begins = true;
	uint32_t at = start;
	while (at < end) {
		char c = s->text[at];
		if (c == '#' && begins && quote == '\0') {
			uint32_t stop = line_end(s, at);
			emit_comment(s, at, stop < end ? stop : end);
			at = stop;
			continue;
		}
		if (c == '$') {
			at = skip_reference(s, at, end);
			begins = false;
			continue;
		}
		if (c == '\\' && quote != '\'') {
			/* A line that goes on is as if it had not been broken. */
			bool breaks = at + 1 < end && (s->text[at + 1] == '\n' || s->text[at + 1] == '\r');
			begins = breaks && begins;
			at += 2;
			continue;
		}
		if (quote == '\0' && (c == '"' || c == '\'' || c == '`'))
			quote = c == '`' ? '\0' : c;
		else if (c == quote)
			quote = '\0';
		begins = is_blank(c) || c == '\n' || c == ';' || c == '&' || c == '|' || c == '(' || c == ')';
		at++;
	}
}

/* What make itself takes from the start of a recipe line. */
static uint32_t skip_recipe_marks(const scanner *s, uint32_t at, uint32_t end)
{
	while (at < end && (is_blank(s->text[at]) || memchr("@-+", s->text[at], 3) != NULL))
		at++;
	return at;
}

static bool is_recipe(const scanner *s, uint32_t at)
{
	return s->in_rule && at < s->len && s->text[at] == s->prefix;
}

/* The end of a rule whose own line ends at `end`: that of its last recipe line. */
static uint32_t find_rule_end(const scanner *s, uint32_t end)
{
	uint32_t last = end;
	for (uint32_t at = end + 1; at < s->len; at = end + 1) {
		end = logical_end(s, at);
		uint32_t visible = skip_blank(s, at, end);
		if (visible == end)
			continue;
		if (s->text[at] == s->prefix)
			last = end;
		else if (s->text[visible] != '#' && !is_directive(s, word_at(s, visible, end), end, conditionals))
			break;
	}
	return last;
}

/* `.RECIPEPREFIX = >` */
static void note_prefix(scanner *s, range word, uint32_t equals, uint32_t end)
{
	static const char *const names[] = {".RECIPEPREFIX", NULL};
	if (!word_is(s, word, names))
		return;
	uint32_t value = skip_blank(s, equals + 1, end);
	s->prefix = value < end ? s->text[value] : '\t';
}

/* Targets, without the & of grouped ones; those of the first line where they fill several. */
static range rule_name(const scanner *s, uint32_t start, uint32_t colon)
{
	const char *broken = memchr(s->text + start, '\n', colon - start);
	uint32_t end = broken != NULL ? (uint32_t)(broken - s->text) : colon;
	if (broken == NULL && end > start && s->text[end - 1] == '&')
		end--;
	end = trim_end(s, start, end);
	if (broken != NULL && end > start && s->text[end - 1] == '\\')
		end = trim_end(s, start, end - 1);
	return (range){start, end};
}

/* A line of make's own, [start, end) without its indentation: comment, directive, assignment or rule. */
static void scan_make_line(scanner *s, uint32_t start, uint32_t end)
{
	uint32_t hash = find(s, (range){start, end}, "#");
	range word = word_at(s, start, hash);
	uint32_t mark = find(s, (range){start, hash}, ":=");
	uint32_t after = mark;
	while (after < hash && s->text[after] == ':')
		after++;
	bool assigns = after < hash && s->text[after] == '=';
	bool is_rule = mark < hash && !assigns && mark > start && !is_directive(s, word, hash, directives) &&
		       !is_directive(s, word, hash, conditionals);

	if (assigns)
		note_prefix(s, word, after, hash);
	if (!is_rule) {
		bool keeps = start == hash || is_directive(s, word, hash, conditionals);
		s->in_rule = s->in_rule && keeps;
		if (hash < end)
			emit_comment(s, hash, end);
		return;
	}
	/* Behind a ; stands recipe, where a # is the shell's. `target: NAME = value` is an assignment. */
	uint32_t body = find(s, (range){after, end}, ";#=");
	bool has_recipe = body < end && s->text[body] == ';';
	s->in_rule = !(body < end && s->text[body] == '=');
	if (s->in_rule && !word_is(s, word, declarations)) {
		uint32_t last = find_rule_end(s, end);
		emit(s, ONFLAME_CONTAINER, (range){start, last}, "rule", rule_name(s, start, mark));
	}
	if (has_recipe)
		scan_recipe(s, body + 1, end);
	else if (hash < end)
		emit_comment(s, hash, end);
}

/* The name of the variable that this line begins to define; empty: it begins none. */
static range defined_name(const scanner *s, uint32_t start, uint32_t end)
{
	range word = word_at(s, start, end);
	while (word_is(s, word, modifiers))
		word = word_at(s, word.end, end);
	if (!is_directive(s, word, end, define))
		return (range){0, 0};
	return word_at(s, word.end, end);
}

/* The end of the line `endef` that closes the definition whose first line ends at `end`. */
static uint32_t find_endef(const scanner *s, uint32_t end)
{
	uint32_t depth = 1;
	for (uint32_t at = end + 1; at < s->len && depth > 0; at = end + 1) {
		end = line_end(s, at);
		range word = word_at(s, at, end);
		if (word_is(s, word, endef))
			depth--;
		else if (is_directive(s, word, end, define))
			depth++;
	}
	return end;
}

/* The text of a definition becomes recipe or makefile: in both, a line that begins with # is a comment. */
static uint32_t scan_define(scanner *s, uint32_t start, uint32_t end, range name)
{
	uint32_t last = find_endef(s, end);
	emit(s, ONFLAME_CONTAINER, (range){start, last}, "define", name);
	for (uint32_t at = end + 1; at < last; at = end + 1) {
		end = line_end(s, at);
		uint32_t visible = skip_recipe_marks(s, at, end);
		if (visible < end && s->text[visible] == '#')
			emit_comment(s, visible, end);
	}
	s->in_rule = false;
	return last;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.host = host, .text = text, .len = len, .prefix = '\t'};
	uint32_t end;
	for (uint32_t at = 0; at < len && s.status == 0; at = end + 1) {
		end = logical_end(&s, at);
		uint32_t start = skip_blank(&s, at, end);
		range name = defined_name(&s, start, end);
		if (is_recipe(&s, at))
			scan_recipe(&s, skip_recipe_marks(&s, at + 1, end), end);
		else if (name.end > name.start)
			end = scan_define(&s, start, end, name);
		else if (start < end)
			scan_make_line(&s, start, end);
	}
	return s.status;
}

static const onflame_language makefile = {.name = "Makefile", .scan = scan};
static const onflame_language *const languages[] = {&makefile, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "make", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
