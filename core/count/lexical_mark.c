/* SPDX-License-Identifier: MIT */
/* Marks: prefix, fence, suffix. */
#include "count/lexical_scan.h"

#include <string.h>

static byte to_lower(byte b)
{
	return b >= 'A' && b <= 'Z' ? (byte)(b + ('a' - 'A')) : b;
}

static byte to_upper(byte b)
{
	return b >= 'a' && b <= 'z' ? (byte)(b - ('a' - 'A')) : b;
}

static bool is_fence_byte(byte b)
{
	return b > ' ' && b < 0x7f && b != '{' && b != '}' && (b == '_' || !byte_is_word(b));
}

mark mark_compile(const char *source, bool fold)
{
	const byte *bytes = (const byte *)(source != NULL ? source : "");
	size_t len = strlen((const char *)bytes);
	mark mark = {.prefix = bytes, .prefix_len = len, .fold = fold};

	for (size_t i = 0; i + 2 < len; i++) {
		if (bytes[i] != '{' || bytes[i + 2] != '}' || !is_fence_byte(bytes[i + 1]))
			continue;
		mark.prefix_len = i;
		mark.fence = bytes[i + 1];
		mark.suffix = bytes + i + 3;
		mark.suffix_len = len - i - 3;
		break;
	}
	return mark;
}

size_t mark_length(const mark *mark)
{
	return mark->prefix_len + mark->suffix_len;
}

static bool fence_is_run(byte fence)
{
	return fence != '*' && fence != '_';
}

static void stops_add(stops *stops, byte b, bool fold)
{
	stops->at[b] = 1;
	if (fold) {
		stops->at[to_lower(b)] = 1;
		stops->at[to_upper(b)] = 1;
	}
}

/* The bytes that may stand at the mark's `index`th place, as far as that is known; all where it is not. */
static void add_at(const mark *mark, size_t index, stops *stops)
{
	if (index < mark->prefix_len) {
		stops_add(stops, mark->prefix[index], mark->fold);
	} else if (mark->fence == 0 || (index == mark->prefix_len && mark->suffix_len == 0) ||
		   index > mark->prefix_len || !fence_is_run(mark->fence)) {
		memset(stops->at, 1, sizeof(stops->at));
	} else {
		stops_add(stops, mark->fence, false);
		stops_add(stops, mark->suffix[0], mark->fold);
	}
}

void mark_add_first(const mark *mark, stops *stops)
{
	if (mark_length(mark) > 0)
		add_at(mark, 0, stops);
}

void mark_add_second(const mark *mark, byte first, uint32_t second[256 / 32])
{
	stops follow = {{0}}, begin = {{0}};

	add_at(mark, 0, &begin);
	if (!begin.at[first])
		return;
	add_at(mark, 1, &follow);
	for (size_t i = 0; i < 256; i++)
		if (follow.at[i])
			second[i / 32] |= UINT32_C(1) << (i % 32);
}

static bool bytes_match(const scan *scan, const byte *bytes, size_t len, bool fold, size_t at)
{
	if (len > scan->len - at)
		return false;
	const byte *text = scan->text + at;
	if (!fold)
		return len == 0 || (text[0] == bytes[0] && memcmp(text, bytes, len) == 0);
	for (size_t i = 0; i < len; i++)
		if (to_lower(text[i]) != to_lower(bytes[i]))
			return false;
	return true;
}

/* How often `b` stands at `at`. Remembers the run, so that asking at each of its bytes stays cheap. */
static size_t run_length(scan *scan, byte b, size_t at)
{
	if (at >= scan->len || scan->text[at] != b)
		return 0;
	if (at < scan->run_start || at >= scan->run_end) {
		size_t end = at + 1;
		while (end < scan->len && scan->text[end] == b)
			end++;
		scan->run_start = at;
		scan->run_end = end;
	}
	return scan->run_end - at;
}

static bool in_free_fence(byte b)
{
	return b > ' ' && b != 0x7f && b != '"' && b != '\'' && b != '`' && b != '(' && b != ')' && b != '\\';
}

/* The length of a `{*}` or `{_}` fence at `at`, before the mark's suffix; LEXICAL_NONE if there is none. */
static size_t free_fence_length(const scan *scan, const mark *mark, size_t at)
{
	size_t max = mark->fence == '*' ? LEXICAL_FENCE_MAX : LEXICAL_FENCE_WORD_MAX;

	for (size_t len = 0; len <= max && at + len <= scan->len; len++) {
		if (mark->suffix_len > 0 && bytes_match(scan, mark->suffix, mark->suffix_len, mark->fold, at + len))
			return len;
		if (at + len == scan->len)
			break;
		byte b = scan->text[at + len];
		bool digit = b >= '0' && b <= '9';
		if (mark->fence == '*' ? !in_free_fence(b) : !byte_is_word(b) || (len == 0 && digit))
			return mark->suffix_len == 0 && len > 0 ? len : LEXICAL_NONE;
	}
	return LEXICAL_NONE;
}

size_t mark_match_open(scan *scan, const mark *mark, size_t at, fence *fence)
{
	*fence = (struct fence){0, 0};
	if (!bytes_match(scan, mark->prefix, mark->prefix_len, mark->fold, at))
		return 0;
	if (mark->fence == 0)
		return mark->prefix_len;

	fence->start = at + mark->prefix_len;
	fence->len = fence_is_run(mark->fence) ? run_length(scan, mark->fence, fence->start)
					       : free_fence_length(scan, mark, fence->start);
	if (fence->len == LEXICAL_NONE)
		return 0;
	size_t end = fence->start + fence->len;
	if (!bytes_match(scan, mark->suffix, mark->suffix_len, mark->fold, end))
		return 0;
	return end + mark->suffix_len - at;
}

size_t mark_match_close(scan *scan, const mark *mark, size_t at, fence fence)
{
	if (!bytes_match(scan, mark->prefix, mark->prefix_len, mark->fold, at))
		return 0;
	if (mark->fence == 0)
		return mark->prefix_len;

	size_t start = at + mark->prefix_len;
	if (fence_is_run(mark->fence)) {
		/* Not compared byte by byte: within a longer run that would cost its length at each place. */
		if (run_length(scan, mark->fence, start) < fence.len)
			return 0;
	} else if (!bytes_match(scan, scan->text + fence.start, fence.len, false, start)) {
		return 0;
	}
	if (!bytes_match(scan, mark->suffix, mark->suffix_len, mark->fold, start + fence.len))
		return 0;
	return start + fence.len + mark->suffix_len - at;
}
