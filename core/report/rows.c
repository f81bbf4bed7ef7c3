/* SPDX-License-Identifier: MIT */
#include "report/rows.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

uint64_t rows_key(const report_options *options, const counts *counts, uint64_t files)
{
	if (options->sort == REPORT_SORT_FILES)
		return files;
	bool metric = options->sort >= REPORT_CODE && options->sort <= REPORT_COMPLEXITY;
	return report_value(counts, metric ? (enum report_metric)options->sort : options->metric);
}

static report_row *add_row(report_rows *rows, const counts *counts, uint64_t files)
{
	memory_reserve(&rows->items, &rows->capacity, rows->count + 1, sizeof(*rows->items));
	report_row *row = &rows->items[rows->count];
	*row = (report_row){.counts = counts, .files = files, .index = rows->count};
	rows->count++;
	return row;
}

static void collect_languages(report_rows *rows, const tree *tree)
{
	for (size_t i = 0; i < tree->language_count; i++) {
		const tree_language *language = &tree->languages[i];
		if (language->files > 0)
			add_row(rows, &language->total, language->files)->of.language = language;
	}
}

/* Which row the files of each level of the current path go to. */
typedef struct open_rows {
	size_t *at;
	size_t capacity;
} open_rows;

static void open_folder(report_rows *rows, open_rows *open, size_t level, const tree_node *node)
{
	memory_reserve(&rows->folders, &rows->folder_capacity, rows->folder_count + 1, sizeof(*rows->folders));
	rows->folders[rows->folder_count] = (report_folder){.node = node};
	memory_reserve(&open->at, &open->capacity, level + 1, sizeof(*open->at));
	open->at[level] = rows->folder_count++;
}

static void collect_folders(report_rows *rows, const tree *tree, size_t depth)
{
	open_rows open = {0};
	size_t level = 0;
	const tree_node *previous = tree->root;
	open_folder(rows, &open, 0, tree->root);
	for (const tree_node *node = tree_next(previous, tree->root, true); node != NULL;
	     node = tree_next(node, tree->root, node->kind != TREE_FILE)) {
		/* Upwards the level falls by the number of folders left. */
		for (; previous != node->parent; previous = previous->parent)
			level--;
		level++;
		previous = node;
		if (node->kind != TREE_FILE) {
			if (level <= depth)
				open_folder(rows, &open, level, node);
			continue;
		}
		report_folder *folder = &rows->folders[open.at[level - 1 < depth ? level - 1 : depth]];
		counts_add(&folder->counts, &node->total);
		folder->files++;
	}
	free(open.at);
	for (size_t i = 0; i < rows->folder_count; i++) {
		const report_folder *folder = &rows->folders[i];
		if (folder->files > 0)
			add_row(rows, &folder->counts, folder->files)->of.folder = folder;
	}
}

static void collect_roles(report_rows *rows, const tree *tree)
{
	for (size_t i = 0; i < tree->file_count; i++) {
		const tree_file *file = &tree->files[i];
		report_role *role = &rows->roles[role_leading(file->roles)];
		counts_add(&role->counts, &file->node->total);
		role->files++;
	}
	for (int i = 0; i < ROLE_ROWS; i++) {
		report_role *role = &rows->roles[i];
		role->role = (enum role)i;
		if (role->files > 0)
			add_row(rows, &role->counts, role->files)->of.role = role;
	}
}

static void collect_files(report_rows *rows, const tree *tree)
{
	for (const tree_node *node = tree->root; node != NULL;
	     node = tree_next(node, tree->root, node->kind != TREE_FILE)) {
		if (node->kind == TREE_FILE)
			add_row(rows, &node->total, 1)->of.node = node;
	}
}

static void collect_functions(report_rows *rows, const tree *tree)
{
	for (const tree_node *node = tree->root; node != NULL; node = tree_next(node, tree->root, true)) {
		if (tree_is_function(node))
			add_row(rows, &node->total, 0)->of.node = node;
	}
}

