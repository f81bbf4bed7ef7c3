/* SPDX-License-Identifier: MIT */
/* tree-sitter's memory: pieces apart, grown in place, used again, given back; a parse behind another is not changed by it. */
#include "count_check.h"

#include "base/arena.h"
#include "count/parse_memory.h"
#include "count/syntax.h"

#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>

/* What ts_set_allocator() has set; tree-sitter's own header of them is not public. */
extern void *(*ts_current_malloc)(size_t size);
extern void *(*ts_current_calloc)(size_t count, size_t size);
extern void *(*ts_current_realloc)(void *piece, size_t size);
extern void (*ts_current_free)(void *piece);

#define MIB ((size_t)1 << 20)

static void *fill(void *piece, int byte, size_t size)
{
	return memset(piece, byte, size);
}

static bool is_filled(const void *piece, int byte, size_t size)
{
	const unsigned char *bytes = piece;
	for (size_t i = 0; i < size; i++) {
		if (bytes[i] != (unsigned char)byte)
			return false;
	}
	return true;
}

static void test_pieces(void **state)
{
	(void)state;
	parse_memory_start();
	char *pieces[200];
	for (size_t i = 0; i < COUNT(pieces); i++) {
		pieces[i] = ts_current_malloc(i * 7);
		assert_non_null(pieces[i]);
		assert_int_equal((uintptr_t)pieces[i] % _Alignof(max_align_t), 0);
		fill(pieces[i], (int)i, i * 7);
	}
	for (size_t i = 0; i < COUNT(pieces); i++)
		assert_true(is_filled(pieces[i], (int)i, i * 7));
	ts_current_free(NULL);
	parse_memory_reset();
}

/* A freed small piece is handed out again for a size that fits; no two owners at a time. */
static void test_used_again(void **state)
{
	(void)state;
	parse_memory_start();
	void *first = ts_current_malloc(40);
	void *second = ts_current_malloc(40);
	ts_current_free(first);
	void *third = ts_current_malloc(33);
	assert_ptr_equal(third, first);
	assert_ptr_not_equal(ts_current_malloc(40), second);
	/* what was freed is not clean, what calloc() gives is */
	fill(third, 0xAA, 33);
	ts_current_free(third);
	void *clean = ts_current_calloc(4, 10);
	assert_true(is_filled(clean, 0, 40));
	/* two freed ones come back as two */
	void *a = ts_current_malloc(100), *b = ts_current_malloc(100);
	ts_current_free(a);
	ts_current_free(b);
	void *c = ts_current_malloc(100), *d = ts_current_malloc(100);
	assert_ptr_not_equal(c, d);
	assert_true((c == a && d == b) || (c == b && d == a));
	parse_memory_reset();
}

static void test_growing(void **state)
{
	(void)state;
	parse_memory_start();
	/* the newest large piece grows where it is */
	char *last = fill(ts_current_malloc(1000), 1, 1000);
	assert_ptr_equal(ts_current_realloc(last, 100000), last);
	assert_true(is_filled(last, 1, 1000));
	fill(last, 1, 100000);
	/* one that is not the newest moves, with what it held */
	char *newer = fill(ts_current_malloc(2000), 2, 2000);
	char *moved = ts_current_realloc(last, 200000);
	assert_ptr_not_equal(moved, last);
	assert_true(is_filled(moved, 1, 100000));
	assert_true(is_filled(newer, 2, 2000));
	/* it shrinks and grows again: nothing is lost, nothing else is touched */
	char *other = fill(ts_current_malloc(3000), 3, 3000);
	char *small = ts_current_realloc(moved, 10);
	assert_true(is_filled(small, 1, 10));
	char *large = ts_current_realloc(small, 5000);
	assert_true(is_filled(large, 1, 10));
	fill(large, 4, 5000);
	assert_true(is_filled(other, 3, 3000));
	assert_true(is_filled(newer, 2, 2000));
	/* from nothing */
	char *fresh = ts_current_realloc(NULL, 64);
	fill(fresh, 5, 64);
	assert_true(is_filled(large, 4, 5000));
	/* a small one grows step by step, as arrays do */
	char *array = ts_current_malloc(8);
	for (size_t size = 8; size < 100000; size = size * 3 / 2 + 1) {
		array = ts_current_realloc(array, size);
		fill(array, 6, size);
	}
	assert_true(is_filled(other, 3, 3000) && is_filled(large, 4, 5000) && is_filled(fresh, 5, 64));
	parse_memory_reset();
}

