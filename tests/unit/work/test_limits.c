/* SPDX-License-Identifier: MIT */
/* What the system refuses, and what ends early: no process, no descriptor, an interrupt, a parent that dies. */
#include "harness.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>

/* fork() for tests: the only state is how often it may still work, as it is given no payload. */
static int forks_left;

static pid_t fork_some(void)
{
	if (forks_left == 0) {
		errno = EAGAIN;
		return -1;
	}
	forks_left--;
	return fork();
}

static void crash(uint32_t file)
{
	(void)file;
	raise(SIGSEGV);
}

static void test_no_process_at_all(void **state)
{
	(void)state;
	forks_left = 0;
	run run = {.file_count = 20, .bad_file = NO_FILE};
	const work_options options = {.jobs = 3, .fork = fork_some};
	run_start(&run, &options, &run_hooks);
	assert_int_equal(run.status, -1);
	assert_string_equal(run.error.message, "cannot start a worker process: Resource temporarily unavailable");
	run_finish(&run);
}

static void test_fewer_processes(void **state)
{
	(void)state;
	forks_left = 1;
	run run = {.file_count = 500, .bad_file = NO_FILE};
	const work_options options = {.jobs = 4, .fork = fork_some};
	run_start(&run, &options, &run_hooks);
	assert_others_done(&run);
	run_finish(&run);
}

/* Long enough for what was counted before to have been sent. */
static void count_with_a_rest(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	if (file == 99)
		(void)poll(NULL, 0, 50);
	run_count(state, file, why, arena, out);
}

/* The one process there was is gone: what is left is told, not lost. */
static void test_last_process_lost(void **state)
{
	(void)state;
	forks_left = 1;
	run run = {.file_count = 500, .bad_file = 100, .misbehave = crash};
	const work_options options = {.jobs = 2, .fork = fork_some};
	const work_hooks hooks = {.count = count_with_a_rest, .done = run_done};
	run_start(&run, &options, &hooks);
	assert_int_equal(run.status, 0);
	for (uint32_t i = 0; i < run.file_count; i++)
		assert_int_equal(run.done[i], 1);
	assert_int_equal(run.engine[99], RECORD_SYNTAX);
	assert_int_equal(run.engine[100], RECORD_UNCOUNTED);
	assert_string_equal(run.said[100], "crashed: segmentation fault");
	assert_int_equal(run.engine[499], RECORD_UNCOUNTED);
	assert_string_equal(run.said[499], "cannot start a worker process: Resource temporarily unavailable");
	run_finish(&run);
}

static void *start_badly(void *payload)
{
	raise(SIGSEGV);
	return payload;
}

static void test_start_crashes(void **state)
{
	(void)state;
	const work_hooks hooks = {.start = start_badly, .count = run_count, .done = run_done};
	const work_options options = {.jobs = 2};
	run run = {.file_count = 20, .bad_file = NO_FILE};
	run_start(&run, &options, &hooks);
	assert_int_equal(run.status, -1);
	assert_string_equal(run.error.message, "cannot start a worker process: it crashed: segmentation fault");
	for (uint32_t i = 0; i < run.file_count; i++)
		assert_int_equal(run.done[i], 0);
	run_finish(&run);
}

/* Takes all descriptors but `spare`. Gives back how many it opened, the last of which is `*last`. */
static size_t fill_descriptors(struct rlimit *old, int fds[256], size_t spare)
{
	assert_int_equal(getrlimit(RLIMIT_NOFILE, old), 0);
	const struct rlimit low = {200, old->rlim_max};
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &low), 0);
	size_t count = 0;
	while (count < 256 && (fds[count] = open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0)
		count++;
	for (; spare > 0 && count > 0; spare--)
		close(fds[--count]);
	return count;
}

static void give_descriptors_back(const struct rlimit *old, const int *fds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		close(fds[i]);
	setrlimit(RLIMIT_NOFILE, old);
}

static void test_few_descriptors(void **state)
{
	(void)state;
	run run = {.file_count = 500, .bad_file = 50, .misbehave = crash};
	const work_options options = {.jobs = 8};
	struct rlimit old;
	int fds[256];
	size_t count = fill_descriptors(&old, fds, 3);
	run_start(&run, &options, &run_hooks);
	give_descriptors_back(&old, fds, count);
	assert_others_done(&run);
	assert_int_equal(run.engine[50], RECORD_LEXICAL);
	run_finish(&run);
}

/* poll() refuses more places than a process may have files, even where most of them are empty. */
static void test_more_jobs_than_descriptors(void **state)
{
	(void)state;
	run run = {.file_count = 500, .bad_file = NO_FILE};
	const work_options options = {.jobs = 400};
	struct rlimit old;
	int fds[256];
	size_t count = fill_descriptors(&old, fds, 3);
	alarm(60); /* a pool that waits for ever is ended by it */
	run_start(&run, &options, &run_hooks);
	alarm(0);
	give_descriptors_back(&old, fds, count);
	assert_others_done(&run);
	run_finish(&run);
}

