/* SPDX-License-Identifier: MIT */
#include "source/attribute_line.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LINE_LIMIT 2048 /* bytes; git takes no longer ones */

static const char macro_sign[] = "[attr]";

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void drop(text *t, size_t count)
{
	t->data += count;
	t->len -= count;
}

static void skip_blanks(text *line)
{
	while (line->len > 0 && is_blank(*line->data))
		drop(line, 1);
}

/* What stands before the next blank. */
static text take_word(text *line)
{
	text word = {line->data, 0};
	while (word.len < line->len && !is_blank(line->data[word.len]))
		word.len++;
	drop(line, word.len);
	return word;
}

static bool is_octal(char c)
{
	return c >= '0' && c <= '7';
}

/* Behind a backslash: a letter of C, or three octal digits. False: neither. */
static bool take_escape(text *line, buffer *out)
{
	static const char letters[] = "abfnrtv\\\"", meant[] = "\a\b\f\n\r\t\v\\\"";
	if (line->len == 0)
		return false;
	const char *found = memchr(letters, *line->data, sizeof(letters) - 1);
	if (found != NULL) {
		buffer_add_char(out, meant[found - letters]);
		drop(line, 1);
		return true;
	}
	if (line->len < 3 || line->data[0] > '3' || !is_octal(line->data[0]) || !is_octal(line->data[1]) ||
	    !is_octal(line->data[2]))
		return false;
	buffer_add_char(out, (char)(unsigned char)((line->data[0] - '0') * 64 + (line->data[1] - '0') * 8 +
						   (line->data[2] - '0')));
	drop(line, 3);
	return true;
}

/* A pattern in quotes, as C has them. False: it is not closed or has a wrong escape, and is then no quoted one. */
static bool take_quoted(text *line, buffer *out)
{
	text rest = *line;
	drop(&rest, 1);
	while (rest.len > 0) {
		char c = *rest.data;
		drop(&rest, 1);
		if (c == '"') {
			*line = rest;
			return true;
		}
		if (c != '\\')
			buffer_add_char(out, c);
		else if (!take_escape(&rest, out))
			break;
	}
	buffer_clear(out);
	return false;
}

static bool is_valid_name(text name)
{
	if (name.len == 0 || *name.data == '-' || text_starts_with(name, text_of("builtin_")))
		return false;
	for (size_t i = 0; i < name.len; i++) {
		char c = name.data[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
		      c == '.' || c == '_'))
			return false;
	}
	return true;
}

static bool read_setting(text word, struct attribute_setting *setting)
{
	*setting = (struct attribute_setting){.state = ATTRIBUTE_SET, .value = {"", 0}};
	if (*word.data == '-' || *word.data == '!') {
		setting->state = *word.data == '-' ? ATTRIBUTE_UNSET : ATTRIBUTE_UNSPECIFIED;
		drop(&word, 1);
	}
	const char *equals = word.len > 0 ? memchr(word.data, '=', word.len) : NULL;
	setting->name = word;
	if (equals != NULL) {
		setting->name.len = (size_t)(equals - word.data);
		if (setting->state == ATTRIBUTE_SET) {
			setting->state = ATTRIBUTE_VALUE;
			setting->value = (text){equals + 1, word.len - setting->name.len - 1};
		}
	}
	return is_valid_name(setting->name);
}

static bool read_settings(text rest, struct attribute_line *line)
{
	line->count = 0;
	for (skip_blanks(&rest); rest.len > 0; skip_blanks(&rest)) {
		memory_reserve(&line->settings, &line->capacity, line->count + 1, sizeof(*line->settings));
		if (!read_setting(take_word(&rest), &line->settings[line->count++]))
			return false;
	}
	return true;
}

/* False: the line says nothing. */
static bool read_line(text rest, struct attribute_line *line)
{
	buffer_clear(&line->pattern);
	skip_blanks(&rest);
	if (rest.len == 0 || *rest.data == '#')
		return false;
	if (*rest.data != '"' || !take_quoted(&rest, &line->pattern)) {
		text word = take_word(&rest);
		buffer_add(&line->pattern, word.data, word.len);
	}
	size_t sign = sizeof(macro_sign) - 1;
	text pattern = {buffer_string(&line->pattern), line->pattern.len};
	line->macro = pattern.len > sign && text_starts_with(pattern, text_of(macro_sign));
	if (line->macro) {
		text name = {pattern.data + sign, pattern.len - sign};
		skip_blanks(&name);
		name = take_word(&name);
		if (!is_valid_name(name))
			return false;
		memmove(line->pattern.data, name.data, name.len);
		buffer_truncate(&line->pattern, name.len);
	} else if (pattern.len == 0 || *pattern.data == '!') {
		return false;
	}
	return read_settings(rest, line);
}

bool attribute_line_next(text *content, struct attribute_line *line)
{
	static const text mark = {"\xEF\xBB\xBF", 3};
	while (content->len > 0) {
		if (!line->started && text_starts_with(*content, mark))
			drop(content, mark.len);
		const char *feed = content->len > 0 ? memchr(content->data, '\n', content->len) : NULL;
		text raw = {content->data, feed != NULL ? (size_t)(feed - content->data) : content->len};
		drop(content, feed != NULL ? raw.len + 1 : raw.len);
		line->started = true;
		raw.len = strnlen(raw.data, raw.len); /* git reads a line as a C string */
		if (raw.len < LINE_LIMIT && read_line(raw, line))
			return true;
	}
	return false;
}

void attribute_line_finish(struct attribute_line *line)
{
	buffer_finish(&line->pattern);
	free(line->settings);
}
