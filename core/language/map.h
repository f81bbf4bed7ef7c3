/* SPDX-License-Identifier: MIT */
/* The inside of a language map. Private to this module. */
#ifndef ONFLAME_LANGUAGE_MAP_H
#define ONFLAME_LANGUAGE_MAP_H

#include "base/buffer.h"
#include "base/hash.h"
#include "language/layer.h"
#include "language/pattern.h"

/* A rule with its language found and its patterns compiled. Lists end with NULL and may be NULL. */
typedef struct compiled_rule {
	const language *language;
	pattern *const *any, *const *all, *const *none;
	const rule *source;
} compiled_rule;

/* A key with all languages that claim it. */
typedef struct claim_group {
	const char *key;
	const language *const *languages;
	size_t count;
	const compiled_rule *rules; /* NULL: the one language has it */
	size_t rule_count;
} claim_group;

typedef struct claim_index {
	claim_group *groups; /* ordered by key */
	size_t count;
	size_t longest;         /* length of the longest key */
	claim_group *wildcards; /* keys with '*', the longest first */
	size_t wildcard_count;
} claim_index;

/* A role's rule with its patterns compiled. */
typedef struct compiled_role_rule {
	const role_rule *source;
	pattern *const *comment, *const *head, *const *tail; /* end with NULL; NULL: no such test */
} compiled_role_rule;

/* All that the layers say of a role. */
typedef struct map_role {
	const char **paths; /* ends with NULL */
	compiled_role_rule *rules;
	size_t count;
} map_role;

/* A name or alias in lower case. */
typedef struct name_key {
	const char *key;
	const language *language;
	int rank; /* 0: the name, 1: an alias, 2: the name with '-' for blanks; the least wins */
	mark where;
} name_key;

struct language_map {
	hash128 hash;   /* of all that was loaded */
	layer **layers; /* own all texts */
	size_t layer_count, layer_capacity;
	entry *entries; /* of all layers, ordered by name */
	size_t count, capacity;
	struct {
		rule_set *items; /* ordered by key */
		size_t count, capacity;
	} rules[CLAIM_KIND_COUNT];
	struct image *image; /* the first layer lies in it, and so do entries and rules without capacity; NULL: none */

	/* Made by language_map_seal(). */
	bool sealed;
	arena *arena;
	language *languages;
	name_key *names; /* ordered by key */
	size_t name_count;
	claim_index claims[CLAIM_KIND_COUNT];
	map_role roles[ROLE_COUNT];
	pattern **patterns; /* owns them, but for those of the image, which have no capacity */
	size_t pattern_count, pattern_capacity;
};

/* Takes the layer over; NULL: it could not be read. */
int map_lay(language_map *map, layer *layer);

/* Adds to the hash of all that was loaded. */
void map_add_hash(language_map *map, hash128 hash);

/* Adds all of the file to `content`. */
int map_read_file(const char *path, buffer *content, error *error);

/* The parts of sealing; each 0 or -1 with the message. */
int map_index_names(language_map *map, error *error);
int map_index_claims(language_map *map, error *error);
int map_compile_rules(language_map *map, const rule_set *set, claim_group *group, error *error);

int map_index_roles(language_map *map, error *error);

/* Compiles a list of patterns, or notes them to be compiled when first asked if they are `proven`; NULL gives NULL. */
int map_compile_patterns(language_map *map, const char *const *texts, mark where, bool proven, pattern *const **out,
			 error *error);

/* Takes back what they made. */
void map_unseal(language_map *map);

/* The group of a key. NULL: nobody claims it. */
const claim_group *claim_find(const claim_index *index, text key);

/* The group of the first wildcard that fits. */
const claim_group *claim_match(const claim_index *index, text name);

/* Which of the group's languages the content is. NULL: none. `by_content` is set if patterns decided, `number` to the rule's, from 1. */
const language *claim_decide(const claim_group *group, text content, bool *by_content, size_t *number);

#endif
