/* SPDX-License-Identifier: MIT */
/* Indexes built by hand, as gitformat-index(5) has them. */
#include "source/git_index.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

enum { SHA1 = 20, SHA256 = 32 };

static void add_bits(buffer *out, uint32_t number, int bits)
{
	for (int shift = bits - 8; shift >= 0; shift -= 8)
		buffer_add_char(out, (char)(unsigned char)(number >> shift));
}

static void add_head(buffer *out, uint32_t version, uint32_t count)
{
	buffer_add(out, "DIRC", 4);
	add_bits(out, version, 32);
	add_bits(out, count, 32);
}

/* Up to the flags. Times are 100.5 (changed) and 200.25 (modified), the inode 7, the size 9. */
static void add_status(buffer *out, uint32_t mode, size_t id_len)
{
	const uint32_t fields[] = {100, 500000000, 200, 250000000, 1, 7, mode, 0, 0, 9};
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		add_bits(out, fields[i], 32);
	for (size_t i = 0; i < id_len; i++)
		buffer_add_char(out, (char)('A' + (int)i));
}

static void add_nuls(buffer *out, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buffer_add_char(out, '\0');
}

/* Of version 2 or 3. `extended`: -1 for none. */
static void add_entry(buffer *out, const char *path, uint32_t mode, uint32_t flags, int extended, size_t id_len)
{
	size_t start = out->len, len = strlen(path);
	add_status(out, mode, id_len);
	add_bits(out, flags | (uint32_t)(len < 0xFFF ? len : 0xFFF) | (extended >= 0 ? 0x4000 : 0), 16);
	if (extended >= 0)
		add_bits(out, (uint32_t)extended, 16);
	buffer_add(out, path, len);
	add_nuls(out, 8 - (out->len - start) % 8);
}

static git_index parse(buffer *content, size_t id_len)
{
	git_index index;
	add_nuls(content, id_len);
	assert_int_equal(git_index_parse(*content, (git_time){300, 0}, &index), 0);
	return index;
}

static void expect(git_index *index, const char *path, bool plain)
{
	git_entry entry;
	assert_true(git_index_next(index, &entry));
	assert_int_equal(entry.path.len, strlen(path));
	assert_memory_equal(entry.path.data, path, strlen(path));
	assert_int_equal(entry.plain, plain);
	assert_int_equal(entry.changed.seconds, 100);
	assert_int_equal(entry.changed.nanoseconds, 500000000);
	assert_int_equal(entry.modified.seconds, 200);
	assert_int_equal(entry.modified.nanoseconds, 250000000);
	assert_int_equal(entry.inode, 7);
	assert_int_equal(entry.size, 9);
	assert_memory_equal(entry.id, "ABCDEFGHIJKLMNOPQRST", SHA1);
}

static void expect_end(git_index *index)
{
	git_entry entry;
	assert_false(git_index_next(index, &entry));
	git_index_close(index);
}

static void test_version_2(void **state)
{
	(void)state;
	buffer out = BUFFER_INIT;
	char path[5001];
	memset(path, 'p', 5000);
	path[5000] = '\0';
	add_head(&out, 2, 7);
	add_entry(&out, "a", 0100644, 0, -1, SHA1);
	add_entry(&out, "a/assumed", 0100644, 0x8000, -1, SHA1);
	add_entry(&out, "a/conflict", 0100644, 0x1000, -1, SHA1);
	add_entry(&out, "a/link", 0120000, 0, -1, SHA1);
	add_entry(&out, "a/module", 0160000, 0, -1, SHA1);
	add_entry(&out, "a/run", 0100755, 0, -1, SHA1);
	add_entry(&out, path, 0100644, 0, -1, SHA1);
	buffer_add(&out, "TREE\0\0\0\0", 8); /* an extension */
	git_index index = parse(&out, SHA1);
	expect(&index, "a", true);
	expect(&index, "a/assumed", false);
	expect(&index, "a/conflict", false);
	expect(&index, "a/link", false);
	expect(&index, "a/module", false);
	expect(&index, "a/run", true);
	expect(&index, path, true);
	expect_end(&index);
}

static void test_version_3(void **state)
{
	(void)state;
	buffer out = BUFFER_INIT;
	add_head(&out, 3, 3);
	add_entry(&out, "skipped", 0100644, 0, 0x4000, SHA1);
	add_entry(&out, "to be added", 0100644, 0, 0x2000, SHA1);
	add_entry(&out, "z", 0100644, 0, -1, SHA1);
	git_index index = parse(&out, SHA1);
	expect(&index, "skipped", false);
	expect(&index, "to be added", false);
	expect(&index, "z", true);
	expect_end(&index);
}

