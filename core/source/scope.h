/* SPDX-License-Identifier: MIT */
/* Which ignore files hold in a folder, and what they say together. */
#ifndef ONFLAME_SOURCE_SCOPE_H
#define ONFLAME_SOURCE_SCOPE_H

#include "base/arena.h"
#include "base/buffer.h"
#include "source/ignore.h"
#include "source/open.h"
#include "source/source.h"

/* What a folder was seen to hold. */
enum scope_found {
	SCOPE_ONFLAMEIGNORE = 1,
	SCOPE_IGNORE = 2,
	SCOPE_GITIGNORE = 4,
	SCOPE_GIT = 8,  /* `.git`: the top of a repository */
	SCOPE_TOP = 16, /* where no repository is: the folder that the user's own git rules count from */
	SCOPE_GITATTRIBUTES = 32
};

/* The rules that hold in a folder: its own, and by way of the folders above it all others. */
typedef struct scope scope;

/* Owner of all scopes of a walk. */
typedef struct scope_store {
	arena *arena;
	struct scope_rules *rules; /* all that were read */
	bool no_ignore;            /* attributes alone are read */
	const opener *opener;
	source_list *list; /* is told of ignore files that cannot be read */
	buffer user_file;  /* path of the user's ignore file */
	bool has_user_file;
} scope_store;

void scope_store_init(scope_store *store, const opener *opener, source_list *list, bool no_ignore);
void scope_store_finish(scope_store *store);

/* What an entry of that name means for the folder that holds it: enum scope_found or 0. */
unsigned scope_found_by_name(const scope_store *store, const char *name);

/*
 * The scope of a folder that holds what `found` says. `base` is the offset in the paths of entries at which the path from
 * this folder begins. `parent` may be NULL. `path` names the folder in messages, with '/' at its end; NULL: no messages.
 */
const scope *scope_enter(scope_store *store, const scope *parent, int folder, size_t base, unsigned found,
			 const char *path);

/*
 * The scope of the folder above `path`, which is absolute and resolved: .gitignore from the top of its repository,
 * .ignore and .onflameignore from the top of the file system. NULL: no rules.
 */
const scope *scope_above(scope_store *store, const char *path);

/* Whether there is a repository whose rules hold here. */
bool scope_in_repository(const scope *scope);

/* The offset in the paths of entries at which the path from the top of that repository begins; 0: there is none. */
size_t scope_top(const scope *scope);

/*
 * The verdict of the strongest rule: .onflameignore before .ignore before .gitignore, the deeper folder first, then
 * info/exclude, then the user's. `*chosen`: it comes from .onflameignore or .ignore. `scope` may be NULL.
 */
enum ignore_verdict scope_match(const scope *scope, const ignore_entry *entry, bool *chosen);

/* What .gitattributes says of the entry. The language lives as long as the store. `scope` may be NULL. */
source_attributes scope_attributes(const scope *scope, const ignore_entry *entry);

#endif
