/* SPDX-License-Identifier: MIT */
/*
 * Ignore rules: any bytes are rules. The input is an ignore file, a NUL and a path. Rules that are looked up and rules that are
 * tried in turn must agree: the verdict is that of the last line that has one when it stands alone.
 */
#include "fuzz.h"

#include "source/ignore.h"

#include <stdlib.h>
#include <string.h>

/* Each line costs a reading of its own below. */
#define MOST_LINES 64

static enum ignore_verdict verdict_of(text content, const ignore_entry *entry)
{
	ignore_rules *rules = ignore_parse(content);
	enum ignore_verdict verdict = ignore_match(rules, entry, 0);
	ignore_destroy(rules);
	return verdict;
}

/* The verdict of the last line that has one. False: too many lines to ask. */
static bool ask_line_by_line(text content, const ignore_entry *entry, enum ignore_verdict *verdict)
{
	*verdict = IGNORE_SILENT;
	if (text_starts_with(content, text_of("\xEF\xBB\xBF")))
		content = (text){content.data + 3, content.len - 3};
	for (size_t lines = 0; content.len > 0; lines++) {
		if (lines == MOST_LINES)
			return false;
		const char *newline = memchr(content.data, '\n', content.len);
		size_t len = newline != NULL ? (size_t)(newline - content.data) + 1 : content.len;
		/* A mark at the beginning of a later line is not one of the file: it must not be taken for one alone. */
		text line = {content.data, len};
		if (text_starts_with(line, text_of("\xEF\xBB\xBF")))
			return false;
		enum ignore_verdict alone = verdict_of(line, entry);
		if (alone != IGNORE_SILENT)
			*verdict = alone;
		content = (text){content.data + len, content.len - len};
	}
	return true;
}

static void check(text content, text path, bool folder)
{
	ignore_entry entry = ignore_entry_of(path, folder);
	enum ignore_verdict together = verdict_of(content, &entry), last;
	if (ask_line_by_line(content, &entry, &last) && together != last)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data : "";
	const char *nul = memchr(bytes, '\0', size);
	text content = {bytes, nul != NULL ? (size_t)(nul - bytes) : size};
	text path = {bytes + content.len + (nul != NULL), nul != NULL ? size - content.len - 1 : 0};
	if (nul == NULL)
		path = text_of("a/b.c");
	check(content, path, false);
	check(content, path, true);

	/* What says nothing by itself changes nothing. */
	ignore_entry entry = ignore_entry_of(path, true);
	ignore_rules *none = ignore_parse(text_of("# nothing\n\n"));
	if (ignore_match(none, &entry, 0) != IGNORE_SILENT)
		abort();
	ignore_destroy(none);
	return 0;
}
