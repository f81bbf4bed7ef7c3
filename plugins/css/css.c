/* SPDX-License-Identifier: MIT */
/*
 * CSS, read by hand as its syntax module (level 3) cuts it into tokens. That needs no grammar, and no hack for an old browser
 * hides a comment behind it. What follows two slashes is no comment in CSS but a broken declaration: code.
 */
#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef struct scanner {
	const onflame_host *host;
	const char *text;
	uint32_t len;
	int status; /* of the first refused span */
} scanner;

static void emit(scanner *s, uint32_t role, uint32_t start, uint32_t end)
{
	onflame_span span = {.role = role, .start = start, .end = end};
	if (s->status == 0)
		s->status = s->host->emit(s->host, &span);
}

/* End of the comment that begins at `at`; an unclosed one reaches to the end. */
static uint32_t skip_comment(scanner *s, uint32_t at)
{
	uint32_t end = at + 2;
	while (end + 1 < s->len && !(s->text[end] == '*' && s->text[end + 1] == '/'))
		end++;
	end = end + 1 < s->len ? end + 2 : s->len;
	emit(s, ONFLAME_COMMENT, at, end);
	return end;
}

/* What a backslash takes the meaning of: a line break may be two bytes. */
static uint32_t skip_escape(const scanner *s, uint32_t at)
{
	bool crlf = at + 2 < s->len && s->text[at + 1] == '\r' && s->text[at + 2] == '\n';
	uint32_t size = crlf ? 3 : 2;
	return s->len - at < size ? s->len : at + size;
}

/* A line break that is not escaped ends a string, too. */
static uint32_t skip_string(scanner *s, uint32_t at)
{
	char quote = s->text[at];
	bool lines = false;
	uint32_t end = at + 1;
	while (end < s->len && s->text[end] != quote && s->text[end] != '\n') {
		uint32_t next = s->text[end] == '\\' ? skip_escape(s, end) : end + 1;
		lines = lines || s->text[next - 1] == '\n';
		end = next;
	}
	if (end < s->len && s->text[end] == quote)
		end++;
	if (lines)
		emit(s, ONFLAME_STRING, at, end);
	return end;
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
	       (unsigned char)c >= 0x80;
}

/* Whether the parenthesis at `at` opens an address without quotes, in which nothing else begins. */
static bool opens_url(const scanner *s, uint32_t at)
{
	static const char upper[] = "URL", lower[] = "url";
	if (at < 3 || (at > 3 && (is_name(s->text[at - 4]) || s->text[at - 4] == '\\')))
		return false;
	for (size_t i = 0; i < 3; i++) {
		char c = s->text[at - 3 + i];
		if (c != upper[i] && c != lower[i])
			return false;
	}
	at++;
	while (at < s->len && strchr(" \t\r\n\f", s->text[at]) != NULL && s->text[at] != '\0')
		at++;
	return at < s->len && s->text[at] != '"' && s->text[at] != '\'';
}

static uint32_t skip_url(const scanner *s, uint32_t at)
{
	while (at < s->len && s->text[at] != ')')
		at = s->text[at] == '\\' ? skip_escape(s, at) : at + 1;
	return at;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	scanner s = {.host = host, .text = text, .len = len};
	uint32_t at = 0;
	while (at < len && s.status == 0) {
		char c = text[at];
		if (c == '/' && at + 1 < len && text[at + 1] == '*')
			at = skip_comment(&s, at);
		else if (c == '"' || c == '\'')
			at = skip_string(&s, at);
		else if (c == '\\')
			at = skip_escape(&s, at);
		else if (c == '(' && opens_url(&s, at))
			at = skip_url(&s, at);
		else
			at++;
	}
	return s.status;
}

static const onflame_language css = {.name = "CSS", .scan = scan};
static const onflame_language *const languages[] = {&css, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "css", .version = "1.0.0", .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
