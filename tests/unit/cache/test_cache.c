/* SPDX-License-Identifier: MIT */
#include "cache/cache.h"

#include "base/buffer.h"
#include "base/memory.h"
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
#include <unistd.h>

/* A folder with a file that no repository knows, and room for a cache. */
typedef struct place {
	char folder[64], cache[96];
	source_list *list;
	source_file file;
	count_options count;
	cache_setting setting;
	int fd;
} place;

/* Long enough to be worth a row. */
#define LINE "int x; /* as many words as it takes to make a line of it */\n"
#define LINES LINE LINE LINE LINE LINE LINE LINE LINE
static const char content[] = LINES LINES;

static int set_up(void **state)
{
	place *place = calloc(1, sizeof(*place));
	strcpy(place->folder, "/tmp/onflame-cache-XXXXXX");
	if (mkdtemp(place->folder) == NULL || chdir(place->folder) != 0)
		return -1;
	snprintf(place->cache, sizeof(place->cache), "%s/deep/down", place->folder);
	place->list = source_list_create();
	place->file = (source_file){.path = "x.c", .shown = "x.c", .size = sizeof(content) - 1};
	place->list->files = memory_alloc(sizeof(place->file));
	place->list->files[0] = place->file;
	place->list->file_count = 1;
	place->count = (count_options){.policy = *count_policy_find("default")};
	place->setting = (cache_setting){.count = &place->count};
	place->fd = open("x.c", O_RDWR | O_CREAT, 0644);
	if (write(place->fd, content, sizeof(content) - 1) != sizeof(content) - 1)
		return -1;
	*state = place;
	return 0;
}

static int tear_down(void **state)
{
	place *place = *state;
	char command[128];
	close(place->fd);
	source_list_destroy(place->list);
	snprintf(command, sizeof(command), "rm -rf %s", place->folder);
	int status = chdir("/") == 0 ? system(command) : -1;
	free(place);
	return status;
}

static cache *begin(place *place)
{
	error error = {""};
	cache *cache = cache_open(place->cache, 1 << 20, NULL, &error);
	if (cache == NULL)
		fail_msg("%s", error.message);
	cache_begin(cache, place->list, &place->setting);
	cache_recall_vouched(cache, NULL, NULL);
	return cache;
}

static text whole(void)
{
	return (text){content, sizeof(content) - 1};
}

/* A run that counts the file, and finds `lines`. */
static void count_with(place *place, cache *cache, uint64_t lines)
{
	arena *arena = arena_create();
	buffer encoded = BUFFER_INIT;
	record out = {0};
	assert_false(cache_recall(cache, 0, place->fd, whole(), arena, &out));
	assert_int_equal(out.keep, RECORD_KEEP_CONTENT);
	out.language = "C";
	out.engine = RECORD_SYNTAX;
	out.bytes = sizeof(content) - 1;
	out.counts.lines = out.counts.code = lines;
	cache_judge(&out, false);
	assert_int_equal(out.keep, RECORD_KEEP_CONTENT);
	record_encode(&encoded, &out);
	cache_keep(cache, &out, (text){encoded.data, encoded.len});
	buffer_finish(&encoded);
	arena_destroy(arena);
}

/* Lines that the cache has for the file; 0: none. */
static uint64_t recall(place *place)
{
	arena *arena = arena_create();
	record out = {.file = 7};
	cache *cache = begin(place);
	bool found = cache_recall(cache, 0, place->fd, whole(), arena, &out);
	uint64_t lines = found ? out.counts.lines : 0;
	if (found) {
		assert_int_equal(out.file, 7);
		assert_string_equal(out.language, "C");
		assert_int_equal(out.keep, RECORD_KEEP_NOT);
	}
	cache_close(cache);
	arena_destroy(arena);
	return lines;
}

