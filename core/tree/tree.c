/* SPDX-License-Identifier: MIT */
#include "tree/tree.h"

#include "base/arena.h"
#include "base/memory.h"
#include "tree/files.h"
#include "tree/path.h"
#include "tree/roles.h"

#include <stdlib.h>
#include <string.h>

/* A record whose language the map does not hold is counted all the same. */
static const char *const no_strings[] = {NULL};
static const language unknown_language = {.name = "(unknown)",
					  .type = LANGUAGE_DATA,
					  .aliases = no_strings,
					  .extensions = no_strings,
					  .filenames = no_strings,
					  .interpreters = no_strings};

enum { RECENT_LANGUAGES = 64 };

/* A node that is being given children. */
typedef struct open_node {
	tree_node *node;
	tree_node **tail; /* where the next child's address goes */
} open_node;

/* The tree and what is needed while it is built. */
typedef struct tree_builder {
	tree tree; /* first: tree_destroy() gets its address */
	const language_map *map;
	open_node *open; /* a path of nodes, from a file or the root */
	size_t open_capacity, file_capacity;
	tree_language *languages; /* by index in the map, one more for the unknown */
	size_t language_slots;
	const language *recent[RECENT_LANGUAGES]; /* by first letter and length of the name; NULL: none yet */
	const char **labels;                      /* kinds of frames seen; a handful */
	size_t label_count, label_capacity;
	bool unique;
} tree_builder;

tree *tree_create(const source_list *source, const language_map *map)
{
	tree_builder *made = memory_zero(1, sizeof(*made));
	made->map = map;
	made->language_slots = language_map_count(map) + 1;
	made->languages = memory_zero(made->language_slots, sizeof(*made->languages));
	made->tree.source = source;
	made->tree.arena = arena_create();
	made->tree.root = arena_zero(made->tree.arena, 1, sizeof(tree_node));
	made->tree.root->kind = TREE_ROOT;
	text name = source->root_count > 1 ? text_of("(all)") : path_root_name(source, 0);
	made->tree.root->name = arena_copy(made->tree.arena, name.data, name.len);
	return &made->tree;
}

static void free_scaffold(tree_builder *builder)
{
	free(builder->open);
	free(builder->languages);
	free(builder->labels);
	builder->open = NULL;
	builder->languages = NULL;
	builder->labels = NULL;
}

void tree_destroy(tree *tree)
{
	if (tree == NULL)
		return;
	free_scaffold((tree_builder *)tree);
	arena_destroy(tree->arena);
	free(tree->files);
	free(tree);
}

static const language *known_language(tree_builder *builder, const char *name)
{
	const text wanted = text_of(name);
	const language **recent = &builder->recent[((unsigned char)name[0] + wanted.len) % RECENT_LANGUAGES];
	if (*recent != NULL && text_equals_string(wanted, (*recent)->name))
		return *recent;
	const language *found = language_map_find(builder->map, wanted);
	*recent = found != NULL ? found : *recent;
	return found != NULL ? found : &unknown_language;
}

static tree_language *language_slot(tree_builder *builder, const char *name)
{
	const language *language = known_language(builder, name);
	bool known = language != &unknown_language;
	tree_language *slot = &builder->languages[known ? language->index : builder->language_slots - 1];
	slot->language = language;
	return slot;
}

/* One copy of each label serves all frames: programs have a dozen kinds of them. */
static const char *intern_label(tree_builder *builder, const char *label)
{
	for (size_t i = 0; i < builder->label_count; i++) {
		if (strcmp(builder->labels[i], label) == 0)
			return builder->labels[i];
	}
	const char *copy = arena_copy_string(builder->tree.arena, label);
	/* A bound, so that made-up kinds cost memory and not time. */
	if (builder->label_count < 64) {
		memory_reserve(&builder->labels, &builder->label_capacity, builder->label_count + 1,
			       sizeof(*builder->labels));
		builder->labels[builder->label_count++] = copy;
	}
	return copy;
}

static void open_push(tree_builder *builder, size_t at, tree_node *node)
{
	memory_reserve(&builder->open, &builder->open_capacity, at + 1, sizeof(*builder->open));
	builder->open[at] = (open_node){.node = node, .tail = &node->first};
}

/* Hangs `node` below the open node at `level` and opens it. */
static void open_child(tree_builder *builder, size_t level, tree_node *node)
{
	open_node *parent = &builder->open[level];
	node->parent = parent->node;
	*parent->tail = node;
	parent->tail = &node->next;
	open_push(builder, level + 1, node);
}

