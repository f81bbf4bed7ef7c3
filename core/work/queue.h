/* SPDX-License-Identifier: MIT */
/* Private to the module: the files that no worker has. */
#ifndef ONFLAME_WORK_QUEUE_H
#define ONFLAME_WORK_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define QUEUE_BATCH_MAX 64

/* A file to be tried a second time. */
typedef struct queue_retry {
	uint32_t file;
	char *why; /* owned */
} queue_retry;

typedef struct queue {
	size_t next, file_count; /* files from `next` on were never handed out */
	const uint64_t *sizes;   /* may be NULL */
	uint32_t *returned;      /* handed out, and come back untried */
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

/* Takes at most `max` first tries, fewer where they are large. Returns how many. */
size_t queue_take(queue *queue, uint32_t *files, size_t max);
void queue_return(queue *queue, uint32_t file);

/* The owner of `why` changes with both. False: there is none. */
void queue_add_retry(queue *queue, uint32_t file, char *why);
bool queue_take_retry(queue *queue, queue_retry *retry);

#endif
