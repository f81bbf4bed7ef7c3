/* SPDX-License-Identifier: MIT */
/* Where the structures of a map have their pointers. */
#include "language/image.h"

#define TEXT(type, member)                                                                                             \
	{                                                                                                              \
		IMAGE_TEXT, offsetof(type, member), 0, NULL                                                            \
	}
#define TEXTS(type, member)                                                                                            \
	{                                                                                                              \
		IMAGE_TEXTS, offsetof(type, member), 0, NULL                                                           \
	}
#define ONE(type, member, to)                                                                                          \
	{                                                                                                              \
		IMAGE_ONE, offsetof(type, member), 0, &(to)                                                            \
	}
#define ONES(type, member, to)                                                                                         \
	{                                                                                                              \
		IMAGE_ONES, offsetof(type, member), 0, &(to)                                                           \
	}
#define ARRAY(type, member, number, to)                                                                                \
	{                                                                                                              \
		IMAGE_ARRAY, offsetof(type, member), offsetof(type, number), &(to)                                     \
	}
#define INLINE(type, member, number, to)                                                                               \
	{                                                                                                              \
		IMAGE_INLINE, offsetof(type, member), number, &(to)                                                    \
	}
#define END                                                                                                            \
	{                                                                                                              \
		IMAGE_END, 0, 0, NULL                                                                                  \
	}
#define TYPE(name) static const image_type name##_type = {sizeof(name), name##_fields}

static const image_field mark_fields[] = {TEXT(mark, name), END};
TYPE(mark);

static const image_field lexis_mark_fields[] = {TEXT(lexis_mark, open), END};
TYPE(lexis_mark);

static const image_field lexis_block_comment_fields[] = {
	TEXT(lexis_block_comment, open),
	TEXT(lexis_block_comment, close),
	END,
};
TYPE(lexis_block_comment);

static const image_field lexis_string_fields[] = {
	TEXT(lexis_string, open),
	TEXT(lexis_string, close),
	TEXT(lexis_string, interpolation_open),
	TEXT(lexis_string, interpolation_close),
	END,
};
TYPE(lexis_string);

static const image_field lexis_heredoc_fields[] = {
	TEXT(lexis_heredoc, open),
	TEXT(lexis_heredoc, signs),
	TEXT(lexis_heredoc, quotes),
	END,
};
TYPE(lexis_heredoc);

static const image_field language_fields[] = {
	TEXT(language, name),
	TEXTS(language, aliases),
	TEXTS(language, extensions),
	TEXTS(language, filenames),
	TEXTS(language, interpreters),
	TEXT(language, plugin),
	TEXT(language, color),
	ARRAY(language, lexis.line_comments, lexis.line_comment_count, lexis_mark_type),
	ARRAY(language, lexis.block_comments, lexis.block_comment_count, lexis_block_comment_type),
	ARRAY(language, lexis.strings, lexis.string_count, lexis_string_type),
	ARRAY(language, lexis.heredocs, lexis.heredoc_count, lexis_heredoc_type),
	ARRAY(language, lexis.doubts, lexis.doubt_count, lexis_mark_type),
	TEXT(language, lexis.code_open),
	TEXT(language, lexis.code_close),
	TEXTS(language, lexis.skeleton.words),
	TEXTS(language, lexis.skeleton.branches),
	TEXTS(language, lexis.skeleton.bodies),
	TEXTS(language, lexis.skeleton.types),
	TEXTS(language, lexis.skeleton.keeps),
	TEXTS(language, lexis.skeleton.labels),
	TEXTS(language, lexis.skeleton.directives),
	TEXTS(language, lexis.preprocessor.opens),
	TEXTS(language, lexis.preprocessor.turns),
	TEXTS(language, lexis.preprocessor.closes),
	TEXTS(language, lexis.preprocessor.types),
	TEXTS(language, lexis.preprocessor.qualifiers),
	TEXTS(language, lexis.operand_words),
	TEXTS(language, lexis.statement_heads),
	TEXTS(language, lexis.docstring_heads),
	TEXTS(language, lexis.skeleton.reserved),
	END,
};
TYPE(language);

/* One of several pointers in a row. */
static const image_field language_pointer_fields[] = {{IMAGE_ONE, 0, 0, &language_type}, END};
static const image_type language_pointer_type = {sizeof(const language *), language_pointer_fields};

static const image_field name_key_fields[] = {
	TEXT(name_key, key),
	ONE(name_key, language, language_type),
	INLINE(name_key, where, 1, mark_type),
	END,
};
TYPE(name_key);

static const image_field pattern_fields[] = {TEXT(pattern, source), END};
TYPE(pattern);

static const image_field pattern_pointer_fields[] = {{IMAGE_ONE, 0, 0, &pattern_type}, END};
static const image_type pattern_pointer_type = {sizeof(pattern *), pattern_pointer_fields};

static const image_field rule_fields[] = {
	TEXT(rule, language), INLINE(rule, where, 1, mark_type),
	TEXTS(rule, any),     TEXTS(rule, all),
	TEXTS(rule, none),    END,
};
TYPE(rule);

static const image_field rule_set_fields[] = {
	TEXT(rule_set, key),
	INLINE(rule_set, where, 1, mark_type),
	ARRAY(rule_set, rules, count, rule_type),
	END,
};
TYPE(rule_set);

static const image_field rule_sets_fields[] = {ARRAY(rule_sets, items, count, rule_set_type), END};
TYPE(rule_sets);

