/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"
#include "base/text.h"
#include "source/list.h"
#include "source/open.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define READ_SIZE 65536

static int read_whole(int file, buffer *out)
{
	for (;;) {
		buffer_reserve(out, READ_SIZE);
		ssize_t got = read(file, out->data + out->len, READ_SIZE);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return (int)got;
		buffer_truncate(out, out->len + (size_t)got);
	}
}

/* A list may come through a pipe, so any kind of file will do. */
static int read_list(const char *list_path, buffer *out, error *error)
{
	bool standard = strcmp(list_path, "-") == 0;
	const char *name = standard ? "standard input" : list_path;
	int file = standard ? STDIN_FILENO : open_path(NULL, list_path, O_RDONLY);
	if (file < 0)
		return error_set(error, "%s: list of files cannot be read: %s", name, open_reason(errno));
	int result = read_whole(file, out);
	if (result < 0)
		result = error_set(error, "%s: list of files cannot be read: %s", name, open_reason(errno));
	if (!standard)
		close(file);
	return result;
}

/* Listed paths belong to the current folder, whichever list they come from. */
static uint32_t find_root(source_list *list)
{
	for (size_t i = 0; i < list->root_count; i++) {
		if (strcmp(list->roots[i], ".") == 0)
			return (uint32_t)i;
	}
	return list_add_root(list, ".");
}

/* Finds what a line names. A CR at its end belongs to the line's end, unless there is only a file whose name has it. */
static int find_listed(char *path, bool lines, struct stat *status)
{
	size_t len = strlen(path);
	if (!lines || path[len - 1] != '\r')
		return open_stat(NULL, path, status);
	path[len - 1] = '\0';
	if (open_stat(NULL, path, status) == 0)
		return 0;
	int number = errno;
	path[len - 1] = '\r';
	if (open_stat(NULL, path, status) == 0)
		return 0;
	path[len - 1] = '\0';
	errno = number;
	return -1;
}

static void add_listed(source_list *list, uint32_t root, char *path, bool lines, const filter *filter)
{
	struct stat status;
	if (*path == '\0' || (lines && strcmp(path, "\r") == 0))
		return;
	if (find_listed(path, lines, &status) < 0) {
		list_fail(list, path, errno);
	} else if (S_ISDIR(status.st_mode)) {
		walk_folder(list, root, path, true, filter);
	} else if (!S_ISREG(status.st_mode)) {
		source_list_skip(list, path, "neither a file nor a folder", true);
	} else if (!filter_drops_listed(filter, filter_strip(path))) {
		list_add_single(list, root, path, &status, filter->options);
	}
}

int source_add_list(source_list *list, const char *list_path, bool nul_separated, const source_options *options,
		    error *error)
{
	buffer content = BUFFER_INIT;
	int result = read_list(list_path, &content, error);
	if (result == 0 && !nul_separated && content.len > 0 && memchr(content.data, '\0', content.len) != NULL)
		result = error_set(error, "%s: list of files holds NUL bytes: is --null missing?", list_path);
	if (result == 0 && content.len > 0) {
		uint32_t root = find_root(list);
		filter filter;
		filter_init(&filter, options);
		char *at = content.data, *end = content.data + content.len;
		if (!nul_separated && text_starts_with((text){at, content.len}, text_of("\xEF\xBB\xBF")))
			at += 3;
		while (at < end) {
			char *stop = memchr(at, nul_separated ? '\0' : '\n', (size_t)(end - at));
			if (stop == NULL)
				stop = end;
			*stop = '\0';
			add_listed(list, root, at, !nul_separated, &filter);
			at = stop + 1;
		}
		filter_finish(&filter);
	}
	buffer_finish(&content);
	return result;
}
