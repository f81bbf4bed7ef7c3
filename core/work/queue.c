/* SPDX-License-Identifier: MIT */
#include "work/queue.h"

#include "base/memory.h"

#include <stdlib.h>

/*
 * A batch ends with the file that brings it to so many bytes: a few hundredths of a second of counting, which is the
 * longest that others wait at the end for what one worker still has before it.
 */
#define BATCH_BYTES ((uint64_t)128 * 1024)

void queue_init(queue *queue, size_t file_count, const uint64_t *sizes)
{
	*queue = (struct queue){.file_count = file_count, .sizes = sizes};
}

void queue_finish(queue *queue)
{
	for (size_t i = 0; i < queue->retry_count; i++)
		free(queue->retries[i].why);
	free(queue->retries);
	free(queue->returned);
}

size_t queue_fresh_count(const queue *queue)
{
	return queue->returned_count + (queue->file_count - queue->next);
}

bool queue_is_empty(const queue *queue)
{
	return queue->retry_count == 0 && queue_fresh_count(queue) == 0;
}

size_t queue_target(const queue *queue, size_t workers)
{
	size_t share = queue_fresh_count(queue) / (workers * 8);
	if (share < 1)
		return 1;
	return share < QUEUE_BATCH_MAX ? share : QUEUE_BATCH_MAX;
}

size_t queue_take(queue *queue, uint32_t *files, size_t max)
{
	size_t count = 0;
	uint64_t bytes = 0;
	while (count < max && bytes < BATCH_BYTES && queue_fresh_count(queue) > 0) {
		uint32_t file;
		if (queue->returned_count > 0)
			file = queue->returned[--queue->returned_count];
		else
			file = (uint32_t)queue->next++;
		files[count++] = file;
		if (queue->sizes != NULL)
			bytes += queue->sizes[file] < BATCH_BYTES ? queue->sizes[file] : BATCH_BYTES;
	}
	return count;
}

void queue_return(queue *queue, uint32_t file)
{
	memory_reserve(&queue->returned, &queue->returned_capacity, queue->returned_count + 1,
		       sizeof(*queue->returned));
	queue->returned[queue->returned_count++] = file;
}

void queue_add_retry(queue *queue, uint32_t file, char *why)
{
	memory_reserve(&queue->retries, &queue->retry_capacity, queue->retry_count + 1, sizeof(*queue->retries));
	queue_retry *added = &queue->retries[queue->retry_count++];
	added->file = file;
	added->why = why;
}

bool queue_take_retry(queue *queue, queue_retry *retry)
{
	if (queue->retry_count == 0)
		return false;
	*retry = queue->retries[--queue->retry_count];
	return true;
}
