/* SPDX-License-Identifier: MIT */
/* Bytes of a file made into text: byte order marks, encodings, line ends, what is no text at all. */
#include "count_check.h"

#include "count/content.h"

#include <errno.h>
#include <fcntl.h>

typedef struct row {
	const char *what;
	text raw, decoded;
	const char *encoding; /* NULL: UTF-8 */
} row;

static void check_rows(const row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buffer scratch = BUFFER_INIT;
		const char *encoding = "not set";
		text got = content_decode(rows[i].raw, &scratch, &encoding);
		if (got.len != rows[i].decoded.len || memcmp(got.data, rows[i].decoded.data, got.len) != 0)
			fail_msg("%s: \"%.*s\" (%zu bytes)", rows[i].what, (int)got.len, got.data, got.len);
		if ((encoding == NULL) != (rows[i].encoding == NULL) ||
		    (encoding != NULL && strcmp(encoding, rows[i].encoding) != 0))
			fail_msg("%s: encoding %s", rows[i].what, encoding != NULL ? encoding : "UTF-8");
		assert_true(text_is_utf8(got));
		buffer_finish(&scratch);
	}
}

static void test_byte_order_marks(void **state)
{
	(void)state;
	const row rows[] = {
		{"no mark", TEXT("a\nb\n"), TEXT("a\nb\n"), NULL},
		{"UTF-8 with mark",
		 TEXT("\xEF\xBB\xBF"
		      "a\n"),
		 TEXT("a\n"), NULL},
		{"the mark alone", TEXT("\xEF\xBB\xBF"), TEXT(""), NULL},
		{"a second mark is a character of the text", TEXT("\xEF\xBB\xBF\xEF\xBB\xBFx"), TEXT("\xEF\xBB\xBFx"),
		 NULL},
		{"UTF-16, little end first", TEXT("\xFF\xFEi\0n\0t\0\n\0"), TEXT("int\n"), "UTF-16"},
		{"UTF-16, big end first", TEXT("\xFE\xFF\0i\0n\0t\0\n"), TEXT("int\n"), "UTF-16"},
		{"UTF-32, little end first", TEXT("\xFF\xFE\0\0x\0\0\0\n\0\0\0"), TEXT("x\n"), "UTF-32"},
		{"UTF-32, big end first", TEXT("\0\0\xFE\xFF\0\0\0x\0\0\0\n"), TEXT("x\n"), "UTF-32"},
		{"the mark of UTF-16 alone", TEXT("\xFF\xFE"), TEXT(""), "UTF-16"},
		{"the mark of UTF-32 alone", TEXT("\xFF\xFE\0\0"), TEXT(""), "UTF-32"},
		/* U+00E4 and U+4E2D */
		{"UTF-16 beyond ASCII", TEXT("\xFF\xFE\xE4\x00\x2D\x4E"), TEXT("\xC3\xA4\xE4\xB8\xAD"), "UTF-16"},
		/* U+1F600 is D83D DE00 */
		{"a pair of surrogates", TEXT("\xFE\xFF\xD8\x3D\xDE\x00"), TEXT("\xF0\x9F\x98\x80"), "UTF-16"},
		{"UTF-32 beyond the first plane", TEXT("\xFF\xFE\0\0\0\xF6\x01\0"), TEXT("\xF0\x9F\x98\x80"), "UTF-32"},
	};
	check_rows(rows, COUNT(rows));
}

/* Each unit that is no character becomes one U+FFFD; what stands behind it is read on. */
static void test_broken_units(void **state)
{
	(void)state;
	const row rows[] = {
		{"half a unit at the end",
		 TEXT("\xFF\xFE"
		      "a\0\n\0\x0A"),
		 TEXT("a\n\xEF\xBF\xBD"), "UTF-16"},
		{"half a unit alone", TEXT("\xFE\xFF\x20"), TEXT("\xEF\xBF\xBD"), "UTF-16"},
		{"a high surrogate without its low one", TEXT("\xFF\xFE\x3D\xD8x\0"), TEXT("\xEF\xBF\xBDx"), "UTF-16"},
		{"a low surrogate alone", TEXT("\xFF\xFE\x00\xDEx\0"), TEXT("\xEF\xBF\xBDx"), "UTF-16"},
		{"a high surrogate at the end", TEXT("\xFE\xFF\0x\xD8\x3D"), TEXT("x\xEF\xBF\xBD"), "UTF-16"},
		{"two high surrogates", TEXT("\xFE\xFF\xD8\x3D\xD8\x3D\0\n"), TEXT("\xEF\xBF\xBD\xEF\xBF\xBD\n"),
		 "UTF-16"},
		{"UTF-32 cut off", TEXT("\xFF\xFE\0\0x\0\0\0\n\0"), TEXT("x\xEF\xBF\xBD"), "UTF-32"},
		{"beyond Unicode", TEXT("\xFF\xFE\0\0\0\0\x11\0x\0\0\0"), TEXT("\xEF\xBF\xBDx"), "UTF-32"},
		{"a surrogate in UTF-32", TEXT("\0\0\xFE\xFF\0\0\xD8\x00\0\0\0x"), TEXT("\xEF\xBF\xBDx"), "UTF-32"},
	};
	check_rows(rows, COUNT(rows));
}

