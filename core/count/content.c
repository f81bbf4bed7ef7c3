/* SPDX-License-Identifier: MIT */
#include "count/content.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <unistd.h>

/* How far git looks for a NUL byte. */
enum { BINARY_WINDOW = 8000 };

/* Longest mark first: that of UTF-32LE begins with that of UTF-16LE. */
static const struct {
	const char *mark;
	size_t len;
	const char *encoding; /* of iconv; NULL: UTF-8 */
	const char *shown;
} byte_order_marks[] = {
	{"\xFF\xFE\0\0", 4, "UTF-32LE", "UTF-32"}, {"\0\0\xFE\xFF", 4, "UTF-32BE", "UTF-32"},
	{"\xEF\xBB\xBF", 3, NULL, NULL},           {"\xFF\xFE", 2, "UTF-16LE", "UTF-16"},
	{"\xFE\xFF", 2, "UTF-16BE", "UTF-16"},
};

enum { MARKS = sizeof(byte_order_marks) / sizeof(byte_order_marks[0]) };

static size_t find_mark(text raw)
{
	size_t i = 0;
	while (i < MARKS && !text_starts_with(raw, (text){byte_order_marks[i].mark, byte_order_marks[i].len}))
		i++;
	return i;
}

/* How much to ask for at once: where the size is known one byte more than there should be, which tells whether there is. */
static size_t choose_step(size_t have, size_t limit, uint64_t size)
{
	enum { STEP = 1 << 20 };
	size_t step = size >= have && size - have < STEP ? (size_t)(size - have) + 1 : STEP;
	return step < limit ? step : limit;
}

int content_read(int fd, size_t limit, uint64_t size, buffer *out)
{
	while (limit > 0) {
		size_t want = choose_step(out->len, limit, size);
		buffer_reserve(out, want);
		ssize_t got = read(fd, out->data + out->len, want);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		buffer_truncate(out, out->len + (size_t)got);
		limit -= (size_t)got;
		if ((size_t)got < want && out->len == size)
			break;
	}
	return 0;
}

bool content_is_wide(text raw)
{
	size_t mark = find_mark(raw);
	return mark < MARKS && byte_order_marks[mark].encoding != NULL;
}

bool content_is_binary(text raw)
{
	if (content_is_wide(raw))
		return false;
	size_t window = raw.len < BINARY_WINDOW ? raw.len : BINARY_WINDOW;
	return window > 0 && memchr(raw.data, '\0', window) != NULL;
}

/* Broken sequences become U+FFFD, a unit of `unit` bytes each. */
static text convert(text raw, const char *encoding, size_t unit, buffer *out)
{
	buffer_clear(out);
	iconv_t converter = iconv_open("UTF-8", encoding);
	if (converter == (iconv_t)-1)
		return raw;
	char *in = (char *)(uintptr_t)raw.data; /* iconv() does not write there */
	size_t left = raw.len;
	while (left > 0) {
		buffer_reserve(out, left * 2 + 16);
		char *to = out->data + out->len;
		size_t room = out->capacity - out->len - 1;
		size_t status = iconv(converter, &in, &left, &to, &room);
		buffer_truncate(out, (size_t)(to - out->data));
		if (status != (size_t)-1 || errno == E2BIG)
			continue;
		size_t skip = left < unit ? left : unit;
		in += skip;
		left -= skip;
		buffer_add_string(out, "\xEF\xBF\xBD");
	}
	iconv_close(converter);
	return (text){buffer_string(out), out->len};
}

/* A lone CR ends a line where no LF does. The text is changed in place if it is in `scratch`. */
static text split_at_cr(text source, buffer *scratch)
{
	if (source.len == 0 || memchr(source.data, '\n', source.len) != NULL ||
	    memchr(source.data, '\r', source.len) == NULL)
		return source;
	if (source.data != scratch->data) {
		buffer_clear(scratch);
		buffer_add(scratch, source.data, source.len);
	}
	for (size_t i = 0; i < scratch->len; i++) {
		if (scratch->data[i] == '\r')
			scratch->data[i] = '\n';
	}
	return (text){buffer_string(scratch), scratch->len};
}

text content_decode(text raw, buffer *scratch, const char **encoding)
{
	*encoding = NULL;
	text source = raw;
	size_t mark = find_mark(raw);
	if (mark < MARKS) {
		source.data += byte_order_marks[mark].len;
		source.len -= byte_order_marks[mark].len;
		*encoding = byte_order_marks[mark].shown;
		if (*encoding != NULL)
			source = convert(source, byte_order_marks[mark].encoding, byte_order_marks[mark].len, scratch);
	}
	if (*encoding == NULL && !text_is_utf8(source)) {
		source = convert(source, "ISO-8859-1", 1, scratch);
		*encoding = "Latin-1";
	}
	return split_at_cr(source, scratch);
}
