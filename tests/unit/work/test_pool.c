/* SPDX-License-Identifier: MIT */
/* The pool where all goes well: order, balance, progress, large records, what a worker has around it. */
#include "harness.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <wctype.h>

#define MEBI ((size_t)1024 * 1024)

static void test_no_files(void **state)
{
	(void)state;
	run run = {.bad_file = NO_FILE};
	const work_options options = {.jobs = 4, .timeout = 10};
	run_start(&run, &options, &run_hooks);
	assert_int_equal(run.status, 0);
	run_finish(&run);
}

/* Fewer files than workers, as many, more; no workers asked for. */
static void test_each_file_once(void **state)
{
	(void)state;
	static const uint32_t numbers[] = {1, 3, 4, 5, 64, 65, 1000, 20000};
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		for (unsigned jobs = 0; jobs <= 4; jobs += 2) {
			run run = {.file_count = numbers[i], .bad_file = NO_FILE};
			const work_options options = {.jobs = jobs};
			run_start(&run, &options, &run_hooks);
			assert_others_done(&run);
			run_finish(&run);
		}
	}
}

static void test_too_many_files(void **state)
{
	(void)state;
	error error;
	const work_options options = {.jobs = 1};
	assert_int_equal(work_run((size_t)UINT32_MAX + 1, NULL, &options, &run_hooks, NULL, &error), -1);
}

typedef struct watched {
	run run; /* first: the hooks of a run take it for one */
	work_progress last;
	size_t calls;
} watched;

static void watch_progress(void *payload, const work_progress *progress)
{
	watched *watched = payload;
	assert_true(progress->files >= watched->last.files);
	assert_true(progress->bytes >= watched->last.bytes);
	watched->last = *progress;
	watched->calls++;
}

static void test_progress_ends_full(void **state)
{
	(void)state;
	enum { FILES = 300 };
	uint64_t sizes[FILES], sum = 0;
	for (size_t i = 0; i < FILES; i++)
		sum += sizes[i] = i % 10 == 0 ? UINT64_C(1) << 40 : i; /* some beyond any batch */
	watched watched = {.run = {.file_count = FILES, .bad_file = NO_FILE}};
	watched.run.done = memory_zero(FILES, sizeof(*watched.run.done));
	watched.run.engine = memory_zero(FILES, sizeof(*watched.run.engine));
	watched.run.said = memory_zero(FILES, sizeof(*watched.run.said));
	const work_hooks hooks = {.count = run_count, .done = run_done, .progress = watch_progress};
	const work_options options = {.jobs = 2};
	watched.run.status = work_run(FILES, sizes, &options, &hooks, &watched, &watched.run.error);
	assert_others_done(&watched.run);
	assert_true(watched.calls > 0);
	assert_int_equal(watched.last.files, FILES);
	assert_int_equal(watched.last.file_count, FILES);
	assert_int_equal(watched.last.bytes, sum);
	assert_int_equal(watched.last.byte_count, sum);
	run_finish(&watched.run);
}

/* File 1 gives a note of 50 MiB, file 2 one that no answer may hold, unless it is tried again. */
static void count_huge(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	run_count(state, file, why, arena, out);
	size_t len = file == 1 ? 50 * MEBI : file == 2 && why == NULL ? 70 * MEBI : 0;
	if (len == 0)
		return;
	char *note = arena_alloc(arena, len + 1);
	memset(note, 'n', len);
	note[len] = '\0';
	out->notes = arena_alloc(arena, sizeof(*out->notes));
	out->notes[0] = note;
	out->note_count = 1;
}

static void test_huge_records(void **state)
{
	(void)state;
	const work_hooks hooks = {.count = count_huge, .done = run_done};
	const work_options options = {.jobs = 2, .timeout = 60};
	run run = {.file_count = 50, .bad_file = NO_FILE};
	run_start(&run, &options, &hooks);
	assert_int_equal(run.status, 0);
	for (uint32_t i = 0; i < run.file_count; i++)
		assert_int_equal(run.done[i], 1);
	assert_int_equal(run.engine[1], RECORD_SYNTAX);
	assert_int_equal(strlen(run.said[1]), 50 * MEBI);
	assert_int_equal(run.engine[2], RECORD_LEXICAL);
	assert_string_equal(run.said[2], "wrote a broken record: too long");
	run_finish(&run);
}

/* What a worker finds: each question a note, if the answer is no. */
static void count_around(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	run_count(state, file, why, arena, out);
	struct rlimit core;
	const char *wrong = NULL;
	if (!iswalnum(0xe9) || !iswalnum(0x4e2d))
		wrong = "letters beyond ASCII are not known";
	else if (getrlimit(RLIMIT_CORE, &core) != 0 || core.rlim_cur != 0 || prctl(PR_GET_DUMPABLE) != 0)
		wrong = "it would dump core";
	else if (getchar() != EOF)
		wrong = "it reads the standard input";
	else if (raise(SIGINT) != 0)
		wrong = "it cannot be interrupted";
	printf("printed by the worker\n");
	fprintf(stderr, "printed by the worker\n");
	fflush(stdout);
	if (wrong != NULL) {
		out->notes = arena_alloc(arena, sizeof(*out->notes));
		out->notes[0] = wrong;
		out->note_count = 1;
	}
}