static tree_node *make_frame(tree_builder *builder, const record_frame *frame)
{
	tree_node *node = arena_zero(builder->tree.arena, 1, sizeof(*node));
	node->name = arena_copy_string(builder->tree.arena, frame->name);
	node->kind = TREE_FRAME;
	node->label = intern_label(builder, frame->kind);
	node->start = frame->start;
	node->end = frame->end;
	node->nesting = frame->nesting;
	node->parameters = frame->parameters;
	node->total = frame->counts;
	node->own = frame->counts;
	return node;
}

/* Frames come parents before children; `depth` says below which of those that are open. */
static void add_frames(tree_builder *builder, tree_node *file_node, const record *record)
{
	size_t level = 0;
	open_push(builder, 0, file_node);
	for (size_t i = 0; i < record->frame_count; i++) {
		const record_frame *frame = &record->frames[i];
		if (frame->depth < level)
			level = frame->depth;
		tree_node *node = make_frame(builder, frame);
		counts_subtract(&builder->open[level].node->own, &node->total);
		open_child(builder, level, node);
		level++;
	}
}

static void add_embedded(tree_builder *builder, tree_file *file, const record *record)
{
	if (record->embedded_count == 0)
		return;
	file->embedded = arena_zero(builder->tree.arena, record->embedded_count, sizeof(*file->embedded));
	file->embedded_count = record->embedded_count;
	for (size_t i = 0; i < record->embedded_count; i++) {
		file->embedded[i] = record->embedded[i];
		file->embedded[i].language = known_language(builder, record->embedded[i].language)->name;
	}
}

static void add_notes(tree *tree, tree_file *file, const record *record)
{
	if (record->note_count == 0)
		return;
	file->notes = arena_zero(tree->arena, record->note_count, sizeof(*file->notes));
	file->note_count = record->note_count;
	for (size_t i = 0; i < record->note_count; i++)
		file->notes[i] = arena_copy_string(tree->arena, record->notes[i]);
}

void tree_add(tree *tree, const record *record)
{
	tree_builder *builder = (tree_builder *)tree;
	if (record->engine == RECORD_UNCOUNTED || record->language == NULL || record->file >= tree->source->file_count)
		return;
	tree_file *file = files_add(tree, &builder->file_capacity, record->file);
	*file = (tree_file){.source = &tree->source->files[record->file],
			    .language = known_language(builder, record->language),
			    .engine = record->engine,
			    .roles = record->roles,
			    .hash = record->hash,
			    .bytes = record->bytes,
			    .node = arena_zero(tree->arena, 1, sizeof(tree_node))};
	file->node->kind = TREE_FILE;
	file->node->files = 1;
	file->node->total = record->counts;
	file->node->own = record->counts;
	add_frames(builder, file->node, record);
	add_embedded(builder, file, record);
	add_notes(tree, file, record);
}

void tree_set_unique(tree *tree)
{
	((tree_builder *)tree)->unique = true;
}

/* Adds up what the files of each language hold, and how they were counted. */
static void sum_languages(tree_builder *builder)
{
	tree *tree = &builder->tree;
	for (size_t i = 0; i < tree->file_count; i++) {
		const tree_file *file = &tree->files[i];
		tree_language *slot = language_slot(builder, file->language->name);
		slot->files++;
		slot->bytes += file->bytes;
		counts_add(&slot->total, &file->node->total);
		for (size_t j = 0; j < file->embedded_count; j++) {
			tree_language *embedded = language_slot(builder, file->embedded[j].language);
			embedded->embedded_files++;
			counts_add(&embedded->embedded, &file->embedded[j].counts);
		}
		tree->syntax_files += file->engine == RECORD_SYNTAX;
		tree->lexical_files += file->engine == RECORD_LEXICAL;
		tree->certified_files += file->engine == RECORD_CERTIFIED;
	}
}

/* Points a file's frames at it, now that the array of files has its final place. */
static void link_frames(const tree_file *file)
{
	file->node->file = file;
	for (tree_node *node = file->node->first; node != NULL;) {
		node->file = file;
		/* tree_next() gives a const node; these are still being built. */
		node = (tree_node *)tree_next(node, file->node, true);
	}
}

/* The folders that are open while files are hung below them in order. */
static void close_folder(tree_builder *builder, size_t level)
{
	tree_node *child = builder->open[level].node;
	tree_node *parent = builder->open[level - 1].node;
	counts_add(&parent->total, &child->total);
	parent->files += child->files;
	roles_add_child(builder->tree.arena, parent, child);
}

