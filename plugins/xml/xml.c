/* SPDX-License-Identifier: MIT */
/*
 * XML 1.0, with languages that are written in it, and document type definitions, read by hand: that takes a data file of any size
 * at the speed of reading, and what is not well-formed hides no comment behind it. A section of CDATA and an attribute's or
 * entity's value are text: their blank lines are code. A comment begins only where the specification lets it: not in a value, an
 * instruction or a section of CDATA.
 */
#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct scanner {
	const onflame_host *host;
	const char *text;
	uint32_t len;
	int status;       /* of the first refused span */
	bool no_sections; /* no ]]> stands behind here: what is not closed is not searched for again */
	bool no_targets;  /* nor ?> */
} scanner;

static void emit(scanner *s, uint32_t role, uint32_t start, uint32_t end)
{
	onflame_span span = {.role = role, .start = start, .end = end};
	if (s->status == 0)
		s->status = s->host->emit(s->host, &span);
}

static bool begins(const scanner *s, uint32_t at, const char *mark)
{
	size_t len = strlen(mark);
	return s->len - at >= len && memcmp(s->text + at, mark, len) == 0;
}

/* Behind the mark, whose last byte is '>' and which begins at `from` at the earliest; 0: it does not stand there. */
static uint32_t find_behind(const scanner *s, uint32_t from, const char *mark)
{
	uint32_t len = (uint32_t)strlen(mark);
	for (uint32_t at = from; at < s->len;) {
		const char *close = memchr(s->text + at, '>', s->len - at);
		if (close == NULL)
			return 0;
		at = (uint32_t)(close - s->text) + 1;
		if (at - from >= len && memcmp(close + 1 - len, mark, len) == 0)
			return at;
	}
	return 0;
}

static void emit_lines(scanner *s, uint32_t start, uint32_t end)
{
	if (memchr(s->text + start, '\n', end - start) != NULL)
		emit(s, ONFLAME_STRING, start, end);
}

/* An unclosed comment reaches to the end. */
static uint32_t skip_comment(scanner *s, uint32_t at)
{
	uint32_t end = find_behind(s, at + 4, "-->");
	if (end == 0)
		end = s->len;
	emit(s, ONFLAME_COMMENT, at, end);
	return end;
}

static uint32_t skip_section(scanner *s, uint32_t at)
{
	uint32_t end = s->no_sections ? 0 : find_behind(s, at + 9, "]]>");
	s->no_sections = end == 0;
	if (end == 0)
		return at + 1;
	emit_lines(s, at, end);
	return end;
}

static uint32_t skip_instruction(scanner *s, uint32_t at)
{
	uint32_t end = s->no_targets ? 0 : find_behind(s, at + 2, "?>");
	s->no_targets = end == 0;
	return end == 0 ? at + 1 : end;
}

/* The value that `at` opens. In a tag it holds no '<': one there tells that the quote was none. */
static uint32_t skip_value(scanner *s, uint32_t at, bool in_tag)
{
	char quote = s->text[at];
	uint32_t end = at + 1;
	while (end < s->len && s->text[end] != quote && !(in_tag && s->text[end] == '<'))
		end++;
	if (end == s->len || s->text[end] != quote)
		return in_tag ? end : at + 1;
	emit_lines(s, at, end + 1);
	return end + 1;
}

static bool is_name_start(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c == '/' ||
	       (unsigned char)c >= 0x80;
}

/* To behind the tag, or to the '<' that comes before its end. */
static uint32_t skip_tag(scanner *s, uint32_t at)
{
	at++;
	while (at < s->len && s->text[at] != '<') {
		char c = s->text[at];
		if (c == '>')
			return at + 1;
		at = c == '"' || c == '\'' ? skip_value(s, at, true) : at + 1;
	}
	return at;
}

/* SGML's own definitions, those of HTML among them, have comments -- like this -- within a declaration. */
static uint32_t skip_inner_comment(scanner *s, uint32_t at)
{
	for (uint32_t end = at + 2; end + 1 < s->len && s->text[end] != '>'; end++) {
		if (s->text[end] != '-' || s->text[end + 1] != '-')
			continue;
		emit(s, ONFLAME_COMMENT, at, end + 2);
		return end + 2;
	}
	return at + 2;
}

/* `<!ENTITY x "..."`; a quote that nothing closes is none. */
static uint32_t skip_declaration(scanner *s, uint32_t at)
{
	at += 2;
	while (at < s->len && s->text[at] != '>' && s->text[at] != '<' && s->text[at] != '[') {
		char c = s->text[at];
		if (begins(s, at, "--"))
			at = skip_inner_comment(s, at);
		else
			at = c == '"' || c == '\'' ? skip_value(s, at, false) : at + 1;
	}
	return at < s->len && s->text[at] == '>' ? at + 1 : at;
}

/* What declarations stand in: a definition of its own, or the part of a document in brackets, up to behind these. */
static uint32_t scan_subset(scanner *s, uint32_t at, bool in_document)
{
	while (at < s->len && s->status == 0) {
		if (begins(s, at, "<!--"))
			at = skip_comment(s, at);
		else if (begins(s, at, "<?"))
			at = skip_instruction(s, at);
		else if (begins(s, at, "<!"))
			at = skip_declaration(s, at);
		else if (in_document && (s->text[at] == ']' || s->text[at] == '<'))
			return at + (s->text[at] == ']');
		else
			at++;
	}
	return at;
}

static uint32_t skip_doctype(scanner *s, uint32_t at)
{
	at = skip_declaration(s, at);
	return at < s->len && s->text[at] == '[' ? scan_subset(s, at + 1, true) : at;
}

static int scan_document(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.host = host, .text = text, .len = len};
	for (uint32_t at = 0; at < len && s.status == 0;) {
		const char *mark = memchr(text + at, '<', len - at);
		if (mark == NULL)
			break;
		at = (uint32_t)(mark - text);
		if (begins(&s, at, "<!--"))
			at = skip_comment(&s, at);
		else if (begins(&s, at, "<![CDATA["))
			at = skip_section(&s, at);
		else if (begins(&s, at, "<?"))
			at = skip_instruction(&s, at);
		else if (begins(&s, at, "<!"))
			at = skip_doctype(&s, at);
		else if (at + 1 < len && is_name_start(text[at + 1]))
			at = skip_tag(&s, at);
		else
			at++;
	}
	return s.status;
}

static int scan_definition(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.host = host, .text = text, .len = len};
	scan_subset(&s, 0, false);
	return s.status;
}

static const onflame_language xml = {.name = "XML", .scan = scan_document};
static const onflame_language svg = {.name = "SVG", .scan = scan_document};
static const onflame_language xslt = {.name = "XSLT", .scan = scan_document};
static const onflame_language plist = {.name = "XML Property List", .scan = scan_document};
static const onflame_language dtd = {.name = "DTD", .scan = scan_definition};
static const onflame_language *const languages[] = {&xml, &svg, &xslt, &plist, &dtd, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "xml", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
