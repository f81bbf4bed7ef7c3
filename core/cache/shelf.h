/* SPDX-License-Identifier: MIT */
/* A shelf: what is known of the files of a folder by their status alone, in one value, as a row a file costs more to read. Private to the module. */
#ifndef ONFLAME_CACHE_SHELF_H
#define ONFLAME_CACHE_SHELF_H

#include "base/buffer.h"
#include "base/hash.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is known of a file. */
typedef struct shelf_item {
	uint64_t name;  /* which file of the folder */
	hash128 stamp;  /* what it was */
	bool elsewhere; /* `value` is the key of the row that holds its record; else the record, encoded */
	text value;
} shelf_item;

/* Those of a folder, ordered by name, no two of one name. The values point into what was read. */
typedef struct shelf {
	shelf_item *items;
	size_t count, capacity;
} shelf;

void shelf_finish(shelf *shelf);

/* Adds at the end; nothing is ordered by it. */
void shelf_add(shelf *shelf, const shelf_item *item);

/* Orders by name; of several of one name one stays. */
void shelf_order(shelf *shelf);

/* Empties the shelf and fills it with what shelf_write() wrote. False: it is no such thing. */
bool shelf_read(shelf *shelf, text value);
void shelf_write(const shelf *shelf, buffer *out);

const shelf_item *shelf_find(const shelf *shelf, uint64_t name); /* NULL: it holds none of that name */

#endif
