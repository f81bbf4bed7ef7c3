/* SPDX-License-Identifier: MIT */
#include "source/scope.h"

#include "base/memory.h"
#include "source/attributes.h"
#include "source/gitdir.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define IGNORE_FILE_LIMIT ((size_t)16 * 1024 * 1024) /* bytes */

enum file_kind { FILE_ONFLAMEIGNORE, FILE_IGNORE, FILE_GITIGNORE, FILE_KINDS };

/* In order of strength. Like git, a .gitignore that is a link is not read. */
static const struct {
	const char *name;
	unsigned found;
	int flags;
} files[FILE_KINDS] = {
	[FILE_ONFLAMEIGNORE] = {".onflameignore", SCOPE_ONFLAMEIGNORE, 0},
	[FILE_IGNORE] = {".ignore", SCOPE_IGNORE, 0},
	[FILE_GITIGNORE] = {".gitignore", SCOPE_GITIGNORE, O_NOFOLLOW},
};

static const char attributes_name[] = ".gitattributes";

/* What was read, to be destroyed with the store. */
struct scope_rules {
	ignore_rules *rules;
	attribute_rules *attributes;
	attribute_macros *macros;
	struct scope_rules *next;
};

struct scope {
	size_t base;
	const ignore_rules *rules[FILE_KINDS]; /* NULL: none */
	const scope *next[FILE_KINDS]; /* the next scope above that has rules of that kind and whose rules hold here */
	const scope *top;              /* the scope that has info/exclude and the user's rules; NULL: none */
	const ignore_rules *exclude, *user;
	attribute_layer attributes;     /* of the folder itself; no rules: it has none */
	attribute_layer first;          /* info/attributes; likewise */
	const attribute_layer *layers;  /* of this folder and those above it */
	const attribute_macros *macros; /* of the repository; NULL: no attributes hold here */
};

void scope_store_init(scope_store *store, const opener *opener, source_list *list, bool no_ignore)
{
	*store = (scope_store){.arena = arena_create(), .opener = opener, .list = list, .no_ignore = no_ignore};
	store->has_user_file = !no_ignore && gitdir_user_excludes_file(opener, &store->user_file);
}

void scope_store_finish(scope_store *store)
{
	for (struct scope_rules *at = store->rules; at != NULL; at = at->next) {
		ignore_destroy(at->rules);
		attributes_destroy(at->attributes);
		attribute_macros_destroy(at->macros);
	}
	buffer_finish(&store->user_file);
	arena_destroy(store->arena);
}

unsigned scope_found_by_name(const scope_store *store, const char *name)
{
	if (name[0] != '.')
		return 0;
	for (size_t i = 0; i < FILE_KINDS && !store->no_ignore; i++) {
		if (strcmp(name, files[i].name) == 0)
			return files[i].found;
	}
	if (strcmp(name, attributes_name) == 0)
		return SCOPE_GITATTRIBUTES;
	return strcmp(name, ".git") == 0 ? SCOPE_GIT : 0;
}

static void tell(scope_store *store, const char *path, const char *name, int number)
{
	if (path == NULL || number == ENOENT || number == ENOTDIR || number == ELOOP)
		return;
	buffer full = BUFFER_INIT, why = BUFFER_INIT;
	buffer_printf(&full, "%s%s", path, name);
	buffer_printf(&why, "rules not read: %s", open_reason(number));
	source_list_skip(store->list, full.data, why.data, false);
	store->list->skips[store->list->skip_count - 1].doubtful = true;
	buffer_finish(&full);
	buffer_finish(&why);
}

/* A file of a repository's own folder, which is called .git in what is told, wherever it lies. */
static int read_git_file(scope_store *store, int git, const char *name, const char *path, buffer *out)
{
	if (open_and_read(store->opener, git, name, 0, IGNORE_FILE_LIMIT, out) == 0)
		return 0;
	buffer shown = BUFFER_INIT;
	int number = errno;
	buffer_printf(&shown, ".git/%s", name);
	tell(store, path, shown.data, number);
	buffer_finish(&shown);
	return -1;
}

static void keep(scope_store *store, struct scope_rules what)
{
	struct scope_rules *kept = arena_alloc(store->arena, sizeof(*kept));
	what.next = store->rules;
	*kept = what;
	store->rules = kept;
}

