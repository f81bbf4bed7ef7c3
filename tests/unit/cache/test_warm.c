/* SPDX-License-Identifier: MIT */
/* Without git: what a run knows of files by their status alone, and what becomes of that when they change. */
#include "cache/cache.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "cache/trust.h"
#include "work/codec.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

typedef struct place {
	char folder[64], cache[96];
	count_options count;
	cache_setting setting;
	bool trusted; /* the file system that the test runs on */
} place;

/* What a run found, and how. */
typedef struct found {
	const source_list *list;
	cache *cache;
	size_t told, read;
	bool wrong;
} found;

static int set_up(void **state)
{
	struct statfs system;
	place *place = calloc(1, sizeof(*place));
	strcpy(place->folder, "/tmp/onflame-warm-XXXXXX");
	if (mkdtemp(place->folder) == NULL || chdir(place->folder) != 0 || mkdir("tree", 0755) != 0 ||
	    mkdir("tree/deep", 0755) != 0 || statfs(".", &system) != 0)
		return -1;
	place->trusted = trust_type((uint32_t)system.f_type);
	snprintf(place->cache, sizeof(place->cache), "%s/cache", place->folder);
	place->count = (count_options){.policy = *count_policy_find("default")};
	place->setting = (cache_setting){.count = &place->count};
	*state = place;
	return 0;
}

static int tear_down(void **state)
{
	place *place = *state;
	char command[128];
	snprintf(command, sizeof(command), "rm -rf %s", place->folder);
	int status = chdir("/") == 0 ? system(command) : -1;
	free(place);
	return status;
}

/* `lines` lines, filled up to `size` bytes. */
static void write_file(const char *path, size_t lines, size_t size)
{
	char content[70000];
	assert_in_range(size, lines, sizeof(content));
	memset(content, 'x', size);
	memset(content, '\n', lines);
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
	assert_true(fd >= 0);
	assert_int_equal(write(fd, content, size), size);
	close(fd);
}

static void settle(void)
{
	nanosleep(&(struct timespec){.tv_nsec = 200 * 1000 * 1000}, NULL);
}

static size_t count_lines(const char *path, buffer *content)
{
	struct stat status;
	int fd = source_file_open(path, &status);
	assert_true(fd >= 0);
	size_t size = (size_t)status.st_size, lines = 0;
	buffer_clear(content);
	buffer_reserve(content, size);
	assert_int_equal(read(fd, content->data, size), size);
	buffer_truncate(content, size);
	for (size_t i = 0; i < size; i++)
		lines += content->data[i] == '\n';
	close(fd);
	return lines;
}

static void take(void *payload, const record *record)
{
	found *found = payload;
	buffer content = BUFFER_INIT;
	found->told++;
	found->wrong |= record->counts.lines != count_lines(found->list->files[record->file].path, &content);
	buffer_finish(&content);
}

/* As a worker reads it and the program keeps it. */
static void count_file(found *found, uint32_t file)
{
	arena *arena = arena_create();
	buffer content = BUFFER_INIT, encoded = BUFFER_INIT;
	const char *path = found->list->files[file].path;
	size_t lines = count_lines(path, &content);
	record out = {.file = file};
	int fd = open(path, O_RDONLY);
	if (!cache_recall(found->cache, file, fd, (text){buffer_string(&content), content.len}, arena, &out)) {
		out.language = "C";
		out.engine = RECORD_LEXICAL;
		out.bytes = content.len;
		out.counts.lines = out.counts.code = lines;
	}
	found->wrong |= out.counts.lines != lines;
	close(fd);
	cache_judge(&out, false);
	record_encode(&encoded, &out);
	cache_keep(found->cache, &out, (text){encoded.data, encoded.len});
	found->read++;
	buffer_finish(&content);
	buffer_finish(&encoded);
	arena_destroy(arena);
}

/* One run over a folder. */
static found run_in(place *place, const char *folder)
{
	error error = {""};
	source_options options = {0};
	source_list *list = source_list_create();
	assert_int_equal(source_add_path(list, folder, &options, &error), 0);
	source_list_close(list);
	found found = {.list = list, .cache = cache_open(place->cache, 1 << 22, NULL, &error)};
	assert_non_null(found.cache);
	cache_begin(found.cache, list, &place->setting);
	cache_recall_vouched(found.cache, take, &found);
	for (size_t i = 0; i < list->file_count; i++) {
		if (!cache_is_recalled(found.cache, (uint32_t)i))
			count_file(&found, (uint32_t)i);
	}
	assert_int_equal(found.told + found.read, list->file_count);
	cache_close(found.cache);
	source_list_destroy(list);
	assert_false(found.wrong);
	return found;
}

/* A run over `tree`, which is to read so many files, or more where the file system is not to be trusted. */
static void expect_read(place *place, size_t read)
{
	found found = run_in(place, "tree");
	if (place->trusted)
		assert_int_equal(found.read, read);
}

static void make_tree(void)
{
	write_file("tree/a.c", 3, 100);
	write_file("tree/b.c", 4, 100);
	write_file("tree/large.c", 5, 60000);
	write_file("tree/deep/c.c", 6, 100);
	settle();
}

