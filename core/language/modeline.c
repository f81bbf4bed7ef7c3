/* SPDX-License-Identifier: MIT */
#include "language/modeline.h"

#include <string.h>
#include <strings.h>

static const text nothing = {"", 0};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

static bool is_name(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
	       c == '+' || c == '#' || c == '.';
}

static bool is_word(text t, const char *word)
{
	return t.len == strlen(word) && strncasecmp(t.data, word, t.len) == 0;
}

/* Cuts `rest` behind the first `separator` and returns what stands before it. */
static text cut(text *rest, char separator)
{
	const char *at = rest->len > 0 ? memchr(rest->data, separator, rest->len) : NULL;
	text before = *rest;
	if (at == NULL) {
		*rest = nothing;
		return before;
	}
	before.len = (size_t)(at - rest->data);
	rest->data += before.len + 1;
	rest->len -= before.len + 1;
	return before;
}

/* -*- x -*- or -*- key: value; mode: x; ... -*- */
static text emacs_language(text line)
{
	static const char sign[] = "-*-";
	const size_t width = sizeof(sign) - 1;
	const char *open = memmem(line.data, line.len, sign, width);
	if (open == NULL)
		return nothing;
	const char *from = open + width;
	const char *close = memmem(from, (size_t)(line.data + line.len - from), sign, width);
	if (close == NULL)
		return nothing;

	text inner = text_trim((text){from, (size_t)(close - from)});
	if (inner.len > 0 && memchr(inner.data, ':', inner.len) == NULL)
		return text_trim(cut(&inner, ';'));
	while (inner.len > 0) {
		text value = cut(&inner, ';');
		text key = cut(&value, ':');
		if (is_word(text_trim(key), "mode"))
			return text_trim(value);
	}
	return nothing;
}

/* ft=x among options, which blanks and colons divide. */
static text vim_option(text options)
{
	static const char *const keys[] = {"ft", "filetype", "syn", "syntax"};
	size_t at = 0;
	while (at < options.len) {
		while (at < options.len && (is_blank(options.data[at]) || options.data[at] == ':'))
			at++;
		size_t start = at;
		while (at < options.len && is_name(options.data[at]))
			at++;
		text key = {options.data + start, at - start};
		if (at < options.len && options.data[at] == '=') {
			size_t value = ++at;
			while (at < options.len && is_name(options.data[at]))
				at++;
			for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
				if (is_word(key, keys[i]) && at > value)
					return (text){options.data + value, at - value};
		}
		while (at < options.len && !is_blank(options.data[at]) && options.data[at] != ':')
			at++;
	}
	return nothing;
}

/* Whether what ends at `colon` is vim, vi or ex (with a version, as in vim>700), at the line's start or behind a blank. */
static bool names_vim(const char *start, const char *colon)
{
	const char *at = colon;
	while (at > start && at[-1] >= '0' && at[-1] <= '9')
		at--;
	if (at < colon && at > start && at[-1] >= '<' && at[-1] <= '>')
		at--;
	static const char *const names[] = {"vim", "Vim", "vi", "ex"};
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t len = strlen(names[i]);
		if ((size_t)(at - start) < len || memcmp(at - len, names[i], len) != 0)
			continue;
		const char *before = at - len;
		return before == start ? names[i][0] != 'e' : is_blank(before[-1]);
	}
	return false;
}

/* What follows "vim:": "set ft=x:" where a colon ends the options, or "ft=x". */
static text vim_options(text rest)
{
	text trimmed = text_trim(rest);
	for (size_t len = 3; len >= 2; len--) {
		if (trimmed.len <= len || memcmp(trimmed.data, "set", len) != 0 || !is_blank(trimmed.data[len]))
			continue;
		trimmed.data += len;
		trimmed.len -= len;
		return memchr(trimmed.data, ':', trimmed.len) != NULL ? cut(&trimmed, ':') : nothing;
	}
	return rest;
}

static text vim_language(text line)
{
	const char *end = line.data + line.len;
	const char *from = line.data;
	while (from < end) {
		const char *colon = memchr(from, ':', (size_t)(end - from));
		if (colon == NULL)
			return nothing;
		from = colon + 1;
		if (names_vim(line.data, colon))
			return vim_option(vim_options((text){from, (size_t)(end - from)}));
	}
	return nothing;
}

/* What stands before the colon of vim:, vi:, ex: or vim>700: */
static bool may_name_vim(const char *start, const char *colon)
{
	char last = colon > start ? colon[-1] : ' ';
	char before = colon - start > 1 ? colon[-2] : ' ';
	return (last >= '0' && last <= '9') || (last == 'm' && before == 'i') || (last == 'i' && before == 'v') ||
	       (last == 'x' && before == 'e');
}

bool modeline_may_stand_in(text lines)
{
	const char *end = lines.data + lines.len;
	const char *colon = lines.len > 0 ? memchr(lines.data, ':', lines.len) : NULL;
	while (colon != NULL && !may_name_vim(lines.data, colon))
		colon = memchr(colon + 1, ':', (size_t)(end - colon - 1));
	return colon != NULL || (lines.len > 0 && memmem(lines.data, lines.len, "-*-", 3) != NULL);
}

text modeline_language(text line)
{
	if (line.len == 0)
		return nothing;
	text found = emacs_language(line);
	return found.len > 0 ? found : vim_language(line);
}
