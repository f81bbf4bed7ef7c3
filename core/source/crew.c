/* SPDX-License-Identifier: MIT */
/*
 * Several walkers on one walk: reading folders is work for the system mostly, which does it for several at a time.
 *
 * What is found must not depend on their pace. Each has a list of its own, the lists are joined at the end and ordered as any; a
 * folder that two ways lead to, and a want of descriptors, which another may have caused, spoil the walk: it is done again, alone.
 */
#include "base/memory.h"
#include "source/walker.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

enum { HELPERS_MAX = SHARE_WALKERS_MAX - 1 };

#define STACK_BYTES ((size_t)512 * 1024) /* whatever the limit of the shell */
#define DESCRIPTORS_EACH 128             /* more than a trail and the stock hold open */

struct crew {
	share share;
	walker *first;
	size_t wanted, count; /* helpers: how many there may be, and those that there are */
	bool called;
	walker helpers[HELPERS_MAX];
	pthread_t threads[HELPERS_MAX];
};

/* One walker must not take the descriptors that another needs. */
static size_t limit_helpers(size_t walkers)
{
	struct rlimit limit;
	size_t wanted = walkers > 1 ? walkers - 1 : 0;
	if (wanted > HELPERS_MAX)
		wanted = HELPERS_MAX;
	if (wanted > 0 && (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur < (wanted + 2) * DESCRIPTORS_EACH))
		return 0;
	return wanted;
}

crew *crew_create(walker *first)
{
	/* Which of several links is followed depends on what was walked before. */
	size_t wanted = first->options->follow_links ? 0 : limit_helpers(first->options->walkers);
	if (wanted == 0)
		return NULL;
	crew *made = memory_zero(1, sizeof(*made));
	made->first = first;
	made->wanted = wanted;
	share_init(&made->share);
	first->crew = made;
	first->share = &made->share;
	return made;
}

/* Walks what others give until there is nothing more. */
static void walk_shared(walker *w)
{
	share_folder next;
	while (share_take(w->share, &next)) {
		buffer_clear(&w->path);
		buffer_clear(&w->full);
		buffer_add(&w->path, next.path.data, next.path.len);
		buffer_add(&w->full, next.full.data, next.full.len);
		share_folder_finish(&next);
		walker_enter(w, next.folder, next.scope, 0, next.repository);
		walker_go(w);
	}
}

static void *help(void *payload)
{
	walk_shared(payload);
	return NULL;
}

static void finish_helper(walker *helper)
{
	scope_store_finish(&helper->scopes);
	source_list_destroy(helper->list);
	walker_finish(helper);
}

/* Signals are for the thread that the program began with. */
static bool start(walker *helper, pthread_t *thread)
{
	sigset_t all, old;
	pthread_attr_t attributes;
	if (pthread_attr_init(&attributes) != 0)
		return false;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	bool started = pthread_attr_setstacksize(&attributes, STACK_BYTES) == 0 &&
		       pthread_create(thread, &attributes, help, helper) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	pthread_attr_destroy(&attributes);
	return started;
}

void crew_call(walker *w)
{
	crew *crew = w->crew;
	if (crew->called)
		return;
	crew->called = true;
	while (crew->count < crew->wanted) {
		walker *helper = &crew->helpers[crew->count];
		walker_init(helper, w);
		helper->list = source_list_create();
		scope_store_init(&helper->scopes, &helper->opener, helper->list, w->options->no_ignore);
		share_join(&crew->share);
		if (!start(helper, &crew->threads[crew->count])) {
			share_leave(&crew->share);
			finish_helper(helper);
			return;
		}
		crew->count++;
	}
}

void crew_give(walker *w)
{
	buffer name = BUFFER_INIT;
	const trail_step *step = trail_give(&w->trail, &name);
	if (step == NULL) {
		buffer_finish(&name);
		return;
	}
	share_folder given = {.scope = step->scope, .repository = step->repository};
	buffer_add(&given.path, w->path.data, step->path_len);
	buffer_add(&given.path, name.data, name.len);
	/* For want of descriptors the opener would close the very folder that this one lies in. */
	given.folder = open_at(NULL, dirfd(step->dir), name.data, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
	if (given.folder < 0) {
		walker_miss(w, &given.path, errno);
		share_folder_finish(&given);
	} else {
		buffer_add_char(&given.path, '/');
		buffer_add(&given.full, w->full.data, step->full_len);
		buffer_add(&given.full, name.data, name.len);
		buffer_add_char(&given.full, '/');
		share_give(w->share, &given);
	}
	buffer_finish(&name);
}

bool crew_close(crew *crew)
{
	if (crew->count == 0)
		return true;
	walk_shared(crew->first);
	for (size_t i = 0; i < crew->count; i++)
		pthread_join(crew->threads[i], NULL);
	if (atomic_load(&crew->share.spoiled))
		return false;
	for (size_t i = 0; i < crew->count; i++) {
		list_add_part(crew->first->whole, crew->helpers[i].list);
		crew->helpers[i].list = NULL;
	}
	return true;
}

void crew_destroy(crew *crew)
{
	if (crew == NULL)
		return;
	for (size_t i = 0; i < crew->count; i++)
		finish_helper(&crew->helpers[i]);
	crew->first->crew = NULL;
	crew->first->share = NULL;
	share_finish(&crew->share);
	free(crew);
}
