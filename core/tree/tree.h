/* SPDX-License-Identifier: MIT */
/* The tree: repository, folders, files, classes, functions, each with its sums. */
#ifndef ONFLAME_TREE_TREE_H
#define ONFLAME_TREE_TREE_H

#include "count/record.h"
#include "language/language.h"
#include "source/source.h"

enum tree_kind { TREE_ROOT, TREE_FOLDER, TREE_FILE, TREE_FRAME };

/* Sums of the files of each role; a file that has several is in several of them. */
typedef struct tree_roles {
	uint64_t files[ROLE_COUNT];
	counts sums[ROLE_COUNT];
} tree_roles;

/* A node. Children are ordered: folders and files by name, byte by byte; frames as in the source. */
typedef struct tree_node {
	const char *name; /* one part of the path, raw bytes (a whole PATH below the root of several); a frame's name */
	enum tree_kind kind;
	const char *label; /* a frame's kind ("method"); NULL for others */
	const struct tree_node *parent;
	struct tree_node *first, *next; /* first child; next sibling */
	counts total;                   /* with all below */
	counts own;                     /* total less that of the children */
	uint64_t files;                 /* files below; a file: 1; a frame: 0 */
	uint32_t start, end;            /* lines of a frame */
	uint32_t nesting, parameters;
	const struct tree_file *file; /* of a file and its frames; NULL for others */
	tree_roles *roles;            /* of a folder or the root; NULL: no file below has one, and for others */
} tree_node;

/* What a file has beyond a node. */
typedef struct tree_file {
	const source_file *source;
	const language *language;
	enum record_engine engine;
	role_set roles;
	hash128 hash;
	const source_file *same_as; /* the first file with that content, if this is another; else NULL */
	uint64_t bytes;
	const char **notes;
	size_t note_count;
	record_embedded *embedded;
	size_t embedded_count;
	tree_node *node;
} tree_file;

/* Sums of one language. */
typedef struct tree_language {
	const language *language;
	uint64_t files, bytes;
	counts total;
	uint64_t embedded_files; /* files of other languages that hold some of this one ... */
	counts embedded;         /* ... and how much; not part of `total` */
} tree_language;

/* A file that was left out because another before it holds the same. */
typedef struct tree_dropped {
	const source_file *file, *first;
} tree_dropped;

typedef struct tree {
	tree_node *root; /* never NULL; with several PATHs their names stand below it */
	tree_file *files;
	size_t file_count;        /* counted ones, in the order of the source list */
	tree_language *languages; /* those that occur, ordered by code, most first, then by name */
	size_t language_count;
	tree_dropped *dropped; /* likewise ordered; none unless unique */
	size_t dropped_count;
	const source_list *source;                           /* roots and skips */
	size_t syntax_files, lexical_files, certified_files; /* by what counted them */
	struct arena *arena;
} tree;

/*
 * Built in three steps. The source list and the map must outlive the tree. Records may be added in any order, each file at most once;
 * what a record points to is copied. An uncounted record is not part of the tree.
 */
tree *tree_create(const source_list *source, const language_map *map);
void tree_add(tree *tree, const record *record);
void tree_set_unique(tree *tree); /* the same content counts once: its first file in the order of the source list */
void tree_close(tree *tree);      /* sorts and sums; behind the last record */
void tree_destroy(tree *tree);    /* accepts NULL */

/*
 * The node behind `node` in a walk over `top` and all below it, parents first; NULL behind the last. `into` false leaves
 * out what is below `node`. Needs no stack, however deep the tree is.
 */
const tree_node *tree_next(const tree_node *node, const tree_node *top, bool into);

/* Whether a frame is a function (method, constructor, lambda ...) as against a container. */
bool tree_is_function(const tree_node *node);

/* Adds the path of a folder or file as reports show it, raw bytes: its parts joined by '/'; "." for the root. */
struct buffer;
void tree_add_path(struct buffer *out, const tree_node *node);

/* Whether own + children = total at every node and lines = code + comment + blank. The first node where not; NULL: holds. */
const tree_node *tree_find_imbalance(const tree *tree);

#endif
