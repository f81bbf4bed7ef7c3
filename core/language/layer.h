/* SPDX-License-Identifier: MIT */
/* What one YAML file says: entries of languages and rules, each key with its place. Private to this module. */
#ifndef ONFLAME_LANGUAGE_LAYER_H
#define ONFLAME_LANGUAGE_LAYER_H

#include "language/language.h"
#include "language/role.h"
#include "language/schema.h"

/* The keys of an entry, in the order of the table in layer_entry.c. */
enum entry_key {
	ENTRY_TYPE,
	ENTRY_ALIASES,
	ENTRY_EXTENSIONS,
	ENTRY_FILENAMES,
	ENTRY_INTERPRETERS,
	ENTRY_PLUGIN,
	ENTRY_DEFAULT_ENGINE,
	ENTRY_COLOR,
	ENTRY_LINE_COMMENTS,
	ENTRY_BLOCK_COMMENTS,
	ENTRY_NESTED_COMMENTS,
	ENTRY_STRINGS,
	ENTRY_HEREDOCS,
	ENTRY_IGNORE_CASE,
	ENTRY_BACKSLASH,
	ENTRY_LINE_ENDS,
	ENTRY_OPERAND_WORDS,
	ENTRY_STATEMENT_HEADS,
	ENTRY_DOCSTRING_HEADS,
	ENTRY_CODE_WITHIN,
	ENTRY_DOUBTS,
	ENTRY_CERTIFIED,
	ENTRY_MARKS_WHERE_BROKEN,
	ENTRY_PREPROCESSOR,
	ENTRY_SKELETON,
	ENTRY_KEY_COUNT
};

/* What languages claim and rules decide on. */
enum claim_kind { CLAIM_EXTENSION, CLAIM_FILENAME, CLAIM_INTERPRETER, CLAIM_KIND_COUNT };

/* A block comment that may leave open whether it nests: then the entry's nested_comments says so. */
typedef struct entry_block {
	lexis_block_comment comment;
	signed char nested; /* -1: not said */
} entry_block;

typedef struct entry_blocks {
	const entry_block *items;
	size_t count;
} entry_blocks;

/* Lists as the lexis has them, with their lengths. */
typedef struct entry_list {
	const void *items;
	size_t count;
} entry_list;

/* Two marks; NULL: not given. */
typedef struct layer_pair {
	const char *open, *close;
} layer_pair;

typedef struct entry {
	const char *name;
	mark where;
	mark given[ENTRY_KEY_COUNT]; /* where a key's value is; .name NULL: key not given */
	enum language_type type;
	const char *const *aliases, *const *extensions, *const *filenames, *const *interpreters;
	const char *plugin, *color;
	layer_pair code_within;
	entry_list line_comments, strings, heredocs, doubts;
	entry_blocks block_comments;
	const char *const *operand_words, *const *statement_heads, *const *docstring_heads;
	lexis_preprocessor preprocessor;
	lexis_skeleton skeleton;
	bool nested_comments, ignore_case, backslash, line_ends, certified, marks_where_broken, lexical_first;
	size_t claimed_by[CLAIM_KIND_COUNT]; /* number of the layer that gave the list, set as it is laid over */
} entry;

/* Patterns that must be found in the content. */
typedef struct rule {
	const char *language;
	mark where;
	const char *const *any;  /* at least one of them; NULL: no such test */
	const char *const *all;  /* each of them */
	const char *const *none; /* none of them */
} rule;

/* What decides where several languages claim one key; the first rule that holds wins. */
typedef struct rule_set {
	const char *key;
	mark where;
	const rule *rules;
	size_t count;
	size_t layer; /* number of the layer that gave it, set as it is laid over */
	bool proven;  /* its patterns need not be compiled to know that they can be; likewise */
} rule_set;

/* The key of an entry that lists claims of that kind. */
static inline enum entry_key entry_claims(int kind)
{
	static const enum entry_key keys[] = {ENTRY_EXTENSIONS, ENTRY_FILENAMES, ENTRY_INTERPRETERS};
	return keys[kind];
}

typedef struct rule_sets {
	rule_set *items;
	size_t count;
} rule_sets;

/* What a file's content must show for a role; each test that is given must hold. */
typedef struct role_rule {
	mark where;
	const char *const *extensions; /* as names end, with the dot; NULL: any, but not of prose */
	const char *const *words;      /* one of them stands in the comments of the first lines; NULL: no such test */
	const char *const *comment;    /* one of the patterns is found there; likewise */
	const char *const *head;       /* likewise in the first lines */
	const char *const *tail;       /* likewise in the last lines */
	unsigned mean_line;            /* characters that a line has on average at least; 0: no such test */
} role_rule;

typedef struct role_rules {
	const char *const *paths; /* as in .gitignore; ends with NULL; may be NULL */
	const role_rule *rules;
	size_t count;
} role_rules;

typedef struct layer {
	arena *arena;     /* holds all below; NULL: another does */
	const char *name; /* that all marks have */
	entry *entries;   /* ordered by name */
	size_t count;
	rule_sets rules[CLAIM_KIND_COUNT]; /* ordered by key */
	role_rules roles[ROLE_COUNT];
	bool proven; /* the program's own */
} layer;

/* Reads the file; layer_destroy() gives it back. On failure there is nothing to give back. */
layer *layer_read(const char *name, text yaml, bool trusted, error *error);

void layer_destroy(layer *layer); /* accepts NULL */

/* The parts: one language, and the values of its lexical keys. */
int layer_read_entry(schema_reader *reader, const node *item, entry *entry);
schema_read_value layer_read_marks, layer_read_block_comments, layer_read_strings, layer_read_heredocs, layer_read_pair;
schema_read_value layer_read_words; /* const char *const *, ends with NULL */
schema_read_value layer_read_preprocessor;
schema_read_value layer_read_skeleton;

/* A section of rules: its key at the top of the file, or CLAIM_KIND_COUNT if it is none. */
enum claim_kind layer_rule_section(const char *key);
int layer_read_rules(schema_reader *reader, const node *section, enum claim_kind kind, rule_sets *sets);

/* The section of roles at the top of the file. */
extern const char layer_role_section[];
int layer_read_roles(schema_reader *reader, const node *section, role_rules roles[ROLE_COUNT]);

/* One text or a list of them that is not empty. */
schema_read_value layer_read_patterns;

/* Sets the error if `value` cannot be a claim of that kind. */
int layer_check_claim(schema_reader *reader, const node *at, enum claim_kind kind);

#endif
