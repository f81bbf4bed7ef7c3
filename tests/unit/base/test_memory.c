/* SPDX-License-Identifier: MIT */
/* Where memory runs out the program ends, with one line and its own status: each way to ask, in a process of its own. */
#include "unit.h"

#include "base/arena.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static const char line[] = "onflame: out of memory\n";

/*
 * AddressSanitizer's own maps are beyond any limit of the system; it has one for each allocation. It stops the program
 * itself unless told that a refused allocation gives NULL, and warns of it.
 */
__attribute__((visibility("default"))) const char *
__asan_default_options(void);            /* NOLINT(bugprone-reserved-identifier,cert-*): the sanitizer's name */
const char *__asan_default_options(void) /* NOLINT(bugprone-reserved-identifier,cert-*) */
{
	return "allocator_may_return_null=1:max_allocation_size_mb=256";
}

/* So that no compiler sees a size that is too large as it stands. */
static volatile size_t most = SIZE_MAX;

static void alloc_too_much(void)
{
	free(memory_alloc(most / 4));
}

static void alloc_all(void)
{
	free(memory_alloc(most));
}

static void zero_too_much(void)
{
	free(memory_zero(most / 8, 4));
}

static void zero_overflow(void)
{
	free(memory_zero(most / 2 + 2, 2));
}

static void resize_too_much(void)
{
	free(memory_resize(memory_alloc(10), most / 4, 1));
}

static void resize_overflow(void)
{
	free(memory_resize(NULL, most / 8 + 2, 8));
}

static void reserve_too_much(void)
{
	char *items = NULL;
	size_t capacity = 0;
	memory_reserve(&items, &capacity, most / 4, 1);
	free(items);
}

static void reserve_overflow(void)
{
	uint64_t *items = NULL;
	size_t capacity = 0;
	memory_reserve(&items, &capacity, most / 8 + 2, sizeof(*items));
	free(items);
}

static void arena_too_much(void)
{
	(void)arena_alloc(arena_create(), most / 4);
}

static void arena_all(void)
{
	(void)arena_alloc(arena_create(), most);
}

static void arena_nearly_all(void)
{
	(void)arena_alloc(arena_create(), most - 16);
}

static void arena_overflow(void)
{
	(void)arena_zero(arena_create(), most / 2 + 2, 2);
}

static void buffer_all(void)
{
	buffer buffer = BUFFER_INIT;
	buffer_add_char(&buffer, 'x');
	buffer_reserve(&buffer, most);
}

static void buffer_nearly_all(void)
{
	buffer buffer = BUFFER_INIT;
	buffer_add_char(&buffer, 'x');
	buffer_reserve(&buffer, most - 2);
}

/* Starts `ask` in a process of its own. Returns its status, and what it said in `said`. */
static int ask_in_child(void (*ask)(void), char *said, size_t size)
{
	int ends[2];
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		ask();
		_exit(0);
	}
	close(ends[1]);
	size_t len = 0;
	ssize_t got;
	while (len < size - 1 && (got = read(ends[0], said + len, size - 1 - len)) > 0)
		len += (size_t)got;
	said[len] = '\0';
	close(ends[0]);
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void assert_ends(const char *name, void (*ask)(void))
{
	char said[4096];
	int status = ask_in_child(ask, said, sizeof(said));
	if (!WIFEXITED(status) || WEXITSTATUS(status) != MEMORY_EXIT_STATUS)
		fail_msg("%s: ended with status %#x: %s", name, (unsigned)status, said);
	/* The sanitizer's warning may stand before the one line. */
	const char *own = strstr(said, line);
	assert_non_null(own);
	assert_string_equal(own, line);
	if (own != said)
		assert_non_null(strstr(said, "Sanitizer"));
}

static void test_sizes_beyond_all(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		void (*ask)(void);
	} rows[] = {
		{"alloc too much", alloc_too_much},
		{"alloc all", alloc_all},
		{"zero too much", zero_too_much},
		{"zero overflow", zero_overflow},
		{"resize too much", resize_too_much},
		{"resize overflow", resize_overflow},
		{"reserve too much", reserve_too_much},
		{"reserve overflow", reserve_overflow},
		{"arena too much", arena_too_much},
		{"arena all", arena_all},
		{"arena nearly all", arena_nearly_all},
		{"arena overflow", arena_overflow},
		{"buffer all", buffer_all},
		{"buffer nearly all", buffer_nearly_all},
	};
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_ends(rows[i].name, rows[i].ask);
}

/* A system that has no more, rather than a size that cannot be: many small pieces under a limit. */
#define EAT_MAX ((size_t)1024 << 20) /* beyond the limit, but not beyond the machine */

static void eat_arena(void)
{
	arena *arena = arena_create();
	for (size_t eaten = 0; eaten < EAT_MAX; eaten += 1000)
		(void)arena_alloc(arena, 1000);
}

static void eat_buffer(void)
{
	buffer buffer = BUFFER_INIT;
	while (buffer.len < EAT_MAX)
		buffer_add_string(&buffer, "a line of text that goes on\n");
}

static void eat_pieces(void)
{
	for (size_t eaten = 0; eaten < EAT_MAX; eaten += 1000)
		(void)memory_zero(1, 1000);
}

#if defined(__SANITIZE_ADDRESS__)
#define LIMIT_IS_POSSIBLE false
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LIMIT_IS_POSSIBLE false
#endif
#endif
#ifndef LIMIT_IS_POSSIBLE
#define LIMIT_IS_POSSIBLE true
#endif

static void limit_memory(void)
{
	const struct rlimit space = {(rlim_t)256 << 20, (rlim_t)256 << 20};
	if (LIMIT_IS_POSSIBLE && setrlimit(RLIMIT_AS, &space) != 0)
		_exit(77);
}

static void eat_arena_limited(void)
{
	limit_memory();
	eat_arena();
}

static void eat_buffer_limited(void)
{
	limit_memory();
	eat_buffer();
}

static void eat_pieces_limited(void)
{
	limit_memory();
	eat_pieces();
}

static void test_nothing_left(void **state)
{
	(void)state;
	assert_ends("buffer", eat_buffer_limited);
	if (!LIMIT_IS_POSSIBLE)
		return; /* no single piece of the others is large */
	assert_ends("arena", eat_arena_limited);
	assert_ends("pieces", eat_pieces_limited);
}

static void test_one_line_alone(void **state)
{
	(void)state;
	char said[4096];
	int status = ask_in_child(memory_exhausted, said, sizeof(said));
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 2);
	assert_string_equal(said, line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sizes_beyond_all),
		cmocka_unit_test(test_nothing_left),
		cmocka_unit_test(test_one_line_alone),
	};
	return cmocka_run_group_tests_name("memory", tests, NULL, NULL);
}
