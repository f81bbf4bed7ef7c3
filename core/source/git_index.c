/* SPDX-License-Identifier: MIT */
#include "source/git_index.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define INDEX_LIMIT ((size_t)256 * 1024 * 1024) /* bytes: two million files */

enum {
	HEAD_SIZE = 12,
	STATUS_SIZE = 40, /* of an entry, before its blob's id */
	ID_SHA1 = 20,
	ID_SHA256 = GIT_ID_MAX,
	MODE_TYPE = 0170000,
	MODE_FILE = 0100000,
	FLAG_ASSUME_VALID = 0x8000,
	FLAG_EXTENDED = 0x4000,
	FLAG_STAGE = 0x3000,
	NAME_MASK = 0x0FFF,
	PATH_MAX_LEN = 1 << 20,
	FINE_GRAIN = 20 * 1000 * 1000, /* nanoseconds: two ticks of the slowest clock that a kernel has */
	COARSE_GRAIN = 2               /* seconds: FAT's */
};

static uint32_t number_at(const git_index *index, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)index->content.data + at;
	return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

static uint32_t short_at(const git_index *index, size_t at)
{
	const unsigned char *bytes = (const unsigned char *)index->content.data + at;
	return (uint32_t)bytes[0] << 8 | bytes[1];
}

static git_time time_at(const git_index *index, size_t at)
{
	return (git_time){number_at(index, at), number_at(index, at + 4)};
}

/* How many bytes of the path before a path of version 4 is without, as git writes offsets. False: too large, or cut short. */
static bool read_strip(git_index *index, size_t *at, size_t *strip)
{
	size_t value = 0;
	for (size_t i = 0; i < 4 && *at < index->end; i++) {
		unsigned char byte = (unsigned char)index->content.data[(*at)++];
		value = (i > 0 ? value + 1 : 0) << 7 | (byte & 0x7F);
		if (byte < 0x80) {
			*strip = value;
			return true;
		}
	}
	return false;
}

/* Behind the flags at `at`; moves `at` behind the path. */
static bool read_prefixed_path(git_index *index, size_t *at, text *path)
{
	size_t strip;
	if (!read_strip(index, at, &strip) || strip > index->path.len)
		return false;
	const char *rest = index->content.data + *at;
	const char *nul = memchr(rest, '\0', index->end - *at);
	if (nul == NULL || index->path.len - strip + (size_t)(nul - rest) > PATH_MAX_LEN)
		return false;
	buffer_truncate(&index->path, index->path.len - strip);
	buffer_add(&index->path, rest, (size_t)(nul - rest));
	*at += (size_t)(nul - rest) + 1;
	*path = (text){buffer_string(&index->path), index->path.len};
	return true;
}

/* The same in versions 2 and 3, where NULs fill an entry up to a multiple of 8 bytes. `start` is where the entry begins. */
static bool read_whole_path(git_index *index, size_t start, size_t *at, uint32_t flags, text *path)
{
	const char *name = index->content.data + *at;
	const char *nul = memchr(name, '\0', index->end - *at);
	if (nul == NULL)
		return false;
	size_t len = (size_t)(nul - name);
	size_t said = flags & NAME_MASK;
	if (said < NAME_MASK ? len != said : len < NAME_MASK)
		return false;
	size_t size = (*at - start + len + 8) / 8 * 8;
	if (size > index->end - start)
		return false;
	*at = start + size;
	*path = (text){name, len};
	return true;
}

/* False: broken. */
static bool read_entry(git_index *index, git_entry *out)
{
	size_t start = index->at, at = start + STATUS_SIZE + index->id_len + 2;
	if (index->end < start || index->end - start < STATUS_SIZE + index->id_len + 4)
		return false;
	uint32_t mode = number_at(index, start + 24);
	uint32_t flags = short_at(index, at - 2);
	bool extended = (flags & FLAG_EXTENDED) != 0;
	if (extended && index->version < 3)
		return false;
	at += extended ? 2 : 0;
	if (mode >> 16 != 0 || (mode & MODE_TYPE) == 0)
		return false;
	*out = (git_entry){
		.id = index->content.data + start + STATUS_SIZE,
		.changed = time_at(index, start),
		.modified = time_at(index, start + 8),
		.inode = number_at(index, start + 20),
		.size = number_at(index, start + 36),
		/* Extended flags: skipped in the working tree, meant to be added, or not known yet. */
		.plain =
			(mode & MODE_TYPE) == MODE_FILE && (flags & (FLAG_ASSUME_VALID | FLAG_STAGE)) == 0 && !extended,
	};
	bool read = index->version == 4 ? read_prefixed_path(index, &at, &out->path)
					: read_whole_path(index, start, &at, flags, &out->path);
	index->at = at;
	return read;
}

static void rewind_index(git_index *index)
{
	index->at = HEAD_SIZE;
	index->left = index->count;
	buffer_clear(&index->path);
}

/* Whether all entries can be read with ids of that length, with room for the checksum behind them. */
static bool is_sound(git_index *index, size_t id_len)
{
	git_entry entry;
	if (index->content.len < HEAD_SIZE + id_len)
		return false;
	index->id_len = id_len;
	index->end = index->content.len - id_len;
	rewind_index(index);
	for (; index->left > 0; index->left--) {
		if (!read_entry(index, &entry))
			return false;
	}
	rewind_index(index);
	return true;
}

int git_index_parse(buffer content, git_time written, git_index *index)
{
	*index = (git_index){.content = content, .written = written};
	if (content.len >= HEAD_SIZE && memcmp(content.data, "DIRC", 4) == 0) {
		index->version = number_at(index, 4);
		index->count = number_at(index, 8);
		/* The file does not say which hash its repository has. */
		if (index->version >= 2 && index->version <= 4 &&
		    (is_sound(index, ID_SHA1) || is_sound(index, ID_SHA256)))
			return 0;
	}
	git_index_close(index);
	return -1;
}

/* The status of files in it cannot be guessed, but could be copied by who may write it and knows them. */
static bool is_own(const struct stat *status)
{
	return status->st_uid == geteuid() && (status->st_mode & S_IWOTH) == 0 &&
	       ((status->st_mode & S_IWGRP) == 0 || status->st_gid == getegid());
}

int git_index_open(const opener *opener, int folder, git_index *index)
{
	buffer content = BUFFER_INIT;
	struct stat status;
	if (open_and_read_with(opener, folder, "index", O_NOFOLLOW, INDEX_LIMIT, &content, &status) != 0 ||
	    !is_own(&status) || status.st_mtim.tv_sec < 0 || status.st_mtim.tv_sec > (time_t)UINT32_MAX) {
		buffer_finish(&content);
		return -1;
	}
	git_time written = {(uint32_t)status.st_mtim.tv_sec, (uint32_t)status.st_mtim.tv_nsec};
	return git_index_parse(content, written, index);
}

void git_index_close(git_index *index)
{
	buffer_finish(&index->content);
	buffer_finish(&index->path);
}

bool git_index_next(git_index *index, git_entry *out)
{
	if (index->left == 0)
		return false;
	index->left--;
	return read_entry(index, out);
}

static bool is_before(git_time time, git_time written)
{
	if (time.seconds > written.seconds)
		return false;
	uint32_t seconds = written.seconds - time.seconds;
	if (time.nanoseconds == 0)
		return seconds >= COARSE_GRAIN;
	return seconds > 1 || (int64_t)seconds * 1000000000 + written.nanoseconds - time.nanoseconds >= FINE_GRAIN;
}

bool git_entry_is_settled(const git_entry *entry, git_time written)
{
	return is_before(entry->modified, written) && is_before(entry->changed, written);
}
