/* SPDX-License-Identifier: MIT */
#include "work/pool.h"

#include "work/codec.h"
#include "work/wire.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#define READ_SIZE ((size_t)64 * 1024)
#define READS_MAX 16 /* before others have their turn */

/* Memory kept from one record to the next. */
#define KEEP_BYTES ((size_t)1024 * 1024)

static int take_ready(pool *pool, worker *worker, text body)
{
	if (worker->ready || body.len > 0)
		return error_set(&pool->refusal, "a start in between");
	worker->ready = true;
	worker->since = pool_now();
	pool->ever_ready = true;
	pool->failed_starts = 0;
	return 0;
}

static int take_record(pool *pool, worker *worker, const wire_answer *head, text body)
{
	record record;
	if (!worker->ready || worker->file_count == 0)
		return error_set(&pool->refusal, "not asked for");
	if (record_decode(body, pool->arena, &record, &pool->refusal) != 0)
		return -1;
	if (record.file != worker->files[worker->first])
		return error_set(&pool->refusal, "of another file");
	if (head->keep > RECORD_KEEP_ALL)
		return error_set(&pool->refusal, "wrong use");
	record.keep = (unsigned)head->keep;
	record.key = head->key;
	worker->first++;
	worker->file_count--;
	worker->answered++;
	worker->receiving = false;
	worker->since = pool_now();
	free(worker->why);
	worker->why = NULL;
	if (pool->hooks->keep != NULL)
		pool->hooks->keep(pool->payload, &record, body);
	pool_done(pool, &record);
	return 0;
}

static void reset_arena(pool *pool)
{
	if (arena_used(pool->arena) > KEEP_BYTES) {
		arena_destroy(pool->arena);
		pool->arena = arena_create();
	} else {
		arena_reset(pool->arena);
	}
}

/* Takes the next whole answer. Returns its length, 0: it is not all here yet, -1: it is none. */
static ssize_t take_answer(pool *pool, worker *worker, const char *at, size_t len)
{
	wire_answer head;
	if (len < sizeof(head))
		return 0;
	memcpy(&head, at, sizeof(head));
	if (head.kind != WIRE_READY && head.kind != WIRE_RECORD)
		return error_set(&pool->refusal, "not from the counter");
	if (head.len > WIRE_RECORD_MAX)
		return error_set(&pool->refusal, "too long");
	if (head.len > len - sizeof(head)) {
		/* The file is counted: how long sending takes is another matter. */
		if (!worker->receiving)
			worker->since = pool_now();
		worker->receiving = true;
		return 0;
	}
	text body = {at + sizeof(head), head.len};
	int status = head.kind == WIRE_READY ? take_ready(pool, worker, body) : take_record(pool, worker, &head, body);
	reset_arena(pool);
	return status == 0 ? (ssize_t)(sizeof(head) + head.len) : -1;
}

static int take_answers(pool *pool, worker *worker)
{
	buffer *input = &worker->input;
	size_t taken = 0;
	for (;;) {
		ssize_t len = take_answer(pool, worker, input->data + taken, input->len - taken);
		if (len < 0)
			return -1;
		if (len == 0)
			break;
		taken += (size_t)len;
	}
	if (taken > 0) {
		memmove(input->data, input->data + taken, input->len - taken);
		buffer_truncate(input, input->len - taken);
	}
	if (input->len == 0 && input->capacity > KEEP_BYTES)
		buffer_finish(input);
	return 0;
}

enum receive_result worker_receive(pool *pool, worker *worker)
{
	for (int reads = 0; reads < READS_MAX;) {
		buffer *input = &worker->input;
		buffer_reserve(input, READ_SIZE);
		ssize_t got =
			recv(worker->socket, input->data + input->len, input->capacity - input->len - 1, MSG_DONTWAIT);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
			return RECEIVE_ALL;
		if (got <= 0)
			return RECEIVE_CLOSED;
		buffer_truncate(input, input->len + (size_t)got);
		if (take_answers(pool, worker) != 0)
			return RECEIVE_BROKEN;
		reads++;
	}
	return RECEIVE_MORE;
}