/* The rules in an ignore file's content; NULL: there are none. */
static const ignore_rules *parse(scope_store *store, const buffer *content)
{
	ignore_rules *rules = content->len > 0 ? ignore_parse((text){content->data, content->len}) : NULL;
	if (rules != NULL && ignore_is_empty(rules)) {
		ignore_destroy(rules);
		return NULL;
	}
	if (rules != NULL)
		keep(store, (struct scope_rules){.rules = rules});
	return rules;
}

/* The rules in a file; NULL: there are none. `path` is for messages. */
static const ignore_rules *load(scope_store *store, int folder, const char *name, int flags, const char *path)
{
	buffer content = BUFFER_INIT;
	if (open_and_read(store->opener, folder, name, flags, IGNORE_FILE_LIMIT, &content) < 0)
		tell(store, path, name, errno);
	const ignore_rules *rules = parse(store, &content);
	buffer_finish(&content);
	return rules;
}

/* Adds the rules of an attribute file's content in front of those of `next`. */
static const attribute_layer *add_attributes(scope_store *store, const struct scope *scope, attribute_layer *layer,
					     const buffer *content, const attribute_layer *next)
{
	if (content->len == 0)
		return next;
	attribute_rules *rules = attributes_parse((text){content->data, content->len}, scope->macros);
	if (rules == NULL)
		return next;
	keep(store, (struct scope_rules){.attributes = rules});
	*layer = (attribute_layer){rules, scope->base, next};
	return layer;
}

/* The attribute files of a folder; at the top of a repository with macros, and that of the repository's own folder. */
static void load_attributes(scope_store *store, struct scope *scope, int folder, unsigned found, const char *path)
{
	buffer own = BUFFER_INIT, first = BUFFER_INIT;
	if ((found & SCOPE_GITATTRIBUTES) != 0 &&
	    open_and_read(store->opener, folder, attributes_name, O_NOFOLLOW, IGNORE_FILE_LIMIT, &own) < 0)
		tell(store, path, attributes_name, errno);
	if (scope->top == scope) {
		attribute_macros *macros = attribute_macros_create();
		keep(store, (struct scope_rules){.macros = macros});
		scope->macros = macros;
		scope->layers = NULL;
		int git = (found & SCOPE_GIT) != 0 ? gitdir_open(store->opener, folder) : -1;
		if (git >= 0) {
			(void)read_git_file(store, git, "info/attributes", path, &first);
			close(git);
		}
		attribute_macros_read(macros, (text){buffer_string(&first), first.len});
		attribute_macros_read(macros, (text){buffer_string(&own), own.len});
		add_attributes(store, scope, &scope->first, &first, NULL);
	}
	if (scope->macros != NULL)
		scope->layers = add_attributes(store, scope, &scope->attributes, &own, scope->layers);
	buffer_finish(&own);
	buffer_finish(&first);
}

/* info/exclude, and the file of core.excludesFile, where the repository's own configuration has the last word. */
static void load_top(scope_store *store, struct scope *scope, int folder, const char *path)
{
	buffer file = BUFFER_INIT, config = BUFFER_INIT, exclude = BUFFER_INIT;
	bool has_file = store->has_user_file;
	buffer_add_string(&file, buffer_string(&store->user_file));

	int git = gitdir_open(store->opener, folder);
	if (git >= 0) {
		(void)read_git_file(store, git, "info/exclude", path, &exclude);
		scope->exclude = parse(store, &exclude);
		if (read_git_file(store, git, "config", path, &config) == 0 &&
		    gitdir_parse_excludes_file((text){buffer_string(&config), config.len}, &file))
			has_file = gitdir_expand_home(&file);
		close(git);
	} else {
		tell(store, path, ".git", errno);
	}
	if (has_file && file.len > 0)
		scope->user = load(store, folder, file.data, 0, file.data[0] == '/' && path != NULL ? "" : NULL);
	buffer_finish(&file);
	buffer_finish(&config);
	buffer_finish(&exclude);
}

const scope *scope_enter(scope_store *store, const scope *parent, int folder, size_t base, unsigned found,
			 const char *path)
{
	if (found == 0)
		return parent;
	struct scope *scope = arena_zero(store->arena, 1, sizeof(*scope));
	scope->base = base;
	for (size_t i = 0; i < FILE_KINDS; i++) {
		if ((found & files[i].found) != 0)
			scope->rules[i] = load(store, folder, files[i].name, files[i].flags, path);
		if (parent != NULL)
			scope->next[i] = parent->rules[i] != NULL ? parent : parent->next[i];
	}
	if (parent != NULL) {
		scope->top = parent->top;
		scope->layers = parent->layers;
		scope->macros = parent->macros;
	}
	if ((found & SCOPE_GIT) != 0 || ((found & SCOPE_TOP) != 0 && scope->top == NULL)) {
		/* A repository within another obeys its own rules alone. */
		scope->next[FILE_GITIGNORE] = NULL;
		scope->top = scope;
		if (!store->no_ignore)
			load_top(store, scope, folder, path);
	}
	load_attributes(store, scope, folder, found, path);
	return scope;
}