/* Pieces come and go in no order; each must keep what it holds as long as it lives. */
static void test_random(void **state)
{
	(void)state;
	parse_memory_start();
	struct {
		unsigned char *piece;
		size_t size;
	} live[64] = {{NULL, 0}};
	uint32_t seed = 99;
	for (int turn = 0; turn < 20000; turn++) {
		seed = seed * 1664525u + 1013904223u;
		size_t i = (seed >> 8) % COUNT(live);
		size_t size = (seed >> 16) % ((seed & 16) != 0 ? 3000 : 200) + 1;
		int byte = (int)i;
		assert_true(is_filled(live[i].piece, byte, live[i].size));
		if ((seed & 3) == 0) {
			ts_current_free(live[i].piece);
			live[i].piece = NULL;
			live[i].size = 0;
			continue;
		}
		size_t kept = size < live[i].size ? size : live[i].size;
		live[i].piece = ts_current_realloc(live[i].piece, size);
		assert_true(is_filled(live[i].piece, byte, kept));
		fill(live[i].piece, byte, size);
		live[i].size = size;
	}
	parse_memory_reset();
}

static void test_reset(void **state)
{
	(void)state;
	parse_memory_start();
	char *first = ts_current_malloc(50);
	char *big = fill(ts_current_malloc(40 * MIB), 0xAA, 40 * MIB);
	parse_memory_reset();
	/* from the beginning again */
	assert_ptr_equal(ts_current_malloc(50), first);
	char *again = ts_current_malloc(40 * MIB);
	assert_ptr_equal(again, big);
	/* what lay far up was given back to the system */
	assert_true(is_filled(again + 20 * MIB, 0, 20 * MIB));
	parse_memory_reset();
	fill(ts_current_malloc(1000), 0xAA, 1000);
	parse_memory_reset();
	assert_true(is_filled(ts_current_calloc(10, 100), 0, 1000));
	parse_memory_reset();
	parse_memory_reset();
	parse_memory_start(); /* may be called again */
	assert_non_null(ts_current_malloc(1));
	parse_memory_reset();
}

/* Memory of many files one behind the other stays that of the largest. */
static void test_flat(void **state)
{
	(void)state;
	parse_memory_start();
	char *first = ts_current_malloc(100);
	for (int file = 0; file < 2000; file++) {
		parse_memory_reset();
		assert_ptr_equal(ts_current_malloc(100), first);
		for (int i = 0; i < 10; i++)
			ts_current_free(ts_current_malloc(100000));
	}
	parse_memory_reset();
}

static void silence(void)
{
	if (freopen("/dev/null", "w", stderr) == NULL)
		_exit(0);
}

/* More than there can be ends the process with a status of its own, and a word on standard error. */
static void test_too_much(void **state)
{
	(void)state;
	static const size_t sizes[] = {SIZE_MAX, SIZE_MAX - 64, (size_t)1 << 50, SIZE_MAX / 2};
	for (size_t i = 0; i < COUNT(sizes); i++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			silence();
			parse_memory_start();
			ts_current_malloc(sizes[i]);
			_exit(0);
		}
		int status = 0;
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFEXITED(status) && WEXITSTATUS(status) != 0);
	}
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		silence();
		parse_memory_start();
		ts_current_calloc(SIZE_MAX / 2, 3);
		_exit(0);
	}
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) != 0);
}

static void parse(const plugin_language *language, text source, arena *arena, findings *out)
{
	*out = (findings){.arena = arena};
	assert_int_equal(syntax_count(language, source, NULL, 0, 0, out), 0);
}

