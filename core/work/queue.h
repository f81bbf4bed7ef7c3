/* SPDX-License-Identifier: MIT */
/* Private to the module: the files that no worker has. */
#ifndef ONFLAME_WORK_QUEUE_H
#define ONFLAME_WORK_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define QUEUE_BATCH_MAX 512

/*
 * A batch ends with the file that brings it to so many bytes: a few hundredths of a second of counting, which is the
 * longest that others wait at the end for what one worker still has before it.
 */
#define QUEUE_BATCH_BYTES ((uint64_t)128 * 1024)
#define QUEUE_BATCH_BYTES_MAX ((uint64_t)1024 * 1024) /* where counting turns out to be fast */

/* A file to be tried a second time. */
typedef struct queue_retry {
	uint32_t file;
	char *why; /* owned */
} queue_retry;

typedef struct queue {
	size_t next, end;     /* of `order`: these were never handed out, ... */
	size_t giant, giants; /* ... and these, the huge files in front */
	bool giant_at_hand;   /* some worker has one */
	size_t file_count;
	uint64_t batch_bytes;  /* of a batch; QUEUE_BATCH_BYTES to begin with */
	const uint64_t *sizes; /* may be NULL */
	uint32_t *
		order; /* the largest first, for what is begun last is waited for, the small in a row; NULL: as they are */
	uint32_t *returned; /* handed out, and come back: a worker was lost with them */
	size_t returned_count, returned_capacity;
	queue_retry *retries;
	size_t retry_count, retry_capacity;
} queue;

void queue_init(queue *queue, size_t file_count, const uint64_t *sizes);
void queue_finish(queue *queue);

bool queue_is_empty(const queue *queue);
size_t queue_fresh_count(const queue *queue); /* without the retries */

/* How many files a worker should have at hand, of which there are `workers`: fewer towards the end. */
size_t queue_target(const queue *queue, size_t workers);

/*
 * Takes at most `max` first tries, fewer where they are large, for a worker that has so many bytes before it: one that will be busy for
 * long gets small files only, which others need not wait for. Returns how many.
 */
size_t queue_take(queue *queue, uint32_t *files, size_t max, uint64_t at_hand);

/* Whether parsing the file takes so much memory that it is not done beside another such one as long as others are left. */
bool queue_is_giant(const queue *queue, uint32_t file);
uint64_t queue_bytes(const queue *queue, const uint32_t *files, size_t count);
void queue_return(queue *queue, uint32_t file);

/* Takes of those that came back, which queue_take() does not give. */
size_t queue_take_returned(queue *queue, uint32_t *files, size_t max);

/* The owner of `why` changes with both. False: there is none. */
void queue_add_retry(queue *queue, uint32_t file, char *why);
bool queue_take_retry(queue *queue, queue_retry *retry);

#endif