static const image_field role_rule_fields[] = {
	INLINE(role_rule, where, 1, mark_type),
	TEXTS(role_rule, extensions),
	TEXTS(role_rule, words),
	TEXTS(role_rule, comment),
	TEXTS(role_rule, head),
	TEXTS(role_rule, tail),
	END,
};
TYPE(role_rule);

static const image_field role_rules_fields[] = {
	TEXTS(role_rules, paths),
	ARRAY(role_rules, rules, count, role_rule_type),
	END,
};
TYPE(role_rules);

static const image_field compiled_rule_fields[] = {
	ONE(compiled_rule, language, language_type), ONES(compiled_rule, any, pattern_type),
	ONES(compiled_rule, all, pattern_type),      ONES(compiled_rule, none, pattern_type),
	ONE(compiled_rule, source, rule_type),       END,
};
TYPE(compiled_rule);

static const image_field claim_group_fields[] = {
	TEXT(claim_group, key),
	ARRAY(claim_group, languages, count, language_pointer_type),
	ARRAY(claim_group, rules, rule_count, compiled_rule_type),
	END,
};
TYPE(claim_group);

static const image_field claim_index_fields[] = {
	ARRAY(claim_index, groups, count, claim_group_type),
	ARRAY(claim_index, wildcards, wildcard_count, claim_group_type),
	END,
};
TYPE(claim_index);

static const image_field compiled_role_rule_fields[] = {
	ONE(compiled_role_rule, source, role_rule_type),
	ONES(compiled_role_rule, comment, pattern_type),
	ONES(compiled_role_rule, head, pattern_type),
	ONES(compiled_role_rule, tail, pattern_type),
	END,
};
TYPE(compiled_role_rule);

static const image_field map_role_fields[] = {
	TEXTS(map_role, paths),
	ARRAY(map_role, rules, count, compiled_role_rule_type),
	END,
};
TYPE(map_role);

static const image_field entry_block_fields[] = {INLINE(entry_block, comment, 1, lexis_block_comment_type), END};
TYPE(entry_block);

static const image_field entry_fields[] = {
	TEXT(entry, name),
	INLINE(entry, where, 1, mark_type),
	INLINE(entry, given, ENTRY_KEY_COUNT, mark_type),
	TEXTS(entry, aliases),
	TEXTS(entry, extensions),
	TEXTS(entry, filenames),
	TEXTS(entry, interpreters),
	TEXT(entry, plugin),
	TEXT(entry, color),
	ARRAY(entry, line_comments.items, line_comments.count, lexis_mark_type),
	ARRAY(entry, strings.items, strings.count, lexis_string_type),
	ARRAY(entry, heredocs.items, heredocs.count, lexis_heredoc_type),
	ARRAY(entry, doubts.items, doubts.count, lexis_mark_type),
	TEXT(entry, code_within.open),
	TEXT(entry, code_within.close),
	TEXTS(entry, skeleton.words),
	TEXTS(entry, skeleton.branches),
	TEXTS(entry, skeleton.bodies),
	TEXTS(entry, skeleton.types),
	TEXTS(entry, skeleton.keeps),
	TEXTS(entry, skeleton.labels),
	TEXTS(entry, skeleton.directives),
	TEXTS(entry, preprocessor.opens),
	TEXTS(entry, preprocessor.turns),
	TEXTS(entry, preprocessor.closes),
	TEXTS(entry, preprocessor.types),
	TEXTS(entry, preprocessor.qualifiers),
	TEXTS(entry, operand_words),
	TEXTS(entry, statement_heads),
	TEXTS(entry, docstring_heads),
	TEXTS(entry, skeleton.reserved),
	ARRAY(entry, block_comments.items, block_comments.count, entry_block_type),
	END,
};
TYPE(entry);

/* What others point into comes before them; what is written to lies in a row. */
static const image_field image_root_fields[] = {
	ARRAY(image_root, languages, language_count, language_type),
	ARRAY(image_root, patterns, pattern_count, pattern_pointer_type),
	INLINE(image_root, rules, CLAIM_KIND_COUNT, rule_sets_type),
	INLINE(image_root, role_rules, ROLE_COUNT, role_rules_type),
	ARRAY(image_root, names, name_count, name_key_type),
	INLINE(image_root, claims, CLAIM_KIND_COUNT, claim_index_type),
	INLINE(image_root, roles, ROLE_COUNT, map_role_type),
	ARRAY(image_root, entries, language_count, entry_type),
	END,
};
static const image_type image_root_layout = {sizeof(image_root), image_root_fields};

const image_type *image_root_type(void)
{
	return &image_root_layout;
}

/* The depth is that of the types, none of which holds itself. */
static uint64_t add_layout(uint64_t hash, const image_type *type)
{
	const uint64_t prime = UINT64_C(0x100000001B3);
	hash = (hash ^ type->size) * prime;
	for (const image_field *field = type->fields; field->kind != IMAGE_END; field++) {
		hash = (hash ^ (uint64_t)field->kind) * prime;
		hash = (hash ^ field->offset) * prime;
		hash = (hash ^ field->count) * prime;
		if (field->type != NULL)
			hash = add_layout(hash, field->type);
	}
	return hash;
}

uint64_t image_layout(void)
{
	return add_layout(UINT64_C(0xCBF29CE484222325), &image_root_layout);
}
