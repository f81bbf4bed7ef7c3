/* SPDX-License-Identifier: MIT */
#include "language/image.h"

#include "base/memory.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MAP_FIXED_NOREPLACE
#define MAP_FIXED_NOREPLACE 0 /* then the address is a wish, which is enough */
#endif

struct image {
	char *base;
	size_t size;
	const image_root *root;
};

/* Writable, for patterns are compiled in place; what is written stays with the process. */
static char *map_file(int file, size_t size)
{
	const int protection = PROT_READ | PROT_WRITE;
	void *wish = (void *)IMAGE_BASE; /* NOLINT(performance-no-int-to-ptr): an address is what is asked for */
	void *base = mmap(wish, size, protection, MAP_PRIVATE | MAP_FIXED_NOREPLACE, file, 0);
	if (base == MAP_FAILED)
		base = mmap(NULL, size, protection, MAP_PRIVATE, file, 0);
	return base != MAP_FAILED ? base : NULL;
}

/* The hash is of all but itself: what passes is as it was written. */
static bool is_whole(const char *base, size_t size, hash128 yaml)
{
	const size_t front = offsetof(image_head, yaml);
	image_head head;
	memcpy(&head, base, sizeof(head));
	return memcmp(head.sign, IMAGE_SIGN, sizeof(head.sign)) == 0 && head.layout == image_layout() &&
	       head.size == size && hash128_equals(head.yaml, yaml) &&
	       hash128_equals(head.content, hash128_of(base + front, size - front, 0));
}

static void move_pointers(char *base, const image_head *head)
{
	const uintptr_t by = (uintptr_t)base - IMAGE_BASE;
	for (uint64_t i = 0; i < head->move_count; i++) {
		uint32_t offset;
		uintptr_t pointer;
		memcpy(&offset, base + head->moves + i * sizeof(offset), sizeof(offset));
		memcpy(&pointer, base + offset, sizeof(pointer));
		pointer += by;
		memcpy(base + offset, &pointer, sizeof(pointer));
	}
}

static image *take_over(char *base, size_t size, const char *name, hash128 yaml)
{
	if (!is_whole(base, size, yaml))
		return NULL;
	image_head head;
	memcpy(&head, base, sizeof(head));
	memcpy(base + head.path, name, strlen(name) + 1);
	if ((uintptr_t)base != IMAGE_BASE)
		move_pointers(base, &head);
	image *made = memory_alloc(sizeof(*made));
	*made = (image){base, size, (const image_root *)(const void *)(base + head.root)};
	return made;
}

image *image_open(const char *path, const char *name, hash128 yaml)
{
	struct stat status;
	char *base = NULL;
	image *made = NULL;
	int file = strlen(name) < IMAGE_PATH_SIZE ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	if (file < 0)
		return NULL;
	if (fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size >= (off_t)sizeof(image_head))
		base = map_file(file, (size_t)status.st_size);
	close(file);
	if (base != NULL)
		made = take_over(base, (size_t)status.st_size, name, yaml);
	if (base != NULL && made == NULL)
		munmap(base, (size_t)status.st_size);
	return made;
}

void image_close(image *image)
{
	if (image == NULL)
		return;
	munmap(image->base, image->size);
	free(image);
}

const image_root *image_root_of(const image *image)
{
	return image->root;
}