/* Which of the files there are in a folder of which no listing is at hand. */
static unsigned probe(const scope_store *store, int folder)
{
	unsigned found = faccessat(folder, ".git", F_OK, AT_SYMLINK_NOFOLLOW) == 0 ? SCOPE_GIT : 0;
	if (faccessat(folder, attributes_name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
		found |= SCOPE_GITATTRIBUTES;
	for (size_t i = 0; i < FILE_KINDS && !store->no_ignore; i++) {
		if (faccessat(folder, files[i].name, F_OK, AT_SYMLINK_NOFOLLOW) == 0)
			found |= files[i].found;
	}
	return found;
}

/* The end of the folder that `len` bytes of the path lie in, '/' included; 0: none. */
static size_t parent_length(const char *path, size_t len)
{
	while (len > 0 && path[len - 1] == '/')
		len--;
	while (len > 0 && path[len - 1] != '/')
		len--;
	return len;
}

/* Opens the first `len` bytes of the path. */
static int open_prefix(scope_store *store, const char *path, size_t len)
{
	char *prefix = memory_copy_bytes(path, len);
	int folder = open_path(store->opener, prefix, O_RDONLY | O_DIRECTORY);
	free(prefix);
	return folder;
}

const scope *scope_above(scope_store *store, const char *path)
{
	size_t above = parent_length(path, strlen(path)), top = 0;
	const scope *scope = NULL;

	/* Rules of git hold from the nearest repository on; above it, and where there is none, they are nobody's. */
	for (size_t len = above; len > 0 && top == 0; len = parent_length(path, len)) {
		int folder = open_prefix(store, path, len);
		if (folder >= 0 && (probe(store, folder) & SCOPE_GIT) != 0)
			top = len;
		if (folder >= 0)
			close(folder);
	}
	for (size_t len = 1; len <= above; len++) {
		if (path[len - 1] != '/')
			continue;
		int folder = open_prefix(store, path, len);
		if (folder < 0)
			continue;
		unsigned found = probe(store, folder);
		if (top == 0 || len < top)
			found &= ~(unsigned)(SCOPE_GIT | SCOPE_GITIGNORE | SCOPE_GITATTRIBUTES);
		scope = scope_enter(store, scope, folder, len, found, NULL);
		close(folder);
	}
	return scope;
}

bool scope_in_repository(const scope *scope)
{
	return scope != NULL && scope->top != NULL;
}

size_t scope_top(const scope *scope)
{
	return scope_in_repository(scope) ? scope->top->base : 0;
}

enum ignore_verdict scope_match(const scope *scope, const ignore_entry *entry, bool *chosen)
{
	*chosen = false;
	if (scope == NULL)
		return IGNORE_SILENT;
	enum ignore_verdict verdict = IGNORE_SILENT;
	for (size_t kind = 0; kind < FILE_KINDS; kind++) {
		const struct scope *at = scope->rules[kind] != NULL ? scope : scope->next[kind];
		for (; at != NULL; at = at->next[kind]) {
			verdict = ignore_match(at->rules[kind], entry, at->base);
			if (verdict != IGNORE_SILENT) {
				*chosen = kind != FILE_GITIGNORE;
				return verdict;
			}
		}
	}
	const struct scope *top = scope->top;
	if (top != NULL && top->exclude != NULL)
		verdict = ignore_match(top->exclude, entry, top->base);
	if (top != NULL && verdict == IGNORE_SILENT && top->user != NULL)
		verdict = ignore_match(top->user, entry, top->base);
	return verdict;
}

source_attributes scope_attributes(const scope *scope, const ignore_entry *entry)
{
	static const source_attributes silent = {NULL, -1, -1, -1, -1, false, false};
	if (scope == NULL || scope->macros == NULL)
		return silent;
	const attribute_layer *layers = scope->layers;
	attribute_layer first = scope->top->first;
	if (first.rules != NULL) {
		first.next = layers;
		layers = &first;
	}
	return layers != NULL ? attributes_match(layers, scope->macros, entry) : silent;
}
