/* SPDX-License-Identifier: MIT */
#include "scaffold/grammar.h"

#include "base/buffer.h"
#include "scaffold/file.h"

#include <dirent.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum { PARENTS_MAX = 3, SHOWN_MAX = 8 };

/* Grammars one or two folders deeper, for the message: a package may hold several. */
static void find_below(const char *folder, int depth, buffer *out, arena *arena)
{
	DIR *open = opendir(folder);
	if (open == NULL)
		return;
	for (struct dirent *at = readdir(open); at != NULL && out->len < 512; at = readdir(open)) {
		if (at->d_name[0] == '.' || strcmp(at->d_name, "node_modules") == 0)
			continue;
		const char *below = arena_printf(arena, "%s/%s", folder, at->d_name);
		if (!file_is_folder(below))
			continue;
		if (file_is_regular(arena_printf(arena, "%s/src/parser.c", below)))
			buffer_printf(out, "%s%s", out->len > 0 ? ", " : "", below);
		else if (depth > 1)
			find_below(below, depth - 1, out, arena);
	}
	closedir(open);
}

static int no_parser(const char *folder, arena *arena, error *error)
{
	buffer below = BUFFER_INIT;
	find_below(folder, 2, &below, arena);
	if (below.len > 0)
		error_set(error, "--grammar %s: no src/parser.c, but there is one in: %s", folder, below.data);
	else if (file_is_regular(arena_printf(arena, "%s/grammar.js", folder)))
		error_set(error, "--grammar %s: no src/parser.c; make it there with: tree-sitter generate", folder);
	else
		error_set(error, "--grammar %s: no src/parser.c: not a tree-sitter grammar", folder);
	buffer_finish(&below);
	return -1;
}

/* The folder of the package: the outermost that says so, not far above. */
static const char *find_root(const char *folder, arena *arena)
{
	static const char *const marks[] = {"tree-sitter.json", "package.json", ".git"};
	const char *root = folder;
	const char *at = folder;
	for (int i = 0; i < PARENTS_MAX && strcmp(at, "/") != 0 && strcmp(file_name(at), "node_modules") != 0; i++) {
		for (size_t m = 0; m < sizeof(marks) / sizeof(marks[0]); m++) {
			const char *path = arena_printf(arena, "%s/%s", at, marks[m]);
			if (file_is_regular(path) || file_is_folder(path))
				root = at;
		}
		if (file_is_folder(arena_printf(arena, "%s/.git", at)))
			break;
		at = file_folder(arena, at);
	}
	return root;
}

int grammar_read(const char *folder, arena *arena, grammar *out, error *error)
{
	char path[PATH_MAX];
	*out = (grammar){0};
	if (realpath(folder, path) == NULL)
		return error_set_errno(error, "--grammar %s", folder);
	out->folder = arena_copy_string(arena, path);
	/* The folder of the sources will do as well. */
	if (strcmp(file_name(path), "src") == 0 && file_is_regular(arena_printf(arena, "%s/parser.c", path)))
		out->folder = file_folder(arena, path);
	out->source = arena_printf(arena, "%s/src", out->folder);
	out->root = find_root(out->folder, arena);
	if (!file_is_regular(arena_printf(arena, "%s/parser.c", out->source)))
		return no_parser(folder, arena, error);
	const char *types = arena_printf(arena, "%s/node-types.json", out->source);
	if (!file_is_regular(types))
		return error_set(error, "%s: missing; make it in %s with: tree-sitter generate", types, out->folder);
	if (node_types_read(types, arena, &out->types, error) != 0 || grammar_read_parser(out, arena, error) != 0)
		return -1;
	grammar_read_manifest(out, arena);
	return 0;
}

const char *grammar_query(const grammar *grammar, const char *name, arena *arena)
{
	const char *folders[] = {grammar->folder, grammar->root};
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		const char *path = arena_printf(arena, "%s/queries/%s", folders[i], name);
		if (file_is_regular(path))
			return path;
	}
	return NULL;
}