/* Standard output and error as a file: what `work` does with it must leave it at the one line written before. */
static void test_around_a_worker(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	assert_non_null(file);
	fprintf(file, "once\n"); /* stays in the buffer */
	fflush(stdout);
	int saved[2] = {dup(STDOUT_FILENO), dup(STDERR_FILENO)};
	dup2(fileno(file), STDOUT_FILENO);
	dup2(fileno(file), STDERR_FILENO);

	const work_hooks hooks = {.count = count_around, .done = run_done};
	const work_options options = {.jobs = 2, .timeout = 60};
	run run = {.file_count = 20, .bad_file = NO_FILE};
	run_start(&run, &options, &hooks);
	dup2(saved[0], STDOUT_FILENO);
	dup2(saved[1], STDERR_FILENO);
	close(saved[0]);
	close(saved[1]);

	assert_others_done(&run);
	run_finish(&run);
	fflush(file);
	assert_int_equal(lseek(fileno(file), 0, SEEK_END), 5);
	fclose(file);
}

/* What foreign code's exit() must not do: write out the program's files again. */
static void leave(uint32_t file)
{
	(void)file;
	exit(0);
}

static void test_exit_writes_nothing(void **state)
{
	(void)state;
	FILE *file = tmpfile();
	assert_non_null(file);
	fprintf(file, "once\n");
	run run = {.file_count = 20, .bad_file = 5, .misbehave = leave};
	const work_options options = {.jobs = 2, .timeout = 60};
	run_start(&run, &options, &run_hooks);
	assert_others_done(&run);
	run_finish(&run);
	fflush(file);
	assert_int_equal(lseek(fileno(file), 0, SEEK_END), 5);
	fclose(file);
}

static void *start_once(void *payload)
{
	run *run = payload;
	run->bad_file = 7; /* in the worker's own memory alone */
	return run;
}

static void mark(uint32_t file)
{
	(void)file;
	_exit(9);
}

static void test_start_runs_in_the_worker(void **state)
{
	(void)state;
	const work_hooks hooks = {.start = start_once, .count = run_count, .done = run_done};
	const work_options options = {.jobs = 2, .timeout = 60};
	run run = {.file_count = 20, .bad_file = NO_FILE, .misbehave = mark};
	run_start(&run, &options, &hooks);
	assert_int_equal(run.bad_file, NO_FILE);
	run.bad_file = 7;
	assert_others_done(&run);
	assert_int_equal(run.engine[7], RECORD_LEXICAL);
	run_finish(&run);
}

/* A worker's largest size so far, told as the size of the file. */
static void count_in_arena(void *state, uint32_t file, const char *why, arena *arena, record *out)
{
	(void)state;
	(void)why;
	memset(arena_alloc(arena, 12 * MEBI), 1, 12 * MEBI);
	struct rusage usage;
	getrusage(RUSAGE_SELF, &usage);
	*out = (record){
		.file = file, .language = "C", .engine = RECORD_SYNTAX, .bytes = (uint64_t)usage.ru_maxrss * 1024};
}

static void note_size(void *payload, const record *record)
{
	uint64_t *sizes = payload;
	sizes[record->file] = record->bytes;
}

static void test_memory_stays_flat(void **state)
{
	(void)state;
	enum { FILES = 200 };
	const work_hooks hooks = {.count = count_in_arena, .done = note_size};
	const work_options options = {.jobs = 1};
	uint64_t sizes[FILES] = {0};
	error error;
	assert_int_equal(work_run(FILES, NULL, &options, &hooks, sizes, &error), 0);
	/* 200 times 12 MiB would be 2.4 GiB; a sanitizer keeps up to 256 MiB of what was freed, and its own. */
	assert_true(sizes[FILES - 1] > 12 * MEBI);
	assert_true(sizes[FILES - 1] < 700 * MEBI);
}

static void test_processors(void **state)
{
	(void)state;
	assert_true(work_processor_count() >= 1);
	assert_true(work_processor_count() <= (unsigned)sysconf(_SC_NPROCESSORS_CONF));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_files),
		cmocka_unit_test(test_each_file_once),
		cmocka_unit_test(test_too_many_files),
		cmocka_unit_test(test_progress_ends_full),
		cmocka_unit_test(test_huge_records),
		cmocka_unit_test(test_around_a_worker),
		cmocka_unit_test(test_exit_writes_nothing),
		cmocka_unit_test(test_start_runs_in_the_worker),
		cmocka_unit_test(test_memory_stays_flat),
		cmocka_unit_test(test_processors),
	};
	return cmocka_run_group_tests_name("pool", tests, NULL, NULL);
}
