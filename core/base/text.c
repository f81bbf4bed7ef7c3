/* SPDX-License-Identifier: MIT */
#include "base/text.h"

#include "base/buffer.h"

#include <string.h>
#include <utf8proc.h>

text text_of(const char *string)
{
	return (text){string, strlen(string)};
}

bool text_equals(text a, text b)
{
	return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

bool text_equals_string(text a, const char *string)
{
	return text_equals(a, text_of(string));
}

bool text_starts_with(text t, text prefix)
{
	return t.len >= prefix.len && (prefix.len == 0 || memcmp(t.data, prefix.data, prefix.len) == 0);
}

bool text_ends_with(text t, text suffix)
{
	return t.len >= suffix.len &&
	       (suffix.len == 0 || memcmp(t.data + t.len - suffix.len, suffix.data, suffix.len) == 0);
}

static bool is_ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

text text_trim(text t)
{
	while (t.len > 0 && is_ascii_space(t.data[0])) {
		t.data++;
		t.len--;
	}
	while (t.len > 0 && is_ascii_space(t.data[t.len - 1]))
		t.len--;
	return t;
}

/* Length of the ASCII run at `at`, some words at a time: most source code is one such run. */
static size_t ascii_length(const char *at, const char *end)
{
	const uint64_t high = UINT64_C(0x8080808080808080);
	const char *start = at;
	uint64_t words[8];
	while ((size_t)(end - at) >= sizeof(words)) {
		uint64_t all = 0;
		memcpy(words, at, sizeof(words));
		for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
			all |= words[i];
		if ((all & high) != 0)
			break;
		at += sizeof(words);
	}
	while ((size_t)(end - at) >= sizeof(words[0])) {
		memcpy(words, at, sizeof(words[0]));
		if ((words[0] & high) != 0)
			break;
		at += sizeof(words[0]);
	}
	while (at < end && (unsigned char)*at < 0x80)
		at++;
	return (size_t)(at - start);
}

static utf8proc_ssize_t decode(const char *at, const char *end, utf8proc_int32_t *code_point)
{
	return utf8proc_iterate((const utf8proc_uint8_t *)at, end - at, code_point);
}

bool text_is_utf8(text t)
{
	const char *at = t.data;
	const char *end = t.data + t.len;
	while (at < end) {
		at += ascii_length(at, end);
		if (at == end)
			break;
		utf8proc_int32_t code_point;
		utf8proc_ssize_t len = decode(at, end, &code_point);
		if (len <= 0)
			return false;
		at += len;
	}
	return true;
}

size_t text_space_length(const char *at, const char *end)
{
	if (at == end)
		return 0;
	if ((unsigned char)*at < 0x80)
		return is_ascii_space(*at) ? 1 : 0;
	utf8proc_int32_t code_point;
	utf8proc_ssize_t len = decode(at, end, &code_point);
	if (len <= 0)
		return 0;
	bool space = code_point == 0x85 || code_point == 0xA0 || code_point == 0x1680 ||
		     (code_point >= 0x2000 && code_point <= 0x200B) || code_point == 0x2028 || code_point == 0x2029 ||
		     code_point == 0x202F || code_point == 0x205F || code_point == 0x3000 || code_point == 0xFEFF;
	return space ? (size_t)len : 0;
}

size_t text_columns(text t)
{
	size_t columns = 0;
	const char *at = t.data;
	const char *end = t.data + t.len;
	while (at < end) {
		utf8proc_int32_t code_point;
		utf8proc_ssize_t len = decode(at, end, &code_point);
		if (len <= 0) {
			len = 1;
			columns++;
		} else {
			int width = utf8proc_charwidth(code_point);
			columns += width > 0 ? (size_t)width : 0;
		}
		at += len;
	}
	return columns;
}

/* Characters that reorder or hide text on a terminal: Unicode's bidirectional controls and invisible format marks. */
static bool is_deceptive(utf8proc_int32_t c)
{
	return c == 0x061C || (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
	       (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF9 && c <= 0xFFFB);
}

static void add_escape(buffer *out, utf8proc_int32_t c)
{
	switch (c) {
	case '\n':
		buffer_add_string(out, "\\n");
		break;
	case '\r':
		buffer_add_string(out, "\\r");
		break;
	case '\t':
		buffer_add_string(out, "\\t");
		break;
	default:
		buffer_printf(out, c < 0x80 ? "\\x%02X" : "\\u{%04X}", (unsigned)c);
		break;
	}
}

void text_add_visible(buffer *out, text t)
{
	const char *at = t.data;
	const char *end = t.data + t.len;
	buffer_reserve(out, t.len);
	while (at < end) {
		utf8proc_int32_t c;
		utf8proc_ssize_t len = decode(at, end, &c);
		if (len <= 0) {
			buffer_printf(out, "\\x%02X", (unsigned)(unsigned char)*at);
			len = 1;
		} else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || is_deceptive(c)) {
			add_escape(out, c);
		} else {
			buffer_add(out, at, (size_t)len);
		}
		at += len;
	}
}
