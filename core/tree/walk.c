/* SPDX-License-Identifier: MIT */
/* Going over a finished tree. */
#include "tree/tree.h"

#include "base/buffer.h"

#include <string.h>

const tree_node *tree_next(const tree_node *node, const tree_node *top, bool into)
{
	if (into && node->first != NULL)
		return node->first;
	while (node != top && node->next == NULL)
		node = node->parent;
	return node != top ? node->next : NULL;
}

bool tree_is_function(const tree_node *node)
{
	return node->kind == TREE_FRAME && node->own.functions > 0;
}

/* Whether a '/' stands before the part: not before the first, nor behind a PATH that is "/". */
static bool has_slash(const tree_node *part)
{
	return part->parent->kind != TREE_ROOT && strcmp(part->parent->name, "/") != 0;
}

void tree_add_path(buffer *out, const tree_node *node)
{
	if (node->kind == TREE_ROOT) {
		buffer_add_char(out, '.');
		return;
	}
	size_t len = 0;
	for (const tree_node *part = node; part->kind != TREE_ROOT; part = part->parent)
		len += strlen(part->name) + (has_slash(part) ? 1 : 0);

	/* From the last part to the first, each put at its place. */
	buffer_reserve(out, len);
	char *end = out->data + out->len + len;
	*end = '\0';
	out->len += len;
	for (const tree_node *part = node; part->kind != TREE_ROOT; part = part->parent) {
		size_t part_len = strlen(part->name);
		end -= part_len;
		memcpy(end, part->name, part_len);
		if (has_slash(part))
			*--end = '/';
	}
}

/* The counts as numbers in a row, so that one loop checks them all. */
enum { FIELDS = 7 };

static void fields_of(const counts *counts, uint64_t fields[FIELDS])
{
	const uint64_t all[FIELDS] = {counts->lines,     counts->code,       counts->comment,  counts->blank,
				      counts->functions, counts->complexity, counts->cognitive};
	memcpy(fields, all, sizeof(all));
}

/* Overflow is told from balance: a child larger than its parent leaves an own count that wrapped round. */
static bool adds_up(const tree_node *node)
{
	uint64_t sums[FIELDS], totals[FIELDS];
	fields_of(&node->own, sums);
	fields_of(&node->total, totals);
	for (int i = 0; i < FIELDS; i++) {
		if (sums[i] > totals[i])
			return false;
	}
	for (const tree_node *child = node->first; child != NULL; child = child->next) {
		uint64_t more[FIELDS];
		fields_of(&child->total, more);
		for (int i = 0; i < FIELDS; i++) {
			if (more[i] > totals[i] - sums[i])
				return false;
			sums[i] += more[i];
		}
	}
	return memcmp(sums, totals, sizeof(sums)) == 0;
}

static bool lines_add_up(const counts *counts)
{
	return counts->lines == counts->code + counts->comment + counts->blank;
}

const tree_node *tree_find_imbalance(const tree *tree)
{
	for (const tree_node *node = tree->root; node != NULL; node = tree_next(node, tree->root, true)) {
		if (!adds_up(node) || !lines_add_up(&node->total) || !lines_add_up(&node->own))
			return node;
	}
	return NULL;
}
