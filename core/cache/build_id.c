/* SPDX-License-Identifier: MIT */
#include "cache/build_id.h"

#include <link.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>

static void add(hash128 *hash, const void *bytes, size_t len)
{
	hash128 parts[] = {*hash, hash128_of(bytes, len, 0)};
	*hash = hash128_of(parts, sizeof(parts), 0);
}

static size_t padded(size_t len)
{
	return (len + 3) / 4 * 4;
}

/* The linker's own hash of what it made, in one of the notes. */
static bool add_notes(hash128 *hash, const char *at, size_t len)
{
	ElfW(Nhdr) note;
	while (len >= sizeof(note)) {
		memcpy(&note, at, sizeof(note));
		size_t name = padded(note.n_namesz), all = sizeof(note) + name + padded(note.n_descsz);
		if (all > len)
			return false;
		const char *body = at + sizeof(note);
		if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && memcmp(body, "GNU", 4) == 0) {
			add(hash, body + name, note.n_descsz);
			return true;
		}
		at += all;
		len -= all;
	}
	return false;
}

static int add_object(struct dl_phdr_info *object, size_t size, void *payload)
{
	hash128 *hash = payload;
	(void)size;
	if (strncmp(object->dlpi_name, "linux-vdso", 10) == 0)
		return 0; /* the kernel's: it counts nothing */
	for (size_t i = 0; i < object->dlpi_phnum; i++) {
		const ElfW(Phdr) *header = &object->dlpi_phdr[i];
		const char *at =
			(const char *)(object->dlpi_addr + header->p_vaddr); /* NOLINT(performance-no-int-to-ptr) */
		if (header->p_type == PT_NOTE && add_notes(hash, at, header->p_memsz))
			return 0;
	}
	/* Linked without one: its file tells nearly as much. */
	struct stat file;
	if (stat(object->dlpi_name[0] != '\0' ? object->dlpi_name : "/proc/self/exe", &file) == 0) {
		const int64_t facts[] = {(int64_t)file.st_dev,          (int64_t)file.st_ino,
					 (int64_t)file.st_size,         (int64_t)file.st_mtim.tv_sec,
					 (int64_t)file.st_mtim.tv_nsec, (int64_t)file.st_ctim.tv_sec,
					 (int64_t)file.st_ctim.tv_nsec};
		add(hash, facts, sizeof(facts));
	}
	return 0;
}

hash128 build_id(void)
{
	hash128 hash = {0, 0};
	dl_iterate_phdr(add_object, &hash);
	return hash;
}
