/* SPDX-License-Identifier: MIT */
/*
 * A map as it lies in memory, sealed, written down at build time to be mapped and used as it is. Private to this module.
 *
 * Its pointers are right where it is mapped at IMAGE_BASE, so that a start touches only the pages that it needs; where that
 * place is taken they are moved. Of use on machines like the one that wrote it only.
 */
#ifndef ONFLAME_LANGUAGE_IMAGE_H
#define ONFLAME_LANGUAGE_IMAGE_H

#include "language/map.h"

/* All that a map is made of. */
typedef struct image_root {
	/* What language_map_seal() makes. */
	language *languages;
	name_key *names;
	pattern **patterns;
	claim_index claims[CLAIM_KIND_COUNT];
	map_role roles[ROLE_COUNT];
	/* The layer that it was made of, for layers to be laid over it. */
	entry *entries;
	rule_sets rules[CLAIM_KIND_COUNT];
	role_rules role_rules[ROLE_COUNT];
	size_t language_count, name_count, pattern_count; /* as many entries as languages */
} image_root;

/* How the writer finds a structure's pointers; what has no field is copied. */
enum image_field_kind {
	IMAGE_END,   /* of a table */
	IMAGE_TEXT,  /* const char *; NULL stays NULL, here and below */
	IMAGE_TEXTS, /* const char *const *, ends with NULL */
	IMAGE_ONE,   /* a pointer to one */
	IMAGE_ONES,  /* an array of such pointers, ends with NULL */
	IMAGE_ARRAY, /* a pointer to as many as the member at `count` says */
	IMAGE_INLINE /* as many as `count` says, in place */
};

typedef struct image_field {
	enum image_field_kind kind;
	size_t offset, count;
	const struct image_type *type; /* of what is pointed to; NULL: text */
} image_field;

typedef struct image_type {
	size_t size;
	const image_field *fields; /* NULL: no pointers */
} image_type;

const image_type *image_root_type(void);

/* Tells programs apart whose structures are not the same. */
uint64_t image_layout(void);

/* Writes the root to `out`; `name` is the text that stands for the map's path in it. -1: too large. */
int image_write(const image_root *root, const char *name, hash128 yaml, buffer *out);

/* Maps what image_write() wrote of just this YAML, with `name` for its path. NULL: it is of no use. */
typedef struct image image;
image *image_open(const char *path, const char *name, hash128 yaml);
void image_close(image *image); /* accepts NULL */
const image_root *image_root_of(const image *image);

/* At the front of the file. Offsets count from there. */
typedef struct image_head {
	char sign[8];
	hash128 content; /* of all behind it */
	hash128 yaml;
	uint64_t layout;
	uint64_t size;
	uint64_t root, path; /* where they are; the path has IMAGE_PATH_SIZE bytes to be filled */
	uint64_t moves;      /* offsets of pointers, 32 bits each, in ascending order, ... */
	uint64_t move_count; /* ... and how many; up to the end */
} image_head;

#define IMAGE_SIGN "onflame2"
#define IMAGE_PATH_SIZE 4096

/* Far from where systems put programs, libraries and stacks, and the shadow memory of sanitizers. */
#define IMAGE_BASE ((uintptr_t)UINT64_C(0x200000000000))

#endif
