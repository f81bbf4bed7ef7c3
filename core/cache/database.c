/* SPDX-License-Identifier: MIT */
#include "cache/database.h"

#include "base/buffer.h"
#include "cache/folder.h"

#include <sys/stat.h>
#include <unistd.h>

/* Behind another number, another layout of the database. */
static const char database_name[] = "records-2.sqlite";
static const char *const suffixes[] = {"", "-wal", "-shm", "-journal"};

char *database_path(const char *folder)
{
	buffer path = BUFFER_INIT;
	buffer_printf(&path, "%s/%s", folder, database_name);
	return path.data;
}

static void remove_database(const char *path)
{
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		buffer name = BUFFER_INIT;
		buffer_printf(&name, "%s%s", path, suffixes[i]);
		(void)unlink(name.data);
		buffer_finish(&name);
	}
}

/* A damaged database is thrown away, if nobody else has it open: who closes it last removes files by their names. */
bool database_throw_away(int lock, const char *path)
{
	if (!folder_claim(lock))
		return false;
	remove_database(path);
	return folder_share(lock);
}

store *database_open(int lock, const char *path, error *error)
{
	enum store_status status;
	store *opened = store_open(path, &status, error);
	if (opened == NULL && status == STORE_BROKEN && database_throw_away(lock, path))
		opened = store_open(path, &status, error);
	return opened;
}

uint64_t database_bytes(const char *path)
{
	uint64_t bytes = 0;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		struct stat status;
		buffer name = BUFFER_INIT;
		buffer_printf(&name, "%s%s", path, suffixes[i]);
		if (stat(name.data, &status) == 0)
			bytes += (uint64_t)status.st_size;
		buffer_finish(&name);
	}
	return bytes;
}
