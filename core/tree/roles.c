/* SPDX-License-Identifier: MIT */
#include "tree/roles.h"

#include "base/arena.h"
#include "base/memory.h"

#include <stdlib.h>

enum { GROUP_BITS_MAX = 24 };

static int compare_number(uint64_t a, uint64_t b)
{
	return (a > b) - (a < b);
}

/* Files of the same content together, each such group in the order of the list. */
static int compare_content(const void *left, const void *right)
{
	const tree_file *a = *(const tree_file *const *)left;
	const tree_file *b = *(const tree_file *const *)right;
	int order = compare_number(a->hash.high, b->hash.high);
	if (order == 0)
		order = compare_number(a->hash.low, b->hash.low);
	if (order == 0)
		order = compare_number(a->bytes, b->bytes);
	return order != 0 ? order : (a->source > b->source) - (a->source < b->source);
}

static bool same_content(const tree_file *a, const tree_file *b)
{
	return hash128_equals(a->hash, b->hash) && a->bytes == b->bytes;
}

/* Which of 2^bits groups the content is in: those of one content are in one. */
static size_t group_of(const tree_file *file, unsigned bits)
{
	return bits > 0 ? (size_t)(file->hash.high >> (64 - bits)) : 0;
}

/*
 * The files that have a hash, those of one content in a row. They are dealt out to about as many groups as there are files, and only
 * within a group compared: hashes of somebody's choice may all fall into one.
 */
static tree_file **group_by_content(tree *tree, size_t *count)
{
	static const hash128 none = {0, 0};
	unsigned bits = 0;
	while (bits < GROUP_BITS_MAX && tree->file_count >> bits > 1)
		bits++;
	size_t groups = (size_t)1 << bits;
	uint32_t *ends = memory_zero(groups + 1, sizeof(*ends));
	tree_file **order = memory_alloc(tree->file_count * sizeof(*order));
	for (size_t i = 0; i < tree->file_count; i++)
		ends[group_of(&tree->files[i], bits) + 1] += !hash128_equals(tree->files[i].hash, none);
	for (size_t i = 0; i < groups; i++)
		ends[i + 1] += ends[i];
	*count = ends[groups];
	/* Each group's start moves on to its end. */
	for (size_t i = 0; i < tree->file_count; i++) {
		if (!hash128_equals(tree->files[i].hash, none))
			order[ends[group_of(&tree->files[i], bits)]++] = &tree->files[i];
	}
	for (size_t i = 0, start = 0; i < groups; start = ends[i++]) {
		if (ends[i] - start > 1)
			qsort(order + start, ends[i] - start, sizeof(*order), compare_content);
	}
	free(ends);
	return order;
}

static void drop_duplicates(tree *tree, size_t count)
{
	tree->dropped = arena_alloc(tree->arena, count * sizeof(*tree->dropped));
	size_t kept = 0;
	for (size_t i = 0; i < tree->file_count; i++) {
		const tree_file *file = &tree->files[i];
		if ((file->roles & ROLE_BIT(ROLE_DUPLICATE)) != 0)
			tree->dropped[tree->dropped_count++] = (tree_dropped){file->source, file->same_as};
		else
			tree->files[kept++] = *file;
	}
	tree->file_count = kept;
}

void roles_find_duplicates(tree *tree, bool drop)
{
	size_t count, duplicates = 0;
	tree_file **order = group_by_content(tree, &count);
	for (size_t i = 1, first = 0; i < count; i++) {
		if (!same_content(order[first], order[i])) {
			first = i;
			continue;
		}
		order[i]->roles |= ROLE_BIT(ROLE_DUPLICATE);
		order[i]->same_as = order[first]->source;
		duplicates++;
	}
	free(order);
	if (drop && duplicates > 0)
		drop_duplicates(tree, duplicates);
}

static tree_roles *sums_of(struct arena *arena, tree_node *folder)
{
	if (folder->roles == NULL)
		folder->roles = arena_zero(arena, 1, sizeof(*folder->roles));
	return folder->roles;
}

void roles_add_child(struct arena *arena, tree_node *parent, const tree_node *child)
{
	bool file = child->kind == TREE_FILE;
	role_set roles = file ? child->file->roles : 0;
	if (roles == 0 && child->roles == NULL)
		return;
	tree_roles *sums = sums_of(arena, parent);
	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!file) {
			sums->files[role] += child->roles->files[role];
			counts_add(&sums->sums[role], &child->roles->sums[role]);
		} else if ((roles & ROLE_BIT(role)) != 0) {
			sums->files[role]++;
			counts_add(&sums->sums[role], &child->total);
		}
	}
}
