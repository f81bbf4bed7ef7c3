/* SPDX-License-Identifier: MIT */
#include "work/pool.h"

#include "work/wire.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define RETURNED_MAX 16

/* Sends the files in one piece: the socket has room, as a worker has no more than two batches before it. */
static bool send_request(const worker *worker, const uint32_t *files, size_t count, const char *why, bool at_once)
{
	char bytes[sizeof(wire_request) + QUEUE_BATCH_MAX * sizeof(*files) + WIRE_WHY_MAX];
	size_t why_len = why != NULL ? strnlen(why, WIRE_WHY_MAX) : 0;
	const wire_request head = {.file_count = (uint32_t)count, .why_len = (uint32_t)why_len, .at_once = at_once};
	size_t len = sizeof(head);
	memcpy(bytes, &head, sizeof(head));
	memcpy(bytes + len, files, count * sizeof(*files));
	len += count * sizeof(*files);
	if (why_len > 0)
		memcpy(bytes + len, why, why_len);
	len += why_len;

	ssize_t sent;
	do
		sent = send(worker->socket, bytes, len, MSG_NOSIGNAL | MSG_DONTWAIT);
	while (sent < 0 && errno == EINTR);
	return sent == (ssize_t)len;
}

static void feed_retry(pool *pool, worker *worker)
{
	queue_retry retry;
	if (!queue_take_retry(&pool->queue, &retry))
		return;
	if (!send_request(worker, &retry.file, 1, retry.why, true)) {
		queue_add_retry(&pool->queue, retry.file, retry.why);
		return;
	}
	worker->files[0] = retry.file;
	worker->first = 0;
	worker->file_count = 1;
	worker->why = retry.why;
	worker->at_once = true;
	worker->since = pool_now();
}

/* Files that a worker was lost with: none is to be blamed for another. */
static void feed_returned(pool *pool, worker *worker)
{
	uint32_t files[RETURNED_MAX];
	size_t count = queue_take_returned(&pool->queue, files, RETURNED_MAX);
	if (!send_request(worker, files, count, NULL, true)) {
		for (size_t i = 0; i < count; i++)
			queue_return(&pool->queue, files[i]);
		return;
	}
	memcpy(worker->files, files, count * sizeof(*files));
	worker->first = 0;
	worker->file_count = count;
	worker->at_once = true;
	worker->since = pool_now();
}

static bool has_giant(const pool *pool)
{
	for (size_t i = 0; i < pool->worker_count; i++) {
		const worker *worker = &pool->workers[i];
		for (size_t j = 0; j < worker->file_count; j++) {
			if (queue_is_giant(&pool->queue, worker->files[worker->first + j]))
				return true;
		}
	}
	return false;
}

/* What cannot be sent goes back: the worker is dying, which is seen soon, and it had not begun with these files. */
void worker_feed(pool *pool, worker *worker)
{
	if (worker->why != NULL)
		return;
	if (pool->queue.retry_count > 0) {
		if (worker->file_count == 0)
			feed_retry(pool, worker);
		return;
	}
	if (worker->file_count > 0 && (worker->at_once || pool->queue.returned_count > 0))
		return;
	if (pool->queue.returned_count > 0) {
		feed_returned(pool, worker);
		return;
	}
	size_t target = queue_target(&pool->queue, pool->worker_count);
	if (worker->file_count * 2 > target)
		return;
	memmove(worker->files, worker->files + worker->first, worker->file_count * sizeof(*worker->files));
	worker->first = 0;
	uint32_t *added = worker->files + worker->file_count;
	uint64_t at_hand = queue_bytes(&pool->queue, worker->files, worker->file_count);
	if (at_hand >= pool->queue.batch_bytes && worker->file_count > 1)
		return;
	pool->queue.giant_at_hand = has_giant(pool);
	size_t count = queue_take(&pool->queue, added, target - worker->file_count, at_hand);
	if (count == 0)
		return;
	if (!send_request(worker, added, count, NULL, false)) {
		for (size_t i = 0; i < count; i++)
			queue_return(&pool->queue, added[i]);
		return;
	}
	if (worker->file_count == 0)
		worker->since = pool_now();
	worker->at_once = false;
	worker->file_count += count;
}