static int most_first(const void *left, const void *right)
{
	const report_row *a = left;
	const report_row *b = right;
	if (a->key != b->key)
		return a->key < b->key ? 1 : -1;
	return (a->index > b->index) - (a->index < b->index);
}

static int by_language_name(const void *left, const void *right)
{
	const report_row *a = left;
	const report_row *b = right;
	return strcmp(a->of.language->language->name, b->of.language->language->name);
}

static int by_role_name(const void *left, const void *right)
{
	const report_row *a = left;
	const report_row *b = right;
	return strcmp(role_name(a->of.role->role), role_name(b->of.role->role));
}

static int by_frame_name(const void *left, const void *right)
{
	const report_row *a = left;
	const report_row *b = right;
	int order = strcmp(a->of.node->name, b->of.node->name);
	return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

/* Folders and files were collected in the order of their names. */
static int by_place(const void *left, const void *right)
{
	const report_row *a = left;
	const report_row *b = right;
	return (a->index > b->index) - (a->index < b->index);
}

static void order_rows(report_rows *rows, const report_options *options)
{
	static int (*const by_name[])(const void *, const void *) = {[REPORT_BY_LANGUAGE] = by_language_name,
								     [REPORT_BY_DIRECTORY] = by_place,
								     [REPORT_BY_ROLE] = by_role_name,
								     [REPORT_BY_FILE] = by_place,
								     [REPORT_BY_FUNCTION] = by_frame_name};
	if (rows->count == 0)
		return;
	for (size_t i = 0; i < rows->count; i++) {
		report_row *row = &rows->items[i];
		row->key = rows_key(options, row->counts, row->files);
	}
	bool named = options->sort == REPORT_SORT_NAME;
	qsort(rows->items, rows->count, sizeof(*rows->items), named ? by_name[rows->by] : most_first);
	if (!options->reverse)
		return;
	for (size_t i = 0, j = rows->count - 1; i < j; i++, j--) {
		report_row row = rows->items[i];
		rows->items[i] = rows->items[j];
		rows->items[j] = row;
	}
}

static void cut_rows(report_rows *rows, size_t top)
{
	if (top == 0 || rows->count <= top)
		return;
	for (size_t i = top; i < rows->count; i++) {
		counts_add(&rows->rest, rows->items[i].counts);
		rows->rest_files += rows->items[i].files;
	}
	rows->cut = rows->count - top;
	rows->count = top;
}

void rows_init(report_rows *rows, const tree *tree, const report_options *options, enum report_by by)
{
	*rows = (report_rows){.by = by, .functions = options->functions};
	switch (by) {
	case REPORT_BY_LANGUAGE:
		collect_languages(rows, tree);
		break;
	case REPORT_BY_DIRECTORY:
		collect_folders(rows, tree, options->depth);
		break;
	case REPORT_BY_ROLE:
		collect_roles(rows, tree);
		break;
	case REPORT_BY_FILE:
		collect_files(rows, tree);
		break;
	case REPORT_BY_FUNCTION:
		collect_functions(rows, tree);
		break;
	}
	order_rows(rows, options);
	cut_rows(rows, options->top);
}

void rows_finish(report_rows *rows)
{
	free(rows->items);
	free(rows->folders);
	*rows = (report_rows){0};
}

void rows_add_name(buffer *out, const report_rows *rows, const report_row *row)
{
	switch (rows->by) {
	case REPORT_BY_LANGUAGE:
		buffer_add_string(out, row->of.language->language->name);
		break;
	case REPORT_BY_DIRECTORY:
		tree_add_path(out, row->of.folder->node);
		break;
	case REPORT_BY_ROLE:
		buffer_add_string(out, role_name(row->of.role->role));
		break;
	case REPORT_BY_FILE:
		tree_add_path(out, row->of.node);
		break;
	case REPORT_BY_FUNCTION:
		buffer_add_string(out, row->of.node->name);
		break;
	}
}

void rows_add_location(buffer *out, const tree_node *frame)
{
	tree_add_path(out, frame->file->node);
	buffer_printf(out, ":%u", (unsigned)frame->start);
}
