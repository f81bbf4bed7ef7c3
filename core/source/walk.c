/* SPDX-License-Identifier: MIT */
/* A walk: no recursion, one reading of each folder, one status of each file that is taken. */
#include "base/arena.h"
#include "base/memory.h"
#include "source/list.h"
#include "source/scope.h"
#include "source/trail.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A link to a folder, set aside so that folders are rather found on the straight way than over a link. */
struct link {
	const char *path, *full;
	const scope *scope;
};

typedef struct walker {
	source_list *list;
	const source_options *options;
	const filter *filter;
	uint32_t root;
	scope_store scopes;
	trail trail;
	opener opener;
	buffer path;  /* of the entry at hand, from the current folder */
	size_t shown; /* where in `path` the part begins that is shown */
	size_t place; /* where in `full` its place begins */
	buffer full;  /* of the entry at hand, absolute and resolved as far as the root */
	buffer names; /* entries of the folder at hand: a byte of their type, then the name and NUL */
	arena *arena; /* holds the strings of links */
	struct link *links;
	size_t link_count, link_capacity;
} walker;

/* Names that version control keeps for itself; `.git` may be a file too. */
static const char *const control_names[] = {".git", ".hg", ".svn", ".bzr", "_darcs", "CVS", ".jj", ".sl", ".pijul"};

static bool is_control(const char *name, bool folder)
{
	if (name[0] != '.' && name[0] != '_' && name[0] != 'C')
		return false;
	for (size_t i = 0; i < sizeof(control_names) / sizeof(control_names[0]); i++) {
		if (strcmp(name, control_names[i]) == 0)
			return folder || i == 0;
	}
	return false;
}

static bool is_gone(int number)
{
	return number == ENOENT || number == ENOTDIR || number == ELOOP;
}

/* Says that the folder or file at hand failed. */
static void fail(walker *w, int number)
{
	size_t len = w->path.len;
	while (len > 1 && w->path.data[len - 1] == '/')
		len--;
	char *path = memory_copy_bytes(buffer_string(&w->path), len);
	list_fail(w->list, len > 0 ? path : ".", number);
	free(path);
}

/* Whether a hidden name or ignore rules leave the entry at hand out, which is put down. */
static bool is_ignored(walker *w, const scope *scope, const char *name, bool folder)
{
	bool hidden = name[0] == '.' && !w->options->hidden, chosen = false;
	enum ignore_verdict verdict = IGNORE_SILENT;
	if (scope != NULL) {
		ignore_entry entry = ignore_entry_of((text){w->full.data, w->full.len}, folder);
		verdict = scope_match(scope, &entry, &chosen);
	}
	if (verdict == IGNORE_OUT)
		w->list->ignored_count++;
	else if (hidden && !(verdict == IGNORE_KEEP && chosen))
		w->list->hidden_count++;
	else
		return false;
	return true;
}

/* Whether options, hidden names or ignore rules leave the entry at hand out. */
static bool is_dropped(walker *w, const scope *scope, const char *name, bool folder)
{
	if (is_control(name, folder))
		return true;
	if (!folder && filter_drops_extension(w->filter, name))
		return true;
	if (filter_drops(w->filter, (text){w->path.data + w->shown, w->path.len - w->shown}, folder))
		return true;
	return is_ignored(w, scope, name, folder);
}

static void take_file(walker *w, const trail_step *step, const struct stat *status)
{
	uint64_t size = (uint64_t)status->st_size;
	if (list_drops_size(w->list, w->path.data, size, w->options))
		return;
	seen_key key = {.device = step->device, .inode = step->inode};
	ignore_entry entry = ignore_entry_of((text){w->full.data, w->full.len}, false);
	list_facts facts = {
		.attributes = scope_attributes(step->scope, &entry),
		.place = w->full.data + w->place,
		.stamp = source_stamp_of(status),
		.repository = step->repository,
	};
	list_add_file(w->list, w->root, w->path.data, w->shown, size, key, &facts, false);
}

