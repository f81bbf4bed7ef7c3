/* SPDX-License-Identifier: MIT */
#include "source/seen.h"

#include "base/arena.h"
#include "base/memory.h"
#include "source/open.h"

#include <stdlib.h>
#include <string.h>

struct folder {
	dev_t device;
	ino_t inode;
	bool used;
	uint32_t walk; /* that noted it; 0: forgotten */
};

struct source_seen {
	struct folder *folders; /* open addressing, room is a power of 2 */
	size_t folder_count, folder_room;
	seen_key *keys; /* one a file of the list */
	size_t key_count, key_capacity;
	uint32_t walk;                  /* number of the one that is on */
	size_t walk_keys, walk_singles; /* how many there were when it began */
	size_t single_count;            /* without any of them there can be no doubles: each folder is walked once */
	char *parent;                   /* folder of the last single file, and its status */
	struct stat parent_status;
	bool parent_found;
};

source_seen *seen_create(void)
{
	return memory_zero(1, sizeof(source_seen));
}

void seen_destroy(source_seen *seen)
{
	if (seen == NULL)
		return;
	free(seen->folders);
	free(seen->keys);
	free(seen->parent);
	free(seen);
}

static struct folder *folder_find(const source_seen *seen, dev_t device, ino_t inode)
{
	uint64_t hash = ((uint64_t)inode ^ (uint64_t)device << 40) * 0x9E3779B97F4A7C15u;
	size_t mask = seen->folder_room - 1;
	for (size_t i = (size_t)(hash >> 20) & mask;; i = (i + 1) & mask) {
		struct folder *folder = &seen->folders[i];
		if (!folder->used || (folder->device == device && folder->inode == inode))
			return folder;
	}
}

static void folders_grow(source_seen *seen)
{
	struct folder *old = seen->folders;
	size_t old_room = seen->folder_room;
	seen->folder_room = old_room > 0 ? old_room * 2 : 256;
	seen->folders = memory_zero(seen->folder_room, sizeof(*seen->folders));
	for (size_t i = 0; i < old_room; i++) {
		if (old[i].used)
			*folder_find(seen, old[i].device, old[i].inode) = old[i];
	}
	free(old);
}

bool seen_add_folder(source_seen *seen, dev_t device, ino_t inode, bool *again)
{
	if ((seen->folder_count + 1) * 2 > seen->folder_room)
		folders_grow(seen);
	struct folder *folder = folder_find(seen, device, inode);
	bool noted = folder->used && folder->walk != 0;
	*again = noted && folder->walk == seen->walk;
	if (noted)
		return false;
	seen->folder_count += !folder->used;
	*folder = (struct folder){device, inode, true, seen->walk};
	return true;
}

void seen_begin_walk(source_seen *seen)
{
	seen->walk++;
	seen->walk_keys = seen->key_count;
	seen->walk_singles = seen->single_count;
}

void seen_forget_walk(source_seen *seen)
{
	for (size_t i = 0; i < seen->folder_room; i++) {
		if (seen->folders[i].walk == seen->walk)
			seen->folders[i].walk = 0;
	}
	seen->key_count = seen->walk_keys;
	seen->single_count = seen->walk_singles;
}

void seen_add_file(source_seen *seen, seen_key key, bool single)
{
	memory_reserve(&seen->keys, &seen->key_capacity, seen->key_count + 1, sizeof(*seen->keys));
	seen->keys[seen->key_count++] = key;
	seen->single_count += single;
}

void seen_add_all(source_seen *seen, const source_seen *other)
{
	if (other->key_count == 0)
		return;
	memory_reserve(&seen->keys, &seen->key_capacity, seen->key_count + other->key_count, sizeof(*seen->keys));
	memcpy(seen->keys + seen->key_count, other->keys, other->key_count * sizeof(*seen->keys));
	seen->key_count += other->key_count;
	seen->single_count += other->single_count;
}

/* Status of the folder of `path`. Lists mostly name many files of a folder in turn. */
static bool parent_stat(source_seen *seen, const char *path, struct stat *status)
{
	const char *slash = strrchr(path, '/');
	size_t len = slash == NULL ? 0 : (size_t)(slash - path) + 1;
	if (seen->parent == NULL || strlen(seen->parent) != len || memcmp(seen->parent, path, len) != 0) {
		free(seen->parent);
		seen->parent = memory_copy_bytes(path, len);
		seen->parent_found = open_stat(NULL, len > 0 ? seen->parent : ".", &seen->parent_status) == 0;
	}
	*status = seen->parent_status;
	return seen->parent_found;
}

seen_key seen_key_of(source_list *list, const char *path)
{
	struct stat status;
	bool link = lstat(path, &status) == 0 && S_ISLNK(status.st_mode);
	char *target = link ? realpath(path, NULL) : NULL;
	const char *real = target != NULL ? target : path;
	seen_key key = {.link = link};
	if (parent_stat(list->seen, real, &status)) {
		key.device = status.st_dev;
		key.inode = status.st_ino;
	}
	const char *slash = strrchr(real, '/');
	key.name = arena_copy_string(list->arena, slash != NULL ? slash + 1 : real);
	free(target);
	return key;
}

struct candidate {
	const seen_key *key;
	const source_file *file;
};

static int key_compare(const seen_key *a, const seen_key *b)
{
	if (a->device != b->device)
		return a->device < b->device ? -1 : 1;
	if (a->inode != b->inode)
		return a->inode < b->inode ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int candidate_compare(const void *left, const void *right)
{
	const struct candidate *a = left, *b = right;
	int order = key_compare(a->key, b->key);
	if (order != 0)
		return order;
	if (a->file->root != b->file->root)
		return a->file->root < b->file->root ? -1 : 1;
	if (a->key->link != b->key->link)
		return a->key->link ? 1 : -1;
	return strcmp(a->file->shown, b->file->shown);
}

void seen_drop_doubles(source_list *list)
{
	source_seen *seen = list->seen;
	if (seen->single_count == 0 || list->file_count < 2)
		return;
	struct candidate *candidates = memory_zero(list->file_count, sizeof(*candidates));
	bool *dropped = memory_zero(list->file_count, sizeof(*dropped));
	for (size_t i = 0; i < list->file_count; i++)
		candidates[i] = (struct candidate){&seen->keys[i], &list->files[i]};
	qsort(candidates, list->file_count, sizeof(*candidates), candidate_compare);
	for (size_t i = 1; i < list->file_count; i++) {
		if (key_compare(candidates[i - 1].key, candidates[i].key) == 0)
			dropped[candidates[i].file - list->files] = true;
	}
	size_t kept = 0;
	for (size_t i = 0; i < list->file_count; i++) {
		if (!dropped[i])
			list->files[kept++] = list->files[i];
	}
	list->file_count = kept;
	/* The files are about to be ordered without their keys, and need none any more. */
	seen->single_count = seen->key_count = 0;
	free(candidates);
	free(dropped);
}
