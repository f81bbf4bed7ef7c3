/* SPDX-License-Identifier: MIT */
/* What the parts of the module do to a source list. */
#ifndef ONFLAME_SOURCE_LIST_H
#define ONFLAME_SOURCE_LIST_H

#include "source/filter.h"
#include "source/seen.h"
#include "source/source.h"

/* What is known of a file beside its path. */
typedef struct list_facts {
	source_attributes attributes;
	const char *place; /* as in a source_file; the others too */
	source_stamp stamp;
	uint32_t repository;
} list_facts;

/*
 * Adds a file. `shown` is where in `path` the part begins that is shown. All strings are copied. A key without a name gets the
 * file's.
 */
void list_add_file(source_list *list, uint32_t root, const char *path, size_t shown, uint64_t size, seen_key key,
		   const list_facts *facts, bool single);

/* The number of a new root. */
uint32_t list_add_root(source_list *list, const char *path);

/* The number of a new repository. The strings are copied. */
uint32_t list_add_repository(source_list *list, const char *folder, const char *prefix, size_t skip);

/* Adds a single file, unless it is too large, under that root. */
void list_add_single(source_list *list, uint32_t root, const char *path, const struct stat *status,
		     const source_options *options);

/* Whether the file is too large; says so in a skip. */
bool list_drops_size(source_list *list, const char *path, uint64_t size, const source_options *options);

/* Adds a skip for what failed with that errno. */
void list_fail(source_list *list, const char *path, int number);

/* Adds all that another list holds but roots and repositories, and owns it from then on. */
void list_add_part(source_list *list, source_list *part);

/* The facts of a file that no walk came to. They hold until the next file is asked for, the language as long as the list. */
list_facts single_facts(source_list *list, const char *path);
void single_finish(source_list *list);

/*
 * Adds the files of a folder. `whole_shown`: they are shown with the folder's own path in front, not relative to it.
 */
void walk_folder(source_list *list, uint32_t root, const char *path, bool whole_shown, const filter *filter);

#endif
