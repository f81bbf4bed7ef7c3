/* SPDX-License-Identifier: MIT */
#include "base/arena.h"
#include "base/memory.h"
#include "base/text.h"
#include "plugin/plugin.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What came of asking for a plugin. */
typedef struct entry {
	const char *name;
	plugin *plugin; /* NULL: refused */
	const char *why;
} entry;

struct plugin_set {
	const char **folders;
	size_t folder_count, folder_capacity, foreign_count;
	entry *entries;
	size_t entry_count, entry_capacity;
	arena *arena;
};

plugin_set *plugin_set_create(const char *const *folders)
{
	plugin_set *set = memory_zero(1, sizeof(*set));
	set->arena = arena_create();
	for (; *folders != NULL; folders++) {
		memory_reserve(&set->folders, &set->folder_capacity, set->folder_count + 1, sizeof(*set->folders));
		set->folders[set->folder_count++] = arena_copy_string(set->arena, *folders);
	}
	return set;
}

void plugin_set_destroy(plugin_set *set)
{
	if (set == NULL)
		return;
	for (size_t i = 0; i < set->entry_count; i++)
		plugin_close(set->entries[i].plugin);
	free(set->entries);
	free(set->folders);
	arena_destroy(set->arena);
	free(set);
}

/* A name is part of a path: nothing that leads out of the folder. */
static bool is_name(const char *name)
{
	return name[0] != '\0' && name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_-")] == '\0';
}

/* Path of the first file of that name; NULL: none. */
static const char *find_file(plugin_set *set, const char *name)
{
	for (size_t i = 0; i < set->folder_count; i++) {
		char *path = arena_printf(set->arena, "%s/%s.so", set->folders[i], name);
		if (access(path, F_OK) == 0)
			return path;
	}
	return NULL;
}

void plugin_set_foreign(plugin_set *set, size_t count)
{
	set->foreign_count = count;
}

bool plugin_set_is_foreign(const plugin_set *set, const char *name)
{
	bool found = false;
	buffer path = BUFFER_INIT;
	for (size_t i = 0; i < set->foreign_count && !found && is_name(name); i++) {
		buffer_clear(&path);
		buffer_printf(&path, "%s/%s.so", set->folders[i], name);
		found = access(buffer_string(&path), F_OK) == 0;
	}
	buffer_finish(&path);
	return found;
}

static const char *list_folders(plugin_set *set)
{
	buffer list = BUFFER_INIT;
	for (size_t i = 0; i < set->folder_count; i++)
		buffer_printf(&list, "%s%s", i > 0 ? ", " : "", set->folders[i]);
	const char *kept = arena_copy_string(set->arena, set->folder_count > 0 ? buffer_string(&list) : "no folder");
	buffer_finish(&list);
	return kept;
}

static void load_entry(plugin_set *set, entry *entry)
{
	error why;
	const char *path = is_name(entry->name) ? find_file(set, entry->name) : NULL;
	if (path == NULL)
		error_set(&why, "plugin '%s': no %s.so in %s", entry->name, entry->name, list_folders(set));
	else
		entry->plugin = plugin_open(path, &why);
	if (entry->plugin == NULL)
		entry->why = arena_copy_string(set->arena, why.message);
}

const plugin *plugin_set_load(plugin_set *set, const char *name, error *error)
{
	entry *found = NULL;
	for (size_t i = 0; i < set->entry_count && found == NULL; i++) {
		if (strcmp(set->entries[i].name, name) == 0)
			found = &set->entries[i];
	}
	if (found == NULL) {
		memory_reserve(&set->entries, &set->entry_capacity, set->entry_count + 1, sizeof(*set->entries));
		found = &set->entries[set->entry_count++];
		*found = (entry){.name = arena_copy_string(set->arena, name)};
		load_entry(set, found);
	}
	if (found->plugin == NULL)
		error_set(error, "%s", found->why);
	return found->plugin;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **plugin_set_names(plugin_set *set)
{
	const char **names = NULL;
	size_t count = 0, capacity = 0;
	for (size_t i = 0; i < set->folder_count; i++) {
		DIR *folder = opendir(set->folders[i]);
		if (folder == NULL)
			continue;
		for (struct dirent *at = readdir(folder); at != NULL; at = readdir(folder)) {
			text name = text_of(at->d_name);
			if (name.len <= 3 || !text_ends_with(name, text_of(".so")))
				continue;
			memory_reserve(&names, &capacity, count + 1, sizeof(*names));
			names[count++] = arena_copy(set->arena, name.data, name.len - 3);
		}
		closedir(folder);
	}
	if (count > 0)
		qsort(names, count, sizeof(*names), compare_names);
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		if (kept == 0 || strcmp(names[kept - 1], names[i]) != 0)
			names[kept++] = names[i];
	}
	memory_reserve(&names, &capacity, kept + 1, sizeof(*names));
	names[kept] = NULL;
	return names;
}

/* What tells one state of a file from another. */
static hash128 stamp_of(const struct stat *file, const char *name, size_t folder)
{
	const int64_t facts[] = {
		(int64_t)folder,
		(int64_t)file->st_dev,
		(int64_t)file->st_ino,
		(int64_t)file->st_size,
		(int64_t)file->st_mode,
		(int64_t)file->st_uid,
		(int64_t)file->st_mtim.tv_sec,
		(int64_t)file->st_mtim.tv_nsec,
		(int64_t)file->st_ctim.tv_sec,
		(int64_t)file->st_ctim.tv_nsec,
	};
	hash128 hash = hash128_of(facts, sizeof(facts), 0);
	return hash128_of(name, strlen(name), hash.high ^ hash.low);
}

hash128 plugin_set_stamp(const plugin_set *set)
{
	hash128 sum = {0, set->folder_count};
	for (size_t i = 0; i < set->folder_count; i++) {
		DIR *folder = opendir(set->folders[i]);
		if (folder == NULL)
			continue;
		for (struct dirent *at = readdir(folder); at != NULL; at = readdir(folder)) {
			struct stat file;
			if (!text_ends_with(text_of(at->d_name), text_of(".so")) ||
			    fstatat(dirfd(folder), at->d_name, &file, 0) != 0)
				continue;
			/* A sum, for names come in any order. */
			hash128 stamp = stamp_of(&file, at->d_name, i);
			sum.high += stamp.high;
			sum.low += stamp.low;
		}
		closedir(folder);
	}
	return sum;
}