static bool is_open(const tree_builder *builder, size_t level, size_t top, text name)
{
	return level <= top && builder->open[level].node->kind == TREE_FOLDER &&
	       text_equals_string(name, builder->open[level].node->name);
}

/* Brings the open path to `name` at `level`, closing what was open there. Returns the new top. */
static size_t enter(tree_builder *builder, size_t level, size_t top, text name, tree_node *node)
{
	for (; top >= level; top--)
		close_folder(builder, top);
	node->name = arena_copy(builder->tree.arena, name.data, name.len);
	open_child(builder, level - 1, node);
	return level;
}

static size_t enter_folder(tree_builder *builder, size_t level, size_t top, text name)
{
	if (is_open(builder, level, top, name))
		return top;
	tree_node *folder = arena_zero(builder->tree.arena, 1, sizeof(*folder));
	folder->kind = TREE_FOLDER;
	return enter(builder, level, top, name, folder);
}

/* Hangs one file below its folders. Level 0 is the root. */
static size_t place_file(tree_builder *builder, size_t top, const tree_file *file)
{
	const source_list *source = builder->tree.source;
	size_t level = 1;
	if (source->root_count > 1) {
		text root = path_root_name(source, file->source->root);
		if (path_is_root(source, file->source))
			return enter(builder, level, top, root, file->node);
		top = enter_folder(builder, level++, top, root);
	}
	const char *at = file->source->shown;
	text name = text_of("(unnamed)");
	text next;
	bool more = path_next_part(&at, &name);
	while (more && path_next_part(&at, &next)) {
		top = enter_folder(builder, level++, top, name);
		name = next;
	}
	return enter(builder, level, top, name, file->node);
}

/* A file with what it is sorted by: qsort() takes no argument for the comparison. */
typedef struct placed {
	const source_list *source;
	tree_file *file;
} placed;

static int compare_placed(const void *left, const void *right)
{
	const placed *a = left;
	const placed *b = right;
	int order = path_compare(a->source, a->file->source, b->file->source);
	if (order != 0)
		return order;
	return (a->file->source > b->file->source) - (a->file->source < b->file->source);
}

static void place_files(tree_builder *builder)
{
	tree *tree = &builder->tree;
	placed *order = memory_alloc(tree->file_count * sizeof(*order));
	for (size_t i = 0; i < tree->file_count; i++)
		order[i] = (placed){tree->source, &tree->files[i]};
	/* Folders and files come in another order than the paths only where a name goes on with a byte below '/'. */
	bool ordered = true;
	for (size_t i = 1; i < tree->file_count && ordered; i++)
		ordered = compare_placed(&order[i - 1], &order[i]) <= 0;
	if (!ordered)
		qsort(order, tree->file_count, sizeof(*order), compare_placed);

	size_t top = 0;
	open_push(builder, 0, tree->root);
	for (size_t i = 0; i < tree->file_count; i++)
		top = place_file(builder, top, order[i].file);
	for (; top > 0; top--)
		close_folder(builder, top);
	free(order);
}

static int compare_languages(const void *left, const void *right)
{
	const tree_language *a = left;
	const tree_language *b = right;
	if (a->total.code != b->total.code)
		return a->total.code < b->total.code ? 1 : -1;
	return strcmp(a->language->name, b->language->name);
}

/* Keeps the languages that occur. */
static void close_languages(tree_builder *builder)
{
	tree *tree = &builder->tree;
	size_t count = 0;
	for (size_t i = 0; i < builder->language_slots; i++) {
		if (builder->languages[i].language != NULL)
			builder->languages[count++] = builder->languages[i];
	}
	qsort(builder->languages, count, sizeof(*builder->languages), compare_languages);
	tree->languages = arena_alloc(tree->arena, count * sizeof(*tree->languages));
	if (count > 0)
		memcpy(tree->languages, builder->languages, count * sizeof(*tree->languages));
	tree->language_count = count;
}

void tree_close(tree *tree)
{
	tree_builder *builder = (tree_builder *)tree;
	if (tree->file_count > 0) {
		files_close(tree, builder->file_capacity);
		roles_find_duplicates(tree, builder->unique);
		for (size_t i = 0; i < tree->file_count; i++)
			link_frames(&tree->files[i]);
		place_files(builder);
		/* A single file has its own name already. */
		if (tree->source->root_count == 1 && path_is_root(tree->source, tree->files[0].source))
			tree->root->name = ".";
	}
	sum_languages(builder);
	close_languages(builder);
	free_scaffold(builder);
}