static void test_no_descriptor(void **state)
{
	(void)state;
	error error;
	const work_options options = {.jobs = 2};
	struct rlimit old;
	int fds[256];
	size_t count = fill_descriptors(&old, fds, 1); /* a socket pair needs two */
	int status = work_run(10, NULL, &options, &run_hooks, NULL, &error);
	give_descriptors_back(&old, fds, count);
	assert_no_children();
	assert_int_equal(status, -1);
	assert_string_equal(error.message, "cannot start a worker process: no socket: Too many open files");
}

/* The standard streams may be closed: a worker's socket must not take their numbers. */
static void test_closed_streams(void **state)
{
	(void)state;
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
			close(fd);
		run run = {.file_count = 50, .bad_file = 5, .misbehave = crash};
		const work_options options = {.jobs = 2};
		run.done = memory_zero(run.file_count, sizeof(*run.done));
		run.engine = memory_zero(run.file_count, sizeof(*run.engine));
		run.said = memory_zero(run.file_count, sizeof(*run.said));
		int status = work_run(run.file_count, NULL, &options, &run_hooks, &run, &run.error);
		for (uint32_t i = 0; i < run.file_count; i++)
			status |= run.done[i] != 1 || (run.engine[i] == RECORD_LEXICAL) != (i == 5);
		_exit(status == 0 ? 0 : 1);
	}
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

/* Started by a program that ignores the end of its children. */
static void test_ignored_sigchld(void **state)
{
	(void)state;
	struct sigaction ignore = {.sa_handler = SIG_IGN}, old, behind;
	sigaction(SIGCHLD, &ignore, &old);
	run run = {.file_count = 100, .bad_file = 5, .misbehave = crash};
	const work_options options = {.jobs = 2};
	run_start(&run, &options, &run_hooks);
	sigaction(SIGCHLD, &old, &behind);
	assert_true(behind.sa_handler == SIG_IGN);
	assert_others_done(&run);
	assert_string_equal(run.said[5], "crashed: segmentation fault");
	run_finish(&run);
}

static volatile sig_atomic_t interrupted;

static void note_interrupt(int number)
{
	(void)number;
	interrupted = 1;
}

static void interrupt_program(uint32_t file)
{
	(void)file;
	kill(getppid(), SIGINT);
	for (;;)
		pause();
}

/* The program answers an interrupt; its workers, which get it too, leave that to it. */
static void test_interrupt_with_handler(void **state)
{
	(void)state;
	struct sigaction note = {.sa_handler = note_interrupt}, old;
	sigaction(SIGINT, &note, &old);
	run run = {.file_count = 100, .bad_file = 30, .misbehave = interrupt_program};
	const work_options options = {.jobs = 2, .stop = &interrupted};
	run_start(&run, &options, &run_hooks);
	sigaction(SIGINT, &old, NULL);
	assert_int_equal(run.status, -1);
	assert_int_equal(strncmp(run.error.message, "stopped with ", 13), 0);
	assert_int_equal(run.done[30], 0);
	run_finish(&run);
}

/* Tells its process id to the test. */
static int to_test = -1;

static void tell_and_hang(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	(void)state;
	(void)file;
	(void)why;
	(void)arena;
	(void)out;
	pid_t pid = getpid();
	ssize_t written = write(to_test, &pid, sizeof(pid));
	(void)written;
	for (volatile int i = 0;; i++)
		;
}

static void ignore_record(void *payload, const record *record)
{
	(void)payload;
	(void)record;
}

/* However the program dies, its workers, who hang, die with it. */
static void check_death(int number)
{
	int ends[2];
	pid_t workers[2];
	assert_int_equal(pipe2(ends, O_CLOEXEC), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		to_test = ends[1];
		(void)signal(SIGINT, SIG_DFL);
		const work_hooks hooks = {.count = tell_and_hang, .done = ignore_record};
		const work_options options = {.jobs = 2};
		error error;
		(void)work_run(2, NULL, &options, &hooks, NULL, &error);
		_exit(0);
	}
	close(ends[1]);
	for (int i = 0; i < 2; i++)
		assert_int_equal(read(ends[0], &workers[i], sizeof(workers[i])), sizeof(workers[i]));
	kill(pid, number);
	int status;
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == number);
	/* They are this process' children now. */
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(workers[i], &status, 0), workers[i]);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
	}
	close(ends[0]);
}

static void test_workers_die_with_the_program(void **state)
{
	(void)state;
	assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	check_death(SIGINT);
	check_death(SIGTERM);
	check_death(SIGKILL);
	assert_int_equal(prctl(PR_SET_CHILD_SUBREAPER, 0), 0);
	assert_no_children();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_process_at_all),
		cmocka_unit_test(test_fewer_processes),
		cmocka_unit_test(test_last_process_lost),
		cmocka_unit_test(test_start_crashes),
		cmocka_unit_test(test_few_descriptors),
		cmocka_unit_test(test_more_jobs_than_descriptors),
		cmocka_unit_test(test_no_descriptor),
		cmocka_unit_test(test_closed_streams),
		cmocka_unit_test(test_ignored_sigchld),
		cmocka_unit_test(test_interrupt_with_handler),
		cmocka_unit_test(test_workers_die_with_the_program),
	};
	return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