static void test_reads_nothing_twice(void **state)
{
	place *place = *state;
	make_tree();
	expect_read(place, 4);
	expect_read(place, 0);
	expect_read(place, 0);
	/* Another setting is another matter. */
	place->setting.memory = 1;
	expect_read(place, 4);
	place->setting.memory = 0;
	expect_read(place, 0);
	/* So is a part of the tree, as its files have other places then; the whole is known all the same. */
	found found = run_in(place, "tree/deep");
	assert_int_equal(found.read, 1);
	expect_read(place, 0);
	found = run_in(place, "tree/deep");
	assert_int_equal(found.read, place->trusted ? 0 : 1);
}

/* Of the same size, and with the time of modification set back. */
static void rewrite(const char *path, size_t lines, size_t size)
{
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	write_file(path, lines, size);
	assert_int_equal(utimensat(AT_FDCWD, path, (struct timespec[]){status.st_atim, status.st_mtim}, 0), 0);
}

static void test_sees_each_change(void **state)
{
	place *place = *state;
	make_tree();
	expect_read(place, 4);
	rewrite("tree/a.c", 7, 100);
	rewrite("tree/large.c", 8, 60000);
	settle();
	expect_read(place, 2);
	expect_read(place, 0);

	/* Names change places. */
	assert_int_equal(rename("tree/a.c", "tree/x"), 0);
	assert_int_equal(rename("tree/b.c", "tree/a.c"), 0);
	assert_int_equal(rename("tree/x", "tree/b.c"), 0);
	settle();
	expect_read(place, 2);
	expect_read(place, 0);

	/* Written by another name. */
	assert_int_equal(link("tree/a.c", "other"), 0);
	settle();
	expect_read(place, 1);
	rewrite("other", 9, 100);
	settle();
	expect_read(place, 1);

	/* Replaced, deleted, new. */
	write_file("new", 10, 100);
	assert_int_equal(rename("new", "tree/b.c"), 0);
	assert_int_equal(unlink("tree/deep/c.c"), 0);
	write_file("tree/deep/d.c", 11, 100);
	settle();
	expect_read(place, 2);
	expect_read(place, 0);

	/* A folder takes the place of another. */
	assert_int_equal(mkdir("new", 0755), 0);
	write_file("new/d.c", 12, 100);
	assert_int_equal(rename("tree/deep", "old"), 0);
	assert_int_equal(rename("new", "tree/deep"), 0);
	settle();
	expect_read(place, 1);
	assert_int_equal(rename("tree/deep", "new"), 0);
	assert_int_equal(rename("old", "tree/deep"), 0);
	expect_read(place, 0);
}

/* Written again and again within ticks of the clock: no run may take the status of one content for another's. */
static void test_no_tick_is_too_short(void **state)
{
	place *place = *state;
	for (size_t i = 0; i < 60; i++) {
		write_file("tree/a.c", 1 + i % 13, 100);
		if (i % 4 == 0)
			nanosleep(&(struct timespec){.tv_nsec = (long)(i * 3 * 1000 * 1000)}, NULL);
		(void)run_in(place, "tree");
	}
	settle();
	(void)run_in(place, "tree");
	expect_read(place, 0);
}

/* A file that is written between its listing and its reading is known by neither status. */
static void test_written_while_it_runs(void **state)
{
	place *place = *state;
	error error = {""};
	source_options options = {0};
	make_tree();
	source_list *list = source_list_create();
	assert_int_equal(source_add_path(list, "tree", &options, &error), 0);
	source_list_close(list);
	found found = {.list = list, .cache = cache_open(place->cache, 1 << 22, NULL, &error)};
	assert_non_null(found.cache);
	cache_begin(found.cache, list, &place->setting);
	cache_recall_vouched(found.cache, take, &found);
	rewrite("tree/a.c", 20, 100);
	for (size_t i = 0; i < list->file_count; i++)
		count_file(&found, (uint32_t)i);
	rewrite("tree/b.c", 21, 100);
	cache_close(found.cache);
	source_list_destroy(list);
	settle();
	expect_read(place, 2);
	expect_read(place, 0);
}

/* Files that are gone do not gather on the shelves. */
static void test_forgets(void **state)
{
	place *place = *state;
	char path[64];
	cache_facts facts;
	error error = {""};
	for (int round = 0; round < 6; round++) {
		for (int i = 0; i < 40; i++) {
			snprintf(path, sizeof(path), "tree/%d-%d.c", round, i);
			write_file(path, 3, 100);
		}
		settle();
		(void)run_in(place, "tree");
		for (int i = 0; i < 40; i++) {
			snprintf(path, sizeof(path), "tree/%d-%d.c", round, i);
			assert_int_equal(unlink(path), 0);
		}
	}
	assert_int_equal(cache_tell(place->cache, &facts, &error), 0);
	if (place->trusted)
		assert_in_range(facts.records, 40, 200);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_reads_nothing_twice, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_sees_each_change, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_no_tick_is_too_short, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_written_while_it_runs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_forgets, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
