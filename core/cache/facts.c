/* SPDX-License-Identifier: MIT */
/* What is told of the cache, and how it is emptied. */
#include "cache/cache.h"

#include "cache/database.h"
#include "cache/folder.h"

#include <stdlib.h>
#include <unistd.h>

/* The database of the cache in a folder. */
typedef struct opened {
	int lock;
	char *path;
	store *store;
} opened;

static int open_in(const char *folder, opened *out, error *error)
{
	bool unsafe;
	*out = (opened){.lock = folder_open(folder, &unsafe, error)};
	if (out->lock < 0)
		return -1;
	out->path = database_path(folder);
	out->store = database_open(out->lock, out->path, error);
	return out->store != NULL ? 0 : -1;
}

static void close_all(opened *opened)
{
	store_close(opened->store);
	if (opened->lock >= 0)
		close(opened->lock);
	free(opened->path);
}

int cache_tell(const char *folder, cache_facts *facts, error *error)
{
	opened opened;
	store_facts told = {0};
	int status = open_in(folder, &opened, error);
	if (status == 0 && store_tell(opened.store, &told) != STORE_DONE)
		status = error_set(error, "%s: cannot be read; onflame cache clear begins it anew", opened.path);
	*facts = (cache_facts){
		.records = told.files,
		.bytes = status == 0 ? database_bytes(opened.path) : 0,
		.oldest_day = told.oldest,
		.last_day = told.last,
	};
	close_all(&opened);
	return status;
}

int cache_clear(const char *folder, error *error)
{
	opened opened;
	int status = open_in(folder, &opened, error);
	enum store_status cleared = status == 0 ? store_clear(opened.store) : STORE_DONE;
	store_close(opened.store);
	opened.store = NULL;
	if (cleared != STORE_DONE && !(cleared == STORE_BROKEN && database_throw_away(opened.lock, opened.path)))
		status = error_set(error, "%s: cannot be cleared; it is in use, or the disk is full", opened.path);
	close_all(&opened);
	return status;
}
