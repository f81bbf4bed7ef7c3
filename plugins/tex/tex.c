/* SPDX-License-Identifier: MIT */
/*
 * TeX and LaTeX, read by hand as far as that can be done without running it: macros may change what every character means. Sections
 * hold what follows them up to the next of their level; definitions of macros and environments are frames. What stands verbatim is
 * text, in which a percent sign is one.
 */
#include "../scss/spans.h"

#include <string.h>

enum { DEPTH_MAX = 1000, LEVELS = 6 };

/* An open brace. */
typedef struct group {
	int32_t span; /* of the definition whose body it is; SPAN_NONE */
	bool two;     /* another body follows */
} group;

typedef struct scanner {
	const char *text;
	uint32_t len;
	spans spans;
	group groups[DEPTH_MAX];
	size_t depth;
	int32_t sections[LEVELS]; /* open ones by level */
	bool second;              /* the next brace is that of a second body, whose group is there */
	bool no_end;              /* an environment is not closed: none is searched for again */
} scanner;

static const char *const levels[LEVELS] = {"part", "chapter", "section", "subsection", "subsubsection", "paragraph"};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@';
}

static bool is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static uint32_t skip_space(const scanner *s, uint32_t at)
{
	while (at < s->len && is_space(s->text[at]))
		at++;
	return at;
}

static uint32_t line_end(const scanner *s, uint32_t at)
{
	while (at < s->len && s->text[at] != '\n' && s->text[at] != '\r')
		at++;
	return at;
}

/* Behind the name of the command at `at`, which is that of one sign if it is no word. */
static uint32_t command_end(const scanner *s, uint32_t at)
{
	uint32_t end = at + 1;
	while (end < s->len && is_letter(s->text[end]))
		end++;
	return end > at + 1 || end == s->len ? end : end + 1;
}

static bool is_text(const scanner *s, uint32_t at, uint32_t end, const char *text)
{
	size_t len = strlen(text);
	return end - at == len && memcmp(s->text + at, text, len) == 0;
}

static bool is_one_of(const scanner *s, uint32_t at, uint32_t end, const char *const *words)
{
	for (; *words != NULL; words++) {
		if (is_text(s, at, end, *words))
			return true;
	}
	return false;
}

/* The bracket or brace that closes the one at `at`, within a few lines; 0: it is not there. */
static uint32_t find_close(const scanner *s, uint32_t at)
{
	enum { FAR = 1000 };
	char open = s->text[at];
	char close = open == '{' ? '}' : ']';
	uint32_t limit = s->len - at > FAR ? at + FAR : s->len;
	uint32_t depth = 0;
	for (; at < limit; at++) {
		char c = s->text[at];
		if (c == '\\')
			at++;
		else if (c == '%')
			at = line_end(s, at);
		else if (c == open)
			depth++;
		else if (c == close && --depth == 0)
			return at;
	}
	return 0;
}

/* Behind the argument in brackets or braces, and white space before it; `at`: there is none. */
static uint32_t skip_argument(const scanner *s, uint32_t at, char open)
{
	uint32_t start = skip_space(s, at);
	if (start == s->len || s->text[start] != open)
		return at;
	uint32_t end = find_close(s, start);
	return end > 0 ? end + 1 : at;
}

static uint32_t read_comment(scanner *s, uint32_t at)
{
	uint32_t end = line_end(s, at);
	spans_add(&s->spans, ONFLAME_COMMENT, at, end, NULL);
	return end;
}

/* \verb|...|: any sign encloses it, on one line. */
static uint32_t skip_verb(const scanner *s, uint32_t at)
{
	if (at < s->len && s->text[at] == '*')
		at++;
	if (at < s->len && s->text[at] == '[')
		at = skip_argument(s, at, '[');
	if (at == s->len || is_letter(s->text[at]) || is_space(s->text[at]))
		return at;
	char close = s->text[at] == '{' ? '}' : s->text[at];
	for (uint32_t end = at + 1; end < s->len && s->text[end] != '\n' && s->text[end] != '\r'; end++) {
		if (s->text[end] == close)
			return end + 1;
	}
	return at;
}

/* Where \end{name} begins; the text's length: nowhere. */
static uint32_t find_end(scanner *s, uint32_t at, uint32_t name, uint32_t len)
{
	static const char mark[] = "\\end{";
	enum { MARK = sizeof(mark) - 1 };
	for (; at < s->len && !s->no_end; at++) {
		const char *slash = memchr(s->text + at, '\\', s->len - at);
		if (slash == NULL)
			break;
		at = (uint32_t)(slash - s->text);
		if (s->len - at > MARK + len && memcmp(slash, mark, MARK) == 0 &&
		    memcmp(slash + MARK, s->text + name, len) == 0 && slash[MARK + len] == '}')
			return at;
	}
	s->no_end = true;
	return s->len;
}

