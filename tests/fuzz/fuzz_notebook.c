/* SPDX-License-Identifier: MIT */
/*
 * Notebooks: any bytes are refused for a reason of one line, or give cells whose strings lie within the text, in order and between
 * quotes; and the same once more.
 */
#include "fuzz.h"

#include "jupyter/notebook.h"

#include <stdlib.h>
#include <string.h>

static void need(bool holds)
{
	if (!holds)
		abort();
}

static void check_range(const notebook *read, range range)
{
	need(range.start <= range.end && range.end <= read->len);
	if (range.start == range.end)
		return;
	need(range.start > 0 && read->text[range.start - 1] == '"');
	need(range.end < read->len && read->text[range.end] == '"');
}

static void check(const notebook *read)
{
	uint32_t end = 0;
	for (size_t i = 0; i < read->string_count; i++) {
		check_range(read, read->strings[i]);
		need(read->strings[i].start >= end);
		end = read->strings[i].end;
	}
	for (size_t i = 0; i < read->cell_count; i++) {
		const cell *cell = &read->cells[i];
		need(cell->first <= read->string_count && cell->count <= read->string_count - cell->first);
		check_range(read, cell->type);
		check_range(read, cell->language);
	}
	check_range(read, read->language_info);
	check_range(read, read->kernel_language);
	check_range(read, read->kernel_name);
	check_range(read, read->language);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *bytes = size > 0 ? (const char *)data : "";
	notebook first = {0}, again = {0};
	notebook_read(&first, bytes, (uint32_t)size);
	notebook_read(&again, bytes, (uint32_t)size);
	need((first.why == NULL) == (again.why == NULL));
	need(first.cell_count == again.cell_count && first.string_count == again.string_count);
	if (first.why == NULL)
		check(&first);
	else
		need(first.why[0] != '\0' && strchr(first.why, '\n') == NULL);
	notebook_finish(&first);
	notebook_finish(&again);
	return 0;
}
