/* SPDX-License-Identifier: MIT */
#include "source/share.h"

#include <unistd.h>

void share_init(share *share)
{
	*share = (struct share){.walkers = 1};
	pthread_mutex_init(&share->lock, NULL);
	pthread_cond_init(&share->changed, NULL);
}

void share_folder_finish(share_folder *folder)
{
	buffer_finish(&folder->path);
	buffer_finish(&folder->full);
}

void share_finish(share *share)
{
	for (size_t i = 0; i < share->count; i++) {
		close(share->stock[i].folder);
		share_folder_finish(&share->stock[i]);
	}
	pthread_cond_destroy(&share->changed);
	pthread_mutex_destroy(&share->lock);
}

/* To be called with the lock held, whenever what it looks at has changed. */
static void note_want(share *share)
{
	atomic_store_explicit(&share->wanting, share->walkers > 1 && share->count < SHARE_STOCK, memory_order_relaxed);
}

void share_join(share *share)
{
	pthread_mutex_lock(&share->lock);
	share->walkers++;
	note_want(share);
	pthread_mutex_unlock(&share->lock);
}

void share_leave(share *share)
{
	pthread_mutex_lock(&share->lock);
	share->walkers--;
	note_want(share);
	pthread_mutex_unlock(&share->lock);
}

bool share_wants(share *share)
{
	return atomic_load_explicit(&share->wanting, memory_order_relaxed);
}

void share_give(share *share, const share_folder *folder)
{
	pthread_mutex_lock(&share->lock);
	share->stock[share->count++] = *folder;
	note_want(share);
	bool awaited = share->idle > 0;
	pthread_mutex_unlock(&share->lock);
	if (awaited)
		pthread_cond_signal(&share->changed);
}

bool share_take(share *share, share_folder *folder)
{
	pthread_mutex_lock(&share->lock);
	share->idle++;
	while (share->count == 0 && share->idle < share->walkers)
		pthread_cond_wait(&share->changed, &share->lock);
	bool found = share->count > 0;
	if (found) {
		*folder = share->stock[--share->count];
		share->idle--;
		note_want(share);
	}
	pthread_mutex_unlock(&share->lock);
	/* All are idle and the stock is empty: nobody is left who could give. */
	if (!found)
		pthread_cond_broadcast(&share->changed);
	return found;
}
