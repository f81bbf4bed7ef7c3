/* SPDX-License-Identifier: MIT */
/* What is known of files that are named one by one. */
#include "base/memory.h"
#include "source/list.h"
#include "source/scope.h"

#include <stdlib.h>
#include <string.h>

/* The folder of the last file: those of a list mostly come folder by folder. */
struct source_single {
	scope_store scopes;
	char *folder; /* as given, '/' included; NULL: none yet */
	buffer full;  /* the same, absolute and resolved */
	size_t full_len;
	const scope *scope;
};

/* Goes to the folder of a path whose first `len` bytes, '/' included, name it. */
static void enter(struct source_single *single, const char *path, size_t len)
{
	free(single->folder);
	single->folder = memory_copy_bytes(path, len);
	char *resolved = realpath(len > 0 ? single->folder : ".", NULL);
	buffer_clear(&single->full);
	buffer_add_string(&single->full, resolved != NULL ? resolved : "/");
	if (single->full.data[single->full.len - 1] != '/')
		buffer_add_char(&single->full, '/');
	single->full_len = single->full.len;
	/* Any name will do for the file: the folder that it lies in is asked for. */
	buffer_add_char(&single->full, '.');
	single->scope = resolved != NULL ? scope_above(&single->scopes, single->full.data) : NULL;
	free(resolved);
}

list_facts single_facts(source_list *list, const char *path)
{
	if (list->single == NULL) {
		list->single = memory_zero(1, sizeof(*list->single));
		scope_store_init(&list->single->scopes, NULL, list, true);
	}
	struct source_single *single = list->single;
	const char *slash = strrchr(path, '/');
	size_t len = slash != NULL ? (size_t)(slash + 1 - path) : 0;
	if (single->folder == NULL || strlen(single->folder) != len || memcmp(single->folder, path, len) != 0)
		enter(single, path, len);
	buffer_truncate(&single->full, single->full_len);
	buffer_add_string(&single->full, path + len);
	ignore_entry entry = ignore_entry_of((text){single->full.data, single->full.len}, false);
	size_t top = scope_top(single->scope);
	const char *shown = filter_strip(path);
	/* A way that leads out of the current folder says nothing of what it leads to. */
	bool outside = *shown == '/' || strncmp(shown, "../", 3) == 0;
	return (list_facts){
		.attributes = scope_attributes(single->scope, &entry),
		.place = top > 0   ? single->full.data + top
			 : outside ? path + len
				   : shown,
	};
}

void single_finish(source_list *list)
{
	if (list->single == NULL)
		return;
	scope_store_finish(&list->single->scopes);
	free(list->single->folder);
	buffer_finish(&list->single->full);
	free(list->single);
	list->single = NULL;
}