static void compare(const findings *a, const findings *b)
{
	assert_int_equal(a->frame_count, b->frame_count);
	for (size_t i = 0; i < a->frame_count; i++) {
		assert_int_equal(a->frames[i].start, b->frames[i].start);
		assert_int_equal(a->frames[i].end, b->frames[i].end);
		assert_string_equal(a->frames[i].name, b->frames[i].name);
		assert_int_equal(a->frames[i].cyclomatic, b->frames[i].cyclomatic);
	}
	assert_int_equal(a->spans.count, b->spans.count);
	if (a->spans.count > 0)
		assert_memory_equal(a->spans.items, b->spans.items, a->spans.count * sizeof(*a->spans.items));
	assert_int_equal(a->error_bytes, b->error_bytes);
}

/* The same text between others, long and short, well-formed and not, gives the same each time. */
static void test_parse_again(void **state)
{
	(void)state;
	char folder[PATH_MAX];
	find_plugins(folder);
	plugin_set *plugins = plugin_set_create((const char *const[]){folder, NULL});
	error error;
	const plugin *plugin = plugin_set_load(plugins, "go", &error);
	if (plugin == NULL)
		fail_msg("%s", error.message);
	const plugin_language *go = plugin_find_language(plugin, "Go", NULL);
	assert_non_null(go);

	buffer large = BUFFER_INIT;
	buffer_add_string(&large, "package p\n");
	for (int i = 0; i < 2000; i++)
		buffer_printf(&large, "// f\nfunc f%d(a int) int { if a > 0 { return %d }; return `\n` }\n", i, i);
	const text sample = TEXT("package p\n\n// c\nfunc (t *T) Do(a, b int) {\n\tfor {\n\t\t_ = func() {}\n\t}\n}\n");
	const text between[] = {TEXT(""), {large.data, large.len}, TEXT("func func {{{{ ( `"), TEXT("\n\n")};
	arena *arena = arena_create();
	findings first, again, other;
	parse(go, sample, arena, &first);
	assert_int_equal(first.frame_count, 2);
	assert_string_equal(first.frames[0].name, "(*T).Do");
	for (size_t i = 0; i < COUNT(between); i++) {
		parse(go, between[i], arena, &other);
		if (i == 1)
			assert_int_equal(other.frame_count, 2000);
		findings_finish(&other);
		parse(go, sample, arena, &again);
		compare(&first, &again);
		findings_finish(&again);
	}
	findings_finish(&first);
	arena_destroy(arena);
	buffer_finish(&large);
	plugin_set_destroy(plugins);
}

static size_t mapped_now(void)
{
	size_t pages = 0;
	FILE *file = fopen("/proc/self/statm", "r");
	if (file == NULL || fscanf(file, "%zu", &pages) != 1)
		pages = 0;
	if (file != NULL)
		fclose(file);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Where addresses are few, what is not for parsing finds some too: a plugin that is loaded later. Before any region is mapped. */
static void test_leaves_addresses(void **state)
{
	(void)state;
	for (size_t few = 256 * MIB; few <= 4096 * MIB; few *= 2) {
		pid_t child = fork();
		if (child == 0) {
			size_t limit = mapped_now() + few + 8 * MIB;
			const struct rlimit space = {limit, limit};
			if (setrlimit(RLIMIT_AS, &space) != 0)
				_exit(1);
			parse_memory_start();
			void *other = mmap(NULL, few / 16, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
			_exit(other != MAP_FAILED ? 0 : 2);
		}
		int status = -1;
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_int_equal(status, 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_leaves_addresses),
		cmocka_unit_test(test_pieces),
		cmocka_unit_test(test_used_again),
		cmocka_unit_test(test_growing),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_reset),
		cmocka_unit_test(test_flat),
		cmocka_unit_test(test_too_much),
		cmocka_unit_test(test_parse_again),
	};
	return cmocka_run_group_tests_name("parse_memory", tests, NULL, NULL);
}
