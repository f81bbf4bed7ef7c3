/* SPDX-License-Identifier: MIT */
/* Foreign code gone wrong in each way we know of, for one file among many. */
#include "harness.h"

#include "work/wire.h"

#include <signal.h>
#include <sys/socket.h>
#include <time.h>

#define MEBI ((size_t)1024 * 1024)
#define FDS_MAX 64

static void die_of_segv(uint32_t file)
{
	(void)file;
	raise(SIGSEGV);
}

static void die_of_abort(uint32_t file)
{
	(void)file;
	abort();
}

static void die_of_bus(uint32_t file)
{
	(void)file;
	raise(SIGBUS);
}

static void be_killed(uint32_t file)
{
	(void)file;
	raise(SIGKILL);
}

static void loop(uint32_t file)
{
	for (volatile uint32_t i = file;; i++)
		;
}

static void sleep_for_ever(uint32_t file)
{
	(void)file;
	for (;;)
		pause();
}

static void loop_deaf(uint32_t file)
{
	for (int number = 1; number < NSIG; number++)
		(void)signal(number, SIG_IGN);
	loop(file);
}

static void leave(uint32_t file)
{
	(void)file;
	exit(0);
}

static void leave_with_3(uint32_t file)
{
	(void)file;
	_exit(3);
}

static void run_out_of_memory(uint32_t file)
{
	(void)file;
	memory_exhausted();
}

/* Slowly, so that the machine does not feel it before the watch does. */
static void eat_memory(uint32_t file)
{
	(void)file;
	for (size_t eaten = 0; eaten < 2048 * MEBI; eaten += 4 * MEBI) {
		memset(memory_alloc(4 * MEBI), 1, 4 * MEBI);
		nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
	}
}

static bool is_socket(int fd)
{
	int type;
	socklen_t len = sizeof(type);
	return getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &len) == 0;
}

static void send_everywhere(const void *bytes, size_t len)
{
	for (int fd = 0; fd < FDS_MAX; fd++) {
		if (is_socket(fd))
			(void)send(fd, bytes, len, MSG_NOSIGNAL);
	}
}

static void write_garbage(uint32_t file)
{
	(void)file;
	send_everywhere("static int main(void) { return 0; }", 35);
}

/* A head that promises more than comes. */
static void write_half(uint32_t file)
{
	(void)file;
	const wire_answer head = {.kind = WIRE_RECORD, .len = 1000};
	send_everywhere(&head, sizeof(head));
	send_everywhere("half", 4);
	_exit(0);
}

static void promise_and_hang(uint32_t file)
{
	const wire_answer head = {.kind = WIRE_RECORD, .len = 1000};
	send_everywhere(&head, sizeof(head));
	loop(file);
}

static void promise_too_much(uint32_t file)
{
	const wire_answer head = {.kind = WIRE_RECORD, .len = UINT32_MAX};
	send_everywhere(&head, sizeof(head));
	loop(file);
}

static void start_again(uint32_t file)
{
	(void)file;
	const wire_answer head = {.kind = WIRE_READY, .len = 0};
	send_everywhere(&head, sizeof(head));
}

/* A record that is sound, but of another file: number 0 where the bad one is not that. */
static void forge_other_file(uint32_t file)
{
	(void)file;
	static const char record[] = "\x9c\x01\x00\xa1"
				     "C\x01\xc2\xc0\x00\x97\x00\x00\x00\x00\x00\x00\x00\x90\x90\x90\x00";
	const wire_answer head = {.kind = WIRE_RECORD, .len = sizeof(record) - 1};
	send_everywhere(&head, sizeof(head));
	send_everywhere(record, sizeof(record) - 1);
}

static void close_everything(uint32_t file)
{
	(void)file;
	for (int fd = 0; fd < FDS_MAX; fd++)
		close(fd);
}

static void close_and_hang(uint32_t file)
{
	close_everything(file);
	loop(file);
}

/* The child holds the socket open, so that the parent's end is not heard of by it. */
static void leave_a_child(uint32_t file)
{
	(void)file;
	if (fork() == 0) {
		alarm(2);
		for (;;)
			pause();
	}
	raise(SIGSEGV);
}

typedef struct fault {
	const char *name;
	void (*misbehave)(uint32_t file);
	const char *why; /* what the second try is told begins so */
	double timeout;
	size_t memory_limit;
} fault;

