/* SPDX-License-Identifier: MIT */
/*
 * Java properties, as java.util.Properties.load() reads them. A comment is a whole line and ends on it even behind a backslash; a
 * line that goes on the one before, which ends with an odd number of them, is never one.
 */
#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>

static uint32_t line_end(const char *text, uint32_t len, uint32_t at)
{
	while (at < len && text[at] != '\n' && text[at] != '\r')
		at++;
	return at;
}

/* Behind the line's break, which may be two bytes. */
static uint32_t next_line(const char *text, uint32_t len, uint32_t end)
{
	if (end + 1 < len && text[end] == '\r' && text[end + 1] == '\n')
		return end + 2;
	return end < len ? end + 1 : len;
}

static bool goes_on(const char *text, uint32_t start, uint32_t end)
{
	bool odd = false;
	while (end > start && text[end - 1] == '\\') {
		odd = !odd;
		end--;
	}
	return odd;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	bool within = false;
	uint32_t next;
	for (uint32_t at = 0; at < len; at = next) {
		uint32_t end = line_end(text, len, at);
		next = next_line(text, len, end);
		while (at < end && (text[at] == ' ' || text[at] == '\t' || text[at] == '\f'))
			at++;
		if (within || at == end || (text[at] != '#' && text[at] != '!')) {
			within = goes_on(text, at, end);
			continue;
		}
		const onflame_span comment = {.role = ONFLAME_COMMENT, .start = at, .end = end};
		int status = host->emit(host, &comment);
		if (status != 0)
			return status;
	}
	return 0;
}

static const onflame_language properties = {.name = "Java Properties", .scan = scan};
static const onflame_language *const languages[] = {&properties, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "properties", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
