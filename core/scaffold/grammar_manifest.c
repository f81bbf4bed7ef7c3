/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/text.h"
#include "scaffold/file.h"
#include "scaffold/grammar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MANIFEST_SIZE_MAX = 4 << 20 };

/* NULL: not there or not JSON; what it would have said is then asked of the user. */
static json_t *load(const char *folder, const char *name, arena *arena)
{
	const char *path = arena_printf(arena, "%s/%s", folder, name);
	buffer content = BUFFER_INIT;
	error why;
	json_t *root = NULL;
	if (file_is_regular(path) && file_read(path, MANIFEST_SIZE_MAX, &content, &why) == 0)
		root = json_loadb(buffer_string(&content), content.len, 0, NULL);
	buffer_finish(&content);
	return root;
}

/* One line of printable text, else NULL. */
static const char *plain(const json_t *value, arena *arena)
{
	const char *string = json_string_value(value);
	if (string == NULL || string[0] == '\0' || strlen(string) > 80)
		return NULL;
	for (const char *at = string; *at != '\0'; at++) {
		if ((unsigned char)*at < 0x20 || *at == 0x7f || *at == '"' || *at == '\\')
			return NULL;
	}
	return arena_copy_string(arena, string);
}

/* Whether the entry's path leads to the grammar's folder. */
static bool is_here(const json_t *entry, const grammar *grammar, arena *arena)
{
	const char *path = json_string_value(json_object_get(entry, "path"));
	if (path == NULL || strcmp(path, ".") == 0)
		return strcmp(grammar->folder, grammar->root) == 0;
	char *full = realpath(arena_printf(arena, "%s/%s", grammar->root, path), NULL);
	bool here = full != NULL && strcmp(full, grammar->folder) == 0;
	free(full);
	return here;
}

static void take_file_types(grammar *grammar, const json_t *list, arena *arena)
{
	size_t max = json_array_size(list);
	if (max == 0 || grammar->file_types[0] != NULL)
		return;
	size_t count = 0;
	grammar->file_types = arena_zero(arena, max + 1, sizeof(*grammar->file_types));
	for (size_t i = 0; i < max; i++) {
		const char *type = plain(json_array_get(list, i), arena);
		if (type != NULL && strchr(type, '/') == NULL && strchr(type, ' ') == NULL)
			grammar->file_types[count++] = type[0] == '.' ? type + 1 : type;
	}
}

/* The list of grammars, of either file. */
static void take_entries(grammar *grammar, const json_t *list, arena *arena)
{
	for (size_t i = 0; i < json_array_size(list); i++) {
		const json_t *entry = json_array_get(list, i);
		if (!is_here(entry, grammar, arena) && json_array_size(list) > 1)
			continue;
		static const char *const keys[] = {"title", "camelcase"};
		for (size_t k = 0; k < 2 && grammar->title == NULL; k++)
			grammar->title = plain(json_object_get(entry, keys[k]), arena);
		take_file_types(grammar, json_object_get(entry, "file-types"), arena);
		return;
	}
}

static bool has_licence(const grammar *grammar, arena *arena)
{
	for (const char *const *name = grammar_licences; *name != NULL; name++) {
		if (file_is_regular(arena_printf(arena, "%s/%s", grammar->root, *name)))
			return true;
	}
	return false;
}

void grammar_read_manifest(grammar *grammar, arena *arena)
{
	static const char *none[] = {NULL};
	grammar->file_types = none;
	json_t *own = load(grammar->root, "tree-sitter.json", arena);
	json_t *package = load(grammar->root, "package.json", arena);
	json_t *inner = load(grammar->folder, "package.json", arena);
	take_entries(grammar, json_object_get(own, "grammars"), arena);
	take_entries(grammar, json_object_get(package, "tree-sitter"), arena);
	take_entries(grammar, json_object_get(inner, "tree-sitter"), arena);
	grammar->licence = plain(json_object_get(package, "license"), arena);
	if (grammar->licence == NULL)
		grammar->licence = plain(json_object_get(json_object_get(own, "metadata"), "license"), arena);
	if (grammar->licence == NULL && has_licence(grammar, arena))
		grammar->licence = "see its licence file";
	json_decref(own);
	json_decref(package);
	json_decref(inner);
}