/* \begin{verbatim}: all up to its end is text; of `comment`, it is comment with both marks. */
static uint32_t read_environment(scanner *s, uint32_t at, uint32_t end)
{
	static const char *const verbatim[] = {"verbatim",  "verbatim*",    "Verbatim",      "BVerbatim",
					       "LVerbatim", "SaveVerbatim", "VerbatimOut",   "lstlisting",
					       "minted",    "filecontents", "filecontents*", "luacode",
					       "luacode*",  "pycode",       "asy",           NULL};
	uint32_t open = skip_space(s, end);
	if (open == s->len || s->text[open] != '{')
		return end;
	uint32_t name = open + 1;
	uint32_t close = name;
	while (close < s->len && (is_letter(s->text[close]) || s->text[close] == '*'))
		close++;
	bool comment = is_text(s, name, close, "comment");
	if (close == s->len || s->text[close] != '}' || (!comment && !is_one_of(s, name, close, verbatim)))
		return end;
	uint32_t stop = find_end(s, close + 1, name, close - name);
	if (stop == s->len)
		return close + 1;
	uint32_t behind = stop + 6 + (close - name);
	if (comment)
		spans_add(&s->spans, ONFLAME_COMMENT, at, behind, NULL);
	else
		spans_add(&s->spans, ONFLAME_STRING, at, behind, NULL);
	return behind;
}

static void close_sections(scanner *s, size_t level, uint32_t end)
{
	for (size_t i = level; i < LEVELS; i++) {
		if (s->sections[i] != SPAN_NONE)
			s->spans.items[s->sections[i]].end = end;
		s->sections[i] = SPAN_NONE;
	}
}

/* \section*[short]{Name} */
static uint32_t read_section(scanner *s, uint32_t at, uint32_t end, size_t level)
{
	uint32_t open = end < s->len && s->text[end] == '*' ? end + 1 : end;
	open = skip_space(s, skip_argument(s, open, '['));
	if (s->depth > 0 || open == s->len || s->text[open] != '{')
		return end;
	uint32_t close = find_close(s, open);
	close_sections(s, level, at);
	int32_t added = spans_add(&s->spans, ONFLAME_CONTAINER, at, s->len, levels[level]);
	s->sections[level] = added;
	if (added != SPAN_NONE && close > 0) {
		s->spans.items[added].name = s->text + open + 1;
		s->spans.items[added].name_len = close - open - 1;
	}
	return end;
}

/* The number in [3]; the letters of {m O{x} m}, but those in further braces; the #1#2 of \def. */
static uint32_t count_parameters(const scanner *s, uint32_t start, uint32_t end)
{
	char first = s->text[start];
	uint32_t count = 0;
	uint32_t depth = 0;
	for (uint32_t at = start; at < end; at++) {
		char c = s->text[at];
		if (first == '[' && c >= '1' && c <= '9')
			return (uint32_t)(c - '0');
		if (first == '{' && c == '{')
			depth++;
		else if (first == '{' && c == '}')
			depth--;
		else
			count += first == '{' ? depth == 1 && is_letter(c) : first == '#' && c == '#';
	}
	return count;
}

typedef struct definition {
	const char *label;
	bool plain;     /* \def\name#1: no braces around the name */
	bool arguments; /* a list of arguments' types in braces */
	bool two;       /* two bodies */
} definition;

static uint32_t skip_blank(const scanner *s, uint32_t at)
{
	for (at = skip_space(s, at); at < s->len && s->text[at] == '%'; at = skip_space(s, at))
		at = line_end(s, at);
	return at;
}

/* Where the body's brace stands, and what was said of parameters before it; the text's length: there is none. */
static uint32_t find_body(const scanner *s, uint32_t at, const definition *kind, uint32_t *parameters)
{
	uint32_t body = at;
	if (kind->plain) {
		while (body < s->len && memchr("{}\\%\n", s->text[body], 5) == NULL)
			body++;
	} else {
		body = skip_blank(s, skip_argument(s, at, kind->arguments ? '{' : '['));
	}
	*parameters = body > at ? count_parameters(s, at, body) : 0;
	if (!kind->plain)
		body = skip_blank(s, skip_argument(s, body, '['));
	return body < s->len && s->text[body] == '{' ? body : s->len;
}

