/* SPDX-License-Identifier: MIT */
/*
 * Which files: folders walked, ignore files obeyed, lists read.
 *
 * A folder's files are all regular files below it, but for what is hidden, excluded or ignored. Never entered: folders of
 * version control (.git, .hg, .svn ...). Never opened: fifos, sockets, devices. Folders with a `.git` of their own are walked,
 * by their own rules. Links are not followed unless asked for; a PATH that is a link is. Each folder is walked once, on
 * whichever ways it can be reached; a file with several hard links is several files.
 *
 * Ignore rules are those of gitignore(5), byte by byte and with case. The first that has a say decides, the deeper folder first:
 * .onflameignore, .ignore (both read in the folders above PATH too), .gitignore (from the top of the repository that PATH lies in),
 * info/exclude, core.excludesFile. Where there is no repository .gitignore holds all the same, from PATH downwards.
 * Whether git tracks a file is not asked. A hidden name comes back by a negated rule of .onflameignore or .ignore only.
 */
#ifndef ONFLAME_SOURCE_SOURCE_H
#define ONFLAME_SOURCE_SOURCE_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct source_options {
	const char *const *
		exclude_dirs; /* names or wildcards of folders to leave out (--exclude-dir); ends with NULL; may be NULL */
	const char *const *excludes; /* wildcards over whole paths and names, as in .gitignore (--exclude); likewise */
	const char *const *
		include_exts; /* without dot: only these (--include-ext); likewise; "d.ts" fits "a.d.ts"; case is ignored */
	const char *const *exclude_exts; /* likewise */
	bool hidden;                     /* names that begin with a dot too; `.git` and its like stay out */
	bool no_ignore; /* do not read .gitignore, .ignore, .onflameignore, info/exclude and the global ignore file */
	bool follow_links;
	uint64_t max_file_size; /* bytes; larger ones are left out and reported; 0: no limit */
	unsigned
		walkers; /* threads that a large folder is walked with, at most; all have ended when it is. 0 counts as 1 */
} source_options;

/*
 * What .gitattributes says of a file for linguist: those of its folder and the folders above to the top of the repository, the nearest
 * first, but info/attributes before all; where there is no repository, from PATH downwards. Read also where ignore files are not.
 */
typedef struct source_attributes {
	const char *language;                                       /* linguist-language; NULL: not said */
	signed char vendored, generated, documentation, detectable; /* 1: yes, 0: no, -1: not said */
	bool filtered;  /* git turns what it keeps into something else: a filter, an encoding, an expanded $Id$ */
	bool converted; /* it may turn ends of lines */
} source_attributes;

/* What tells, without reading a file, that it was not changed. Times are those of stat(): seconds and nanoseconds. */
typedef struct source_stamp {
	uint64_t device;
	uint64_t inode; /* 0: not known */
	int64_t modified, changed;
	uint32_t modified_part, changed_part;
} source_stamp;

/* A repository of git that files of the list lie in. */
typedef struct source_repository {
	const char *folder; /* its top, to be opened from the current folder */
	const char *prefix; /* the path of a file from that top: this and ... */
	size_t skip;        /* ... its `path` from here on */
} source_repository;

/* One file to count. */
typedef struct source_file {
	const char *path;  /* how to open it from the current folder */
	const char *shown; /* how reports call it: relative to its root, with '/'; raw bytes of the file system */
	/*
	 * Where it lies in the repository: from its top, where PATH lies in one, else from PATH; of a file that no walk came to and
	 * that lies in none, as it is shown. NULL: as it is shown.
	 */
	const char *place;
	uint32_t root;       /* index of the PATH it came from */
	uint32_t repository; /* its number in the list, from 1; 0: none, or not known */
	uint64_t folder;     /* inode of the folder that it lies in; 0: not known */
	uint64_t size;       /* bytes, when it was listed */
	source_stamp stamp;  /* likewise */
	source_attributes attributes;
} source_file;

/* Something left out that the user should hear of. */
typedef struct source_skip {
	const char *path; /* as the user would name it */
	const char *why;  /* "permission denied" ... */
	bool failed;      /* it should have been counted: exit status 1 */
	bool doubtful;    /* rules that could not be read: other files may be counted that should not be */
} source_skip;

/* What is known of files and folders beyond what others need; private to the module. */
typedef struct source_seen source_seen;
struct source_single;

/* What was found. Files are ordered by root, then by `shown`, byte by byte; no file stands twice. */
typedef struct source_list {
	source_file *files;
	size_t file_count;
	source_skip *skips;
	size_t skip_count;
	const char **roots; /* the PATHs as given */
	size_t root_count;
	source_repository *repositories;
	size_t repository_count, repository_capacity;
	size_t ignored_count; /* files and folders that ignore rules left out; what lies in such a folder is not known */
	size_t hidden_count;  /* those that only their names hide, likewise */
	struct arena *arena;  /* holds the strings ... */
	struct arena *repository_arena; /* ... but those of repositories, which several walkers find; NULL: none yet */
	size_t file_capacity, skip_capacity, root_capacity;
	source_seen *seen;
	struct source_single *single;
	struct source_list *parts; /* what others found: their strings are needed */
	struct source_list *next_part;
} source_list;

source_list *source_list_create(void);
void source_list_destroy(source_list *list); /* accepts NULL */

/*
 * Adds all files of PATH: a folder, walked, or a single file, taken whatever the rules say (but for max_file_size); it is shown as
 * it was given, without "./". Folders that cannot be read become skips, and so does a PATH that is neither file nor folder.
 * Files that vanish while the walk is on are dropped. A PATH that does not exist: -1.
 */
int source_add_path(source_list *list, const char *path, const source_options *options, error *error);

/*
 * Adds the files that a list names, one a line, or with a NUL behind each; "-" is standard input. They belong to the root "."
 * and are shown as listed, without "./". Excludes and extensions hold for them, ignore files and `hidden` do not; a listed
 * folder is walked. A listed file that is missing becomes a skip. -1: the list itself cannot be read.
 */
int source_add_list(source_list *list, const char *list_path, bool nul_separated, const source_options *options,
		    error *error);

/*
 * Orders files and skips and drops the doubles: call behind the last addition of files. Where skips were added since, it may
 * be called again to order them.
 */
void source_list_close(source_list *list);

/*
 * Tells of each file of the list whose content git's index vouches for, by its status when it was listed, of the blob that git
 * would make of it. `exact`: the file is the blob. Else git may turn ends of lines: then files of that blob and of equal size are
 * equal if one of them holds no carriage return.
 */
typedef void source_vouch(void *payload, uint32_t file, text blob, bool exact);
void source_list_vouch(const source_list *list, source_vouch *tell, void *payload);

/* The status that a stamp is made of. */
struct stat;
source_stamp source_stamp_of(const struct stat *status);
bool source_stamp_equals(const source_stamp *a, const source_stamp *b);

/* Adds a skip by hand; the strings are copied. */
void source_list_skip(source_list *list, const char *path, const char *why, bool failed);

/*
 * Opens a file of the list for reading; its path may be longer than the system takes at once. Never waits: what is no longer a
 * regular file counts as missing. The descriptor is the caller's. `status` becomes the file's; NULL: it is not asked for, and what is
 * no regular file is not told. -1: errno says why.
 */
int source_file_open(const char *path, struct stat *status);

#endif