/* What is not UTF-8 throughout is taken as Latin-1 throughout: every byte is one character. */
static void test_latin1(void **state)
{
	(void)state;
	const row rows[] = {
		{"an umlaut",
		 TEXT("gr\xFC\xDF"
		      "e\n"),
		 TEXT("gr\xC3\xBC\xC3\x9F"
		      "e\n"),
		 "Latin-1"},
		{"a sequence cut short", TEXT("\xC3\n"), TEXT("\xC3\x83\n"), "Latin-1"},
		{"cut short at the end", TEXT("a\xE4\xB8"), TEXT("a\xC3\xA4\xC2\xB8"), "Latin-1"},
		{"an overlong slash", TEXT("\xC0\xAF"), TEXT("\xC3\x80\xC2\xAF"), "Latin-1"},
		{"a surrogate in UTF-8", TEXT("\xED\xA0\x80"), TEXT("\xC3\xAD\xC2\xA0\xC2\x80"), "Latin-1"},
		{"the mark of UTF-8, then broken", TEXT("\xEF\xBB\xBF\xFC\n"), TEXT("\xC3\xBC\n"), "Latin-1"},
		{"every byte keeps its line", TEXT("\xFF\n\xFE\r\n\x80"), TEXT("\xC3\xBF\n\xC3\xBE\r\n\xC2\x80"),
		 "Latin-1"},
	};
	check_rows(rows, COUNT(rows));
}

/* A lone CR ends a line only where no LF does. */
static void test_line_ends(void **state)
{
	(void)state;
	const row rows[] = {
		{"empty", TEXT(""), TEXT(""), NULL},
		{"one byte", TEXT("x"), TEXT("x"), NULL},
		{"one CR", TEXT("\r"), TEXT("\n"), NULL},
		{"CR alone", TEXT("a\rb\r"), TEXT("a\nb\n"), NULL},
		{"CR alone, blank lines", TEXT("a\r\rb"), TEXT("a\n\nb"), NULL},
		{"CR LF stays", TEXT("a\r\nb\r\n"), TEXT("a\r\nb\r\n"), NULL},
		{"mixed: a CR among LFs is no end", TEXT("a\rb\nc\r\n"), TEXT("a\rb\nc\r\n"), NULL},
		{"CR behind the mark of UTF-8",
		 TEXT("\xEF\xBB\xBF"
		      "a\rb"),
		 TEXT("a\nb"), NULL},
		{"CR in UTF-16",
		 TEXT("\xFF\xFE"
		      "a\0\r\0b\0"),
		 TEXT("a\nb"), "UTF-16"},
		{"CR in Latin-1", TEXT("\xE9\r\xE9"), TEXT("\xC3\xA9\n\xC3\xA9"), "Latin-1"},
		/* 0x0A0D in UTF-16 is a Gurmukhi character's place, not a line end */
		{"the bytes of a line end within a unit", TEXT("\xFF\xFE\x0D\x0A"), TEXT("\xE0\xA8\x8D"), "UTF-16"},
	};
	check_rows(rows, COUNT(rows));
}

/* What is given stays as it was: the caller may look at it again. */
static void test_input_is_kept(void **state)
{
	(void)state;
	char raw[] = "a\rb\r";
	buffer scratch = BUFFER_INIT;
	const char *encoding;
	text got = content_decode((text){raw, 4}, &scratch, &encoding);
	assert_ptr_not_equal(got.data, raw);
	assert_memory_equal(raw, "a\rb\r", 4);
	/* plain text is not copied */
	got = content_decode(TEXT("plain\n"), &scratch, &encoding);
	assert_int_equal(got.len, 6);
	/* and the scratch may be used again, with something shorter in it */
	got = content_decode((text){raw, 2}, &scratch, &encoding);
	assert_int_equal(got.len, 2);
	assert_memory_equal(got.data, "a\n", 2);
	buffer_finish(&scratch);
}

