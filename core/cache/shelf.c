/* SPDX-License-Identifier: MIT */
#include "cache/shelf.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* In front of each value. */
typedef struct head {
	uint64_t name;
	hash128 stamp;
	uint32_t len, elsewhere;
} head;

void shelf_finish(shelf *shelf)
{
	free(shelf->items);
	*shelf = (struct shelf){0};
}

void shelf_add(shelf *shelf, const shelf_item *item)
{
	memory_reserve(&shelf->items, &shelf->capacity, shelf->count + 1, sizeof(*shelf->items));
	shelf->items[shelf->count++] = *item;
}

static int compare_items(const void *left, const void *right)
{
	const shelf_item *a = left, *b = right;
	return (a->name > b->name) - (a->name < b->name);
}

void shelf_order(shelf *shelf)
{
	size_t kept = 0;
	if (shelf->count > 1)
		qsort(shelf->items, shelf->count, sizeof(*shelf->items), compare_items);
	for (size_t i = 0; i < shelf->count; i++) {
		if (kept == 0 || shelf->items[kept - 1].name != shelf->items[i].name)
			shelf->items[kept++] = shelf->items[i];
	}
	shelf->count = kept;
}

bool shelf_read(shelf *shelf, text value)
{
	head head;
	shelf->count = 0;
	while (value.len >= sizeof(head)) {
		memcpy(&head, value.data, sizeof(head));
		value.data += sizeof(head);
		value.len -= sizeof(head);
		if (head.len > value.len || head.elsewhere > 1)
			return false;
		const shelf_item item = {head.name, head.stamp, head.elsewhere == 1, {value.data, head.len}};
		if (shelf->count > 0 && shelf->items[shelf->count - 1].name >= item.name)
			return false;
		shelf_add(shelf, &item);
		value.data += head.len;
		value.len -= head.len;
	}
	return value.len == 0;
}

void shelf_write(const shelf *shelf, buffer *out)
{
	for (size_t i = 0; i < shelf->count; i++) {
		const shelf_item *item = &shelf->items[i];
		const head head = {item->name, item->stamp, (uint32_t)item->value.len, item->elsewhere};
		buffer_add(out, (const char *)&head, sizeof(head));
		buffer_add(out, item->value.data, item->value.len);
	}
}

const shelf_item *shelf_find(const shelf *shelf, uint64_t name)
{
	const shelf_item wanted = {.name = name};
	if (shelf->count == 0)
		return NULL;
	return bsearch(&wanted, shelf->items, shelf->count, sizeof(wanted), compare_items);
}
