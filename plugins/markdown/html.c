/* SPDX-License-Identifier: MIT */
/* Where blocks of HTML begin and end, by the seven kinds of CommonMark. */
#include "blocks.h"

#include <string.h>
#include <strings.h>

enum { RAW = 1, COMMENT, INSTRUCTION, DECLARATION, CDATA, BLOCK, ANY };

static const char *const raw[] = {"pre", "script", "style", "textarea", NULL};

static const char *const blocks[] = {
	"address",  "article",    "aside",  "base",    "basefont", "blockquote", "body",     "caption",  "center",
	"col",      "colgroup",   "dd",     "details", "dialog",   "dir",        "div",      "dl",       "dt",
	"fieldset", "figcaption", "figure", "footer",  "form",     "frame",      "frameset", "h1",       "h2",
	"h3",       "h4",         "h5",     "h6",      "head",     "header",     "hr",       "html",     "iframe",
	"legend",   "li",         "link",   "main",    "menu",     "menuitem",   "nav",      "noframes", "ol",
	"optgroup", "option",     "p",      "param",   "search",   "section",    "summary",  "table",    "tbody",
	"td",       "tfoot",      "th",     "thead",   "title",    "tr",         "track",    "ul",       NULL,
};

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_name(char c)
{
	return is_letter(c) || (c >= '0' && c <= '9') || c == '-';
}

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static bool is_word(const doc *d, range word, const char *const *words)
{
	for (; *words != NULL; words++) {
		size_t len = strlen(*words);
		if (word.end - word.start == len && strncasecmp(d->text + word.start, *words, len) == 0)
			return true;
	}
	return false;
}

static bool begins(const doc *d, uint32_t at, const char *prefix)
{
	size_t len = strlen(prefix);
	return d->line.end - at >= len && memcmp(d->text + at, prefix, len) == 0;
}

static range read_name(const doc *d, uint32_t at)
{
	range name = {at, at};
	if (at < d->line.end && is_letter(d->text[at]))
		while (name.end < d->line.end && is_name(d->text[name.end]))
			name.end++;
	return name;
}

static uint32_t skip_space(const doc *d, uint32_t at)
{
	while (at < d->line.end && is_space(d->text[at]))
		at++;
	return at;
}

/* Behind the value at `at`; `at`: there is none. */
static uint32_t skip_value(const doc *d, uint32_t at)
{
	char quote = at < d->line.end ? d->text[at] : '\0';
	if (quote == '"' || quote == '\'') {
		const char *close = memchr(d->text + at + 1, quote, d->line.end - at - 1);
		return close != NULL ? (uint32_t)(close - d->text) + 1 : at;
	}
	while (at < d->line.end && !is_one_of(d->text[at], " \t\"'=<>`"))
		at++;
	return at;
}

/* Behind the attributes at `at` and the blanks around them; `*sound`: there is nothing else. */
static uint32_t skip_attributes(const doc *d, uint32_t at, bool *sound)
{
	for (;;) {
		uint32_t name = skip_space(d, at);
		uint32_t end = name;
		while (end < d->line.end && (is_name(d->text[end]) || is_one_of(d->text[end], "_:.")))
			end++;
		if (end == name)
			return name;
		*sound = *sound && name > at && (is_letter(d->text[name]) || is_one_of(d->text[name], "_:"));
		uint32_t equals = skip_space(d, end);
		at = end;
		if (equals < d->line.end && d->text[equals] == '=') {
			uint32_t value = skip_space(d, equals + 1);
			at = skip_value(d, value);
			*sound = *sound && at > value;
		}
		if (!*sound)
			return at;
	}
}

/* Whether the line is one whole tag, which begins at `at`. */
static bool is_tag(const doc *d, uint32_t at)
{
	bool closing = begins(d, at, "</");
	range name = read_name(d, at + 1 + closing);
	if (name.start == name.end || (!closing && is_word(d, name, raw)))
		return false;
	bool sound = true;
	uint32_t end = closing ? skip_space(d, name.end) : skip_attributes(d, name.end, &sound);
	if (!closing && end < d->line.end && d->text[end] == '/')
		end++;
	return sound && end < d->line.end && d->text[end] == '>' && skip_space(d, end + 1) == d->line.end;
}

unsigned html_begins(const doc *d, uint32_t at, bool interrupts)
{
	if (d->text[at] != '<' || at + 1 == d->line.end)
		return 0;
	if (begins(d, at, "<!--"))
		return COMMENT;
	if (begins(d, at, "<?"))
		return INSTRUCTION;
	if (begins(d, at, "<![CDATA["))
		return CDATA;
	if (d->text[at + 1] == '!')
		return at + 2 < d->line.end && is_letter(d->text[at + 2]) ? DECLARATION : 0;

	bool closing = d->text[at + 1] == '/';
	range name = read_name(d, at + 1 + closing);
	bool ends = name.end == d->line.end || is_one_of(d->text[name.end], " \t>");
	if (ends && !closing && is_word(d, name, raw))
		return RAW;
	if ((ends || begins(d, name.end, "/>")) && is_word(d, name, blocks))
		return BLOCK;
	return !interrupts && is_tag(d, at) ? ANY : 0;
}

static bool has(const doc *d, uint32_t at, const char *mark)
{
	while (at < d->line.end) {
		const char *found = memchr(d->text + at, mark[0], d->line.end - at);
		if (found == NULL)
			return false;
		at = (uint32_t)(found - d->text);
		if (begins(d, at, mark))
			return true;
		at++;
	}
	return false;
}

static bool has_raw_end(const doc *d, uint32_t at)
{
	const char *end = d->text + d->line.end;
	for (const char *mark = memchr(d->text + at, '<', d->line.end - at); mark != NULL;
	     mark = memchr(mark + 1, '<', (size_t)(end - mark - 1))) {
		uint32_t start = (uint32_t)(mark - d->text);
		range name = read_name(d, start + 2 < d->line.end ? start + 2 : d->line.end);
		if (begins(d, start, "</") && is_word(d, name, raw) && begins(d, name.end, ">"))
			return true;
	}
	return false;
}

bool html_ends(const doc *d, uint32_t at)
{
	static const char *const ends[] = {
		[COMMENT] = "-->", [INSTRUCTION] = "?>", [DECLARATION] = ">", [CDATA] = "]]>"};
	if (d->html == RAW)
		return has_raw_end(d, at);
	return d->html < BLOCK && has(d, at, ends[d->html]);
}