static void test_binary(void **state)
{
	(void)state;
	const struct {
		text raw;
		bool binary;
	} rows[] = {
		{TEXT(""), false},
		{TEXT("x"), false},
		{TEXT("\0"), true},
		{TEXT("ab\0c"), true},
		{TEXT("\x7f"
		      "ELF\x02\x01\x01\0"),
		 true},
		{TEXT("\xFF\xD8\xFF\xE0"), false}, /* no NUL: nothing says so */
		{TEXT("\xFF\xFE"
		      "a\0"),
		 false},
		{TEXT("\xFE\xFF\0a"), false},
		{TEXT("\0\0\xFE\xFF\0\0\0a"), false},
		{TEXT("\xEF\xBB\xBF"
		      "a\0"),
		 true}, /* the mark of UTF-8 excuses nothing */
		{TEXT("\0\0\xFE"), true},
	};
	for (size_t i = 0; i < COUNT(rows); i++) {
		if (content_is_binary(rows[i].raw) != rows[i].binary)
			fail_msg("row %zu", i);
	}
	/* git looks at the first 8000 bytes */
	char *big = malloc(8001);
	assert_non_null(big);
	memset(big, 'x', 8001);
	big[8000] = '\0';
	assert_false(content_is_binary((text){big, 8001}));
	big[7999] = '\0';
	assert_true(content_is_binary((text){big, 8001}));
	free(big);
}

/* A long text takes more than one turn of the converter. */
static void test_long(void **state)
{
	(void)state;
	enum { UNITS = 300000 };
	char *raw = malloc(2 + 2 * (size_t)UNITS);
	assert_non_null(raw);
	memcpy(raw, "\xFF\xFE", 2);
	for (size_t i = 0; i < UNITS; i++) {
		/* every third unit is no character */
		raw[2 + 2 * i] = i % 3 == 2 ? '\0' : 'x';
		raw[3 + 2 * i] = i % 3 == 2 ? (char)0xD8 : '\0';
	}
	buffer scratch = BUFFER_INIT;
	const char *encoding;
	text got = content_decode((text){raw, 2 + 2 * (size_t)UNITS}, &scratch, &encoding);
	assert_int_equal(got.len, UNITS / 3 * 5);
	for (size_t i = 0; i < UNITS / 3; i++)
		assert_memory_equal(got.data + 5 * i, "xx\xEF\xBF\xBD", 5);
	buffer_finish(&scratch);
	free(raw);
}

static void test_read(void **state)
{
	(void)state;
	char path[] = "/tmp/onflame-content-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	unlink(path);
	assert_int_equal(write(fd, "hello, world", 12), 12);
	assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
	buffer out = BUFFER_INIT;
	assert_int_equal(content_read(fd, 5, 0, &out), 0);
	assert_int_equal(out.len, 5);
	assert_int_equal(content_read(fd, 0, 0, &out), 0);
	assert_int_equal(out.len, 5);
	assert_int_equal(content_read(fd, 1000000, 0, &out), 0); /* adds what is left */
	assert_string_equal(buffer_string(&out), "hello, world");
	assert_int_equal(content_read(fd, 10, 0, &out), 0); /* the end is no error */
	assert_int_equal(out.len, 12);
	close(fd);
	errno = 0;
	assert_int_equal(content_read(fd, 10, 0, &out), -1);
	assert_int_equal(errno, EBADF);
	int folder = open("/", O_RDONLY | O_DIRECTORY);
	assert_true(folder >= 0);
	assert_int_equal(content_read(folder, 10, 0, &out), -1);
	assert_int_equal(errno, EISDIR);
	close(folder);
	buffer_finish(&out);
}

/* A size that the file does not have, any more or at all, changes nothing of what is read. */
static void test_read_of_known_size(void **state)
{
	(void)state;
	char path[] = "/tmp/onflame-content-XXXXXX";
	int fd = mkstemp(path);
	assert_true(fd >= 0);
	unlink(path);
	assert_int_equal(write(fd, "hello, world", 12), 12);
	for (uint64_t size = 0; size < 20; size++) {
		buffer out = BUFFER_INIT;
		assert_int_equal(lseek(fd, 0, SEEK_SET), 0);
		assert_int_equal(content_read(fd, 5, size, &out), 0);
		assert_int_equal(out.len, 5);
		assert_int_equal(content_read(fd, 1000, size, &out), 0);
		assert_string_equal(buffer_string(&out), "hello, world");
		buffer_finish(&out);
	}
	close(fd);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_byte_order_marks),
		cmocka_unit_test(test_broken_units),
		cmocka_unit_test(test_latin1),
		cmocka_unit_test(test_line_ends),
		cmocka_unit_test(test_input_is_kept),
		cmocka_unit_test(test_binary),
		cmocka_unit_test(test_long),
		cmocka_unit_test(test_read),
		cmocka_unit_test(test_read_of_known_size),
	};
	return cmocka_run_group_tests_name("content", tests, NULL, NULL);
}
