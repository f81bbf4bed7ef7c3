/* SPDX-License-Identifier: MIT */
#include "source/role_paths.h"

#include "base/hash.h"
#include "base/memory.h"
#include "source/ignore.h"

#include <stdlib.h>
#include <string.h>

enum { SEEN_FIRST = 256 }; /* a power of two */

/* The patterns of one role that are for folders, or those that are for files. */
typedef struct pattern_list {
	ignore_rules *rules; /* NULL: none */
	const char **texts;  /* by the rule's number, from 1 */
	size_t count, capacity;
} pattern_list;

/* A folder, known by the hash of its path, and what it and those above it say. */
typedef struct folder {
	hash128 hash;
	role_verdict verdict;
	bool used;
} folder;

struct role_paths {
	pattern_list folders[ROLE_COUNT], files[ROLE_COUNT];
	folder *seen; /* a table of open addressing, never more than half full */
	size_t seen_count, seen_size;
};

static void add_pattern(pattern_list *list, const char *pattern)
{
	bool negative = pattern[0] == '!';
	if (list->rules == NULL)
		list->rules = ignore_create();
	if (ignore_add(list->rules, text_of(pattern + negative), false, negative) == 0)
		return;
	memory_reserve(&list->texts, &list->capacity, list->count + 1, sizeof(*list->texts));
	list->texts[list->count++] = pattern;
}

role_paths *role_paths_create(const language_map *map)
{
	role_paths *made = memory_zero(1, sizeof(*made));
	made->seen_size = SEEN_FIRST;
	made->seen = memory_zero(made->seen_size, sizeof(*made->seen));
	for (int role = 0; role < ROLE_COUNT; role++) {
		const char *const *patterns = language_map_role_paths(map, (enum role)role);
		for (; *patterns != NULL; patterns++) {
			bool folder = (*patterns)[strlen(*patterns) - 1] == '/';
			add_pattern(folder ? &made->folders[role] : &made->files[role], *patterns);
		}
		if (made->folders[role].rules != NULL)
			ignore_close(made->folders[role].rules);
		if (made->files[role].rules != NULL)
			ignore_close(made->files[role].rules);
	}
	return made;
}

static void finish_list(pattern_list *list)
{
	ignore_destroy(list->rules);
	free(list->texts);
}

void role_paths_destroy(role_paths *paths)
{
	if (paths == NULL)
		return;
	for (int role = 0; role < ROLE_COUNT; role++) {
		finish_list(&paths->folders[role]);
		finish_list(&paths->files[role]);
	}
	free(paths->seen);
	free(paths);
}

static void decide(const pattern_list lists[ROLE_COUNT], text path, bool folder, role_verdict *verdict)
{
	ignore_entry entry = ignore_entry_of(path, folder);
	for (int role = 0; role < ROLE_COUNT; role++) {
		const pattern_list *list = &lists[role];
		uint32_t rule = list->rules != NULL ? ignore_match_rule(list->rules, &entry, 0) : 0;
		if (rule == 0)
			continue;
		const char *pattern = list->texts[rule - 1];
		role_decide(verdict, (enum role)role, pattern[0] != '!', pattern);
	}
}

/* Where the folder of that hash is, or has its place. */
static folder *find_folder(const role_paths *paths, hash128 hash)
{
	size_t at = (size_t)hash.low & (paths->seen_size - 1);
	while (paths->seen[at].used && !hash128_equals(paths->seen[at].hash, hash))
		at = (at + 1) & (paths->seen_size - 1);
	return &paths->seen[at];
}

static void add_folder(role_paths *paths, hash128 hash, const role_verdict *verdict)
{
	if (++paths->seen_count > paths->seen_size / 2) {
		folder *old = paths->seen;
		size_t size = paths->seen_size;
		paths->seen_size *= 2;
		paths->seen = memory_zero(paths->seen_size, sizeof(*paths->seen));
		for (size_t i = 0; i < size; i++)
			if (old[i].used)
				*find_folder(paths, old[i].hash) = old[i];
		free(old);
	}
	*find_folder(paths, hash) = (folder){hash, *verdict, true};
}

static void inherit(role_verdict *verdict, const role_verdict *above)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (((above->yes | above->no) & ROLE_BIT(role)) != 0)
			role_decide(verdict, (enum role)role, (above->yes & ROLE_BIT(role)) != 0, above->why[role]);
}

/* The seed is nobody's to guess, so that names cannot be chosen to meet in the table. */
static hash128 hash_folder(const role_paths *paths, const char *path, size_t len)
{
	return hash128_of(path, len, (uint64_t)(uintptr_t)paths);
}

/* What a folder and those above it say; its path ends with '/'. Up to the nearest one that is known, and down again. */
static role_verdict decide_folder(role_paths *paths, text path)
{
	role_verdict verdict = {0};
	size_t known = path.len;
	while (known > 0) {
		const folder *seen = find_folder(paths, hash_folder(paths, path.data, known));
		if (seen->used) {
			verdict = seen->verdict;
			break;
		}
		const char *slash = memrchr(path.data, '/', known - 1);
		known = slash != NULL ? (size_t)(slash + 1 - path.data) : 0;
	}
	while (known < path.len) {
		const char *slash = memchr(path.data + known, '/', path.len - known);
		role_verdict own = {0};
		known = (size_t)(slash + 1 - path.data);
		decide(paths->folders, (text){path.data, known - 1}, true, &own);
		inherit(&own, &verdict);
		verdict = own;
		add_folder(paths, hash_folder(paths, path.data, known), &verdict);
	}
	return verdict;
}

static void add_attribute(role_verdict *verdict, enum role role, signed char said, const char *yes, const char *no)
{
	if (said >= 0)
		role_decide(verdict, role, said > 0, said > 0 ? yes : no);
}

role_verdict role_paths_decide(role_paths *paths, const source_file *file)
{
	static const char generated_no[] = "linguist-generated=false";
	const source_attributes *said = &file->attributes;
	role_verdict verdict = {0};
	add_attribute(&verdict, ROLE_VENDORED, said->vendored, "linguist-vendored", "linguist-vendored=false");
	add_attribute(&verdict, ROLE_GENERATED, said->generated, "linguist-generated", generated_no);
	add_attribute(&verdict, ROLE_DOCUMENTATION, said->documentation, "linguist-documentation",
		      "linguist-documentation=false");
	/* Who says that it is not made by a machine says so of its long lines too. */
	if (said->generated == 0)
		role_decide(&verdict, ROLE_MINIFIED, false, generated_no);

	text place = text_of(file->place != NULL ? file->place : file->shown);
	const char *slash = memrchr(place.data, '/', place.len);
	size_t above_len = slash != NULL ? (size_t)(slash + 1 - place.data) : 0;
	decide(paths->files, place, false, &verdict);
	const role_verdict above = decide_folder(paths, (text){place.data, above_len});
	inherit(&verdict, &above);
	return verdict;
}
