/* SPDX-License-Identifier: MIT */
/* Which files git knows the content of, by its index and their status alone. */
#include "base/memory.h"
#include "source/git_index.h"
#include "source/gitdir.h"
#include "source/source.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A repository whose index is gone through as its files are. */
typedef struct voucher {
	const source_repository *repository;
	git_index index;
	git_entry entry;
	bool has_entry;
	bool exact; /* nothing turns ends of lines into others */
	source_vouch *tell;
	void *payload;
} voucher;

/* The order of a file's path in the repository against that of the entry. */
static int compare_path(const voucher *voucher, const source_file *file)
{
	const char *parts[2] = {voucher->repository->prefix, file->path + voucher->repository->skip};
	text rest = voucher->entry.path;
	for (size_t i = 0; i < 2; i++) {
		size_t len = strlen(parts[i]);
		size_t both = len < rest.len ? len : rest.len;
		int order = both > 0 ? memcmp(parts[i], rest.data, both) : 0;
		if (order != 0)
			return order;
		if (len > rest.len)
			return 1;
		rest = (text){rest.data + both, rest.len - both};
	}
	return rest.len > 0 ? -1 : 0;
}

static bool is_time(git_time time, int64_t seconds, uint32_t nanoseconds)
{
	return seconds >= 0 && seconds <= UINT32_MAX && time.seconds == (uint32_t)seconds &&
	       time.nanoseconds == nanoseconds;
}

/* Whether the file is as git saw it: all that git looks at, and always the time of change, which nobody can set back. */
static bool is_unchanged(const git_entry *entry, const source_file *file)
{
	const source_stamp *stamp = &file->stamp;
	return entry->inode == (uint32_t)stamp->inode && entry->size == (uint32_t)file->size &&
	       is_time(entry->modified, stamp->modified, stamp->modified_part) &&
	       is_time(entry->changed, stamp->changed, stamp->changed_part);
}

static void vouch_for(voucher *voucher, const source_list *list, uint32_t number)
{
	const source_file *file = &list->files[number];
	int order = 1;
	while (voucher->has_entry && (order = compare_path(voucher, file)) > 0)
		voucher->has_entry = git_index_next(&voucher->index, &voucher->entry);
	const git_entry *entry = &voucher->entry;
	if (!voucher->has_entry || order != 0 || file->attributes.filtered || !entry->plain)
		return;
	if (is_unchanged(entry, file) && git_entry_is_settled(entry, voucher->index.written))
		voucher->tell(voucher->payload, number, (text){entry->id, voucher->index.id_len},
			      voucher->exact && !file->attributes.converted);
}

/* False: nothing can be said of its files. */
static bool open_voucher(voucher *voucher)
{
	const opener opener = {0};
	int tree = open_path(&opener, voucher->repository->folder, O_RDONLY | O_DIRECTORY);
	int own = tree >= 0 ? gitdir_open_own(&opener, tree) : -1;
	int common = own >= 0 ? gitdir_open(&opener, tree) : -1;
	unsigned conversions = common >= 0 ? gitdir_own_conversions(&opener, common) : GITDIR_FILTERS;
	bool opened = (conversions & GITDIR_FILTERS) == 0 && git_index_open(&opener, own, &voucher->index) == 0;
	voucher->exact &= (conversions & GITDIR_LINES) == 0;
	const int folders[] = {tree, own, common};
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		if (folders[i] >= 0)
			close(folders[i]);
	}
	if (opened)
		voucher->has_entry = git_index_next(&voucher->index, &voucher->entry);
	return opened;
}

/* Numbers of the files, those of a repository in a row and else in the list's order. `ends`: where each row ends. */
static uint32_t *order_files(const source_list *list, size_t *ends)
{
	uint32_t *order = memory_alloc(list->file_count * sizeof(*order));
	size_t *starts = memory_zero(list->repository_count + 2, sizeof(*starts));
	for (size_t i = 0; i < list->file_count; i++)
		starts[list->files[i].repository + 1]++;
	for (size_t i = 1; i <= list->repository_count; i++)
		starts[i] += starts[i - 1];
	for (size_t i = 0; i < list->file_count; i++)
		order[starts[list->files[i].repository]++] = (uint32_t)i;
	memcpy(ends, starts, (list->repository_count + 1) * sizeof(*ends));
	free(starts);
	return order;
}

void source_list_vouch(const source_list *list, source_vouch *tell, void *payload)
{
	const opener opener = {0};
	if (list->repository_count == 0 || list->file_count == 0)
		return;
	unsigned conversions = gitdir_user_conversions(&opener);
	if ((conversions & GITDIR_FILTERS) != 0)
		return;
	size_t *ends = memory_zero(list->repository_count + 1, sizeof(*ends));
	uint32_t *order = order_files(list, ends);
	for (size_t i = 1; i <= list->repository_count; i++) {
		voucher voucher = {
			.repository = &list->repositories[i - 1],
			.exact = (conversions & GITDIR_LINES) == 0,
			.tell = tell,
			.payload = payload,
		};
		if (ends[i] == ends[i - 1] || !open_voucher(&voucher))
			continue;
		for (size_t at = ends[i - 1]; at < ends[i]; at++)
			vouch_for(&voucher, list, order[at]);
		git_index_close(&voucher.index);
	}
	free(order);
	free(ends);
}
