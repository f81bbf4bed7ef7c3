/* SPDX-License-Identifier: MIT */
#include "source/source.h"

#include "base/arena.h"
#include "base/memory.h"
#include "source/list.h"
#include "source/open.h"
#include "source/order.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

source_list *source_list_create(void)
{
	source_list *list = memory_zero(1, sizeof(*list));
	list->arena = arena_create();
	list->seen = seen_create();
	return list;
}

void source_list_destroy(source_list *list)
{
	if (list == NULL)
		return;
	for (source_list *part = list->parts, *next; part != NULL; part = next) {
		next = part->next_part;
		source_list_destroy(part);
	}
	single_finish(list);
	free(list->files);
	free(list->skips);
	free(list->roots);
	free(list->repositories);
	seen_destroy(list->seen);
	arena_destroy(list->arena);
	arena_destroy(list->repository_arena);
	free(list);
}

void source_list_skip(source_list *list, const char *path, const char *why, bool failed)
{
	memory_reserve(&list->skips, &list->skip_capacity, list->skip_count + 1, sizeof(*list->skips));
	list->skips[list->skip_count++] = (source_skip){
		.path = arena_copy_string(list->arena, path),
		.why = arena_copy_string(list->arena, why),
		.failed = failed,
	};
}

void list_fail(source_list *list, const char *path, int number)
{
	source_list_skip(list, path, open_reason(number), true);
}

void list_add_file(source_list *list, uint32_t root, const char *path, size_t shown, uint64_t size, seen_key key,
		   const list_facts *facts, bool single)
{
	char *copy = arena_copy_string(list->arena, path);
	if (key.name == NULL) {
		const char *slash = strrchr(copy, '/');
		key.name = slash != NULL ? slash + 1 : copy;
	}
	memory_reserve(&list->files, &list->file_capacity, list->file_count + 1, sizeof(*list->files));
	source_attributes attributes = facts->attributes;
	if (attributes.language != NULL)
		attributes.language = arena_copy_string(list->arena, attributes.language);
	/* Nearly always the two are one. */
	bool same = facts->place == NULL || strcmp(facts->place, path + shown) == 0;
	list->files[list->file_count++] = (source_file){
		.path = copy,
		.shown = copy + shown,
		.place = same ? copy + shown : arena_copy_string(list->arena, facts->place),
		.root = root,
		.repository = facts->repository,
		.folder = (uint64_t)key.inode,
		.size = size,
		.stamp = facts->stamp,
		.attributes = attributes,
	};
	seen_add_file(list->seen, key, single);
}

uint32_t list_add_root(source_list *list, const char *path)
{
	memory_reserve(&list->roots, &list->root_capacity, list->root_count + 1, sizeof(*list->roots));
	list->roots[list->root_count] = arena_copy_string(list->arena, path);
	return (uint32_t)list->root_count++;
}

uint32_t list_add_repository(source_list *list, const char *folder, const char *prefix, size_t skip)
{
	memory_reserve(&list->repositories, &list->repository_capacity, list->repository_count + 1,
		       sizeof(*list->repositories));
	if (list->repository_arena == NULL)
		list->repository_arena = arena_create();
	list->repositories[list->repository_count++] = (source_repository){
		.folder = arena_copy_string(list->repository_arena, folder),
		.prefix = arena_copy_string(list->repository_arena, prefix),
		.skip = skip,
	};
	return (uint32_t)list->repository_count;
}

void list_add_part(source_list *list, source_list *part)
{
	memory_reserve(&list->files, &list->file_capacity, list->file_count + part->file_count, sizeof(*list->files));
	for (size_t i = 0; i < part->file_count; i++)
		list->files[list->file_count++] = part->files[i];
	memory_reserve(&list->skips, &list->skip_capacity, list->skip_count + part->skip_count, sizeof(*list->skips));
	for (size_t i = 0; i < part->skip_count; i++)
		list->skips[list->skip_count++] = part->skips[i];
	seen_add_all(list->seen, part->seen);
	list->ignored_count += part->ignored_count;
	list->hidden_count += part->hidden_count;

	free(part->files);
	part->files = NULL;
	part->file_count = part->file_capacity = 0;
	part->next_part = list->parts;
	list->parts = part;
}

source_stamp source_stamp_of(const struct stat *status)
{
	return (source_stamp){
		.device = (uint64_t)status->st_dev,
		.inode = (uint64_t)status->st_ino,
		.modified = status->st_mtim.tv_sec,
		.changed = status->st_ctim.tv_sec,
		.modified_part = (uint32_t)status->st_mtim.tv_nsec,
		.changed_part = (uint32_t)status->st_ctim.tv_nsec,
	};
}

bool source_stamp_equals(const source_stamp *a, const source_stamp *b)
{
	return a->device == b->device && a->inode == b->inode && a->modified == b->modified &&
	       a->changed == b->changed && a->modified_part == b->modified_part && a->changed_part == b->changed_part;
}

bool list_drops_size(source_list *list, const char *path, uint64_t size, const source_options *options)
{
	if (options->max_file_size == 0 || size <= options->max_file_size)
		return false;
	char why[64];
	snprintf(why, sizeof(why), "larger than %" PRIu64 " bytes", options->max_file_size);
	source_list_skip(list, path, why, false);
	return true;
}

void list_add_single(source_list *list, uint32_t root, const char *path, const struct stat *status,
		     const source_options *options)
{
	uint64_t size = (uint64_t)status->st_size;
	if (list_drops_size(list, path, size, options))
		return;
	size_t shown = (size_t)(filter_strip(path) - path);
	list_facts facts = single_facts(list, path);
	facts.stamp = source_stamp_of(status);
	list_add_file(list, root, path, shown, size, seen_key_of(list, path), &facts, true);
}

int source_add_path(source_list *list, const char *path, const source_options *options, error *error)
{
	struct stat status;
	if (*path == '\0')
		return error_set(error, "an empty PATH: name a file or folder");
	if (open_stat(NULL, path, &status) < 0)
		return error_set(error, "%s: %s", path, open_reason(errno));
	uint32_t root = list_add_root(list, path);
	if (S_ISDIR(status.st_mode)) {
		filter filter;
		filter_init(&filter, options);
		walk_folder(list, root, path, false, &filter);
		filter_finish(&filter);
	} else if (S_ISREG(status.st_mode)) {
		list_add_single(list, root, path, &status, options);
	} else {
		source_list_skip(list, path, "neither a file nor a folder", true);
	}
	return 0;
}

static int skip_compare(const void *left, const void *right)
{
	const source_skip *a = left, *b = right;
	int order = strcmp(a->path, b->path);
	return order != 0 ? order : strcmp(a->why, b->why);
}

static void close_skips(source_list *list)
{
	if (list->skip_count == 0)
		return;
	qsort(list->skips, list->skip_count, sizeof(*list->skips), skip_compare);
	size_t kept = 1;
	for (size_t i = 1; i < list->skip_count; i++) {
		if (skip_compare(&list->skips[kept - 1], &list->skips[i]) == 0)
			list->skips[kept - 1].failed |= list->skips[i].failed;
		else
			list->skips[kept++] = list->skips[i];
	}
	list->skip_count = kept;
}

void source_list_close(source_list *list)
{
	seen_drop_doubles(list);
	list_order(list);
	close_skips(list);
}