/* Behind the brace that begins the body of what is defined, or `end`. */
static uint32_t read_definition(scanner *s, uint32_t at, uint32_t end, const definition *kind)
{
	uint32_t name = skip_blank(s, end < s->len && s->text[end] == '*' ? end + 1 : end);
	if (name == s->len || (s->text[name] != '\\' && s->text[name] != '{') || s->depth == DEPTH_MAX)
		return end;
	bool braces = s->text[name] == '{';
	uint32_t stop = braces ? find_close(s, name) : command_end(s, name);
	uint32_t parameters;
	uint32_t body = stop > 0 ? find_body(s, skip_blank(s, stop + braces), kind, &parameters) : s->len;
	if (body == s->len)
		return end;
	int32_t added = spans_add(&s->spans, ONFLAME_FUNCTION, at, s->len, kind->label);
	if (added == SPAN_NONE)
		return end;
	s->spans.items[added].name = s->text + name + braces;
	s->spans.items[added].name_len = stop - name - braces;
	for (uint32_t i = 0; i < parameters; i++)
		spans_add(&s->spans, ONFLAME_PARAMETER, body, body, NULL);
	for (uint32_t mark = end; mark < body; mark++) {
		if (s->text[mark] == '%' && s->text[mark - 1] != '\\')
			mark = read_comment(s, mark);
	}
	s->groups[s->depth++] = (group){added, kind->two};
	return body + 1;
}

static const struct command {
	const char *name;
	definition kind;
} commands[] = {
	{"newcommand", {.label = "macro"}},
	{"renewcommand", {.label = "macro"}},
	{"providecommand", {.label = "macro"}},
	{"DeclareRobustCommand", {.label = "macro"}},
	{"def", {.label = "macro", .plain = true}},
	{"gdef", {.label = "macro", .plain = true}},
	{"edef", {.label = "macro", .plain = true}},
	{"xdef", {.label = "macro", .plain = true}},
	{"NewDocumentCommand", {.label = "macro", .arguments = true}},
	{"RenewDocumentCommand", {.label = "macro", .arguments = true}},
	{"ProvideDocumentCommand", {.label = "macro", .arguments = true}},
	{"DeclareDocumentCommand", {.label = "macro", .arguments = true}},
	{"newenvironment", {.label = "environment", .two = true}},
	{"renewenvironment", {.label = "environment", .two = true}},
	{"NewDocumentEnvironment", {.label = "environment", .arguments = true, .two = true}},
};

static uint32_t read_command(scanner *s, uint32_t at)
{
	uint32_t end = command_end(s, at);
	uint32_t name = at + 1;
	if (is_text(s, name, end, "verb") || is_text(s, name, end, "lstinline"))
		return skip_verb(s, end);
	if (is_text(s, name, end, "begin"))
		return read_environment(s, at, end);
	if (is_text(s, name, end, "end") && s->len - end >= 10 && memcmp(s->text + end, "{document}", 10) == 0)
		close_sections(s, 0, at);
	for (size_t i = 0; i < LEVELS; i++) {
		if (is_text(s, name, end, levels[i]))
			return read_section(s, at, end, i);
	}
	for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (is_text(s, name, end, commands[i].name))
			return read_definition(s, at, end, &commands[i].kind);
	}
	return end;
}

static void close_group(scanner *s, uint32_t at)
{
	if (s->depth == 0)
		return;
	group closed = s->groups[--s->depth];
	if (closed.span == SPAN_NONE)
		return;
	s->spans.items[closed.span].end = at + 1;
	uint32_t next = skip_blank(s, at + 1);
	s->second = closed.two && next < s->len && s->text[next] == '{';
	if (s->second)
		s->groups[s->depth++] = (group){closed.span, false};
}

static uint32_t step(scanner *s, uint32_t at)
{
	switch (s->text[at]) {
	case '%':
		return read_comment(s, at);
	case '\\':
		return read_command(s, at);
	case '{':
		/* That of a second body has its group already. */
		if (s->second) {
			s->second = false;
			return at + 1;
		}
		if (s->depth < DEPTH_MAX)
			s->groups[s->depth++] = (group){SPAN_NONE, false};
		return at + 1;
	case '}':
		close_group(s, at);
		return at + 1;
	default:
		return at + 1;
	}
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.text = text, .len = len};
	for (size_t i = 0; i < LEVELS; i++)
		s.sections[i] = SPAN_NONE;
	for (uint32_t at = 0; at < len && !s.spans.failed;)
		at = step(&s, at);
	return spans_report(&s.spans, host);
}

static const onflame_language tex = {.name = "TeX", .scan = scan};
static const onflame_language *const languages[] = {&tex, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "tex", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
