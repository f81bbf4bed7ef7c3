/* SPDX-License-Identifier: MIT */
#include "tree/path.h"

#include <string.h>

bool path_next_part(const char **at, text *part)
{
	const char *start = *at;
	for (;;) {
		size_t len = strcspn(start + (*start == '/'), "/") + (*start == '/');
		size_t slash = *start == '/' ? 1 : 0;
		const char *end = start + len;
		if (*start == '\0')
			return false;
		while (*end == '/')
			end++;
		*at = end;
		/* Only a path's own beginning can still be a slash here: those behind a part were passed. */
		if (len > slash && !(len == slash + 1 && start[slash] == '.')) {
			*part = (text){start, len};
			return true;
		}
		start = end;
	}
}

text path_root_name(const source_list *source, uint32_t root)
{
	text name = text_of(root < source->root_count ? source->roots[root] : ".");
	while (name.len > 1 && name.data[name.len - 1] == '/')
		name.len--;
	return name;
}

static int compare_text(text a, text b)
{
	int order = memcmp(a.data, b.data, a.len < b.len ? a.len : b.len);
	return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

static int compare_parts(const char *a, const char *b)
{
	for (;;) {
		text part_a, part_b;
		bool more_a = path_next_part(&a, &part_a);
		bool more_b = path_next_part(&b, &part_b);
		if (!more_a || !more_b)
			return more_a - more_b;
		int order = compare_text(part_a, part_b);
		if (order != 0)
			return order;
	}
}

/* What begins here is no part that counts: one more slash, "." or nothing. */
static bool is_odd(const char *at)
{
	return *at == '/' || *at == '\0' || (*at == '.' && (at[1] == '/' || at[1] == '\0'));
}

/* Nearly always the first byte in which they differ tells, the end of a part being less than any. */
static int compare_paths(const char *a, const char *b)
{
	size_t part = 0, at = 0;
	for (; a[at] == b[at]; at++) {
		if (a[at] == '\0')
			return 0;
		if (a[at] == '/')
			part = at + 1;
	}
	bool ends_a = a[at] == '/' || a[at] == '\0', ends_b = b[at] == '/' || b[at] == '\0';
	if ((ends_a && ends_b) || is_odd(a + part) || is_odd(b + part))
		return compare_parts(a, b);
	if (ends_a || ends_b)
		return ends_b - ends_a;
	return (unsigned char)a[at] < (unsigned char)b[at] ? -1 : 1;
}

bool path_is_root(const source_list *source, const source_file *file)
{
	return file->root < source->root_count && compare_paths(source->roots[file->root], file->path) == 0;
}

int path_compare(const source_list *source, const source_file *a, const source_file *b)
{
	int order = 0;
	if (source->root_count > 1 && a->root != b->root)
		order = compare_text(path_root_name(source, a->root), path_root_name(source, b->root));
	return order != 0 ? order : compare_paths(a->shown, b->shown);
}
