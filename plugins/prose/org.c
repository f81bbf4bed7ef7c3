/* SPDX-License-Identifier: MIT */
/* Org: headlines, and blocks of source code or of what is exported as it stands. */
#include "reader.h"

#include <string.h>

/* Where the line stands that closes the block; the text's length: none does. */
static uint32_t find_end(const reader *r, uint32_t at, const char *mark)
{
	while (at < r->len) {
		line line = line_at(r, at);
		if (reader_begins(r, (range){line.text, line.end}, mark))
			return at;
		at = line.next;
	}
	return r->len;
}

/* Behind the block that the line opens; 0: it opens none. */
static uint32_t read_block(reader *r, const line *line, bool *unclosed)
{
	static const struct {
		const char *open, *close;
	} blocks[] = {
		{"#+begin_src", "#+end_src"},
		{"#+begin_export", "#+end_export"},
		{"#+begin_example", "#+end_example"},
		{"#+begin_comment", "#+end_comment"},
	};
	for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
		if (!reader_begins(r, (range){line->text, line->end}, blocks[i].open) || unclosed[i])
			continue;
		uint32_t end = find_end(r, line->next, blocks[i].close);
		/* None of this kind is closed behind here. */
		unclosed[i] = end == r->len;
		if (unclosed[i])
			return 0;
		uint32_t behind = line->text + (uint32_t)strlen(blocks[i].open);
		if (i < 2)
			reader_add_code(r, (range){line->next, end}, reader_word(r, behind, line->end));
		struct line close = line_at(r, end);
		return close.next;
	}
	return 0;
}

static void read_headline(reader *r, const line *line)
{
	uint32_t stars = 0;
	while (line->start + stars < line->end && r->text[line->start + stars] == '*')
		stars++;
	if (stars == 0 || line->start + stars >= line->end || r->text[line->start + stars] != ' ')
		return;
	range name = reader_trim(r, (range){line->start + stars, line->end});
	static const char *const states[] = {"TODO ", "DONE "};
	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		if (reader_begins(r, name, states[i]))
			name = reader_trim(r, (range){name.start + (uint32_t)strlen(states[i]), name.end});
	}
	reader_open_section(r, stars - 1, line->start, name);
}

void org_read(reader *r)
{
	bool unclosed[4] = {false};
	r->escape = ',';
	for (uint32_t at = 0; at < r->len && !r->spans.failed;) {
		line line = line_at(r, at);
		uint32_t end = line_is_blank(&line) ? 0 : read_block(r, &line, unclosed);
		if (end == 0)
			read_headline(r, &line);
		at = end > 0 ? end : line.next;
	}
}