static void take_link(walker *w, const trail_step *step, const char *name)
{
	struct stat status;
	if (!w->options->follow_links || is_control(name, false))
		return;
	if (fstatat(dirfd(step->dir), name, &status, 0) < 0) {
		if (!is_dropped(w, step->scope, name, false))
			source_list_skip(w->list, w->path.data, errno == ENOENT ? "broken link" : open_reason(errno),
					 false);
		return;
	}
	bool folder = S_ISDIR(status.st_mode);
	if ((!folder && !S_ISREG(status.st_mode)) || is_dropped(w, step->scope, name, folder))
		return;
	if (!folder) {
		seen_key key = seen_key_of(w->list, w->path.data);
		ignore_entry entry = ignore_entry_of((text){w->full.data, w->full.len}, false);
		list_facts facts = {
			.attributes = scope_attributes(step->scope, &entry),
			.place = w->full.data + w->place,
			.stamp = source_stamp_of(&status),
		};
		if (!list_drops_size(w->list, w->path.data, (uint64_t)status.st_size, w->options))
			list_add_file(w->list, w->root, w->path.data, w->shown, (uint64_t)status.st_size, key, &facts,
				      true);
		return;
	}
	memory_reserve(&w->links, &w->link_capacity, w->link_count + 1, sizeof(*w->links));
	w->links[w->link_count++] = (struct link){
		.path = arena_copy(w->arena, w->path.data, w->path.len),
		.full = arena_copy(w->arena, w->full.data, w->full.len),
		.scope = step->scope,
	};
}