static const fault faults[] = {
	{"segv", die_of_segv, "crashed: segmentation fault", 60, 0},
	{"abort", die_of_abort, "crashed: aborted", 60, 0},
	{"bus", die_of_bus, "crashed: bus error", 60, 0},
	{"killed", be_killed, "was killed", 60, 0},
	{"loop", loop, "took over 0.2 s", 0.2, 0},
	{"sleep", sleep_for_ever, "took over 0.2 s", 0.2, 0},
	{"deaf", loop_deaf, "took over 0.2 s", 0.2, 0},
	{"exit", leave, "ended its process with status 0", 60, 0},
	{"exit 3", leave_with_3, "ended its process with status 3", 60, 0},
	{"memory status", run_out_of_memory, "ran out of memory", 60, 0},
	{"memory", eat_memory, "took over 200 MiB of memory", 60, 200 * MEBI},
	{"garbage", write_garbage, "wrote a broken record", 60, 0},
	{"half", write_half, "ended its process with status 0", 60, 0},
	{"promise", promise_and_hang, "took over 0.2 s", 0.2, 0},
	{"huge promise", promise_too_much, "wrote a broken record", 60, 0},
	{"start", start_again, "wrote a broken record", 60, 0},
	{"forge", forge_other_file, "wrote a broken record", 60, 0},
	{"close", close_everything, "ended its process with status 0", 60, 0},
	{"close and hang", close_and_hang, "closed its connection", 60, 0},
	{"child", leave_a_child, "crashed: segmentation fault", 60, 0},
};

static void assert_begins(const fault *fault, const char *said, const char *with)
{
	if (said == NULL || strncmp(said, with, strlen(with)) != 0)
		fail_msg("%s: said \"%s\", not \"%s\"", fault->name, said != NULL ? said : "", with);
}

static void check_fault(const fault *fault, unsigned jobs, uint32_t file_count, uint32_t bad_file, bool twice)
{
	run run = {.file_count = file_count, .bad_file = bad_file, .bad_twice = twice, .misbehave = fault->misbehave};
	const work_options options = {.jobs = jobs, .timeout = fault->timeout, .memory_limit = fault->memory_limit};
	run_start(&run, &options, &run_hooks);
	assert_others_done(&run);
	const char *said = run.said[bad_file];
	assert_begins(fault, said, fault->why);
	assert_int_equal(run.engine[bad_file], twice ? RECORD_UNCOUNTED : RECORD_LEXICAL);
	const char *second = strstr(said, "; a second try ");
	assert_int_equal(second != NULL, twice);
	if (twice)
		assert_begins(fault, second + strlen("; a second try "), fault->why);
	run_finish(&run);
}

static void test_once(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++) {
		for (unsigned jobs = 1; jobs <= 4; jobs *= 2)
			check_fault(&faults[i], jobs, 500, 123, false);
	}
}

static void test_twice(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(faults) / sizeof(faults[0]); i++)
		check_fault(&faults[i], 2, 500, 123, true);
}

/* The first and the last file, and a file alone. */
static void test_at_the_ends(void **state)
{
	(void)state;
	for (unsigned jobs = 1; jobs <= 4; jobs *= 2) {
		check_fault(&faults[0], jobs, 500, 1, false);
		check_fault(&faults[0], jobs, 500, 499, false);
		check_fault(&faults[0], jobs, 1, 0, false);
		check_fault(&faults[0], jobs, 1, 0, true);
	}
}

/* Each file in its own way: the same as alone, and the pool does not run dry. */
static void fail_by_number(uint32_t file)
{
	static void (*const ways[])(uint32_t) = {die_of_segv, die_of_abort, leave, write_garbage, write_half};
	ways[file % (sizeof(ways) / sizeof(ways[0]))](file);
}

static void count_badly(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	const run *run = state;
	if (why == NULL || file % 7 == 0)
		run->misbehave(file);
	run_count(state, file, why, arena, out);
}

static void test_every_file_bad(void **state)
{
	(void)state;
	const work_hooks hooks = {.count = count_badly, .done = run_done};
	const work_options options = {.jobs = 3, .timeout = 60};
	run run = {.file_count = 100, .bad_file = NO_FILE, .misbehave = fail_by_number};
	run_start(&run, &options, &hooks);
	assert_int_equal(run.status, 0);
	for (uint32_t i = 0; i < run.file_count; i++) {
		assert_int_equal(run.done[i], 1);
		assert_int_equal(run.engine[i], i % 7 == 0 ? RECORD_UNCOUNTED : RECORD_LEXICAL);
	}
	run_finish(&run);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_once),
		cmocka_unit_test(test_twice),
		cmocka_unit_test(test_at_the_ends),
		cmocka_unit_test(test_every_file_bad),
	};
	return cmocka_run_group_tests_name("faults", tests, NULL, NULL);
}
