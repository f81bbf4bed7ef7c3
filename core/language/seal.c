/* SPDX-License-Identifier: MIT */
/* From entries of layers to languages that can be looked up. */
#include "base/memory.h"
#include "language/image.h"

#include <stdlib.h>
#include <string.h>

static const char *const none[] = {NULL};

static const char *const *list_of(const char *const *list)
{
	return list != NULL ? list : none;
}

/* Block comments that do not say whether they nest do as their language says. */
static const lexis_block_comment *make_blocks(arena *arena, const entry *entry)
{
	size_t count = entry->block_comments.count;
	lexis_block_comment *blocks = arena_zero(arena, count, sizeof(*blocks));
	for (size_t i = 0; i < count; i++) {
		const entry_block *block = &entry->block_comments.items[i];
		blocks[i] = block->comment;
		blocks[i].nested = block->nested < 0 ? entry->nested_comments : block->nested == 1;
	}
	return blocks;
}

static void make_language(arena *arena, const entry *entry, size_t index, language *language)
{
	*language = (struct language){
		.name = entry->name,
		.type = entry->type,
		.aliases = list_of(entry->aliases),
		.extensions = list_of(entry->extensions),
		.filenames = list_of(entry->filenames),
		.interpreters = list_of(entry->interpreters),
		.plugin = entry->plugin,
		.color = entry->color,
		.lexical_first = entry->lexical_first,
		.index = index,
		.lexis =
			{
				.line_comments = entry->line_comments.items,
				.block_comments = make_blocks(arena, entry),
				.strings = entry->strings.items,
				.heredocs = entry->heredocs.items,
				.line_comment_count = entry->line_comments.count,
				.block_comment_count = entry->block_comments.count,
				.string_count = entry->strings.count,
				.heredoc_count = entry->heredocs.count,
				.ignore_case = entry->ignore_case,
				.backslash_continues_line_comment = entry->backslash,
				.line_ends_statement = entry->line_ends,
				.operand_words = entry->operand_words,
				.statement_heads = entry->statement_heads,
				.docstring_heads = entry->docstring_heads,
				.code_open = entry->code_within.open,
				.code_close = entry->code_within.close,
				.doubts = entry->doubts.items,
				.doubt_count = entry->doubts.count,
				.preprocessor = entry->preprocessor,
				.skeleton = entry->skeleton,
				.certified = entry->certified,
				.marks_where_broken = entry->marks_where_broken,
			},
	};
}

/* The image's own map has nothing over it: it is there already. */
static void take_image(language_map *map)
{
	const image_root *root = image_root_of(map->image);
	map->languages = root->languages;
	map->names = root->names;
	map->name_count = root->name_count;
	memcpy(map->claims, root->claims, sizeof(map->claims));
	memcpy(map->roles, root->roles, sizeof(map->roles));
	map->patterns = root->patterns;
	map->pattern_count = root->pattern_count;
}

static int seal(language_map *map, error *error)
{
	if (map->image != NULL && map->layer_count == 1) {
		take_image(map);
		return 0;
	}
	map->arena = arena_create();
	map->languages = arena_zero(map->arena, map->count, sizeof(*map->languages));
	for (size_t i = 0; i < map->count; i++) {
		const entry *entry = &map->entries[i];
		if (entry->given[ENTRY_TYPE].name == NULL)
			return error_set(error,
					 MARK_FORMAT ": the new language '%s' has no type (expected programming, "
						     "markup, data or prose)",
					 MARK_ARGUMENTS(entry->where), entry->name);
		make_language(map->arena, entry, i, &map->languages[i]);
	}
	if (map_index_names(map, error) != 0)
		return -1;
	if (map_index_claims(map, error) != 0)
		return -1;
	return map_index_roles(map, error);
}

int language_map_seal(language_map *map, error *error)
{
	map_unseal(map);
	if (seal(map, error) != 0) {
		map_unseal(map);
		return -1;
	}
	map->sealed = true;
	return 0;
}

void map_unseal(language_map *map)
{
	map->sealed = false;
	bool lent = map->pattern_capacity == 0;
	for (size_t i = 0; i < map->pattern_count; i++) {
		if (lent && map->patterns[i]->code != NULL)
			pattern_forget(map->patterns[i]);
		else if (!lent)
			pattern_destroy(map->patterns[i]);
	}
	if (!lent)
		free(map->patterns);
	map->patterns = NULL;
	map->pattern_count = map->pattern_capacity = 0;
	arena_destroy(map->arena);
	map->arena = NULL;
	map->languages = NULL;
	map->names = NULL;
	map->name_count = 0;
	memset(map->claims, 0, sizeof(map->claims));
	memset(map->roles, 0, sizeof(map->roles));
}