static void test_recalls_what_was_kept(void **state)
{
	place *place = *state;
	struct stat status;
	cache *cache = begin(place);
	count_with(place, cache, 5);
	cache_close(cache);
	assert_int_equal(recall(place), 5);
	assert_int_equal(stat(place->cache, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0700);

	/* With another setting it is another record. */
	place->setting.memory = 1;
	assert_int_equal(recall(place), 0);
	place->setting.memory = 0;
	assert_int_equal(recall(place), 5);

	cache_facts facts;
	error error = {""};
	assert_int_equal(cache_tell(place->cache, &facts, &error), 0);
	assert_int_equal(facts.records, 1);
	assert_int_equal(cache_clear(place->cache, &error), 0);
	assert_int_equal(recall(place), 0);
}

static void test_keeps_nothing_that_failed(void **state)
{
	place *place = *state;
	static const char *notes[] = {"counted lexically: syntax counting took over 10 s"};
	const record doubtful[] = {
		{.language = "C", .engine = RECORD_LEXICAL, .notes = notes, .note_count = 1},
		{.engine = RECORD_UNCOUNTED, .failed = true, .failure = "permission denied"},
		{.engine = RECORD_UNCOUNTED, .failure = count_not_wanted},
	};
	for (size_t i = 0; i < sizeof(doubtful) / sizeof(doubtful[0]); i++) {
		record out = doubtful[i];
		out.keep = RECORD_KEEP_CONTENT;
		cache_judge(&out, false);
		assert_int_equal(out.keep, RECORD_KEEP_NOT);
	}
	record again = {.language = "C", .engine = RECORD_LEXICAL, .keep = RECORD_KEEP_BLOB};
	cache_judge(&again, true);
	assert_int_equal(again.keep, RECORD_KEEP_NOT);
	/* Without what was read there is nothing to keep it by. */
	record part = {0};
	cache *cache = begin(place);
	arena *arena = arena_create();
	assert_false(cache_recall(cache, 0, place->fd, (text){content, 3}, arena, &part));
	assert_int_equal(part.keep, RECORD_KEEP_NOT);
	arena_destroy(arena);
	cache_close(cache);
}

static void test_turned_lines(void **state)
{
	(void)state;
	record binary = {.failure = count_binary, .keep = RECORD_KEEP_BLOB_OF_BINARY, .key = {1, 2}};
	cache_judge(&binary, false);
	assert_int_equal(binary.keep, RECORD_KEEP_BLOB);
	record lines = {.engine = RECORD_SYNTAX, .language = "C", .keep = RECORD_KEEP_BLOB_OF_BINARY, .key = {1, 2}};
	cache_judge(&lines, false);
	assert_int_equal(lines.keep, RECORD_KEEP_CONTENT);
	record part = {.engine = RECORD_SYNTAX, .language = "C", .keep = RECORD_KEEP_BLOB_OF_BINARY};
	cache_judge(&part, false);
	assert_int_equal(part.keep, RECORD_KEEP_NOT);
}

static char *database_path(const place *place)
{
	static char path[128];
	snprintf(path, sizeof(path), "%s/records-2.sqlite", place->cache);
	return path;
}

/* Each byte in turn is turned over: the record is found as it was, or not at all. */
static void test_damage_gives_no_other_count(void **state)
{
	place *place = *state;
	cache *cache = begin(place);
	count_with(place, cache, 5);
	cache_close(cache);
	char *path = database_path(place);
	FILE *file = fopen(path, "rb");
	assert_non_null(file);
	static char bytes[1 << 16];
	size_t len = fread(bytes, 1, sizeof(bytes), file);
	fclose(file);
	assert_in_range(len, 8192, sizeof(bytes));
	size_t found = 0, tried = 0;
	for (size_t at = 0; at < len; at += bytes[at] != 0 ? 1 : 61) {
		bytes[at] = (char)~bytes[at];
		file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(fwrite(bytes, 1, len, file), len);
		fclose(file);
		bytes[at] = (char)~bytes[at];
		uint64_t lines = recall(place);
		assert_true(lines == 5 || lines == 0);
		found += lines == 5;
		tried++;
	}
	assert_in_range(found, 1, tried - 1);
}

static void test_begins_again(void **state)
{
	place *place = *state;
	cache_close(begin(place));
	FILE *file = fopen(database_path(place), "wb");
	assert_non_null(file);
	fputs("this is no database, but longer than the head of one would be, which it takes to be told from an empty file",
	      file);
	fclose(file);
	cache *cache = begin(place);
	count_with(place, cache, 6);
	cache_close(cache);
	assert_int_equal(recall(place), 6);
}

static void expect_refused(const place *place, bool unsafe)
{
	error error = {""};
	bool found = !unsafe;
	assert_null(cache_open(place->cache, 1 << 20, &found, &error));
	assert_int_equal(found, unsafe);
	assert_true(error.message[0] != '\0');
}

static void test_refuses_open_folders(void **state)
{
	place *place = *state;
	cache_close(begin(place));
	assert_int_equal(chmod(place->cache, 0770), 0);
	expect_refused(place, true);
	assert_int_equal(chmod(place->cache, 0755), 0);
	cache_close(begin(place));
	strcat(place->cache, "/lock/below");
	expect_refused(place, false);
	strcpy(place->cache, "deep");
	expect_refused(place, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_recalls_what_was_kept, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_keeps_nothing_that_failed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_turned_lines, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_damage_gives_no_other_count, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_begins_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(test_refuses_open_folders, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
