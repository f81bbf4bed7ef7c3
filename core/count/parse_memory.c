/* SPDX-License-Identifier: MIT */
#include "count/parse_memory.h"

#include "base/memory.h"

#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <tree_sitter/api.h>

#define REGION_MAX ((size_t)16 << 30) /* addresses, not memory: pages come as they are touched */
#define REGION_MIN ((size_t)64 << 20)
#define KEPT_SIZE ((size_t)4 << 20) /* stays mapped between files */

/* Stands before each piece, for realloc(). */
typedef struct header {
	alignas(max_align_t) size_t size;
} header;

enum { UNIT = sizeof(header), CLASSES = 32 };

/* A freed piece, in the list of its size. */
typedef struct free_piece {
	struct free_piece *next;
} free_piece;

static struct {
	char *base;
	size_t size, used, touched; /* touched: most that was used since pages were given back */
	char *last;                 /* the newest piece can grow in place */
	free_piece *free[CLASSES];  /* of sizes up to UNIT, 2 UNIT ...: larger ones are given up */
} region;

static void *map_addresses(size_t size)
{
	void *base = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	return base != MAP_FAILED ? base : NULL;
}

/* The process may be allowed fewer addresses than asked for (RLIMIT_AS, overcommit): less is taken then, and some left. */
static void map_region(void)
{
	for (size_t size = REGION_MAX; size >= REGION_MIN; size -= size / 4) {
		size_t others = size / 4;
		char *base = map_addresses(size + others);
		if (base != NULL) {
			munmap(base + size, others);
			region.base = base;
			region.size = size;
			return;
		}
	}
	memory_exhausted();
}

static header *header_of(void *piece)
{
	return (header *)(void *)((char *)piece - sizeof(header));
}

static size_t class_of(size_t size)
{
	return size > 0 ? (size - 1) / UNIT : 0;
}

static void *region_malloc(size_t size)
{
	size_t class = class_of(size);
	if (class < CLASSES && region.free[class] != NULL) {
		free_piece *piece = region.free[class];
		region.free[class] = piece->next;
		header_of(piece)->size = size;
		return piece;
	}
	size_t need = sizeof(header) + (class + 1) * UNIT;
	if (size > region.size || region.size - region.used < need)
		memory_exhausted();
	char *piece = region.base + region.used + sizeof(header);
	header_of(piece)->size = size;
	region.used += need;
	if (region.used > region.touched)
		region.touched = region.used;
	region.last = piece;
	return piece;
}

static void *region_calloc(size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size)
		memory_exhausted();
	void *piece = region_malloc(count * size);
	return memset(piece, 0, count * size);
}

static void region_free(void *piece)
{
	if (piece == NULL)
		return;
	size_t class = class_of(header_of(piece)->size);
	if (class >= CLASSES)
		return;
	free_piece *freed = piece;
	freed->next = region.free[class];
	region.free[class] = freed;
}

static void *region_realloc(void *old, size_t size)
{
	if (old == NULL)
		return region_malloc(size);
	size_t old_size = header_of(old)->size;
	if (old == region.last && class_of(size) >= CLASSES) {
		region.used = (size_t)((char *)old - sizeof(header) - region.base);
		return region_malloc(size); /* at the same place */
	}
	if (class_of(size) <= class_of(old_size)) {
		header_of(old)->size = class_of(size) == class_of(old_size) ? size : old_size;
		return old;
	}
	void *piece = region_malloc(size);
	memcpy(piece, old, old_size);
	region_free(old);
	return piece;
}

void parse_memory_start(void)
{
	if (region.base == NULL)
		map_region();
	ts_set_allocator(region_malloc, region_calloc, region_realloc, region_free);
}

void parse_memory_reset(void)
{
	if (region.touched > KEPT_SIZE) {
		madvise(region.base + KEPT_SIZE, region.touched - KEPT_SIZE, MADV_DONTNEED);
		region.touched = KEPT_SIZE;
	}
	region.used = 0;
	region.last = NULL;
	memset(region.free, 0, sizeof(region.free));
}
