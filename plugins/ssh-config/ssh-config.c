/* SPDX-License-Identifier: MIT */
/*
 * ssh_config(5) and sshd_config(5), read by hand: the grammar that there is knows the client's keywords alone. A line whose first
 * character is # is a comment. Host and Match begin a section, which ends with the last keyword before the next.
 */
#include <onflame/plugin.h>

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <strings.h>

typedef struct line {
	uint32_t start, end; /* without what is blank around it */
} line;

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f';
}

/* The line that begins at `at`; returns where the next one begins. */
static uint32_t read_line(const char *text, uint32_t len, uint32_t at, line *out)
{
	const char *feed = memchr(text + at, '\n', len - at);
	uint32_t end = feed != NULL ? (uint32_t)(feed - text) : len;
	uint32_t next = feed != NULL ? end + 1 : len;
	while (at < end && is_blank(text[at]))
		at++;
	while (end > at && is_blank(text[end - 1]))
		end--;
	*out = (line){at, end};
	return next;
}

/* Keywords are of either case; a blank or '=' follows them. */
static bool begins_section(const char *text, line line)
{
	static const char *const keywords[] = {"Host", "Match"};
	for (size_t i = 0; i < sizeof(keywords) / sizeof(keywords[0]); i++) {
		uint32_t len = (uint32_t)strlen(keywords[i]);
		if (line.end - line.start > len && strncasecmp(text + line.start, keywords[i], len) == 0 &&
		    (is_blank(text[line.start + len]) || text[line.start + len] == '='))
			return true;
	}
	return false;
}

/* The section that the line at `at` begins: up to the last keyword before the next one. */
static onflame_span section_of(const char *text, uint32_t len, uint32_t next, line head)
{
	onflame_span span = {
		.role = ONFLAME_CONTAINER,
		.start = head.start,
		.end = head.end,
		.name = text + head.start,
		.name_len = head.end - head.start,
		.label = "section",
	};
	while (next < len) {
		line line;
		next = read_line(text, len, next, &line);
		if (begins_section(text, line))
			break;
		if (line.end > line.start && text[line.start] != '#')
			span.end = line.end;
	}
	return span;
}

static int scan_config(const onflame_host *host, const char *text, uint32_t len)
{
	int status = 0;
	for (uint32_t at = 0; at < len && status == 0;) {
		line line;
		at = read_line(text, len, at, &line);
		onflame_span span = {.role = ONFLAME_COMMENT, .start = line.start, .end = line.end};
		if (line.end > line.start && text[line.start] == '#') {
			status = host->emit(host, &span);
		} else if (begins_section(text, line)) {
			span = section_of(text, len, at, line);
			status = host->emit(host, &span);
		}
	}
	return status;
}

static const onflame_language ssh_config = {.name = "SSH Config", .scan = scan_config};
static const onflame_language *const languages[] = {&ssh_config, NULL};
static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "ssh-config", .version = "1.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
