/* SPDX-License-Identifier: MIT */
#include "work/queue.h"

#include "base/memory.h"

#include <stdlib.h>

/* What a worker that has so much before it gets for the time until it is given more. */
#define SPARE_FILES 4

/* Smaller files are nothing that one would wait for: they keep their order, in which those of a folder are found sooner by the system. */
#define SMALL_BYTES ((uint64_t)16 * 1024)

#define GIANT_BYTES ((uint64_t)1024 * 1024) /* a tree takes some forty times as much */

/* A file with its size: qsort() takes no argument for the comparison. */
typedef struct sized {
	uint64_t size;
	uint32_t file;
} sized;

static int compare_sized(const void *left, const void *right)
{
	const sized *a = left, *b = right;
	if (a->size != b->size)
		return a->size > b->size ? -1 : 1;
	return a->file < b->file ? -1 : a->file > b->file;
}

/* Only the larger ones are sorted; all others follow as they are. */
static uint32_t *order_by_size(size_t count, const uint64_t *sizes)
{
	size_t large = 0, at = 0;
	uint32_t *order = memory_alloc(count * sizeof(*order));
	for (size_t i = 0; i < count; i++)
		large += sizes[i] >= SMALL_BYTES;
	sized *items = memory_alloc(large * sizeof(*items));
	for (size_t i = 0, small = large; i < count; i++) {
		if (sizes[i] >= SMALL_BYTES)
			items[at++] = (sized){sizes[i], (uint32_t)i};
		else
			order[small++] = (uint32_t)i;
	}
	if (large > 1)
		qsort(items, large, sizeof(*items), compare_sized);
	for (size_t i = 0; i < large; i++)
		order[i] = items[i].file;
	free(items);
	return order;
}

bool queue_is_giant(const queue *queue, uint32_t file)
{
	return queue->sizes != NULL && queue->sizes[file] >= GIANT_BYTES;
}

void queue_init(queue *queue, size_t file_count, const uint64_t *sizes)
{
	*queue = (struct queue){
		.file_count = file_count, .end = file_count, .batch_bytes = QUEUE_BATCH_BYTES, .sizes = sizes};
	if (sizes == NULL)
		return;
	queue->order = order_by_size(file_count, sizes);
	while (queue->giants < file_count && queue_is_giant(queue, queue->order[queue->giants]))
		queue->giants++;
	queue->next = queue->giants;
}

void queue_finish(queue *queue)
{
	for (size_t i = 0; i < queue->retry_count; i++)
		free(queue->retries[i].why);
	free(queue->retries);
	free(queue->returned);
	free(queue->order);
}

size_t queue_fresh_count(const queue *queue)
{
	return queue->returned_count + (queue->end - queue->next) + (queue->giants - queue->giant);
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

uint64_t queue_bytes(const queue *queue, const uint32_t *files, size_t count)
{
	uint64_t bytes = 0;
	for (size_t i = 0; i < count && queue->sizes != NULL; i++)
		bytes += queue->sizes[files[i]] < queue->batch_bytes ? queue->sizes[files[i]] : queue->batch_bytes;
	return bytes;
}

static uint32_t take_one(queue *queue, bool small)
{
	bool others = queue->next < queue->end;
	size_t at;
	if (queue->giant < queue->giants && (!others || (!queue->giant_at_hand && !small)))
		at = queue->giant++;
	else /* beside a giant small ones too: the memory of both adds up */
		at = small || queue->giant_at_hand ? --queue->end : queue->next++;
	return queue->order != NULL ? queue->order[at] : (uint32_t)at;
}

size_t queue_take(queue *queue, uint32_t *files, size_t max, uint64_t at_hand)
{
	size_t count = 0;
	uint64_t bytes = 0;
	bool small = at_hand >= queue->batch_bytes;
	if (small && max > SPARE_FILES)
		max = SPARE_FILES;
	while (count < max && bytes < queue->batch_bytes && queue_fresh_count(queue) > queue->returned_count) {
		files[count] = take_one(queue, small);
		bytes += queue_bytes(queue, &files[count++], 1);
	}
	return count;
}

size_t queue_take_returned(queue *queue, uint32_t *files, size_t max)
{
	size_t count = 0;
	while (count < max && queue->returned_count > 0)
		files[count++] = queue->returned[--queue->returned_count];
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
