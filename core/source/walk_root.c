/* SPDX-License-Identifier: MIT */
/* Where a walk begins: its root and, when all else is walked, the links that were found. */
#include "base/memory.h"
#include "source/walker.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int link_compare(const void *left, const void *right)
{
	const struct link *a = left, *b = right;
	return strcmp(a->path, b->path);
}

/* Walks the folders that links lead to, in an order that does not depend on the file system's, until there are no more. */
static void walk_links(walker *w)
{
	while (w->link_count > 0) {
		struct link *links = w->links;
		size_t count = w->link_count;
		w->links = NULL;
		w->link_count = w->link_capacity = 0;
		qsort(links, count, sizeof(*links), link_compare);
		for (size_t i = 0; i < count; i++) {
			buffer_clear(&w->path);
			buffer_clear(&w->full);
			buffer_add_string(&w->path, links[i].path);
			buffer_add_string(&w->full, links[i].full);
			int folder = open_path(&w->opener, w->path.data, O_RDONLY | O_DIRECTORY);
			if (folder < 0) {
				walker_miss(w, &w->path, errno);
				continue;
			}
			buffer_add_char(&w->path, '/');
			buffer_add_char(&w->full, '/');
			walker_enter(w, folder, links[i].scope, 0, 0);
			walker_go(w);
		}
		free(links);
	}
}

/* Sets the paths to those of the root, '/' at their ends. "." goes without saying. */
static void set_root(walker *w, const char *path, bool whole_shown)
{
	const char *given = whole_shown || strcmp(path, "./") == 0 ? filter_strip(path) : path;
	if (strcmp(given, ".") == 0)
		given = "";
	buffer_add_string(&w->path, given);
	if (w->path.len > 0 && w->path.data[w->path.len - 1] != '/')
		buffer_add_char(&w->path, '/');
	w->shown = whole_shown ? 0 : w->path.len;

	/* A path too long to be resolved is walked as if nothing stood above it. */
	char *resolved = realpath(path, NULL);
	buffer_add_string(&w->full, resolved != NULL ? resolved : "/");
	if (w->full.data[w->full.len - 1] != '/')
		buffer_add_char(&w->full, '/');
	free(resolved);
}

/* The repository whose top is the first `top` bytes of the root's absolute path. */
static uint32_t add_repository_above(walker *w, size_t top)
{
	char *folder = memory_copy_bytes(w->full.data, top);
	uint32_t number = list_add_repository(w->list, folder, w->full.data + top, w->path.len);
	free(folder);
	return number;
}

/* False: it is to be walked again, by one walker alone. */
static bool walk_root(walker *w, const char *path, bool together)
{
	bool sound = true;
	scope_store_init(&w->scopes, &w->opener, w->list, w->options->no_ignore);
	const scope *above = scope_above(&w->scopes, w->full.data);
	int folder = open_path(&w->opener, path, O_RDONLY | O_DIRECTORY);
	if (folder < 0) {
		list_fail(w->list, path, errno);
	} else {
		bool top = scope_top(above) == 0 || faccessat(folder, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0;
		w->place = top ? w->full.len : scope_top(above);
		uint32_t repository = top ? 0 : add_repository_above(w, scope_top(above));
		crew *crew = together ? crew_create(w) : NULL;
		walker_enter(w, folder, above, SCOPE_TOP, repository);
		walker_go(w);
		sound = crew == NULL || crew_close(crew);
		crew_destroy(crew);
		walk_links(w);
	}
	scope_store_finish(&w->scopes);
	return sound;
}

static bool walk(source_list *list, uint32_t root, const char *path, bool whole_shown, const filter *filter,
		 bool together)
{
	walker w;
	walker_init(&w,
		    &(walker){.list = list, .whole = list, .options = filter->options, .filter = filter, .root = root});
	set_root(&w, path, whole_shown);
	bool sound = walk_root(&w, path, together);
	walker_finish(&w);
	return sound;
}

void walk_folder(source_list *list, uint32_t root, const char *path, bool whole_shown, const filter *filter)
{
	const source_list before = *list;
	seen_begin_walk(list->seen);
	if (walk(list, root, path, whole_shown, filter, true))
		return;
	list->file_count = before.file_count;
	list->skip_count = before.skip_count;
	list->repository_count = before.repository_count;
	list->ignored_count = before.ignored_count;
	list->hidden_count = before.hidden_count;
	seen_forget_walk(list->seen);
	(void)walk(list, root, path, whole_shown, filter, false);
}