/* `type` as readdir says it, which some file systems leave open. */
static void take_entry(walker *w, const trail_step *step, unsigned char type, const char *name)
{
	struct stat status;
	bool known = false;
	if (type == DT_UNKNOWN) {
		if (fstatat(dirfd(step->dir), name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
			if (!is_gone(errno) && !is_dropped(w, step->scope, name, false))
				fail(w, errno);
			return;
		}
		known = true;
		type = (unsigned char)IFTODT(status.st_mode);
	}
	if (type == DT_LNK) {
		take_link(w, step, name);
		return;
	}
	if ((type != DT_DIR && type != DT_REG) || is_dropped(w, step->scope, name, type == DT_DIR))
		return;
	if (type == DT_DIR) {
		buffer_add(&w->trail.names, name, strlen(name) + 1);
		return;
	}
	if (!known && fstatat(dirfd(step->dir), name, &status, AT_SYMLINK_NOFOLLOW) < 0) {
		if (!is_gone(errno))
			fail(w, errno);
		return;
	}
	if (S_ISREG(status.st_mode))
		take_file(w, step, &status);
}

/* Reads the names in the folder at hand. Ignore files must be known before any entry is judged. */
static unsigned read_names(walker *w, DIR *dir)
{
	unsigned found = 0;
	buffer_clear(&w->names);
	for (;;) {
		errno = 0;
		const struct dirent *entry = readdir(dir);
		if (entry == NULL) {
			if (errno != 0)
				fail(w, errno);
			return found;
		}
		const char *name = entry->d_name;
		if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
			continue;
		found |= scope_found_by_name(&w->scopes, name);
		buffer_add_char(&w->names, (char)entry->d_type);
		buffer_add(&w->names, name, strlen(name) + 1);
	}
}

/* Goes into the folder at hand, whose paths end with '/'; takes the descriptor over. It lies in the repository of that number. */
static void enter(walker *w, int folder, const scope *scope, unsigned found, uint32_t repository)
{
	struct stat status;
	bool known = fstat(folder, &status) == 0;
	if (!known)
		fail(w, errno);
	if (!known || !seen_add_folder(w->list->seen, status.st_dev, status.st_ino)) {
		close(folder);
		return;
	}
	DIR *dir = fdopendir(folder);
	if (dir == NULL) {
		fail(w, errno);
		close(folder);
		return;
	}
	trail_step step = {
		.dir = dir,
		.device = status.st_dev,
		.inode = status.st_ino,
		.path_len = w->path.len,
		.full_len = w->full.len,
		.pending = w->trail.names.len,
	};
	found |= read_names(w, dir);
	step.repository = (found & SCOPE_GIT) == 0
				  ? repository
				  : list_add_repository(w->list, w->path.len > 0 ? w->path.data : ".", "", w->path.len);
	trail_push(&w->trail, step);
	step.scope = scope_enter(&w->scopes, scope, folder, step.full_len, found, w->path.data);
	w->trail.steps[w->trail.count - 1].scope = step.scope;

	const char *end = w->names.data + w->names.len;
	for (const char *at = w->names.data; at != NULL && at < end;) {
		const char *name = at + 1;
		size_t len = strlen(name);
		buffer_truncate(&w->path, step.path_len);
		buffer_truncate(&w->full, step.full_len);
		buffer_add(&w->path, name, len);
		buffer_add(&w->full, name, len);
		take_entry(w, &step, (unsigned char)*at, name);
		at = name + len + 1;
	}
}

/* Walks all that is left below the folders on the trail. */
static void walk_trail(walker *w)
{
	buffer name = BUFFER_INIT;
	while (w->trail.count > 0) {
		const trail_step *step = &w->trail.steps[w->trail.count - 1];
		buffer_truncate(&w->path, step->path_len);
		buffer_truncate(&w->full, step->full_len);
		if (!trail_next(&w->trail, &name)) {
			if (w->trail.count > 1)
				buffer_truncate(&w->path, step[-1].path_len);
			if (trail_pop(&w->trail, &w->opener, w->path.len > 0 ? w->path.data : ".") < 0)
				fail(w, errno);
			continue;
		}
		buffer_add(&w->path, name.data, name.len);
		buffer_add(&w->full, name.data, name.len);
		int folder = open_at(&w->opener, dirfd(step->dir), name.data, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
		if (folder < 0) {
			if (!is_gone(errno))
				fail(w, errno);
			continue;
		}
		buffer_add_char(&w->path, '/');
		buffer_add_char(&w->full, '/');
		enter(w, folder, step->scope, 0, step->repository);
	}
	buffer_finish(&name);
}

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
				if (!is_gone(errno))
					fail(w, errno);
				continue;
			}
			buffer_add_char(&w->path, '/');
			buffer_add_char(&w->full, '/');
			enter(w, folder, links[i].scope, 0, 0);
			walk_trail(w);
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

static void walk_root(walker *w, const char *path)
{
	scope_store_init(&w->scopes, &w->opener, w->list, w->options->no_ignore);
	const scope *above = scope_above(&w->scopes, w->full.data);
	int folder = open_path(&w->opener, path, O_RDONLY | O_DIRECTORY);
	if (folder < 0) {
		list_fail(w->list, path, errno);
	} else {
		bool top = scope_top(above) == 0 || faccessat(folder, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0;
		w->place = top ? w->full.len : scope_top(above);
		enter(w, folder, above, SCOPE_TOP, top ? 0 : add_repository_above(w, scope_top(above)));
		walk_trail(w);
		walk_links(w);
	}
	scope_store_finish(&w->scopes);
}

void walk_folder(source_list *list, uint32_t root, const char *path, bool whole_shown, const filter *filter)
{
	walker w = {.list = list, .options = filter->options, .filter = filter, .root = root, .arena = arena_create()};
	trail_init(&w.trail);
	w.opener = (opener){trail_release, &w.trail};
	set_root(&w, path, whole_shown);
	walk_root(&w, path);

	trail_finish(&w.trail);
	buffer_finish(&w.path);
	buffer_finish(&w.full);
	buffer_finish(&w.names);
	free(w.links);
	arena_destroy(w.arena);
}
