/* SPDX-License-Identifier: MIT */
/* A walk: no recursion, one reading of each folder, one status of each file that is taken. */
#include "source/walker.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* So many entries take some milliseconds: only then are helpers worth their start. */
#define CREW_ENTRIES 1000

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

void walker_fail(walker *w, const buffer *path, int number)
{
	/* Alone it might have had enough of them. */
	if (w->share != NULL && (number == EMFILE || number == ENFILE))
		atomic_store(&w->share->spoiled, true);
	size_t len = path->len;
	while (len > 1 && path->data[len - 1] == '/')
		len--;
	char *copy = memory_copy_bytes(len > 0 ? path->data : "", len);
	list_fail(w->list, len > 0 ? copy : ".", number);
	free(copy);
}

void walker_miss(walker *w, const buffer *path, int number)
{
	if (!is_gone(number))
		walker_fail(w, path, number);
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
			int number = errno;
			if (!is_dropped(w, step->scope, name, false))
				walker_miss(w, &w->path, number);
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
		walker_miss(w, &w->path, errno);
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
				walker_fail(w, &w->path, errno);
			return found;
		}
		const char *name = entry->d_name;
		if (strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
			continue;
		found |= scope_found_by_name(&w->scopes, name);
		w->found++;
		buffer_add_char(&w->names, (char)entry->d_type);
		buffer_add(&w->names, name, strlen(name) + 1);
	}
}

static void lock(walker *w)
{
	if (w->share != NULL)
		pthread_mutex_lock(&w->share->lock);
}

static void unlock(walker *w)
{
	if (w->share != NULL)
		pthread_mutex_unlock(&w->share->lock);
}

/* Where two ways lead to a folder, the faster walker would decide which of them counts. */
static bool is_new(walker *w, const struct stat *status)
{
	bool again;
	lock(w);
	bool added = seen_add_folder(w->whole->seen, status->st_dev, status->st_ino, &again);
	unlock(w);
	if (again && w->share != NULL)
		atomic_store(&w->share->spoiled, true);
	return added;
}

static uint32_t add_repository(walker *w)
{
	lock(w);
	uint32_t number = list_add_repository(w->whole, w->path.len > 0 ? w->path.data : ".", "", w->path.len);
	unlock(w);
	return number;
}

void walker_enter(walker *w, int folder, const scope *scope, unsigned found, uint32_t repository)
{
	struct stat status;
	bool known = fstat(folder, &status) == 0;
	if (!known)
		walker_fail(w, &w->path, errno);
	if (!known || !is_new(w, &status)) {
		close(folder);
		return;
	}
	DIR *dir = fdopendir(folder);
	if (dir == NULL) {
		walker_fail(w, &w->path, errno);
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
	step.repository = (found & SCOPE_GIT) == 0 ? repository : add_repository(w);
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

void walker_go(walker *w)
{
	buffer name = BUFFER_INIT;
	while (w->trail.count > 0) {
		if (w->crew != NULL && w->found >= CREW_ENTRIES)
			crew_call(w);
		if (w->share != NULL && share_wants(w->share))
			crew_give(w);
		const trail_step *step = &w->trail.steps[w->trail.count - 1];
		buffer_truncate(&w->path, step->path_len);
		buffer_truncate(&w->full, step->full_len);
		if (!trail_next(&w->trail, &name)) {
			if (w->trail.count > 1)
				buffer_truncate(&w->path, step[-1].path_len);
			if (trail_pop(&w->trail, &w->opener, w->path.len > 0 ? w->path.data : ".") < 0)
				walker_fail(w, &w->path, errno);
			continue;
		}
		buffer_add(&w->path, name.data, name.len);
		buffer_add(&w->full, name.data, name.len);
		int folder = open_at(&w->opener, dirfd(step->dir), name.data, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
		if (folder < 0) {
			walker_miss(w, &w->path, errno);
			continue;
		}
		buffer_add_char(&w->path, '/');
		buffer_add_char(&w->full, '/');
		walker_enter(w, folder, step->scope, 0, step->repository);
	}
	buffer_finish(&name);
}

void walker_init(walker *w, const walker *like)
{
	*w = (walker){
		.list = like->list,
		.whole = like->whole,
		.options = like->options,
		.filter = like->filter,
		.root = like->root,
		.shown = like->shown,
		.place = like->place,
		.share = like->share,
		.arena = arena_create(),
	};
	trail_init(&w->trail);
	w->opener = (opener){trail_release, &w->trail};
}

void walker_finish(walker *w)
{
	trail_finish(&w->trail);
	buffer_finish(&w->path);
	buffer_finish(&w->full);
	buffer_finish(&w->names);
	free(w->links);
	arena_destroy(w->arena);
}
