/* SPDX-License-Identifier: MIT */
/*
 * Markdown, as CommonMark cuts it into blocks, with front matter; R Markdown and Quarto, whose chunks are fences with attributes.
 * All but what is in another language is prose.
 */
#include "blocks.h"

#include <string.h>

static line line_at(const char *text, uint32_t len, uint32_t at)
{
	const char *feed = memchr(text + at, '\n', len - at);
	line line = {.start = at, .end = feed != NULL ? (uint32_t)(feed - text) : len};
	line.next = feed != NULL ? line.end + 1 : len;
	if (line.end > at && text[line.end - 1] == '\r')
		line.end--;
	return line;
}

static bool is_mark(const char *text, line line, const char *mark)
{
	while (line.end > line.start && is_space(text[line.end - 1]))
		line.end--;
	return line.end - line.start == 3 && memcmp(text + line.start, mark, 3) == 0;
}

/* Behind the data that a document may begin with; `at`: it does not. */
static uint32_t read_front_matter(doc *d, uint32_t at)
{
	static const struct {
		const char *mark, *language;
	} kinds[] = {{"---", "YAML"}, {"+++", "TOML"}};
	if (at == d->len)
		return at;
	line first = line_at(d->text, d->len, at);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		if (!is_mark(d->text, first, kinds[i].mark))
			continue;
		d->line = first;
		found_add_line(d, first.start);
		while (d->line.next < d->len) {
			d->line = line_at(d->text, d->len, d->line.next);
			found_add_line(d, d->line.start);
			if (!is_mark(d->text, d->line, kinds[i].mark))
				continue;
			found_code(d, kinds[i].language);
			return d->line.next;
		}
		d->line_count = 0;
	}
	return at;
}

static int scan(const onflame_host *host, const char *text, uint32_t len)
{
	doc d = {.text = text, .len = len};
	if (host->size < sizeof(*host))
		return host->fail(host, "the program is older than this plugin");
	for (unsigned i = 0; i < LEVELS; i++)
		d.containers[0].sections[i] = SPAN_NONE;
	uint32_t at = len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
	at = read_front_matter(&d, at);
	while (at < len && !d.memory.failed) {
		line line = line_at(text, len, at);
		blocks_read_line(&d, line);
		at = line.next;
	}
	d.line.start = len;
	blocks_close(&d, 0);
	return found_report(&d, host);
}

static const onflame_language markdown = {.name = "Markdown", .scan = scan};

static const onflame_language rmarkdown = {.name = "RMarkdown", .scan = scan};

static const onflame_language *const languages[] = {&markdown, &rmarkdown, NULL};

static const onflame_plugin plugin = {ONFLAME_PLUGIN_HEAD, .name = "markdown", .version = "2.0.0",
				      .languages = languages};

const onflame_plugin *onflame_plugin_entry(void)
{
	return &plugin;
}
