/* SPDX-License-Identifier: MIT */
#include "tree/roles.h"

#include "base/arena.h"
#include "base/memory.h"

#include <stdlib.h>

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
	static const hash128 none = {0, 0};
	tree_file **order = memory_alloc(tree->file_count * sizeof(*order));
	size_t count = 0, duplicates = 0;
	for (size_t i = 0; i < tree->file_count; i++)
		if (!hash128_equals(tree->files[i].hash, none))
			order[count++] = &tree->files[i];
	qsort(order, count, sizeof(*order), compare_content);
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
