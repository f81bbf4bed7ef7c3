/* SPDX-License-Identifier: MIT */
#include "work/child.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "work/codec.h"
#include "work/memory_use.h"
#include "work/pool.h"
#include "work/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <locale.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

/* Memory kept from one file to the next. */
#define KEEP_BYTES ((size_t)1024 * 1024)

/* Answers are sent together: to be woken for each costs the pool more than the record does. */
#define FLUSH_BYTES ((size_t)64 * 1024)
#define FLUSH_SECONDS 0.01

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define IS_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(memory_sanitizer)
#define IS_SANITIZED 1
#endif
#endif
#ifndef IS_SANITIZED
#define IS_SANITIZED 0
#endif

/* The program's handlers are not the worker's; an interrupt from the terminal is for the program alone to answer. */
static void reset_signals(void)
{
	for (int number = 1; number < NSIG; number++)
		(void)signal(number, SIG_DFL); /* fails for a few: no harm */
	(void)signal(SIGINT, SIG_IGN);
	(void)signal(SIGQUIT, SIG_IGN);
	sigset_t none;
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Foreign code may print: that must not end up in the report. */
static void silence(void)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (null >= 0)
			(void)dup2(null, fd);
		else
			close(fd);
	}
	if (null > STDERR_FILENO)
		close(null);
}

/* exit() in foreign code would run the program's own exit handlers and write out its files a second time. */
static void leave_at_once(int status, void *unused)
{
	(void)unused;
	_exit(status);
}

/* Where the system runs out of memory, a worker is to go, not the program. */
static void volunteer(void)
{
	int fd = open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
	if (fd < 0)
		return;
	ssize_t written = write(fd, "500", 3);
	(void)written;
	close(fd);
}

static void limit_memory(size_t limit)
{
	/* Sanitizers map terabytes; the pool's own watch does for them. */
	memory_use use;
	if (IS_SANITIZED || limit == 0 || memory_use_read(getpid(), &use) != 0 || limit > SIZE_MAX - use.mapped)
		return;
	const struct rlimit space = {use.mapped + limit, use.mapped + limit};
	(void)setrlimit(RLIMIT_AS, &space);
}

static void settle(const child *child)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != child->parent)
		_exit(EXIT_FAILURE); /* it died in between */
	prctl(PR_SET_NAME, "onflame-worker");
	silence();
	reset_signals();
	volunteer();

	/* A core goes to a file by the one, to a handler by the other. */
	const struct rlimit none = {0, 0};
	(void)setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);

	/* Scanners ask iswalnum() and iswspace(). */
	if (setlocale(LC_CTYPE, "C.UTF-8") == NULL)
		(void)setlocale(LC_CTYPE, "en_US.UTF-8");
	(void)on_exit(leave_at_once, NULL);

	/* Left to itself, malloc() keeps for ever what the largest file took. */
	mallopt(M_MMAP_THRESHOLD, (int)KEEP_BYTES / 2);
	mallopt(M_TRIM_THRESHOLD, (int)KEEP_BYTES);
	limit_memory(child->memory_limit);
}

static bool has_request(const child *child)
{
	char byte;
	return recv(child->socket, &byte, 1, MSG_PEEK | MSG_DONTWAIT) > 0;
}

/* Ends the process where the pool is gone. */
static void receive_all(const child *child, void *to, size_t len)
{
	for (char *at = to; len > 0;) {
		ssize_t got = recv(child->socket, at, len, 0);
		if (got == 0 || (got < 0 && errno != EINTR))
			_exit(EXIT_SUCCESS);
		if (got > 0) {
			at += got;
			len -= (size_t)got;
		}
	}
}

static void send_all(const child *child, const char *at, size_t len)
{
	while (len > 0) {
		ssize_t sent = send(child->socket, at, len, MSG_NOSIGNAL);
		if (sent < 0 && errno != EINTR)
			_exit(EXIT_SUCCESS);
		if (sent > 0) {
			at += sent;
			len -= (size_t)sent;
		}
	}
}

/* Answers on their way. */
typedef struct outbox {
	const child *child;
	buffer bytes;
	double sent_at;
	bool at_once;
} outbox;

static void flush(outbox *out)
{
	send_all(out->child, buffer_string(&out->bytes), out->bytes.len);
	buffer_clear(&out->bytes);
	/* One huge record must not make the worker big for the rest of the run. */
	if (out->bytes.capacity > KEEP_BYTES)
		buffer_finish(&out->bytes);
	out->sent_at = pool_now();
}

static void answer(outbox *out, const record *record)
{
	wire_answer head = {.kind = WIRE_RECORD, .keep = record->keep, .key = record->key};
	size_t start = out->bytes.len;
	buffer_add(&out->bytes, (const char *)&head, sizeof(head)); /* room for the length */
	record_encode(&out->bytes, record);
	size_t len = out->bytes.len - start - sizeof(head);
	head.len = len < UINT32_MAX ? (uint32_t)len : UINT32_MAX;
	memcpy(out->bytes.data + start, &head, sizeof(head));
	if (len > WIRE_RECORD_MAX) /* the pool refuses it by its head */
		buffer_truncate(&out->bytes, start + sizeof(head));
	child_counter *counter = out->child->counter;
	if (counter != NULL)
		atomic_fetch_add(&counter->counted, 1);
	if (counter == NULL || out->at_once || out->bytes.len >= FLUSH_BYTES ||
	    pool_now() - out->sent_at >= FLUSH_SECONDS)
		flush(out);
}

static void count_file(outbox *out, void *state, uint32_t file, const char *why, arena **arena)
{
	record record = {.file = file};
	out->child->hooks->count(state, file, why, *arena, &record);
	record.file = file;
	answer(out, &record);

	/* Likewise a huge file. */
	if (arena_used(*arena) > KEEP_BYTES) {
		arena_destroy(*arena);
		*arena = arena_create();
	} else {
		arena_reset(*arena);
	}
}

void child_run(const child *child)
{
	settle(child);
	void *state = child->hooks->start != NULL ? child->hooks->start(child->payload) : child->payload;
	const wire_answer ready = {.kind = WIRE_READY};
	send_all(child, (const char *)&ready, sizeof(ready));

	arena *arena = arena_create();
	outbox out = {.child = child, .bytes = BUFFER_INIT, .sent_at = pool_now()};
	uint32_t *files = NULL;
	size_t capacity = 0;
	for (;;) {
		wire_request request;
		char why[WIRE_WHY_MAX + 1];
		if (out.bytes.len > 0 && !has_request(child))
			flush(&out);
		receive_all(child, &request, sizeof(request));
		if (request.why_len > WIRE_WHY_MAX)
			_exit(EXIT_FAILURE);
		out.at_once = request.at_once != 0;
		memory_reserve(&files, &capacity, request.file_count, sizeof(*files));
		receive_all(child, files, request.file_count * sizeof(*files));
		receive_all(child, why, request.why_len);
		why[request.why_len] = '\0';
		for (uint32_t i = 0; i < request.file_count; i++)
			count_file(&out, state, files[i], request.why_len > 0 ? why : NULL, &arena);
	}
}
