/* SPDX-License-Identifier: MIT */
/* Private to the walk: one that walks, alone or as one of several on the same walk. */
#ifndef ONFLAME_SOURCE_WALKER_H
#define ONFLAME_SOURCE_WALKER_H

#include "base/arena.h"
#include "base/buffer.h"
#include "source/list.h"
#include "source/scope.h"
#include "source/share.h"
#include "source/trail.h"

/* A link to a folder, set aside so that folders are rather found on the straight way than over a link. */
struct link {
	const char *path, *full;
	const scope *scope;
};

typedef struct walker {
	source_list *list; /* what it finds; its own, and that of the first walker the whole */
	source_list *
		whole; /* that of the walk; of it all walkers use the folders seen and the repositories, with the lock held */
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
	share *share;      /* NULL: it walks alone */
	struct crew *crew; /* those that may come to its help; NULL: none */
	size_t found;      /* entries */
} walker;

/* walk.c: folders */
void walker_init(walker *w, const walker *like);
void walker_finish(walker *w);
void walker_fail(walker *w, const buffer *path, int number); /* says that a folder or file failed */
void walker_miss(walker *w, const buffer *path, int number); /* the same, but of what is gone nothing */

/* Goes into the folder at hand, whose paths end with '/'; takes the descriptor over. It lies in the repository of that number. */
void walker_enter(walker *w, int folder, const scope *scope, unsigned found, uint32_t repository);
void walker_go(walker *w); /* walks all that is left below the folders on the trail */

/* crew.c: several walkers */
typedef struct crew crew;

/*
 * Lets others help the first walker, which has not begun; NULL: it is to go alone. They are started when there is enough to do.
 */
crew *crew_create(walker *first);
void crew_call(walker *w); /* starts those that are to help */
void crew_give(walker *w); /* hands a folder over, if one is left */

/*
 * Behind the first walker's way: helps the others, waits for them, and adds what they found. False: that may depend on their
 * pace, and nothing was added.
 */
bool crew_close(crew *crew);
void crew_destroy(crew *crew); /* accepts NULL */

#endif