static void add_prefixed(buffer *out, const char *strip, size_t strip_len, const char *rest)
{
	add_status(out, 0100644, SHA1);
	add_bits(out, 1, 16);
	buffer_add(out, strip, strip_len);
	buffer_add(out, rest, strlen(rest) + 1);
}

static void test_version_4(void **state)
{
	(void)state;
	char path[301];
	memset(path, 'p', 300);
	path[300] = '\0';
	buffer out = BUFFER_INIT;
	add_head(&out, 4, 4);
	add_prefixed(&out, "\0", 1, "src/one.c");
	add_prefixed(&out, "\5", 1, "two.c");
	add_prefixed(&out, "\11", 1, path);
	/* 300 as offsets in packs are written: seven bits a byte, each further byte one more. */
	add_prefixed(&out, "\x81\x2C", 2, "z");
	git_index index = parse(&out, SHA1);
	expect(&index, "src/one.c", true);
	expect(&index, "src/two.c", true);
	expect(&index, path, true);
	expect(&index, "z", true);
	expect_end(&index);
}

static void test_long_ids(void **state)
{
	(void)state;
	buffer out = BUFFER_INIT;
	add_head(&out, 2, 2);
	add_entry(&out, "a", 0100644, 0, -1, SHA256);
	add_entry(&out, "b", 0100644, 0, -1, SHA256);
	git_index index = parse(&out, SHA256);
	assert_int_equal(index.id_len, SHA256);
	expect(&index, "a", true);
	expect(&index, "b", true);
	expect_end(&index);
}

/* Whatever part of an index there is: it is refused, and nothing behind its end is looked at. */
static void test_broken(void **state)
{
	(void)state;
	buffer out = BUFFER_INIT;
	add_head(&out, 2, 2);
	add_entry(&out, "first", 0100644, 0, -1, SHA1);
	add_entry(&out, "second", 0100644, 0, -1, SHA1);
	add_nuls(&out, SHA1);
	git_index index;
	for (size_t len = 0; len < out.len; len++) {
		buffer part = BUFFER_INIT;
		buffer_add(&part, out.data, len);
		assert_int_equal(git_index_parse(part, (git_time){0, 0}, &index), -1);
	}
	static const struct {
		size_t at;
		char byte;
	} wrong[] = {{0, 'X'}, {7, 5}, {7, 1}, {8, 1}, {11, 9}, {12 + 24, 1}, {12 + 61, 9}};
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
		buffer copy = BUFFER_INIT;
		buffer_add(&copy, out.data, out.len);
		copy.data[wrong[i].at] = wrong[i].byte;
		assert_int_equal(git_index_parse(copy, (git_time){0, 0}, &index), -1);
	}
	buffer_finish(&out);
}

static void test_settled(void **state)
{
	(void)state;
	static const struct {
		git_time changed, modified, written;
		bool settled;
	} cases[] = {
		{{100, 5}, {100, 5}, {200, 0}, true},
		{{200, 5}, {100, 5}, {200, 5}, false}, /* changed as the index was written */
		{{100, 5}, {200, 5}, {200, 5}, false}, /* modified then */
		{{300, 5}, {100, 5}, {200, 5}, false}, /* later */
		{{100, 5}, {300, 5}, {200, 5}, false},
		{{100, 5}, {200, 1000}, {200, 19999999}, false}, /* within the grain of a clock */
		{{100, 5}, {200, 1000}, {200, 20001000}, true},
		{{100, 5}, {199, 999999999}, {200, 1000}, false},
		{{100, 5}, {199, 999999999}, {201, 0}, true},
		{{100, 0}, {199, 0}, {200, 0}, false}, /* whole seconds: FAT has every second one */
		{{100, 0}, {198, 0}, {200, 0}, true},
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		git_entry entry = {.changed = cases[i].changed, .modified = cases[i].modified};
		assert_int_equal(git_entry_is_settled(&entry, cases[i].written), cases[i].settled);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_version_2), cmocka_unit_test(test_version_3), cmocka_unit_test(test_version_4),
		cmocka_unit_test(test_long_ids),  cmocka_unit_test(test_broken),    cmocka_unit_test(test_settled),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
