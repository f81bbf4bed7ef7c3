/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/memory.h"
#include "scaffold/file.h"
#include "scaffold/grammar.h"
#include "scaffold/words.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { FILES_MAX = 256 };

const char *const grammar_licences[] = {"LICENSE", "LICENSE.md", "LICENSE.txt", "LICENCE",
					"COPYING", "COPYRIGHT",  "NOTICE",      NULL};

/* Files of the package to copy, by their absolute path; those behind `done` are not yet looked into. */
typedef struct copy_list {
	const grammar *grammar;
	const char *paths[FILES_MAX];
	size_t count, done;
	arena *arena;
} copy_list;

/* Nothing outside the package is taken, whatever an #include says. */
static bool add(copy_list *list, const char *path)
{
	char full[PATH_MAX];
	size_t len = strlen(list->grammar->root);
	if (realpath(path, full) == NULL || !file_is_regular(full))
		return false;
	if (strncmp(full, list->grammar->root, len) != 0 || full[len] != '/')
		return false;
	for (size_t i = 0; i < list->count; i++) {
		if (strcmp(list->paths[i], full) == 0)
			return true;
	}
	if (list->count < FILES_MAX)
		list->paths[list->count++] = arena_copy_string(list->arena, full);
	return true;
}

/* #include "NAME" is looked for beside the file, then in the grammar's src; <tree_sitter/...> there too. */
static void add_include(copy_list *list, const char *from, const char *name)
{
	const char *folders[] = {file_folder(list->arena, from), list->grammar->source};
	for (size_t i = 0; i < 2; i++) {
		if (add(list, arena_printf(list->arena, "%s/%s", folders[i], name)))
			return;
	}
}

static void scan_includes(copy_list *list, const char *path, const char *source)
{
	for (const char *at = strstr(source, "include"); at != NULL; at = strstr(at, "include")) {
		const char *before = at;
		while (before > source && (before[-1] == ' ' || before[-1] == '\t'))
			before--;
		bool directive = before > source && before[-1] == '#';
		at += strlen("include");
		at += strspn(at, " \t");
		char close = *at == '<' ? '>' : '"';
		if (!directive || (*at != '<' && *at != '"'))
			continue;
		size_t len = strcspn(++at, "\n<>\"");
		if (at[len] == close && len > 0 && len < PATH_MAX)
			add_include(list, path, arena_copy(list->arena, at, len));
	}
}

static int copy_one(copy_list *list, const char *path, const char *to, error *error)
{
	buffer content = BUFFER_INIT;
	const char *target = arena_printf(list->arena, "%s%s", to, path + strlen(list->grammar->root));
	int status = file_read(path, FILE_SIZE_MAX, &content, error);
	if (status == 0)
		status = folder_make(file_folder(list->arena, target), error);
	if (status == 0)
		status = file_write(target, buffer_string(&content), content.len, 0644, error);
	if (status == 0 && strchr("ch", path[strlen(path) - 1]) != NULL)
		scan_includes(list, path, buffer_string(&content));
	buffer_finish(&content);
	return status;
}

static void add_named(copy_list *list, const char *folder, const char *const *names)
{
	for (; *names != NULL; names++)
		add(list, arena_printf(list->arena, "%s/%s", folder, *names));
}

/* All C there is: an #include may be put together by macros. */
static void add_sources(copy_list *list, const char *folder)
{
	DIR *open = opendir(folder);
	if (open == NULL)
		return;
	for (struct dirent *at = readdir(open); at != NULL; at = readdir(open)) {
		const char *dot = strrchr(at->d_name, '.');
		if (dot != NULL && words_list_has(".c .cc .h .hpp .inc", dot))
			add(list, arena_printf(list->arena, "%s/%s", folder, at->d_name));
	}
	closedir(open);
}

int grammar_copy(const grammar *grammar, const char *to, arena *arena, error *error)
{
	copy_list *list = arena_zero(arena, 1, sizeof(*list));
	list->grammar = grammar;
	list->arena = arena;
	add_sources(list, grammar->source);
	add_named(list, grammar->folder, grammar_licences);
	add_named(list, grammar->root, grammar_licences);
	while (list->done < list->count) {
		if (copy_one(list, list->paths[list->done++], to, error) != 0)
			return -1;
	}
	return 0;
}
