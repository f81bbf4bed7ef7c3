/* SPDX-License-Identifier: MIT */
#include "cli/warnings.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reason, and the files that it befell. */
typedef struct reason {
	const char *text;
	uint32_t first;
	size_t count;
} reason;

struct warnings {
	reason *reasons;
	size_t count, capacity;
	arena *arena;
};

warnings *warnings_create(void)
{
	warnings *made = memory_zero(1, sizeof(*made));
	made->arena = arena_create();
	return made;
}

void warnings_destroy(warnings *warnings)
{
	if (warnings == NULL)
		return;
	free(warnings->reasons);
	arena_destroy(warnings->arena);
	free(warnings);
}

static void add_reason(warnings *warnings, const char *text, uint32_t file)
{
	for (size_t i = 0; i < warnings->count; i++) {
		reason *known = &warnings->reasons[i];
		if (strcmp(known->text, text) != 0)
			continue;
		known->count++;
		if (file < known->first)
			known->first = file;
		return;
	}
	memory_reserve(&warnings->reasons, &warnings->capacity, warnings->count + 1, sizeof(*warnings->reasons));
	warnings->reasons[warnings->count++] = (reason){arena_copy_string(warnings->arena, text), file, 1};
}

void warnings_take(warnings *warnings, const record *record)
{
	static const char prefix[] = "counted lexically: ";
	for (size_t i = 0; i < record->note_count; i++) {
		if (strncmp(record->notes[i], prefix, sizeof(prefix) - 1) == 0)
			add_reason(warnings, record->notes[i], record->file);
	}
}

static int compare_reasons(const void *a, const void *b)
{
	const reason *x = a;
	const reason *y = b;
	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return strcmp(x->text, y->text);
}

static void print_line(const char *path, size_t count, const char *text)
{
	buffer line = BUFFER_INIT;
	text_add_visible(&line, text_of(path));
	if (count > 1)
		buffer_printf(&line, " and %zu more", count - 1);
	buffer_add_string(&line, ": ");
	text_add_visible(&line, text_of(text));
	fprintf(stderr, "onflame: %s\n", line.data);
	buffer_finish(&line);
}

/* Whole folders may be ignored: the sources of a Debian package are, by their own .gitignore. */
static void print_emptiness(const source_list *list)
{
	if (list->file_count > 0 || list->ignored_count + list->hidden_count == 0)
		return;
	fprintf(stderr,
		"onflame: no file is left: ignore rules leave out %zu files or folders (--no-ignore counts them), hidden names %zu "
		"(--hidden)\n",
		list->ignored_count, list->hidden_count);
}

void warnings_print(const warnings *warnings, const source_list *list)
{
	if (warnings->count > 1)
		qsort(warnings->reasons, warnings->count, sizeof(*warnings->reasons), compare_reasons);
	for (size_t i = 0; i < warnings->count; i++) {
		const reason *reason = &warnings->reasons[i];
		print_line(list->files[reason->first].shown, reason->count, reason->text);
	}
	for (size_t i = 0; i < list->skip_count; i++) {
		if (list->skips[i].failed || list->skips[i].doubtful)
			print_line(list->skips[i].path, 1, list->skips[i].why);
	}
	print_emptiness(list);
}
