/* SPDX-License-Identifier: MIT */
/*
 * Git's index: any bytes are refused or give as many entries as they say, each in order, read within their bounds, and the same when
 * they are read again.
 */
#include "fuzz.h"

#include "source/git_index.h"

#include <stdlib.h>
#include <string.h>

static const git_time written = {300, 0};

static void need(bool holds)
{
	if (!holds)
		abort();
}

static bool parse(const uint8_t *data, size_t size, git_index *index)
{
	buffer content = BUFFER_INIT;
	buffer_add(&content, size > 0 ? (const char *)data : "", size);
	return git_index_parse(content, written, index) == 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	git_index index, again;
	if (!parse(data, size, &index)) {
		need(!parse(data, size, &again));
		return 0;
	}
	need(parse(data, size, &again));
	git_entry entry, same;
	uint32_t count = index.count, found = 0;
	/* Sums, so that a sanitizer sees each byte of what an entry lends. */
	volatile unsigned sum = 0;
	while (git_index_next(&index, &entry)) {
		found++;
		need(git_index_next(&again, &same));
		need(entry.path.len == same.path.len && memcmp(entry.path.data, same.path.data, same.path.len) == 0);
		for (size_t i = 0; i < entry.path.len; i++)
			sum = sum + (unsigned char)entry.path.data[i];
		for (size_t i = 0; i < index.id_len; i++)
			sum = sum + (unsigned char)entry.id[i];
		sum = sum + git_entry_is_settled(&entry, written);
	}
	need(found == count && (index.id_len == 20 || index.id_len == 32));
	git_index_close(&index);
	git_index_close(&again);
	return 0;
}
