/* SPDX-License-Identifier: MIT */
/*
 * A walk lists the files of a folder in a row. So names are compared within a row and folders among each other, which are few, and both
 * are then laid into each other: a tenth of what comparing whole paths costs.
 */
#include "source/order.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

typedef struct entry {
	uint64_t key;     /* the name's first bytes, in whose order numbers are */
	const char *name; /* without its folder */
	size_t file;
} entry;

/* The entries of a folder, from `next` on. */
typedef struct row {
	const char *folder; /* `shown` of one of its files, of which `len` bytes are the folder, '/' at its end */
	size_t len;
	uint32_t root;
	size_t next, end;
	struct row *above; /* the next folder above that has a row; of rows that are being laid out */
} row;

typedef struct rows {
	row *items;
	size_t count, capacity;
	entry *entries;
} rows;

static int compare_files(const void *left, const void *right)
{
	const source_file *a = left, *b = right;
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	return strcmp(a->shown, b->shown);
}

static int compare_entries(const void *left, const void *right)
{
	const entry *a = left, *b = right;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return strcmp(a->name, b->name);
}

static int compare_rows(const void *left, const void *right)
{
	const row *a = left, *b = right;
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	int order = memcmp(a->folder, b->folder, a->len < b->len ? a->len : b->len);
	return order != 0 ? order : (a->len > b->len) - (a->len < b->len);
}

static uint64_t key_of(const char *name)
{
	uint64_t key = 0;
	for (size_t i = 0; i < sizeof(key); i++)
		key = key << 8 | (*name != '\0' ? (unsigned char)*name++ : 0u);
	return key;
}

static bool is_in(const row *row, const source_file *file)
{
	return file->root == row->root && strncmp(file->shown, row->folder, row->len) == 0 &&
	       strchr(file->shown + row->len, '/') == NULL;
}

static void find_rows(const source_list *list, rows *rows)
{
	row *last = NULL;
	rows->entries = memory_alloc(list->file_count * sizeof(*rows->entries));
	for (size_t i = 0; i < list->file_count; i++) {
		const source_file *file = &list->files[i];
		if (last == NULL || !is_in(last, file)) {
			const char *slash = strrchr(file->shown, '/');
			size_t len = slash != NULL ? (size_t)(slash - file->shown) + 1 : 0;
			memory_reserve(&rows->items, &rows->capacity, rows->count + 1, sizeof(*rows->items));
			last = &rows->items[rows->count++];
			*last = (row){.folder = file->shown, .len = len, .root = file->root, .next = i};
		}
		last->end = i + 1;
		const char *name = file->shown + last->len;
		rows->entries[i] = (entry){key_of(name), name, i};
	}
}

/* False: a folder has several rows, as in a list by hand. */
static bool sort_rows(const rows *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const row *row = &rows->items[i];
		qsort(rows->entries + row->next, row->end - row->next, sizeof(*rows->entries), compare_entries);
	}
	qsort(rows->items, rows->count, sizeof(*rows->items), compare_rows);
	for (size_t i = 1; i < rows->count; i++)
		if (compare_rows(&rows->items[i - 1], &rows->items[i]) == 0)
			return false;
	return true;
}

static bool is_above(const row *above, const row *row)
{
	return above->root == row->root && above->len < row->len && memcmp(above->folder, row->folder, above->len) == 0;
}

/* Lays out the files that come before what is called `until`; NULL: all that are left. */
static void lay_out(const rows *rows, row *row, const char *until, size_t **at)
{
	while (row->next < row->end && (until == NULL || strcmp(rows->entries[row->next].name, until) < 0))
		*(*at)++ = rows->entries[row->next++].file;
}

/* Which file comes at which place. */
static size_t *lay_out_all(const rows *rows, size_t file_count)
{
	size_t *order = memory_alloc(file_count * sizeof(*order)), *at = order;
	row *top = NULL;
	for (size_t i = 0; i < rows->count; i++) {
		row *next = &rows->items[i];
		for (; top != NULL && !is_above(top, next); top = top->above)
			lay_out(rows, top, NULL, &at);
		if (top != NULL)
			lay_out(rows, top, next->folder + top->len, &at);
		next->above = top;
		top = next;
	}
	for (; top != NULL; top = top->above)
		lay_out(rows, top, NULL, &at);
	return order;
}

/* In place, round each circle of files that take each other's places: a second array would be as large as the list. */
static void move_files(source_file *files, size_t *order, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (order[i] == i)
			continue;
		source_file held = files[i];
		size_t to = i;
		for (size_t from = order[to]; from != i; from = order[to]) {
			files[to] = files[from];
			order[to] = to;
			to = from;
		}
		files[to] = held;
		order[to] = to;
	}
}

/* A list that is closed again mostly has new skips alone. */
static bool are_ordered(const source_list *list)
{
	for (size_t i = 1; i < list->file_count; i++)
		if (compare_files(&list->files[i - 1], &list->files[i]) > 0)
			return false;
	return true;
}

void list_order(source_list *list)
{
	if (are_ordered(list))
		return;
	rows rows = {0};
	find_rows(list, &rows);
	if (sort_rows(&rows)) {
		size_t *order = lay_out_all(&rows, list->file_count);
		move_files(list->files, order, list->file_count);
		free(order);
	} else {
		qsort(list->files, list->file_count, sizeof(*list->files), compare_files);
	}
	free(rows.items);
	free(rows.entries);
}
