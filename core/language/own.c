/* SPDX-License-Identifier: MIT */
/* The map that comes with the program: as its build left it, or from its YAML where that is another by now. */
#include "language/image.h"

#include "base/memory.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Read at once: much more would not fit on a small stack. */
#define PIECE ((size_t)8 * 1024)

/* Of a file's content, piece by piece: none of it is kept. */
static int hash_file(const char *path, hash128 *hash, error *error)
{
	char piece[PIECE];
	ssize_t got = -1;
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	if (file < 0)
		return error_set_errno(error, "%s: language map cannot be opened", path);
	*hash = (hash128){0, 0};
	while ((got = read(file, piece, sizeof(piece))) > 0) {
		const hash128 parts[] = {*hash, hash128_of(piece, (size_t)got, 0)};
		*hash = hash128_of(parts, sizeof(parts), 0);
	}
	close(file);
	return got == 0 ? 0 : error_set_errno(error, "%s: language map cannot be read", path);
}

/* The image as the first layer, entries and rules where they lie. */
static void lay_image(language_map *map, image *image)
{
	const image_root *root = image_root_of(image);
	layer *made = memory_zero(1, sizeof(*made));
	made->proven = true;
	memcpy(made->roles, root->role_rules, sizeof(made->roles));
	memory_reserve(&map->layers, &map->layer_capacity, 1, sizeof(*map->layers));
	map->layers[map->layer_count++] = made;
	map->image = image;
	map->entries = root->entries;
	map->count = root->language_count;
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++) {
		map->rules[kind].items = root->rules[kind].items;
		map->rules[kind].count = root->rules[kind].count;
	}
}

static int lay_yaml(language_map *map, const char *path, error *error)
{
	buffer content = BUFFER_INIT;
	int status = map_read_file(path, &content, error);
	if (status == 0) {
		layer *made = layer_read(path, (text){buffer_string(&content), content.len}, true, error);
		if (made != NULL)
			made->proven = true;
		status = map_lay(map, made);
	}
	buffer_finish(&content);
	return status;
}

int language_map_load_own(language_map *map, const char *path, const char *compiled, error *error)
{
	hash128 yaml = {0, 0};
	if (hash_file(path, &yaml, error) != 0)
		return -1;
	image *image = compiled != NULL && map->layer_count == 0 ? image_open(compiled, path, yaml) : NULL;
	if (image != NULL)
		lay_image(map, image);
	else if (lay_yaml(map, path, error) != 0)
		return -1;
	map_add_hash(map, yaml);
	return 0;
}

static image_root root_of(const language_map *map)
{
	image_root root = {
		.languages = map->languages,
		.names = map->names,
		.patterns = map->patterns,
		.entries = map->entries,
		.language_count = map->count,
		.name_count = map->name_count,
		.pattern_count = map->pattern_count,
	};
	memcpy(root.claims, map->claims, sizeof(root.claims));
	memcpy(root.roles, map->roles, sizeof(root.roles));
	memcpy(root.role_rules, map->layers[0]->roles, sizeof(root.role_rules));
	for (int kind = 0; kind < CLAIM_KIND_COUNT; kind++)
		root.rules[kind] = (rule_sets){map->rules[kind].items, map->rules[kind].count};
	return root;
}

/* Beside its place first: a program that runs has mapped what is there. */
static int write_file(const char *path, const buffer *content, error *error)
{
	buffer beside = BUFFER_INIT;
	buffer_printf(&beside, "%s.%ld", path, (long)getpid());
	FILE *file = fopen(beside.data, "wbe");
	bool whole = file != NULL && fwrite(content->data, 1, content->len, file) == content->len;
	if (file != NULL)
		whole = fclose(file) == 0 && whole && rename(beside.data, path) == 0;
	int status = whole ? 0 : error_set_errno(error, "%s: cannot be written", path);
	if (file != NULL && !whole)
		unlink(beside.data);
	buffer_finish(&beside);
	return status;
}

int language_map_compile(const char *path, const char *compiled, error *error)
{
	buffer written = BUFFER_INIT;
	hash128 yaml = {0, 0};
	language_map *map = language_map_create();
	int status = hash_file(path, &yaml, error);
	if (status == 0)
		status = language_map_load_own(map, path, NULL, error);
	if (status == 0 && map->count == 0)
		status = error_set(error, "%s:1:1: nothing in it (expected a mapping of languages)", path);
	if (status == 0)
		status = language_map_seal(map, error);
	if (status == 0) {
		const image_root root = root_of(map);
		status = image_write(&root, map->layers[0]->name, yaml, &written);
		status = status == 0 ? write_file(compiled, &written, error)
				     : error_set(error, "%s: too large to be compiled", path);
	}
	language_map_destroy(map);
	buffer_finish(&written);
	return status;
}
