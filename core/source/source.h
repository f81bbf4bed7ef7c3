/* SPDX-License-Identifier: MIT */
/* Which files: folders walked, ignore files obeyed, lists read. */
#ifndef ONFLAME_SOURCE_SOURCE_H
#define ONFLAME_SOURCE_SOURCE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct source_options {
	const char *const *exclude_dirs; /* names or wildcards of folders to leave out (--exclude-dir); ends with NULL; may be NULL */
	const char *const *excludes;     /* wildcards over whole paths and names, as in .gitignore (--exclude); likewise */
	const char *const *include_exts; /* without dot: only these (--include-ext); likewise */
	const char *const *exclude_exts; /* likewise */
	bool hidden;        /* names that begin with a dot too; `.git` and its like stay out */
	bool no_ignore;     /* do not read .gitignore, .ignore, .onflameignore, info/exclude and the global ignore file */
	bool follow_links;
	uint64_t max_file_size; /* bytes; larger ones are left out and reported; 0: no limit */
} source_options;

/* One file to count. */
typedef struct source_file {
	const char *path;  /* how to open it from the current folder */
	const char *shown; /* how reports call it: relative to its root, with '/'; raw bytes of the file system */
	uint32_t root;     /* index of the PATH it came from */
	uint64_t size;     /* bytes, when it was listed */
} source_file;

/* Something left out that the user should hear of. */
typedef struct source_skip {
	const char *path; /* as the user would name it */
	const char *why;  /* "permission denied" ... */
	bool failed;      /* it should have been counted: exit status 1 */
} source_skip;

/* What was found. Files are ordered by root, then by `shown`, byte by byte; no file stands twice. */
typedef struct source_list {
	source_file *files;
	size_t file_count;
	source_skip *skips;
	size_t skip_count;
	const char **roots; /* the PATHs as given */
	size_t root_count;
	struct arena *arena; /* holds the strings */
	size_t file_capacity, skip_capacity, root_capacity;
} source_list;

source_list *source_list_create(void);
void source_list_destroy(source_list *list); /* accepts NULL */

/*
 * Adds all files of PATH: a folder, walked, or a single file, taken whatever the rules say. Folders and files that
 * cannot be read become skips. A PATH that does not exist: -1.
 */
int source_add_path(source_list *list, const char *path, const source_options *options, error *error);

/*
 * Adds the files that a list names, one a line, or with a NUL behind each; "-" is standard input. A listed file that
 * is missing becomes a skip. -1: the list itself cannot be read.
 */
int source_add_list(source_list *list, const char *list_path, bool nul_separated, const source_options *options, error *error);

/* Orders the files and drops the doubles: call once behind the last addition. */
void source_list_close(source_list *list);

/* Adds a skip by hand; the strings are copied. */
void source_list_skip(source_list *list, const char *path, const char *why, bool failed);

#endif
