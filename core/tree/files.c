/* SPDX-License-Identifier: MIT */
#include "tree/files.h"

#include "base/memory.h"

#include <string.h>

tree_file *files_add(tree *tree, size_t *capacity, uint32_t number)
{
	size_t had = *capacity;
	if (had == 0) {
		*capacity = tree->source->file_count;
		tree->files = memory_zero(*capacity, sizeof(*tree->files));
	} else if (number >= had) { /* the list has grown since */
		memory_reserve(&tree->files, capacity, (size_t)number + 1, sizeof(*tree->files));
		memset(tree->files + had, 0, (*capacity - had) * sizeof(*tree->files));
	}
	tree->file_count++;
	return &tree->files[number];
}

void files_close(tree *tree, size_t capacity)
{
	size_t count = 0;
	for (size_t i = 0; i < capacity; i++) {
		if (tree->files[i].source == NULL)
			continue;
		if (count < i)
			tree->files[count] = tree->files[i];
		count++;
	}
	tree->file_count = count;
}
