/* SPDX-License-Identifier: MIT */
/*
 * What the walkers of one walk have in common: a small stock of folders that any of them may take, so that none is idle while
 * another has many before it. Folders come open: no way is gone twice, which others could change in between.
 */
#ifndef ONFLAME_SOURCE_SHARE_H
#define ONFLAME_SOURCE_SHARE_H

#include "base/buffer.h"
#include "source/scope.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SHARE_WALKERS_MAX 4
#define SHARE_STOCK 8 /* folders; those who give at the same time may put more there */

/* A folder to walk, with what is known on the way to it. */
typedef struct share_folder {
	int folder;        /* its descriptor */
	buffer path, full; /* '/' at their ends */
	const scope *scope;
	uint32_t repository;
} share_folder;

typedef struct share {
	pthread_mutex_t lock; /* also for what the list alone knows: folders seen, repositories */
	pthread_cond_t changed;
	share_folder stock[SHARE_STOCK + SHARE_WALKERS_MAX];
	size_t count;         /* of the stock */
	size_t walkers, idle; /* all of them, at most SHARE_WALKERS_MAX, and those that wait or have ended */
	atomic_bool wanting;  /* the stock is not full, and there is somebody to take of it */
	atomic_bool spoiled;  /* the result may depend on who was where first: to be done again by one walker */
} share;

void share_init(share *share);
void share_finish(share *share); /* all walkers have ended; closes what is left */

/* One walker more, which calls share_take() next. The first one is there from the start. */
void share_join(share *share);
void share_leave(share *share); /* takes that back: it could not be started */

bool share_wants(share *share);
void share_give(share *share,
		const share_folder *folder); /* one where share_wants() said so; its contents are taken over */

/* Waits for a folder, which is the caller's then. False: nothing is left to walk. */
bool share_take(share *share, share_folder *folder);
void share_folder_finish(share_folder *folder); /* all but the descriptor */

#endif
