/* SPDX-License-Identifier: MIT */
#include "scaffold/build.h"

#include "base/memory.h"
#include "scaffold/file.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { SOURCES_MAX = 32, DEPTH_MAX = 6 };

typedef struct sources {
	const char *items[SOURCES_MAX + 1];
	size_t count;
} sources;

static int compare_strings(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool is_c(const char *name)
{
	size_t len = strlen(name);
	return len > 2 && name[0] != '.' && strcmp(name + len - 2, ".c") == 0;
}

/* All C files of the plugin's own, ordered. */
static void find_tables(const char *folder, sources *out, arena *arena)
{
	DIR *open = opendir(folder);
	if (open == NULL)
		return;
	for (struct dirent *at = readdir(open); at != NULL && out->count < SOURCES_MAX; at = readdir(open)) {
		const char *path = arena_printf(arena, "%s/%s", folder, at->d_name);
		if (is_c(at->d_name) && file_is_regular(path))
			out->items[out->count++] = path;
	}
	closedir(open);
	qsort(out->items, out->count, sizeof(*out->items), compare_strings);
}

/* parser.c, and the scanner beside it, in every folder below. */
static void find_grammars(const char *folder, int depth, sources *out, arena *arena)
{
	static const char *const names[] = {"parser.c", "scanner.c", "scanner.cc"};
	bool parser = file_is_regular(arena_printf(arena, "%s/parser.c", folder));
	for (size_t i = 0; parser && i < sizeof(names) / sizeof(names[0]) && out->count < SOURCES_MAX; i++) {
		const char *path = arena_printf(arena, "%s/%s", folder, names[i]);
		if (file_is_regular(path))
			out->items[out->count++] = path;
	}
	DIR *open = depth < DEPTH_MAX ? opendir(folder) : NULL;
	if (open == NULL)
		return;
	for (struct dirent *at = readdir(open); at != NULL; at = readdir(open)) {
		const char *path = arena_printf(arena, "%s/%s", folder, at->d_name);
		if (at->d_name[0] != '.' && strcmp(at->d_name, "node_modules") != 0 && file_is_folder(path))
			find_grammars(path, depth + 1, out, arena);
	}
	closedir(open);
}

static const char **keep(const sources *from, arena *arena)
{
	const char **items = arena_zero(arena, from->count + 1, sizeof(*items));
	memcpy(items, from->items, from->count * sizeof(*items));
	return items;
}

/* The file that is called like the folder names the plugin, or the only one. */
static const char *find_name(const char *folder, const sources *tables, arena *arena)
{
	const char *wanted = arena_printf(arena, "%s.c", file_name(folder));
	const char *found = tables->count == 1 ? file_name(tables->items[0]) : NULL;
	for (size_t i = 0; i < tables->count; i++) {
		if (strcmp(file_name(tables->items[i]), wanted) == 0)
			found = wanted;
	}
	return found != NULL ? arena_copy(arena, found, strlen(found) - 2) : NULL;
}

int build_find(const char *folder, arena *arena, build *out, error *error)
{
	char path[PATH_MAX];
	sources tables = {0}, grammars = {0};
	*out = (build){0};
	if (realpath(folder, path) == NULL)
		return error_set_errno(error, "%s", folder);
	out->folder = arena_copy_string(arena, path);
	find_tables(path, &tables, arena);
	find_grammars(arena_printf(arena, "%s/grammar", path), 0, &grammars, arena);
	if (tables.count == 0)
		return error_set(
			error, "%s: no C file with a table; make a plugin with: onflame plugins new NAME --grammar DIR",
			folder);
	out->name = find_name(path, &tables, arena);
	if (out->name == NULL)
		return error_set(error, "%s: of its %zu C files, one must be called %s.c, as the plugin", folder,
				 tables.count, file_name(path));
	out->tables = keep(&tables, arena);
	out->grammars = keep(&grammars, arena);
	out->output = arena_printf(arena, "%s/build/%s.so", path, out->name);
	const char *map = arena_printf(arena, "%s/languages.yaml", path);
	out->map = file_is_regular(map) ? map : NULL;
	return 0;
}
