/* SPDX-License-Identifier: MIT */
#include "source/role_paths.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "source/ignore.h"

#include <stdlib.h>
#include <string.h>

/* The patterns of one role that are for folders, or those that are for files. */
typedef struct pattern_list {
	ignore_rules *rules; /* NULL: none */
	const char **texts;  /* by the rule's number, from 1 */
	size_t count, capacity;
} pattern_list;

struct role_paths {
	pattern_list folders[ROLE_COUNT], files[ROLE_COUNT];
	buffer folder;        /* the last file's, '/' included */
	role_verdict verdict; /* of that folder */
	bool known;
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
	buffer_finish(&paths->folder);
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

/* What the folders say, the deepest first. */
static const role_verdict *decide_folder(role_paths *paths, text folder)
{
	if (paths->known && text_equals(folder, (text){buffer_string(&paths->folder), paths->folder.len}))
		return &paths->verdict;
	buffer_clear(&paths->folder);
	buffer_add(&paths->folder, folder.data, folder.len);
	paths->known = true;
	paths->verdict = (role_verdict){0};
	for (size_t len = folder.len; len > 1;) {
		decide(paths->folders, (text){folder.data, len - 1}, true, &paths->verdict);
		const char *slash = memrchr(folder.data, '/', len - 1);
		len = slash != NULL ? (size_t)(slash + 1 - folder.data) : 0;
	}
	return &paths->verdict;
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
	size_t folder = slash != NULL ? (size_t)(slash + 1 - place.data) : 0;
	decide(paths->files, place, false, &verdict);
	const role_verdict *above = decide_folder(paths, (text){place.data, folder});
	for (int role = 0; role < ROLE_COUNT; role++)
		if (((above->yes | above->no) & ROLE_BIT(role)) != 0)
			role_decide(&verdict, (enum role)role, (above->yes & ROLE_BIT(role)) != 0, above->why[role]);
	return verdict;
}
